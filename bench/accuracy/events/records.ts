/** Sentences with a coded event: PLOVER's records and the unit tests of PETRARCH-2. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EVENT_TYPES, type EventType } from "../../../src/record/event.ts";

export interface CodedSentence {
  readonly text: string;
  readonly date: string;
  /** Every coding of the sentence; none where the coders saw no event. */
  readonly codings: readonly Coding[];
}

export interface Coding {
  readonly root: EventType;
  /** Who acts and on whom, in the sentence's words; absent where only codes are given. */
  readonly sources?: readonly string[];
  readonly targets?: readonly string[];
}

/** Roots that a later edition of PLOVER gave up. */
const RENAMED: { readonly [root: string]: EventType } = {
  DEMAND: "REQUEST",
  FIGHT: "ASSAULT",
  INVESTIGATE: "ACCUSE",
  DISAPPROVE: "ACCUSE",
};

interface PloverRecord {
  readonly text: string;
  readonly date: string;
  readonly event: string;
  readonly source?: { actorText?: string }[] | string;
  readonly target?: { actorText?: string }[] | string;
}

function isRoot(word: string): word is EventType {
  return (EVENT_TYPES as readonly string[]).includes(word);
}

/** The records of a JSON file, several codings of one sentence put together; undefined where the file is absent. */
export function readPlover(file: string): CodedSentence[] | undefined {
  if (!existsSync(file)) return undefined;
  const records = JSON.parse(readFileSync(file, "utf8")) as PloverRecord[];
  const byText = Map.groupBy(records, ({ text }) => cleaned(text));
  return [...byText].map(([text, group]) => ({
    text,
    date: group[0]!.date,
    codings: group.flatMap((record) => {
      const root = RENAMED[record.event] ?? record.event;
      return isRoot(root) ? [{ root, sources: names(record.source), targets: names(record.target) }] : [];
    }),
  }));
}

function names(actors: PloverRecord["target"]): string[] {
  return Array.isArray(actors) ? actors.map(({ actorText }) => actorText ?? "") : [];
}

/** Without the braces and LaTeX quotation marks that the records carry. */
function cleaned(text: string): string {
  return text
    .replace(/^\{|\}$/g, "")
    .replaceAll("``", "“")
    .replaceAll("''", "”")
    .replace(/\s+/g, " ")
    .trim();
}

/** The sentences of PETRARCH-2's unit tests whose codes the crosswalk knows; undefined where a file is absent. */
export function readPetrarch(folder: string, crosswalk: string): CodedSentence[] | undefined {
  const file = join(folder, "PETR.UnitTest.records.xml");
  if (!existsSync(file) || !existsSync(crosswalk)) return undefined;
  const roots = readCrosswalk(crosswalk);
  const sentences: CodedSentence[] = [];
  for (const [, attributes = "", body = ""] of readFileSync(file, "utf8").matchAll(
    /<Sentence ([^>]*)>([\s\S]*?)<\/Sentence>/g,
  )) {
    const text = /<Text>([\s\S]*?)<\/Text>/.exec(body)?.[1];
    const date = /date\s*=\s*"(\d{4})(\d{2})(\d{2})"/.exec(attributes);
    if (text === undefined || date === null) continue;
    const codes = [...body.matchAll(/eventcode\s*=\s*"(\w+)"/g)].map(([, code = ""]) => roots.get(code));
    const silent = /noevents/.test(body);
    if (!silent && (codes.length === 0 || codes.some((root) => root === undefined))) continue;
    sentences.push({
      text: cleaned(text),
      date: `${date[1]}-${date[2]}-${date[3]}`,
      codings: silent ? [] : codes.flatMap((root) => (root === undefined ? [] : [{ root }])),
    });
  }
  return sentences;
}

/** CAMEO codes to PLOVER roots. */
function readCrosswalk(file: string): ReadonlyMap<string, EventType> {
  const roots = new Map<string, EventType>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const match = /^(\d{3,4}):\s*([A-Z]+)/.exec(line);
    if (match && isRoot(match[2]!)) roots.set(match[1]!, match[2]);
  }
  return roots;
}
