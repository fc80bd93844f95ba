/** Learns the ranker of antecedents: a large-margin perceptron over hashed features, averaged, with integer weights. */
import {
  firstMentionFeatures,
  MOST_FEATURES,
  mayMean,
  pairFeatures,
  type Scene,
} from "../../src/language/references/features.ts";
import { clashesWith, Growing, Search } from "../../src/language/references/search.ts";

export interface Example {
  readonly scene: Scene;
  /** Gold entity of each candidate, -1 for none. */
  readonly entity: Int32Array;
}

/** What a wrong decision costs while learning (Durrett and Klein 2013), in units of the weights. */
export interface Costs {
  /** A mention is linked that begins an entity or has none. */
  readonly falseLink: number;
  /** A mention that has an antecedent is left alone. */
  readonly missedLink: number;
  /** Linked, but to another entity. */
  readonly wrongLink: number;
}

const TABLE = 1 << 18;
/** One step of learning; weights are integers, and their mean keeps some bits below a step. */
const STEP = 16;

export function trainRanker(
  examples: readonly Example[],
  rounds: number,
  costs: Costs,
  log: (line: string) => void,
): Int16Array {
  const weights = new Int32Array(TABLE);
  const totals = new Float64Array(TABLE);
  let time = 1;
  const mask = TABLE - 1;
  const keys = new Int32Array(MOST_FEATURES);
  const sum = (count: number): number => {
    let total = 0;
    for (let i = 0; i < count; i += 1) total += weights[keys[i]! & mask]!;
    return total;
  };
  const add = (count: number, delta: number): void => {
    for (let i = 0; i < count; i += 1) {
      const at = keys[i]! & mask;
      weights[at] = weights[at]! + delta;
      totals[at] = totals[at]! + delta * time;
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    let all = 0;
    for (const at of shuffled(examples.length, round)) {
      const { scene, entity } = examples[at]!;
      const search = new Search(scene);
      const growing = new Growing(scene);
      for (let index = 0; index < scene.candidates.length; index += 1) {
        const seen = search.seen(index);
        const own = scene.traits[index]!;
        const antecedents = search
          .antecedents(index)
          .filter((earlier) => !clashesWith(growing.of(earlier), own));
        const bearer = entity[index]!;
        const hasGold = bearer >= 0 && antecedents.some((earlier) => entity[earlier] === bearer);
        const alone = sum(firstMentionFeatures(scene, index, seen, keys));
        let best = alone + (hasGold ? costs.missedLink : 0);
        let chosen = -1;
        let bestGold = hasGold ? Number.NEGATIVE_INFINITY : alone;
        let gold = -1;
        let plainBest = alone;
        let plain = -1;
        let between = 0;
        let goldBetween = 0;
        let chosenBetween = 0;
        for (const earlier of antecedents) {
          const score = sum(pairFeatures(scene, index, earlier, between, growing.of(earlier), keys));
          const right = hasGold && entity[earlier] === bearer;
          if (right && score > bestGold) {
            bestGold = score;
            gold = earlier;
            goldBetween = between;
          }
          const cost = right ? 0 : hasGold ? costs.wrongLink : costs.falseLink;
          if (score + cost > best) {
            best = score + cost;
            chosen = earlier;
            chosenBetween = between;
          }
          if (score > plainBest) {
            plainBest = score;
            plain = earlier;
          }
          if (mayMean(scene.traits[index]!, scene.traits[earlier]!)) between += 1;
        }
        all += 1;
        const chosenRight = chosen < 0 ? !hasGold : hasGold && entity[chosen] === bearer;
        if (!chosenRight) {
          wrong += 1;
          const update = (earlier: number, far: number, delta: number): void => {
            const count =
              earlier < 0
                ? firstMentionFeatures(scene, index, seen, keys)
                : pairFeatures(scene, index, earlier, far, growing.of(earlier), keys);
            add(count, delta);
          };
          update(gold, goldBetween, STEP);
          update(chosen, chosenBetween, -STEP);
        }
        time += 1;
        growing.link(index, plain);
        search.add(index);
      }
    }
    log(`references, round ${round + 1}: ${((100 * wrong) / all).toFixed(2)} % of ${all} updated`);
  }
  const mean = new Int16Array(TABLE);
  for (let at = 0; at < TABLE; at += 1) {
    const value = Math.round(weights[at]! - totals[at]! / time);
    mean[at] = Math.max(-32768, Math.min(32767, value));
  }
  return mean;
}

/** The same order on every machine: a linear congruential generator seeded by the round. */
function shuffled(size: number, round: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  let state = (round + 1) * 2654435761;
  for (let i = size - 1; i > 0; i -= 1) {
    state = (Math.imul(state | 0, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
