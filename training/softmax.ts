/**
 * A linear model of several classes over hashed features (multinomial logistic regression), learnt by stochastic gradient
 * descent with weights that shrink a little at each step. Class 0 is "none of them".
 */
import { type Generator, shuffled } from "./generator.ts";

export interface Labelled {
  readonly keys: Int32Array;
  /** Number of the right class; 0 for none. */
  readonly label: number;
}

export interface SoftmaxSettings {
  readonly classes: number;
  readonly rounds: number;
  readonly rate: number;
  /** Share of its weight that a feature loses at a step of full rate. */
  readonly shrink: number;
  /** How much more an example of a class counts than one of none. */
  readonly emphasis: number;
  /** Features that fewer examples have are left out. */
  readonly seen: number;
}

/** The weights of each feature, one for each class but 0, over those of class 0. */
export function softmax(
  examples: readonly Labelled[],
  { classes, rounds, rate, shrink, emphasis, seen }: SoftmaxSettings,
  generator: Generator,
): ReadonlyMap<number, Float64Array> {
  const index = indexOf(examples, seen);
  const placed = examples.map(({ keys, label }) => ({ places: placesOf(keys, index), label }));
  const weights = new Float64Array(index.size * classes);
  const chances = new Float64Array(classes);
  for (let round = 0; round < rounds; round++) {
    const step = rate / (1 + round / 2);
    for (const { places, label } of shuffled(placed, generator)) {
      chancesOf(places, weights, chances);
      const scale = label === 0 ? step : step * emphasis;
      for (let place = 0; place < classes; place++) {
        const error = (chances[place]! - (place === label ? 1 : 0)) * scale;
        for (const at of places) {
          const slot = at * classes + place;
          weights[slot] = weights[slot]! * (1 - step * shrink) - error;
        }
      }
    }
  }
  return new Map(
    [...index].map(([key, at]) => {
      const own = weights.subarray(at * classes, (at + 1) * classes);
      return [key, own.slice(1).map((weight) => weight - own[0]!)];
    }),
  );
}

function indexOf(examples: readonly Labelled[], seen: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { keys } of examples)
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [key, count] of counts) if (count >= seen) index.set(key, index.size);
  return index;
}

function placesOf(keys: Int32Array, index: ReadonlyMap<number, number>): Int32Array {
  return Int32Array.from([...keys].flatMap((key) => index.get(key) ?? []));
}

/** Fills in the chance of each class. */
function chancesOf(places: Int32Array, weights: Float64Array, chances: Float64Array): void {
  const classes = chances.length;
  chances.fill(0);
  for (const at of places)
    for (let place = 0; place < classes; place++) chances[place]! += weights[at * classes + place]!;
  const most = Math.max(...chances);
  let sum = 0;
  for (let place = 0; place < classes; place++) {
    chances[place] = Math.exp(chances[place]! - most);
    sum += chances[place]!;
  }
  for (let place = 0; place < classes; place++) chances[place]! /= sum;
}
