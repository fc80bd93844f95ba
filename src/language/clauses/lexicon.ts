import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFolder } from "../../assets/files.ts";

/** How an event noun takes its arguments; `derived`: no event, though its ending looks like one. */
export type NounFrame = "transitive" | "intransitive" | "mutual" | "derived";

export interface EventNoun {
  readonly frame: NounFrame;
  /** The verb that the noun stands for: "withdraw" for "withdrawal". */
  readonly verb: string;
}

/** The path of a file of `data/lexicon`. */
export function lexiconFile(name: string): string {
  return join(dirname(dirname(modelFolder("parser"))), "data", "lexicon", `${name}.tsv`);
}

/** Rows of a lexicon file: first column the class, second its entries; `#` starts a comment. */
function rowsOf(name: string): [kind: string, entries: string][] {
  const rows: [string, string][] = [];
  for (const line of readFileSync(lexiconFile(name), "utf8").split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0 && !line.startsWith("#")) rows.push([line.slice(0, tab), line.slice(tab + 1)]);
  }
  return rows;
}

function classesOf(name: string, separator: string): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  for (const [kind, entries] of rowsOf(name)) {
    const words = classes.get(kind) ?? new Set<string>();
    for (const entry of entries.split(separator)) words.add(entry.replaceAll("_", " "));
    classes.set(kind, words);
  }
  return classes;
}

function eventNounsOf(): Map<string, EventNoun> {
  const nouns = new Map<string, EventNoun>();
  for (const [frame, entries] of rowsOf("event-nouns")) {
    for (const entry of entries.split(" ")) {
      const [noun = "", verb = noun] = entry.split("=");
      nouns.set(noun, { frame: frame as NounFrame, verb: verb.replaceAll("_", " ") });
    }
  }
  return nouns;
}

const frames = classesOf("verb-frames", " ");
const connectives = classesOf("connectives", "|");

/** A class of verbs or adjectives from `data/lexicon/verb-frames.tsv`. */
export function verbClass(name: string): ReadonlySet<string> {
  const words = frames.get(name);
  if (words === undefined) throw new Error(`no class "${name}" in data/lexicon/verb-frames.tsv`);
  return words;
}

/** A class of joining words from `data/lexicon/connectives.tsv`. */
export function connectiveClass(name: string): ReadonlySet<string> {
  const words = connectives.get(name);
  if (words === undefined) throw new Error(`no class "${name}" in data/lexicon/connectives.tsv`);
  return words;
}

const eventNouns = eventNounsOf();

/** The entry of a noun lemma in `data/lexicon/event-nouns.tsv`. */
export function eventNounOf(lemma: string): EventNoun | undefined {
  return eventNouns.get(lemma);
}
