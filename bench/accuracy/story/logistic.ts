/** Weights that part two classes: logistic regression with ridge, by full gradient steps. Same data, same weights. */

export interface Example {
  readonly features: readonly number[];
  readonly label: boolean;
}

export interface Linear {
  readonly bias: number;
  readonly weights: readonly number[];
}

export function sum({ bias, weights }: Linear, features: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * (features[i] ?? 0), bias);
}

/** @param ridge how strongly weights are held near zero */
export function fit(examples: readonly Example[], ridge = 0.02, steps = 3000, rate = 0.5): Linear {
  const size = examples[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const slope = new Array<number>(size).fill(0);
    let lift = 0;
    for (const { features, label } of examples) {
      const miss = 1 / (1 + Math.exp(-sum({ bias, weights }, features))) - (label ? 1 : 0);
      for (let i = 0; i < size; i++) slope[i] = slope[i]! + miss * features[i]!;
      lift += miss;
    }
    weights = weights.map(
      (weight, i) => weight - rate * (slope[i]! / examples.length + (ridge * weight) / 10),
    );
    bias -= (rate * lift) / examples.length;
  }
  return { bias, weights };
}
