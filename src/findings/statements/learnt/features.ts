import { childrenOf } from "../../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../../language/doc.ts";
import { type Features, hashOf, masked, shallow } from "../../../language/model-features.ts";
import type { Quotation } from "../../../text/quotation.ts";
import { framesOf, speechNoun } from "../lexicon.ts";
import { quotationAround } from "../quoted.ts";
import { partsIn } from "../span.ts";
import { prepositionOf, type Syntax, verbLemma } from "../syntax.ts";
import type { ContentSpan } from "./content-spans.ts";
import type { CueSpan } from "./cue-spans.ts";
import type { SourceSpan } from "./source-spans.ts";

/** Raised whenever a feature changes: weights learnt for others are of no use. */
export const STATEMENT_FEATURES = "statements-5";

/** What all spans of one cue have in common. */
export interface CueView {
  readonly cue: number;
  readonly word: string;
  readonly lemma: number;
  readonly tag: number;
  /** Values of the cue's own features, by place. */
  readonly own: readonly number[];
}

function lengthClass(tokens: number): number {
  if (tokens < 4) return tokens;
  return tokens < 6 ? 4 : tokens < 10 ? 5 : tokens < 16 ? 6 : tokens < 30 ? 7 : 8;
}

/** The cue as features see it. */
export function viewCue(syntax: Syntax, cue: number, quotations: readonly Quotation[]): CueView {
  const { doc, tree, clauseOf } = syntax;
  const word = verbLemma(syntax, cue);
  const lemma = hashOf(word);
  const clause = clauseOf.get(cue);
  const around = quotationAround({ start: doc.start[cue]!, end: doc.end[cue]! }, quotations);
  const children = childrenOf(tree, cue);
  const subject = children.find((child) => /^nsubj/u.test(deprelOf(doc, child)));
  const object = children.find((child) => child > cue && /^(?:obj|nsubj:pass)$/u.test(deprelOf(doc, child)));
  const oblique = children.find((child) => child > cue && /^(?:obl|nmod)/u.test(deprelOf(doc, child)));
  const complement = children.find(
    (child) => child > cue && /^(?:ccomp|xcomp|advcl|acl)/u.test(deprelOf(doc, child)),
  );
  const agent = clause?.agents[0]?.head ?? subject ?? -1;
  const preposition = oblique === undefined ? "-" : prepositionOf(syntax, oblique);
  const setting = `${clause?.modal ?? "?"} ${clause?.mood ?? "?"} ${clause?.negated ?? "?"} ${clause?.passive ?? "?"}`;
  const classes = [...new Set(framesOf(word)?.values() ?? ["#no"])].join(" ");
  const above = doc.head[cue]!;
  const sentence = doc.sentence[cue]!;
  const first = doc.sentences[sentence]!;
  const last = doc.sentences[sentence + 1]!;
  const governor = reportingAbove(syntax, cue);
  const edge = Math.min(cue - first, 3) * 4 + Math.min(last - 1 - cue, 3);
  const sentenceRange = { start: doc.start[first]!, end: doc.end[last - 1]! };
  const quoted = partsIn(sentenceRange, quotations).length > 0;
  const tag = hashOf(xposOf(doc, cue));
  const relations = children
    .map((child) => deprelOf(doc, child))
    .filter((one) => one !== "punct")
    .join(" ");
  const isAs = clause?.marker === "as";
  const heading = last - first < 14 && !/[.?!]/u.test(wordOf(doc, last - 1));
  const own = [
    lemma,
    hashOf(masked(doc, agent)),
    hashOf(uposOf(doc, agent)),
    hashOf(setting + (around ? " in" : "")),
    hashOf(classes + (around ? " in" : "")),
    hashOf(xposOf(doc, cue) + deprelOf(doc, cue)),
    hashOf(masked(doc, above)),
    hashOf(shallow(doc, cue - 1)),
    hashOf(shallow(doc, cue + 1)),
    hashOf(`${shallow(doc, cue - 2)} ${shallow(doc, cue - 1)}`),
    hashOf(`${clause?.role} ${clause?.marker} ${clause?.inherited}`),
    hashOf(`${clause?.tense} ${clause?.aspect}`),
    hashOf(uposOf(doc, cue)),
    hashOf(`${word} ${object === undefined ? "-" : masked(doc, object)}`),
    hashOf(`${word} ${preposition}`),
    hashOf(`${word} ${setting}`),
    hashOf(`${word} ${masked(doc, agent)}`),
    hashOf(`${governor} ${deprelOf(doc, cue)}`),
    hashOf(`${word} ${governor}`),
    hashOf(`${edge} ${uposOf(doc, cue)}`),
    hashOf(`${quoted} ${around !== undefined} ${uposOf(doc, cue)}`),
    hashOf(`${word} ${quoted} ${around !== undefined}`),
    hashOf(relations),
    hashOf(`${lemmaOf(doc, cue).slice(-3)} ${uposOf(doc, cue)}`),
    hashOf(`${word} ${complement === undefined ? "-" : deprelOf(doc, complement) + uposOf(doc, complement)}`),
    hashOf(
      `${complement === undefined ? "-" : deprelOf(doc, complement)} ${uposOf(doc, agent)} ${uposOf(doc, cue)}`,
    ),
    hashOf(`${object === undefined ? "-" : masked(doc, object)} ${uposOf(doc, agent)}`),
    hashOf(`${preposition} ${uposOf(doc, agent)} ${uposOf(doc, cue)}`),
    hashOf(`${heading} ${isAs}`),
    hashOf(`${heading} ${word}`),
    hashOf(`${wordOf(doc, cue).toLowerCase()} ${shallow(doc, cue - 1)}`),
    hashOf(`${wordOf(doc, cue).toLowerCase()} ${shallow(doc, cue + 1)}`),
  ];
  return { cue, word, lemma, tag, own };
}

/** The lemma of the nearest reporting verb above, within its sentence. */
function reportingAbove({ doc }: Syntax, cue: number): string {
  let above = doc.head[cue]!;
  for (let steps = 0; above >= 0 && steps < 12; steps++) {
    const speech = uposOf(doc, above) === "VERB" ? framesOf(lemmaOf(doc, above)) : undefined;
    if (speech) return `${lemmaOf(doc, above)} ${steps === 0}`;
    above = doc.head[above]!;
  }
  return "#none";
}

/** The token of a stretch that hangs highest on what is outside, and how many hang outside. */
function topOf(doc: Doc, first: number, last: number): { top: number; tops: number } {
  let top = -1;
  let tops = 0;
  for (let token = first; token < last; token++) {
    const above = doc.head[token]!;
    if ((above >= first && above < last) || uposOf(doc, token) === "PUNCT") continue;
    tops++;
    if (top < 0 || above < 0) top = token;
  }
  return { top, tops };
}

/** Writes the features of a token by itself into `to`: whether it reports anything, nested or not. */
export function reportFeatures({ own }: CueView, to: Features): void {
  to.clear();
  for (let i = 0; i < own.length; i++) to.add(500 + i, own[i]!);
}

/** Writes the features of one content into `to`: whether the cue reports this. */
export function contentFeatures(
  syntax: Syntax,
  { cue, lemma, tag, own }: CueView,
  { first, last, kind }: ContentSpan,
  rank: number,
  quotations: readonly Quotation[],
  to: Features,
): void {
  const { doc, tree } = syntax;
  to.clear();
  const side = first > cue ? "after" : last <= cue ? "before" : "around";
  const form = hashOf(kind);
  const { top, tops } = topOf(doc, first, last);
  const range = { start: doc.start[first]!, end: doc.end[last - 1]! };
  const parts = partsIn(range, quotations);
  const inside = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const share = Math.round((4 * inside) / (range.end - range.start));
  const link = top < 0 ? "?" : doc.head[top] === cue ? "child" : doc.head[cue] === top ? "parent" : "far";
  const relation = top < 0 ? "?" : deprelOf(doc, top);
  const shape = hashOf(`${side} ${link} ${relation} ${top < 0 ? "" : uposOf(doc, top)}`);
  const content = hashOf(masked(doc, top));
  const sentence = doc.sentence[cue]!;
  const opens = first === doc.sentences[sentence];
  const lastOfSentence = doc.sentences[sentence + 1]!;
  const closes = last >= lastOfSentence - 1 ? (last >= lastOfSentence ? 2 : 1) : 0;
  const isWhole = top >= 0 && tree.left[top]! >= first && tree.right[top]! <= last;
  const before = shallow(doc, first - 1);
  const begin = shallow(doc, first);
  const end = shallow(doc, last - 1);
  const next = shallow(doc, last);
  let commas = 0;
  let verbs = 0;
  for (let token = first; token < last; token++) {
    if (wordOf(doc, token) === ",") commas++;
    if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) verbs++;
  }
  const coarse = hashOf(side + (verbs > 0 ? " finite" : "") + (share > 0 ? " quoted" : ""));
  for (let i = 0; i < own.length; i++) {
    to.add(100 + i, own[i]!);
    to.join(150 + i, own[i]!, form);
    to.join(200 + i, own[i]!, coarse);
  }
  to.add(1, form);
  to.join(2, form, tag);
  to.add(3, hashOf(String(Math.min(rank, 6))));
  to.join(4, lemma, hashOf(`${rank === 0}`));
  to.add(5, shape);
  to.join(6, shape, lemma);
  to.join(7, shape, form);
  to.join(8, lemma, content);
  to.join(9, shape, content);
  to.join(10, hashOf(begin), coarse);
  to.join(11, hashOf(begin), lemma);
  to.join(12, hashOf(end), coarse);
  to.join(13, hashOf(next), coarse);
  to.join(14, hashOf(before), coarse);
  to.join(15, hashOf(`${before} ${begin}`), coarse);
  to.join(16, hashOf(`${end} ${next}`), coarse);
  to.join(17, hashOf(String(lengthClass(last - first))), form);
  to.join(18, hashOf(String(lengthClass(last - first))), coarse);
  to.join(19, hashOf(String(Math.min(tops, 3)) + isWhole), coarse);
  to.join(20, hashOf(`${share} ${Math.min(parts.length, 2)}`), hashOf(side));
  to.join(21, hashOf(`${share} ${Math.min(parts.length, 2)}`), lemma);
  to.join(22, hashOf(`${opens} ${closes}`), coarse);
  to.join(23, hashOf(`${opens} ${closes}`), lemma);
  to.join(24, hashOf(`${Math.min(commas, 3)} ${closes}`), coarse);
  to.join(25, hashOf(`${Math.min(commas, 3)} ${closes}`), form);
  to.join(26, speechNoun(lemmaOf(doc, top)) === undefined ? 0 : 1, form);
  to.join(27, hashOf(framesOf("say") && top >= 0 && framesOf(lemmaOf(doc, top)) ? "r" : "n"), coarse);
  to.join(28, hashOf(String(Math.min(Math.max(first - cue, -4), 4))), tag);
  to.join(29, hashOf(String(Math.min(Math.max(first - cue, -4), 4))), lemma);
  to.join(30, hashOf(`${isWhole} ${link} ${next}`), hashOf(side));
}

/** Writes the features of one source into `to`: whether the cue's content is theirs. */
export function sourceFeatures(
  syntax: Syntax,
  view: CueView,
  { first, last, head, kind }: SourceSpan,
  content: ContentSpan,
  quotations: readonly Quotation[],
  to: Features,
): void {
  const { doc } = syntax;
  const { cue, lemma, tag } = view;
  to.clear();
  const side = head < cue ? "before" : "behind";
  const inside = head >= content.first && head < content.last;
  const path = hashOf(pathBetween(doc, head, cue));
  const place = hashOf(
    `${side} ${inside} ${content.first > cue ? "after" : content.last <= cue ? "before" : "around"}`,
  );
  const word = hashOf(masked(doc, head));
  const upos = hashOf(uposOf(doc, head));
  const form = hashOf(kind);
  const distance = hashOf(String(Math.min(Math.abs(head - cue), 12)) + side);
  const lowest = Math.min(head, cue);
  const highest = Math.max(head, cue);
  let verbs = 0;
  let commas = 0;
  let nouns = 0;
  for (let token = lowest + 1; token < highest; token++) {
    const upper = uposOf(doc, token);
    if (upper === "VERB") verbs++;
    else if (wordOf(doc, token) === ",") commas++;
    else if (/^(?:NOUN|PROPN|PRON)$/u.test(upper)) nouns++;
  }
  const around = quotationAround({ start: doc.start[head]!, end: doc.end[head]! }, quotations) ? 1 : 0;
  const between = hashOf(`${Math.min(verbs, 2)} ${Math.min(commas, 2)} ${Math.min(nouns, 3)} ${side}`);
  to.add(300, path);
  to.join(301, path, lemma);
  to.join(302, path, tag);
  to.join(303, path, upos);
  to.join(304, path, place);
  to.join(305, path, word);
  to.add(306, place);
  to.join(307, place, word);
  to.join(308, place, upos);
  to.join(309, place, between);
  to.join(310, form, hashOf(shallow(doc, last)));
  to.join(311, form, hashOf(shallow(doc, first)));
  to.join(312, form, path);
  to.join(313, form, tag);
  to.join(314, form, lemma);
  to.join(315, distance, place);
  to.join(316, hashOf(shallow(doc, last)), hashOf(side));
  to.join(317, hashOf(shallow(doc, first - 1)), hashOf(side));
  to.join(318, word, upos);
  to.join(319, around, tag);
  to.join(320, between, upos);
  to.join(321, form, hashOf(String(Math.min(last - head, 8))));
  to.join(322, hashOf(deprelOf(doc, head)), place);
  to.join(323, hashOf(deprelOf(doc, head)), form);
  to.join(324, hashOf(String(last === cue)), form);
  to.join(325, hashOf(`${shallow(doc, last)} ${last < cue ? shallow(doc, cue - 1) : ""}`), form);
  to.join(326, hashOf(`${kind} ${verbs === 0} ${commas}`), place);
  to.join(327, word, lemma);
}

/** "^nsubj", "^nsubj v xcomp": the relations from one token up to what is above both, and down to the other. */
export function pathBetween(doc: Doc, from: number, to: number): string {
  const up: number[] = [];
  for (let at = from; at >= 0 && up.length < 7; at = doc.head[at]!) up.push(at);
  const down: number[] = [];
  let at = to;
  while (at >= 0 && down.length < 7 && !up.includes(at)) {
    down.push(at);
    at = doc.head[at]!;
  }
  if (at < 0 || !up.includes(at)) return "far";
  const rising = up.slice(0, up.indexOf(at)).map((token) => `^${deprelOf(doc, token)}`);
  const falling = down.reverse().map((token) => `v${deprelOf(doc, token)}`);
  return [...rising, ...falling].join(" ");
}

/** Writes the features of one extent of a cue into `to`. */
export function cueFeatures(
  syntax: Syntax,
  { cue, lemma, tag }: CueView,
  { first, last }: CueSpan,
  content: ContentSpan,
  source: SourceSpan | undefined,
  to: Features,
): void {
  const { doc } = syntax;
  to.clear();
  const taken = (from: number, upTo: number): string => {
    const words: string[] = [];
    for (let token = from; token < upTo; token++)
      words.push(`${shallow(doc, token)}/${deprelOf(doc, token)}`);
    return words.join(" ");
  };
  const words = (from: number, upTo: number): string => {
    const found: string[] = [];
    for (let token = from; token < upTo; token++) found.push(masked(doc, token));
    return found.join(" ");
  };
  const left = hashOf(taken(first, cue));
  const right = hashOf(taken(cue + 1, last));
  const reach = hashOf(
    `${first === source?.last} ${last === source?.first} ${last === content.first} ${first === content.last}`,
  );
  const touches = hashOf(
    `${last === content.first} ${last > content.first && content.first > cue} ${first < content.last && content.last <= cue}`,
  );
  to.add(400, left);
  to.add(401, right);
  to.join(402, left, lemma);
  to.join(403, right, lemma);
  to.join(404, left, tag);
  to.join(405, right, tag);
  to.join(406, hashOf(words(first, cue)), lemma);
  to.join(407, hashOf(words(cue + 1, last)), lemma);
  to.join(408, hashOf(words(cue + 1, last)), touches);
  to.join(409, right, touches);
  to.join(410, touches, hashOf(String(last - cue)));
  to.join(411, hashOf(shallow(doc, last)), hashOf(shallow(doc, last - 1)));
  to.join(412, hashOf(shallow(doc, first - 1)), hashOf(shallow(doc, first)));
  to.join(413, hashOf(shallow(doc, last)), lemma);
  to.join(414, hashOf(`${xposOf(doc, last - 1)} ${deprelOf(doc, last - 1)}`), hashOf(String(last - cue)));
  to.join(415, hashOf(`${xposOf(doc, first)} ${deprelOf(doc, first)}`), hashOf(String(cue - first)));
  to.join(416, hashOf(`${first === cue} ${last === cue + 1}`), lemma);
  to.join(418, reach, tag);
  to.join(419, reach, lemma);
  to.join(420, reach, right);
  to.join(421, reach, left);
  to.join(422, reach, hashOf(`${Math.min(cue - first, 5)} ${Math.min(last - cue, 6)}`));
  to.join(423, left, right);
  to.join(417, hashOf(`${first === cue} ${last === cue + 1}`), tag);
}
