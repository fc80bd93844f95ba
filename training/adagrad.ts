/**
 * A linear model over hashed features, learnt on the hinge loss with steps that shrink feature by feature (AdaGrad:
 * Duchi, Hazan and Singer, JMLR 2011) and averaged over the examples. It knows + − × ÷ √ only.
 */

/** Choices with their features, and which of them are right. Where none is right, none should be taken. */
export interface Choices {
  readonly choices: readonly Int32Array[];
  readonly right: readonly boolean[];
}

/** By how much the right choice has to win. */
const MARGIN = 1;

export class AdaGrad {
  readonly #index = new Map<number, number>();
  readonly #rate: number;
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #totals: Float64Array;
  readonly #stamps: Int32Array;
  #time = 0;

  /** Features that fewer than `seen` examples have are left out. */
  constructor(examples: readonly Choices[], { rate, seen }: { rate: number; seen: number }) {
    this.#rate = rate;
    const counts = new Map<number, number>();
    for (const { choices } of examples) {
      const keys = new Set<number>();
      for (const choice of choices) for (const key of choice) keys.add(key);
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) if (count >= seen) this.#index.set(key, this.#index.size);
    const { size } = this.#index;
    this.#weights = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(1e-8);
    this.#totals = new Float64Array(size);
    this.#stamps = new Int32Array(size);
  }

  /** The places of features that are known. */
  #places(keys: Int32Array): Int32Array {
    const places: number[] = [];
    for (const key of keys) {
      const place = this.#index.get(key);
      if (place !== undefined) places.push(place);
    }
    return Int32Array.from(places);
  }

  /** Goes over the examples round by round, in the order that `order` gives. `mayBeNone`: to take no choice scores 0. */
  learn(
    examples: readonly Choices[],
    { rounds, dropped, mayBeNone, order }: Learning,
    tell: (message: string) => void,
  ): this {
    const placed = examples.map(({ choices, right }) => ({
      choices: choices.map((keys) => this.#places(keys)),
      right,
    }));
    for (let round = 0; round < rounds; round++) {
      let mistakes = 0;
      for (const example of order(placed))
        if (this.#learnFrom(dropped === 0 ? example : this.#without(example, dropped), mayBeNone)) mistakes++;
      tell(`round ${round + 1}: ${mistakes} of ${examples.length} changed the weights\n`);
    }
    return this;
  }

  /** An example without some of its features, others each time. */
  #without({ choices, right }: Choices, dropped: number): Choices {
    const seed = Math.imul(this.#time + 1, 0x9e3779b1);
    const isKept = (place: number) => (Math.imul(place ^ seed, 0x85ebca6b) >>> 8) % 100 >= dropped;
    return { choices: choices.map((places) => places.filter(isKept)), right };
  }

  #learnFrom({ choices, right }: Choices, mayBeNone: boolean): boolean {
    this.#time++;
    const scores = choices.map((places) => this.#score(places));
    const target = bestOf(scores, right, true);
    const rival = bestOf(scores, right, false);
    const threat = Math.max(
      mayBeNone ? 0 : Number.NEGATIVE_INFINITY,
      rival < 0 ? Number.NEGATIVE_INFINITY : scores[rival]!,
    );
    if (target >= 0) {
      if (scores[target]! - threat >= MARGIN) return false;
      this.#step(choices[target]!, 1);
      if (rival >= 0 && scores[rival]! === threat) this.#step(choices[rival]!, -1);
      return true;
    }
    if (rival < 0 || !mayBeNone || scores[rival]! <= -MARGIN) return false;
    this.#step(choices[rival]!, -1);
    return true;
  }

  #score(places: Int32Array): number {
    let sum = 0;
    for (const place of places) sum += this.#weights[place]!;
    return sum;
  }

  #step(places: Int32Array, direction: 1 | -1): void {
    for (const place of places) {
      const weight = this.#weights[place]!;
      this.#totals[place]! += weight * (this.#time - this.#stamps[place]!);
      this.#stamps[place] = this.#time;
      this.#squares[place]! += 1;
      this.#weights[place] = weight + (this.#rate * direction) / Math.sqrt(this.#squares[place]!);
    }
  }

  /** The averaged weights times `scale`, rounded, by feature; those nearer to zero than `least` are left out. */
  averaged(scale: number, least: number): Map<number, number> {
    const weights = new Map<number, number>();
    for (const [key, place] of this.#index) {
      const total = this.#totals[place]! + this.#weights[place]! * (this.#time - this.#stamps[place]!);
      const weight = Math.round((total / this.#time) * scale);
      if (weight >= least || weight <= -least) weights.set(key, weight);
    }
    return weights;
  }
}

export interface Learning {
  readonly rounds: number;
  /** Of a hundred features of an example, how many are left out each time, so that none is relied upon alone. */
  readonly dropped: number;
  readonly mayBeNone: boolean;
  readonly order: <T>(examples: readonly T[]) => readonly T[];
}

function bestOf(scores: readonly number[], right: readonly boolean[], wanted: boolean): number {
  let best = -1;
  for (let i = 0; i < scores.length; i++)
    if (right[i] === wanted && (best < 0 || scores[i]! > scores[best]!)) best = i;
  return best;
}
