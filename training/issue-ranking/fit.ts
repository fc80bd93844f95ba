/**
 * A linear model that picks one row of several by numbers that all rows share (conditional logit): weights of all
 * examples together, and on top of them weights of each kind of example, held near those expected. Full gradient steps
 * that shrink weight by weight (AdaGrad). The same examples give the same weights.
 */

/** Rows of numbers, one of which is right, or several, each in its share. */
export interface Choice {
  /** Number of the kind of example. */
  readonly kind: number;
  /** One row after the other, all of one width. */
  readonly rows: Float64Array;
  /** Share of each row in being right; a row of -1 cannot be chosen. */
  readonly target: Float64Array;
}

export interface FitSettings {
  readonly width: number;
  readonly kinds: number;
  /** What each weight is expected to be: those of all kinds, then those of each. */
  readonly expected: Float64Array;
  /** How strongly weights are held near that: those of all kinds, and those of one. */
  readonly hold: readonly [number, number];
  readonly steps: number;
  readonly rate: number;
}

/** The numbers of a choice that are not 0: row, column, value. */
interface Sparse {
  readonly kind: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly target: Float64Array;
}

function sparse({ kind, rows, target }: Choice, width: number): Sparse {
  const at: number[] = [];
  for (const [i, value] of rows.entries()) if (value !== 0 && target[Math.floor(i / width)]! >= 0) at.push(i);
  return {
    kind,
    row: Int32Array.from(at, (i) => Math.floor(i / width)),
    column: Int32Array.from(at, (i) => i % width),
    value: Float64Array.from(at, (i) => rows[i]!),
    target,
  };
}

/** The weights learnt: `width` numbers for all kinds, then as many for each. */
export function fit(choices: readonly Choice[], settings: FitSettings): Float64Array {
  const { width, expected, hold, steps, rate } = settings;
  const examples = choices.map((choice) => sparse(choice, width));
  const weights = expected.slice();
  const squares = new Float64Array(weights.length).fill(1e-4);
  const slope = new Float64Array(weights.length);
  for (let step = 0; step < steps; step++) {
    slope.fill(0);
    for (const example of examples) addSlope(example, weights, slope, width);
    for (let i = 0; i < weights.length; i++) {
      const pull = (i < width ? hold[0] : hold[1]) * (weights[i]! - expected[i]!);
      const own = slope[i]! / examples.length + pull;
      squares[i] = squares[i]! + own * own;
      weights[i] = weights[i]! - (rate * own) / Math.sqrt(squares[i]!);
    }
  }
  return weights;
}

function addSlope(
  { kind, row, column, value, target }: Sparse,
  weights: Float64Array,
  slope: Float64Array,
  width: number,
): void {
  const own = (1 + kind) * width;
  const chances = target.map((share) => (share < 0 ? Number.NEGATIVE_INFINITY : 0));
  for (let i = 0; i < row.length; i++)
    chances[row[i]!] = chances[row[i]!]! + value[i]! * (weights[column[i]!]! + weights[own + column[i]!]!);
  const most = Math.max(...chances);
  let sum = 0;
  for (let i = 0; i < chances.length; i++) {
    chances[i] = Math.exp(chances[i]! - most);
    sum += chances[i]!;
  }
  for (let i = 0; i < row.length; i++) {
    const miss = (chances[row[i]!]! / sum - target[row[i]!]!) * value[i]!;
    slope[column[i]!] = slope[column[i]!]! + miss;
    slope[own + column[i]!] = slope[own + column[i]!]! + miss;
  }
}
