import { mix1, mix2 } from "../../assets/hash.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Quotation } from "../../text/quotation.ts";
import type { Candidate, Choice } from "./candidate.ts";
import { framesOf, speechNoun } from "./lexicon.ts";
import { quotationAround } from "./quoted.ts";
import { partsIn } from "./span.ts";
import { type Syntax, tokenFrom, verbLemma } from "./syntax.ts";

/** Raised whenever a feature changes: weights learnt for others are of no use. */
export const STATEMENT_FEATURES = "statements-3";

/** Most features that one choice has. */
export const FEATURE_COUNT = 64;

const hashes = new Map<string, number>();

/** FNV-1a over UTF-16 code units; words come again and again, so each is hashed once. */
function hashOf(word: string): number {
  let hash = hashes.get(word);
  if (hash === undefined) {
    hash = 0x811c9dc5 | 0;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    if (hashes.size < 200_000) hashes.set(word, hash);
  }
  return hash;
}

/** A word as features see it: names are masked, so that nothing is learnt of who is who. */
function masked(doc: Doc, token: number): string {
  if (token < 0 || token >= doc.size) return "#edge";
  const tag = uposOf(doc, token);
  if (tag === "PROPN") return "#name";
  if (tag === "NUM") return "#number";
  return lemmaOf(doc, token).toLowerCase();
}

/** Marks, and words of the closed classes; open classes by their tag. */
function shallow(doc: Doc, token: number): string {
  if (token < 0 || token >= doc.size) return "#edge";
  const tag = uposOf(doc, token);
  return /^(?:NOUN|PROPN|ADJ|VERB|NUM|X|SYM)$/u.test(tag)
    ? `#${xposOf(doc, token)}`
    : wordOf(doc, token).toLowerCase();
}

/** What the choices of one verb have in common. */
export interface Shared {
  readonly verb: number;
  readonly word: string;
  readonly lemma: number;
  readonly keys: Int32Array;
  readonly count: number;
  readonly source: number;
  readonly setting: number;
}

/** Features of the verb itself, which each of its choices repeats beside its frame. */
export function sharedFeatures(
  syntax: Syntax,
  { verb, sources }: Candidate,
  quotations: readonly Quotation[],
): Shared {
  const { doc, clauseOf } = syntax;
  const keys = new Int32Array(FEATURE_COUNT);
  let count = 0;
  const add = (template: number, value: number): void => {
    keys[count] = mix1(template, value);
    count++;
  };
  const word = verbLemma(syntax, verb);
  const lemma = hashOf(word);
  const clause = clauseOf.get(verb);
  const [first] = sources;
  const source = hashOf(first === undefined ? "#none" : masked(doc, first.head));
  const around = quotationAround({ start: doc.start[verb]!, end: doc.end[verb]! }, quotations);
  const setting = hashOf(
    `${clause?.modal ?? "?"} ${clause?.mood ?? "?"} ${clause?.negated ?? "?"} ${clause?.passive ?? "?"} ${around ? "in" : "out"}`,
  );
  const classes = [...new Set(framesOf(word)?.values() ?? ["#no"])].join(" ");
  add(1, lemma);
  add(2, source);
  add(3, hashOf(uposOf(doc, first?.head ?? -1) ?? "X"));
  add(4, setting);
  add(5, hashOf(classes));
  add(6, hashOf(xposOf(doc, verb) + deprelOf(doc, verb)));
  add(7, hashOf(masked(doc, doc.head[verb]!)));
  add(8, hashOf(shallow(doc, verb - 1)));
  add(9, hashOf(shallow(doc, verb + 1)));
  add(10, hashOf(`${shallow(doc, verb - 2)} ${shallow(doc, verb - 1)}`));
  add(11, hashOf(`${clause?.role} ${clause?.marker} ${clause?.inherited}`));
  add(12, hashOf(`${clause?.tense} ${clause?.aspect}`));
  add(13, hashOf(uposOf(doc, verb)));
  return { verb, word, lemma, keys, count, source, setting };
}

/** Writes the features of one choice; returns how many there are. */
export function choiceFeatures(
  syntax: Syntax,
  shared: Shared,
  choice: Choice,
  rank: number,
  quotations: readonly Quotation[],
  keys: Int32Array,
): number {
  const { doc } = syntax;
  let count = 0;
  const add = (template: number, value: number): void => {
    keys[count] = mix1(template, value);
    count++;
  };
  const join = (template: number, a: number, b: number): void => {
    keys[count] = mix2(template, a, b);
    count++;
  };
  const { lemma, source, setting } = shared;
  const frame = hashOf(choice.frame + (choice.free ? " free" : ""));
  const first = tokenFrom(doc, choice.content.start);
  const last = tokenFrom(doc, choice.content.end);
  const head = choice.option?.head ?? -1;
  const speech = hashOf(framesOf(shared.word)?.get(choice.frame) ?? "#no");
  const parts = partsIn(choice.content, quotations).length;
  const content = hashOf(masked(doc, head));
  keys.set(shared.keys.subarray(0, shared.count));
  count = shared.count;
  for (let i = 0; i < shared.count; i++) join(20 + i, shared.keys[i]!, frame);
  add(50, frame);
  add(51, hashOf(String(Math.min(rank, 5))));
  join(52, lemma, hashOf(`${rank === 0}`));
  add(53, speech);
  join(54, speech, frame);
  join(55, lemma, source);
  join(56, lemma, setting);
  join(57, lemma, content);
  join(58, frame, content);
  join(59, frame, hashOf(uposOf(doc, head) ?? "X"));
  join(60, lemma, hashOf(shallow(doc, first)));
  join(61, frame, hashOf(shallow(doc, first)));
  join(62, frame, hashOf(String(Math.min(parts, 2))));
  join(63, lemma, hashOf(String(Math.min(parts, 2))));
  join(64, frame, hashOf(String(lengthClass(last - first))));
  join(65, frame, hashOf(shallow(doc, last)));
  join(66, speechNoun(lemmaOf(doc, head)) === undefined ? 0 : 1, frame);
  join(67, source, frame);
  join(69, hashOf(choice.bound), frame);
  join(70, hashOf(choice.bound), hashOf(shallow(doc, last)));
  join(71, hashOf(choice.bound), lemma);
  add(68, hashOf(first > shared.verb ? "after" : last < shared.verb ? "before" : "around"));
  return count;
}

function lengthClass(tokens: number): number {
  if (tokens < 4) return tokens;
  return tokens < 8 ? 4 : tokens < 16 ? 5 : tokens < 40 ? 6 : 7;
}
