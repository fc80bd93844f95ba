/** What the recogniser sees of a token. A change here needs `NAME_FEATURES` changed and the model trained anew. */

import { mix1, mix2, mix3 } from "../../assets/hash.ts";
import type { Doc } from "../doc.ts";
import { describeWords, type Words } from "../words.ts";
import type { Casing } from "./casing.ts";
import { type Cues, readCues, SEAT } from "./cues.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** Version of the list of features: a model is read only by the list that it was trained with. */
export const NAME_FEATURES = "names-3";

/** At most this many features a token. */
export const NAME_FEATURE_COUNT = 112;

/** Everything the features are made from. */
export interface View {
  readonly doc: Doc;
  readonly words: Words;
  readonly cues: Cues;
  /** How each token's word is usually written. */
  readonly casing: Uint8Array;
}

export function viewOf(doc: Doc, lists: Gazetteer, casing: Casing): View {
  const words = describeWords(doc.text, doc.start, doc.end, doc.size);
  return {
    doc,
    words,
    cues: readCues(doc, lists),
    casing: Uint8Array.from(words.form, (form) => casing.get(form) ?? 0),
  };
}

/** Key of the transition from a label; the weights of the labels that follow stand under it. */
export function transitionKey(label: number): number {
  return mix1(200, label);
}

const EDGE = 0x51ed270b;

/** Writes the feature keys of token `i` into `keys` and returns how many. `first` and `last` bound its sentence. */
export function nameFeatures(view: View, i: number, first: number, last: number, keys: Int32Array): number {
  const { doc, words, cues } = view;
  let n = 0;
  const at = (offset: number): number => (i + offset >= first && i + offset < last ? i + offset : -1);
  const form = (j: number): number => (j < 0 ? EDGE : words.form[j]!);
  const tag = (j: number): number => (j < 0 ? 99 : doc.xpos[j]!);
  const shape = (j: number): number => (j < 0 ? EDGE : words.shape[j]!);
  // That a city is a capital decides later, by rule; the model does not learn it.
  const listed = (j: number): number => (j < 0 ? 0 : ((cues.listed[j]! & ~SEAT) << 2) | cues.listedAt[j]!);
  const p1 = at(-1);
  const p2 = at(-2);
  const n1 = at(1);
  const n2 = at(2);
  const w = words.form[i]!;
  const shouted = cues.shouted[i]!;
  const s = shape(i) | (shouted << 14);
  const gaz = listed(i);
  const seen = cues.seen[i]!;
  const people = cues.people[i]!;
  const given = cues.given[i]!;
  const title = cues.title[i]!;
  const class0 = (given << 8) | (people << 6) | title;
  const classOf = (j: number): number =>
    j < 0 ? 1 << 12 : (cues.given[j]! << 8) | (cues.people[j]! << 6) | cues.title[j]!;

  keys[n++] = mix1(1, 0);
  keys[n++] = mix1(2, w);
  keys[n++] = mix1(3, form(p1));
  keys[n++] = mix1(4, form(n1));
  keys[n++] = mix1(5, form(p2));
  keys[n++] = mix1(6, form(n2));
  keys[n++] = mix2(7, form(p1), w);
  keys[n++] = mix2(8, w, form(n1));
  keys[n++] = mix2(9, form(p2), form(p1));
  keys[n++] = mix2(10, form(n1), form(n2));
  keys[n++] = mix1(11, s);
  keys[n++] = mix2(12, s, shape(p1));
  keys[n++] = mix2(13, s, shape(n1));
  keys[n++] = mix3(14, s, shape(p1), shape(n1));
  keys[n++] = mix2(15, words.suffix3[i]!, s & 15);
  keys[n++] = mix2(16, words.suffix4[i]!, s & 15);
  keys[n++] = mix2(17, words.prefix3[i]!, s & 15);
  keys[n++] = mix2(18, words.suffix2[i]!, s & 15);
  keys[n++] = mix1(19, tag(i));
  keys[n++] = mix2(20, tag(p1), tag(i));
  keys[n++] = mix2(21, tag(i), tag(n1));
  keys[n++] = mix3(22, tag(p1), tag(i), tag(n1));
  keys[n++] = mix2(23, tag(p2), tag(p1));
  keys[n++] = mix2(24, tag(n1), tag(n2));
  keys[n++] = mix1(25, gaz);
  keys[n++] = mix2(26, gaz, listed(p1));
  keys[n++] = mix2(27, gaz, listed(n1));
  keys[n++] = mix2(28, gaz, form(p1));
  keys[n++] = mix2(29, gaz, form(n1));
  keys[n++] = mix2(30, gaz, tag(n1));
  keys[n++] = mix2(31, gaz, seen);
  keys[n++] = mix2(32, gaz, class0);
  keys[n++] = mix1(33, listed(p1));
  keys[n++] = mix1(34, listed(n1));
  keys[n++] = mix1(35, class0);
  keys[n++] = mix2(36, class0, classOf(p1));
  keys[n++] = mix2(37, class0, classOf(n1));
  keys[n++] = mix1(38, classOf(p1));
  keys[n++] = mix1(39, classOf(n1));
  keys[n++] = mix2(40, classOf(p1), s);
  keys[n++] = mix2(41, classOf(n1), s);
  keys[n++] = mix2(42, classOf(p2), classOf(p1));
  for (let bit = 1; bit <= 256; bit <<= 1) if (seen & bit) keys[n++] = mix2(43, bit, s & 15);
  keys[n++] = mix2(44, seen, s);
  keys[n++] = mix2(45, i === first ? 1 : 0, s);
  keys[n++] = mix3(46, i === first ? 1 : 0, tag(i), tag(n1));

  const end = cues.capital[i] === 1 ? cues.runEnd[i]! : i;
  const place = cues.runPlace[i]! > 3 ? 3 : cues.runPlace[i]!;
  const classes = cues.classes[i]!;
  const endClasses = cues.classes[end]!;
  keys[n++] = mix2(60, form(end), place);
  keys[n++] = mix2(61, endClasses, place);
  keys[n++] = mix2(62, endClasses, s);
  keys[n++] = mix1(63, classes);
  keys[n++] = mix2(64, classes, tag(n1));
  keys[n++] = mix2(65, n1 < 0 ? 0 : cues.classes[n1]!, s);
  keys[n++] = mix2(66, p1 < 0 ? 0 : cues.classes[p1]!, form(i));
  keys[n++] = mix3(67, end - i > 4 ? 4 : end - i, place, s);
  keys[n++] = mix2(68, end + 1 < last ? words.form[end + 1]! : EDGE, place);
  keys[n++] = mix2(
    69,
    i - place > first && cues.runPlace[i]! < 4 ? words.form[i - cues.runPlace[i]! - 1]! : EDGE,
    place,
  );
  keys[n++] = mix2(70, gaz, place);
  keys[n++] = mix3(71, gaz, end - i > 2 ? 2 : end - i, endClasses);
  const glued =
    (n1 >= 0 && doc.start[n1] === doc.end[i] ? 1 : 0) | (p1 >= 0 && doc.end[p1] === doc.start[i] ? 2 : 0);
  keys[n++] = mix3(72, glued, form(n1), shape(i));
  keys[n++] = mix3(73, glued, form(p1), shape(i));

  const usual = (j: number): number => (j < 0 ? 9 : view.casing[j]! | (cues.capital[j]! << 4));
  const at0 = i === first ? 1 : 0;
  keys[n++] = mix3(80, usual(i), s, at0);
  keys[n++] = mix3(81, usual(i), usual(p1), at0);
  keys[n++] = mix3(82, usual(i), usual(n1), at0);
  keys[n++] = mix3(83, usual(i), gaz, at0);
  keys[n++] = mix3(84, usual(p1), usual(i), usual(n1));
  keys[n++] = mix2(85, usual(i), tag(i));
  keys[n++] = mix3(86, usual(i), class0, tag(n1));

  const head = doc.head[i]!;
  keys[n++] = mix2(47, doc.deprel[i]!, head < 0 ? EDGE : words.form[head]!);
  keys[n++] = mix2(48, doc.deprel[i]!, head < 0 ? 99 : doc.xpos[head]!);
  const top = headOfChain(doc, i, first, last);
  const over = doc.head[top]!;
  keys[n++] = mix2(49, doc.deprel[top]!, over < 0 ? EDGE : words.form[over]!);
  keys[n++] = mix2(50, form(top), s & 15);
  keys[n++] = mix3(51, form(top), class0, 1);
  return n;
}

/** The last capitalised token reached by going up from `i` within its run. */
function headOfChain(doc: Doc, i: number, first: number, last: number): number {
  let at = i;
  for (let step = 0; step < 6; step += 1) {
    const head = doc.head[at]!;
    if (head < first || head >= last || Math.abs(head - i) > 5) return at;
    const tag = doc.xposNames[doc.xpos[head]!]!;
    if (tag !== "NNP" && tag !== "NNPS") return at;
    at = head;
  }
  return at;
}
