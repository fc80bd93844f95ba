/** The learnt recogniser: a first-order sequence model over begin–inside–outside labels, decoded by Viterbi's algorithm. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../assets/files.ts";
import { decodeWeights, type Weights } from "../../assets/weights.ts";
import { type Casing, decodeCasing } from "./casing.ts";
import { NAME_FEATURE_COUNT, NAME_FEATURES, nameFeatures, transitionKey, type View } from "./features.ts";

/** What is learnt; finer kinds follow from the lists and the words of the name. */
export const COARSE_KINDS = ["person", "organisation", "place", "event", "work"] as const;
export type CoarseKind = (typeof COARSE_KINDS)[number];

/** Label 0 is outside; kind k begins with 2k + 1 and goes on with 2k + 2. */
export const LABELS = 1 + 2 * COARSE_KINDS.length;

export interface Span {
  readonly first: number;
  readonly last: number;
  readonly kind: CoarseKind;
  /** How far the best label stands above the next one, made 0..1. */
  readonly score: number;
  /** The neighbours leave no doubt of the kind: it decides for the same words elsewhere in the text. */
  readonly sure?: true;
}

export interface NameModel {
  readonly weights: Weights;
  /** `transitions[from * LABELS + to]`. */
  readonly transitions: Int32Array;
  readonly casing: Casing;
}

export function nameModel(weights: Weights, casing: Casing): NameModel {
  const transitions = new Int32Array(LABELS * LABELS);
  const keys = new Int32Array(1);
  const scores = new Int32Array(256);
  for (let from = 0; from < LABELS; from += 1) {
    keys[0] = transitionKey(from);
    weights.score(keys, 1, scores);
    transitions.set(scores.subarray(0, LABELS), from * LABELS);
  }
  return { weights, transitions, casing };
}

let loaded: NameModel | undefined;

/** @throws Error where the model is missing or was trained for other features */
export function loadNames(folder: string = modelFolder("names")): NameModel {
  readManifest(folder, NAME_FEATURES);
  return nameModel(
    decodeWeights(readFileSync(join(folder, "weights.bin"))),
    decodeCasing(readFileSync(join(folder, "casing.bin"))),
  );
}

/** The model that comes with the package, read once. */
export function names(): NameModel {
  loaded ??= loadNames();
  return loaded;
}

const NEVER = -(2 ** 30);

/** May `to` follow `from`? */
export function mayFollow(from: number, to: number): boolean {
  if (to === 0 || to % 2 === 1) return true;
  return from === to || from === to - 1;
}

const ALLOWED = Uint8Array.from({ length: LABELS * LABELS }, (_, at) =>
  mayFollow(Math.floor(at / LABELS), at % LABELS) ? 1 : 0,
);

/** Unigram scores of one sentence's tokens, `LABELS` places each; tokens that are not open score only for outside. */
export type Scorer = (i: number, first: number, last: number, into: Int32Array) => void;

/** Buffers that grow with the longest sentence seen. */
class Lattice {
  best = new Int32Array(64 * LABELS);
  from = new Int8Array(64 * LABELS);

  room(tokens: number): void {
    if (this.best.length >= tokens * LABELS) return;
    this.best = new Int32Array(tokens * 2 * LABELS);
    this.from = new Int8Array(tokens * 2 * LABELS);
  }
}

const lattice = new Lattice();

/** Best labels of tokens [first, last) into `labels`. */
export function decode(
  score: Scorer,
  transitions: Int32Array,
  open: Uint8Array,
  begins: Uint8Array,
  first: number,
  last: number,
  labels: Uint8Array,
): void {
  const size = last - first;
  lattice.room(size);
  const { best, from } = lattice;
  const own = new Int32Array(256);
  for (let t = 0; t < size; t += 1) {
    const isOpen = open[first + t] === 1;
    if (isOpen) score(first + t, first, last, own);
    for (let to = 0; to < LABELS; to += 1) {
      let top = NEVER;
      let back = 0;
      if (to === 0 || (isOpen && (to % 2 === 0 || begins[first + t] === 1))) {
        if (t === 0) top = to === 0 || to % 2 === 1 ? transitions[to]! : NEVER;
        else
          for (let prior = 0; prior < LABELS; prior += 1) {
            if (ALLOWED[prior * LABELS + to] === 0) continue;
            const value = best[(t - 1) * LABELS + prior]! + transitions[prior * LABELS + to]!;
            if (value > top && best[(t - 1) * LABELS + prior]! > NEVER / 2) {
              top = value;
              back = prior;
            }
          }
        if (top > NEVER && isOpen) top += own[to]!;
      }
      best[t * LABELS + to] = top;
      from[t * LABELS + to] = back;
    }
  }
  if (size === 0) return;
  let label = 0;
  for (let to = 1; to < LABELS; to += 1)
    if (best[(size - 1) * LABELS + to]! > best[(size - 1) * LABELS + label]!) label = to;
  for (let t = size - 1; t >= 0; t -= 1) {
    labels[first + t] = label;
    label = from[t * LABELS + label]!;
  }
}

/** Coarse kinds and extents of the names of a text. */
export function recognise(view: View, model: NameModel = names()): Span[] {
  const { doc, cues } = view;
  const keys = new Int32Array(NAME_FEATURE_COUNT);
  const labels = new Uint8Array(doc.size);
  const margins = new Int32Array(doc.size);
  const scorer: Scorer = (i, first, last, into) => {
    model.weights.score(keys, nameFeatures(view, i, first, last, keys), into);
    margins[i] = marginOf(into);
  };
  for (let s = 0; s + 1 < doc.sentences.length; s += 1)
    decode(
      scorer,
      model.transitions,
      cues.open,
      cues.begins,
      doc.sentences[s]!,
      doc.sentences[s + 1]!,
      labels,
    );
  return spansOf(labels, margins);
}

/** No name has more tokens; a longer run is cut. */
const LONGEST_NAME = 24;

function marginOf(scores: Int32Array): number {
  let top = scores[0]!;
  let next = NEVER;
  for (let label = 1; label < LABELS; label += 1) {
    const value = scores[label]!;
    if (value > top) {
      next = top;
      top = value;
    } else if (value > next) next = value;
  }
  return top - next;
}

export function spansOf(labels: Uint8Array, margins: Int32Array): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i]!;
    if (label === 0) continue;
    let last = i + 1;
    let least = margins[i]!;
    while (last < labels.length && last < i + LONGEST_NAME && labels[last] === Math.ceil(label / 2) * 2) {
      if (margins[last]! < least) least = margins[last]!;
      last += 1;
    }
    const kind = COARSE_KINDS[Math.ceil(label / 2) - 1]!;
    spans.push({ first: i, last, kind, score: least / (least + 200) });
    i = last - 1;
  }
  return spans;
}
