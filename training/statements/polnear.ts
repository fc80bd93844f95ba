import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "../../src/record/span.ts";
import { linesOf } from "../../src/text/quotation.ts";

/** One attribution as annotated. A role's pieces come in text order; a role that is not there has none. */
export interface Attribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

export interface AnnotatedText {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/**
 * Reads one part ("train", "dev") of PolNeAR (Newell, Margolin and Ruths, LREC 2018): raw texts with stand-off
 * annotation. Of a text that several people annotated, the first annotator's work is taken.
 * @returns nothing where the folder is absent
 */
export function readPolnear(folder: string, part: string): readonly AnnotatedText[] | undefined {
  return readAnnotators(folder, part)?.map(([first]) => first);
}

/** The same, with the work of each annotator: one or more for a text, in the order of their files. */
export function readAnnotators(
  folder: string,
  part: string,
): readonly (readonly [AnnotatedText, ...AnnotatedText[]])[] | undefined {
  const texts = join(folder, part, "text");
  const notes = join(folder, part, "attributions");
  if (!existsSync(texts) || !existsSync(notes)) return undefined;
  const byText = Map.groupBy(readdirSync(notes).sort(), (file) => file.replace(/_[0-9a-f]{4}\.ann$/u, ""));
  return [...byText].flatMap(([name, files]) => {
    const path = join(texts, `${name}.txt`);
    if (!existsSync(path)) return [];
    // Offsets count the characters of a text read with its line ends made one character.
    const text = readFileSync(path, "utf8").replace(/\r\n?/gu, "\n");
    const [first, ...others] = files.map((file) => ({
      name,
      text,
      attributions: readNotes(readFileSync(join(notes, file), "utf8"), text),
    }));
    return first === undefined ? [] : [[first, ...others] as const];
  });
}

function readNotes(notes: string, text: string): readonly Attribution[] {
  const spans = new Map<string, readonly Range[]>();
  const attributions: Attribution[] = [];
  // Brat counts code points.
  const offsets = codePoints(text);
  for (const line of notes.split("\n")) {
    const [id = "", what = ""] = line.split("\t");
    if (id.startsWith("T")) {
      const pieces = what.slice(what.indexOf(" ") + 1).split(";");
      spans.set(
        id,
        pieces.map((piece) => {
          const [start = 0, end = 0] = piece.split(" ").map((at) => offsets(Number(at)));
          return { start, end };
        }),
      );
    }
  }
  for (const line of notes.split("\n")) {
    const [id = "", what = ""] = line.split("\t");
    if (!id.startsWith("E")) continue;
    const of = (role: string) =>
      what
        .split(" ")
        .filter((part) => new RegExp(`^${role}\\d*:`, "u").test(part))
        .flatMap((part) => spans.get(part.slice(part.indexOf(":") + 1)) ?? [])
        .sort((a, b) => a.start - b.start);
    attributions.push({ source: of("Source"), cue: of("Cue"), content: of("Content") });
  }
  return attributions.sort((a, b) => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0));
}

/** From an offset in code points to one in UTF-16 code units. */
function codePoints(text: string): (at: number) => number {
  if (!/[\ud800-\udbff]/u.test(text)) return (at) => at;
  const units: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
  units.push(text.length);
  return (at) => units[at] ?? text.length;
}

/** "WASHINGTON (AP) — ": a place in capitals before a dash. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\s.,'’/-]{2,40}(?:,\s\p{Lu}[\p{L}.]{1,12}(?:\s\d{1,2})?)?\s*(?:\([^)\n]{2,30}\)\s*)?[—–-]{1,2}\s+/u;

/** The paragraphs of such a text: its lines, datelines cut off. */
export function paragraphsOf(text: string): readonly Range[] {
  return linesOf(text).map(({ start, end }) => {
    const dateline = DATELINE.exec(text.slice(start, Math.min(end, start + 120)));
    return { start: start + (dateline?.[0].length ?? 0), end };
  });
}
