/** Trains the parser: greedy arc-hybrid with a dynamic oracle (Goldberg and Nivre 2013). */
import { Weights } from "../src/language/model/weights.ts";
import { PARSE_FEATURE_COUNT, parseFeatures } from "../src/language/syntax/features.ts";
import { bestAllowed, type ParseModel } from "../src/language/syntax/parser.ts";
import { isLeft, labelOf, SHIFT, State, transitionCount } from "../src/language/syntax/state.ts";
import type { GoldDocument } from "./conllu.ts";
import { Generator, shuffled } from "./generator.ts";
import { Perceptron } from "./perceptron.ts";

export interface TreeExample {
  readonly form: Int32Array;
  /** Tags as the tagger gives them. */
  readonly tag: Uint8Array;
  readonly sentences: Int32Array;
  /** Index in the sentence, the sentence's size for the root. */
  readonly head: Int32Array;
  readonly label: Int32Array;
}

/** Relations seen at least `least` times, the most frequent first. */
export function relations(documents: readonly GoldDocument[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const sentence of document.sentences)
      for (const word of sentence) counts.set(word.deprel, (counts.get(word.deprel) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}

export function toTree(
  document: GoldDocument,
  words: { form: Int32Array },
  tag: Uint8Array,
  sentences: Int32Array,
  labels: readonly string[],
): TreeExample {
  const place = new Map(labels.map((name, i) => [name, i]));
  const head: number[] = [];
  const label: number[] = [];
  for (const sentence of document.sentences)
    for (const word of sentence) {
      head.push(word.head < 0 ? sentence.length : word.head);
      label.push(place.get(word.deprel) ?? place.get(word.deprel.split(":")[0]!) ?? place.get("dep")!);
    }
  return { form: words.form, tag, sentences, head: Int32Array.from(head), label: Int32Array.from(label) };
}

/** How many gold arcs each kind of transition puts out of reach: shift, left, right. */
function costs(state: State, head: Int32Array, first: number, into: Int32Array): void {
  const { size, front, depth, stack } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  let shift = 0;
  if (front < size) {
    const headOfFront = head[first + front]!;
    for (let d = 0; d < depth; d += 1) {
      const word = stack[d]!;
      if (head[first + word] === front) shift += 1;
      if (d < depth - 1 && headOfFront === word) shift += 1;
    }
  }
  let left = 0;
  let right = 0;
  if (s0 >= 0) {
    let dependents = 0;
    for (let b = front; b < size; b += 1) if (head[first + b] === s0) dependents += 1;
    const h = head[first + s0]!;
    left = dependents + (h === s1 || h > front ? 1 : 0);
    right = dependents + (h >= front ? 1 : 0);
  }
  into[0] = shift;
  into[1] = left;
  into[2] = right;
}

/** The best-scored transition of least cost, with the gold label where it makes a gold arc. */
function bestRight(
  scores: Int32Array,
  labels: number,
  root: number,
  state: State,
  example: TreeExample,
  first: number,
  cost: Int32Array,
): number {
  costs(state, example.head, first, cost);
  const shift = state.mayShift() ? cost[0]! : 1e6;
  const left = state.mayLeft() ? cost[1]! : 1e6;
  const right = state.mayRight() ? cost[2]! : 1e6;
  const least = Math.min(shift, left, right);
  const s0 = state.depth > 0 ? state.stack[state.depth - 1]! : -1;
  let top = -1;
  for (let t = 0; t < transitionCount(labels); t += 1) {
    if (t === SHIFT) {
      if (shift !== least) continue;
    } else {
      const isRoot = isLeft(t) && state.front === state.size;
      if (isRoot !== (labelOf(t) === root)) continue;
      if ((isLeft(t) ? left : right) !== least) continue;
      const parent = isLeft(t) ? state.front : state.stack[state.depth - 2]!;
      if (example.head[first + s0] === parent && example.label[first + s0] !== labelOf(t)) continue;
    }
    if (top < 0 || scores[t]! > scores[top]!) top = t;
  }
  return top;
}

export function trainParser(
  examples: readonly TreeExample[],
  labels: readonly string[],
  rounds: number,
  log: (line: string) => void,
): ParseModel & { raw: ReturnType<Perceptron["averaged"]> } {
  const order = examples.flatMap((example, e) =>
    Array.from({ length: example.sentences.length - 1 }, (_, s) => [e, s] as const),
  );
  const model = new Perceptron();
  const keys = new Int32Array(PARSE_FEATURE_COUNT);
  const scores = new Int32Array(256);
  const cost = new Int32Array(3);
  const generator = new Generator(17);
  const state = new State();
  const root = labels.indexOf("root");
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    let all = 0;
    for (const [e, s] of shuffled(order, generator)) {
      const example = examples[e]!;
      const first = example.sentences[s]!;
      const sentence = { first, form: example.form, tag: example.tag };
      state.begin(example.sentences[s + 1]! - first);
      while (!state.isDone()) {
        const count = parseFeatures(sentence, state, keys);
        model.score(keys, count, scores);
        const guess = bestAllowed(scores, labels.length, root, state);
        const right = bestRight(scores, labels.length, root, state, example, first, cost);
        model.time += 1;
        all += 1;
        if (guess !== right) {
          wrong += 1;
          model.update(keys, count, right, 1);
          model.update(keys, count, guess, -1);
        }
        // Follow the own guess most of the time after the first round, to learn the way back from errors.
        state.apply(guess !== right && (round === 0 || generator.next(10) === 0) ? right : guess);
      }
    }
    log(`parser round ${round + 1}: ${((100 * (all - wrong)) / all).toFixed(2)} % right while learning`);
  }
  const raw = model.averaged(64, 64);
  return { weights: new Weights(raw.keys, raw.starts, raw.runs), labels, root, raw };
}
