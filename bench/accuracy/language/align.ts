/**
 * Scores of the CoNLL 2018 shared task (Zeman and others 2018, section 5): system words are aligned to gold words by
 * their span of the text; a head is right where it is aligned to the gold head; relations are compared without subtype.
 */

/** One analysis of a text, in the columns that are scored. */
export interface Analysis {
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  /** First word of each sentence, and the number of words at the end. */
  readonly sentences: ArrayLike<number>;
  readonly upos?: readonly string[];
  readonly xpos?: readonly string[];
  readonly lemma?: readonly string[];
  /** Index of the head in the text, -1 for a root. */
  readonly head?: ArrayLike<number>;
  readonly deprel?: readonly string[];
}

/** Counts from which precision, recall and F1 follow. */
export interface Count {
  right: number;
  gold: number;
  system: number;
}

export type Measure =
  | "tokens"
  | "sentences"
  | "UPOS"
  | "XPOS"
  | "lemmas"
  | "UAS"
  | "LAS"
  | "LAS with subtypes";
export const MEASURES: readonly Measure[] = [
  "tokens",
  "sentences",
  "UPOS",
  "XPOS",
  "lemmas",
  "UAS",
  "LAS",
  "LAS with subtypes",
];

export type Counts = Record<Measure, Count>;

export function noCounts(): Counts {
  return Object.fromEntries(MEASURES.map((name) => [name, { right: 0, gold: 0, system: 0 }])) as Counts;
}

/** F1 in per cent, 0 where nothing was there to find. */
export function f1({ right, gold, system }: Count): number {
  return gold + system === 0 ? 0 : (200 * right) / (gold + system);
}

function spans(starts: ArrayLike<number>, ends: ArrayLike<number>): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i < starts.length; i += 1) places.set(`${starts[i]}:${ends[i]}`, i);
  return places;
}

function sentenceSpans(analysis: Analysis): Set<string> {
  const found = new Set<string>();
  for (let s = 0; s + 1 < analysis.sentences.length; s += 1) {
    const [first, last] = [analysis.sentences[s]!, analysis.sentences[s + 1]!];
    if (last > first) found.add(`${analysis.start[first]}:${analysis.end[last - 1]}`);
  }
  return found;
}

/** Adds the counts of one text to `into`. Measures whose column the system lacks are left alone. */
export function addCounts(gold: Analysis, system: Analysis, into: Counts): void {
  const places = spans(gold.start, gold.end);
  const size = { gold: places.size, system: system.start.length };
  /** Gold word of each system word, -1 for none. */
  const partner = Array.from(system.start, (start, i) => places.get(`${start}:${system.end[i]}`) ?? -1);
  const tally = (name: Measure, isRight: (word: number, goldWord: number) => boolean): void => {
    let right = 0;
    partner.forEach((goldWord, word) => {
      if (goldWord >= 0 && isRight(word, goldWord)) right += 1;
    });
    into[name].right += right;
    into[name].gold += size.gold;
    into[name].system += size.system;
  };
  tally("tokens", () => true);
  const goldSentences = sentenceSpans(gold);
  const systemSentences = sentenceSpans(system);
  into.sentences.gold += goldSentences.size;
  into.sentences.system += systemSentences.size;
  for (const span of systemSentences) if (goldSentences.has(span)) into.sentences.right += 1;

  if (system.upos && gold.upos) tally("UPOS", (word, other) => system.upos![word] === gold.upos![other]);
  if (system.xpos && gold.xpos) tally("XPOS", (word, other) => system.xpos![word] === gold.xpos![other]);
  if (system.lemma && gold.lemma)
    tally(
      "lemmas",
      (word, other) => gold.lemma![other] === "_" || system.lemma![word] === gold.lemma![other],
    );
  if (!system.head || !gold.head || !system.deprel || !gold.deprel) return;
  const headRight = (word: number, other: number): boolean => {
    const head = system.head![word]!;
    const goldHead = gold.head![other]!;
    return head < 0 ? goldHead < 0 : goldHead >= 0 && partner[head] === goldHead;
  };
  const bare = (name: string | undefined): string => (name ?? "").split(":")[0]!;
  tally("UAS", headRight);
  tally(
    "LAS",
    (word, other) => headRight(word, other) && bare(system.deprel![word]) === bare(gold.deprel![other]),
  );
  tally(
    "LAS with subtypes",
    (word, other) => headRight(word, other) && system.deprel![word] === gold.deprel![other],
  );
}
