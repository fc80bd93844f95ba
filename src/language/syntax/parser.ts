/** Greedy arc-hybrid parsing: two transitions a word. */
import type { Weights } from "../model/weights.ts";
import { PARSE_FEATURE_COUNT, parseFeatures, type Sentence } from "./features.ts";
import { isLeft, SHIFT, State, transitionCount } from "./state.ts";

export interface ParseModel {
  readonly weights: Weights;
  /** Names of the relations, by label. */
  readonly labels: readonly string[];
  /** Label of the relation to the root. */
  readonly root: number;
}

const keys = new Int32Array(PARSE_FEATURE_COUNT);
const scores = new Int32Array(256);
const state = new State();

/** The best transition that the state allows. The lowest index wins a tie. */
export function bestAllowed(of: Int32Array, labels: number, root: number, at: State): number {
  let top = -1;
  const shift = at.mayShift();
  const left = at.mayLeft();
  const right = at.mayRight();
  const isRoot = at.front === at.size;
  for (let t = 0; t < transitionCount(labels); t += 1) {
    if (t === SHIFT ? !shift : isLeft(t) ? !left : !right) continue;
    if (t !== SHIFT && (isRoot && isLeft(t)) !== ((t - 1) >> 1 === root)) continue;
    if (top < 0 || of[t]! > of[top]!) top = t;
  }
  return top;
}

/** Parses the words [first, last); writes head (token index, -1 for the root) and label of each. */
export function parseSentence(
  model: ParseModel,
  sentence: Sentence,
  last: number,
  head: Int32Array,
  label: Uint8Array,
): void {
  const { first } = sentence;
  state.begin(last - first);
  while (!state.isDone()) {
    model.weights.score(keys, parseFeatures(sentence, state, keys), scores);
    state.apply(bestAllowed(scores, model.labels.length, model.root, state));
  }
  for (let i = 0; i < state.size; i += 1) {
    const parent = state.head[i]!;
    head[first + i] = parent === state.size ? -1 : first + parent;
    label[first + i] = state.label[i]!;
  }
}
