/** Weights that part several classes: softmax regression with ridge, by full gradient steps. Same data, same weights. */
import type { Linear } from "./logistic.ts";

export interface Labelled {
  readonly features: readonly number[];
  readonly label: number;
}

const STEPS = 1500;
const RATE = 0.5;
const RIDGE = 0.005;

/** Rare classes count for more: the square root of how much rarer they are. */
function balance(examples: readonly Labelled[], classes: number): number[] {
  return Array.from({ length: classes }, (_, label) => {
    const count = examples.filter((example) => example.label === label).length;
    return Math.sqrt(examples.length / (classes * Math.max(count, 1)));
  });
}

function shares(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / all);
}

export function fitClasses(examples: readonly Labelled[], classes: number): Linear[] {
  const size = examples[0]?.features.length ?? 0;
  const counts = balance(examples, classes);
  const weights = Array.from({ length: classes }, () => new Array<number>(size + 1).fill(0));
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map(() => new Array<number>(size + 1).fill(0));
    for (const { features, label } of examples) {
      const sums = weights.map((own) =>
        features.reduce((sum, value, i) => sum + value * own[i]!, own[size]!),
      );
      for (const [k, share] of shares(sums).entries()) {
        const miss = (share - (k === label ? 1 : 0)) * counts[label]!;
        for (let i = 0; i < size; i++) slopes[k]![i]! += miss * features[i]!;
        slopes[k]![size]! += miss;
      }
    }
    for (const [k, own] of weights.entries())
      for (let i = 0; i <= size; i++)
        own[i] = own[i]! - RATE * (slopes[k]![i]! / examples.length + (i < size ? RIDGE * own[i]! : 0));
  }
  return weights.map((own) => ({ bias: own[size]!, weights: own.slice(0, size) }));
}
