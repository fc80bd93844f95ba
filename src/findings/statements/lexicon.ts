import { readFileSync } from "node:fs";

/** What a reporting word makes of its speaker: see `about.classes` in `data/lexicon/reporting.json`. */
export type SpeechClass =
  | "say"
  | "assert"
  | "confirm"
  | "deny"
  | "reject"
  | "demand"
  | "propose"
  | "promise"
  | "warn"
  | "threaten"
  | "praise"
  | "blame"
  | "hint"
  | "ask"
  | "express"
  | "think";

interface Lexicon {
  readonly verbs: Readonly<Record<SpeechClass, Readonly<Record<string, string>>>>;
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  readonly clear: readonly string[];
  readonly quotedOnly: readonly string[];
  readonly opinions: readonly string[];
  readonly evidential: readonly string[];
  readonly issuing: readonly string[];
  readonly documents: readonly string[];
  readonly sourcePrepositions: readonly string[];
  readonly citing: readonly string[];
  readonly media: readonly string[];
  readonly expressed: readonly string[];
  readonly withheld: readonly string[];
  readonly hearsay: readonly string[];
  readonly hearsayPassives: readonly string[];
}

const file = new URL("../../../data/lexicon/reporting.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8")) as Lexicon;

/** How a verb takes its content: see `about.frames` in the same file. */
export type Frame = string;

function byLemma(): ReadonlyMap<string, ReadonlyMap<Frame, SpeechClass>> {
  const verbs = new Map<string, Map<Frame, SpeechClass>>();
  for (const [speech, entries] of Object.entries(data.verbs) as [SpeechClass, Record<string, string>][]) {
    for (const [lemma, frames] of Object.entries(entries)) {
      const known = verbs.get(lemma) ?? new Map<Frame, SpeechClass>();
      verbs.set(lemma, known);
      for (const frame of [...frames.split(", "), "quote"]) {
        if (frame !== "" && !known.has(frame)) known.set(frame, speech);
      }
    }
  }
  return verbs;
}

const verbs = byLemma();

const nouns: ReadonlyMap<string, SpeechClass> = new Map(
  Object.entries(data.nouns).flatMap(([speech, lemmas]) =>
    lemmas.map((lemma): [string, SpeechClass] => [lemma, speech as SpeechClass]),
  ),
);

/** Frames of a verb (lemma with its particle), each with the class it has there; `undefined` for a verb that reports nothing. */
export function framesOf(lemma: string): ReadonlyMap<Frame, SpeechClass> | undefined {
  return verbs.get(lemma);
}

/** Class of a noun that stands for an act of speech ("warning"). */
export function speechNoun(lemma: string): SpeechClass | undefined {
  return nouns.get(lemma);
}

/** Verbs that also take things as subjects, which then say nothing: "the figures suggest". */
export const evidential: ReadonlySet<string> = new Set(data.evidential);
/** "made it clear that": adjectives that "make" takes. */
export const clear: ReadonlySet<string> = new Set(data.clear);
/** Verbs that report only words in quotation marks: "cited a “pattern of delay”". */
export const quotedOnly: ReadonlySet<string> = new Set(data.quotedOnly);
/** Verbs of thinking that tell what somebody holds: "analysts believe that". */
export const opinions: ReadonlySet<string> = new Set(data.opinions);
/** Nouns for something written or said in which a claim stands: "report", "statement". */
export const documents: ReadonlySet<string> = new Set(data.documents);
/** Nouns for the medium of a statement: "interview", "post". */
export const media: ReadonlySet<string> = new Set(data.media);
/** Nouns after "express" and "voice" that make a statement. */
export const expressed: ReadonlySet<string> = new Set(data.expressed);
/** What is declined in "declined to comment". */
export const withheld: ReadonlySet<string> = new Set(data.withheld);
/** Verbs that put a speech noun into the world: "issued a warning". */
export const issuing: ReadonlySet<string> = new Set(data.issuing);
/** Verbs that name a source in passing: "citing officials". */
export const citing: ReadonlySet<string> = new Set(data.citing);
/** "according to" and its like. */
export const sourcePrepositions: ReadonlySet<string> = new Set(data.sourcePrepositions);
/** Adverbs by which a report passes on what it has from hearsay: "reportedly". */
export const hearsay: ReadonlySet<string> = new Set(data.hearsay);
/** Verbs whose passive does the same: "is understood to". */
export const hearsayPassives: ReadonlySet<string> = new Set(data.hearsayPassives);

/** What is told is told, whatever is done by it. */
const TELLING: ReadonlySet<SpeechClass> = new Set([
  "say",
  "assert",
  "confirm",
  "deny",
  "warn",
  "hint",
  "express",
]);

/** Verbs that tell something, as against those by which something is done: "announce", "dispute", not "reject". */
export function isTellingVerb(lemma: string): boolean {
  return [...(framesOf(lemma)?.values() ?? [])].some((speech) => TELLING.has(speech));
}
