/** Reads TimeML documents as TempEval-3 spread them: the text between TEXT tags and its TIMEX3 annotations. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A gold or predicted expression; offsets count in the text without tags. */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface TimeDocument {
  readonly name: string;
  /** Name of the folder that it lies in. */
  readonly corpus: string;
  /** Creation time of the document as `YYYY-MM-DD`; absent where the document gives none that is a day. */
  readonly created?: string;
  readonly text: string;
  readonly timexes: readonly Tagged[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

export function readTimeML(xml: string, name: string, corpus = ""): TimeDocument {
  const creation =
    /<TIMEX3[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*>/.exec(xml)?.[0] ?? "";
  const created = /^\d{4}-\d{2}-\d{2}/.exec(attribute(creation, "value"))?.[0];
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? "";
  let text = "";
  const timexes: Tagged[] = [];
  let open: { start: number; tag: string } | undefined;
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith("<TIMEX3") && !piece.endsWith("/>")) open = { start: text.length, tag: piece };
    else if (piece === "</TIMEX3>" && open !== undefined) {
      timexes.push({
        start: open.start,
        end: text.length,
        type: attribute(open.tag, "type"),
        value: attribute(open.tag, "value"),
      });
      open = undefined;
    } else if (!piece.startsWith("<")) text += withoutEntities(piece);
  }
  return { name, corpus, ...(created !== undefined && { created }), text, timexes };
}

/** Every `.tml` document in the folders below `folder`, or in itself, sorted by name; `keep` sees the name before the file is read. */
export function readFolder(folder: string, keep: (name: string) => boolean): readonly TimeDocument[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const corpora = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return ["", ...corpora].flatMap((corpus) =>
    readdirSync(join(folder, corpus))
      .filter((file) => file.endsWith(".tml") && keep(file.slice(0, -4)))
      .sort()
      .map((file) => readTimeML(readFileSync(join(folder, corpus, file), "utf8"), file.slice(0, -4), corpus)),
  );
}
