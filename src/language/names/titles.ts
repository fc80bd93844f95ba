/** Titles and role words (`data/lexicon/titles.tsv`). */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFolder } from "../../assets/files.ts";

export type TitleKind = "office" | "honorific" | "rank" | "role" | "people";

export interface Title {
  readonly kinds: readonly TitleKind[];
  readonly gender?: "feminine" | "masculine";
}

let loaded: ReadonlyMap<string, Title> | undefined;

/** The longest title has this many words. */
export const LONGEST_TITLE = 7;

/** Lower-case phrase → what kind of title it is. */
export function titles(): ReadonlyMap<string, Title> {
  if (loaded !== undefined) return loaded;
  const file = join(dirname(dirname(modelFolder("names"))), "data", "lexicon", "titles.tsv");
  const found = new Map<string, { kinds: TitleKind[]; gender?: "feminine" | "masculine" }>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [phrase = "", kind = "", gender = ""] = line.split("\t");
    if (phrase === "" || phrase.startsWith("#")) continue;
    const title = found.get(phrase) ?? { kinds: [] };
    title.kinds.push(kind as TitleKind);
    if (gender === "f") title.gender = "feminine";
    if (gender === "m") title.gender = "masculine";
    found.set(phrase, title);
  }
  loaded = found;
  return found;
}

let beginnings: ReadonlySet<string> | undefined;

/** Whether some title begins with these letters, in lower case: most words need no look at what follows them. */
export function beginsTitle(letters: string): boolean {
  beginnings ??= new Set(
    [...titles().keys()].flatMap((title) => Array.from(title, (_, i) => title.slice(0, i + 1))),
  );
  return beginnings.has(letters);
}

/** Singular of a title: "ministers" → "minister", "secretaries" → "secretary". */
export function singular(phrase: string): string {
  if (phrase.endsWith("men")) return `${phrase.slice(0, -3)}man`;
  if (phrase.endsWith("ies")) return `${phrase.slice(0, -3)}y`;
  if (phrase.endsWith("chiefs of staff")) return "chief of staff";
  const of = /^(\S+)s (of .+)$/.exec(phrase);
  if (of) return `${of[1]} ${of[2]}`;
  return phrase.endsWith("s") && !phrase.endsWith("ss") ? phrase.slice(0, -1) : phrase;
}
