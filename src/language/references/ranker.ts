import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../assets/files.ts";
import {
  firstMentionFeatures,
  MOST_FEATURES,
  mayMean,
  pairFeatures,
  REFERENCE_FEATURES,
  type Scene,
} from "./features.ts";
import { clashesWith, Growing, Search } from "./search.ts";

/** Weights of hashed features: the weight of a feature stands at the low bits of its key. */
export interface RankerModel {
  readonly weights: Int16Array;
  /** Share of right links by how clearly the link won: `[least margin, share]`, margins ascending. */
  readonly calibration: readonly (readonly [margin: number, share: number])[];
}

let loaded: RankerModel | undefined;

/**
 * The ranker that comes with the program.
 * @throws Error where it is missing, damaged or made for other features
 */
export function loadRanker(folder: string = modelFolder("references")): RankerModel {
  if (folder === modelFolder("references") && loaded !== undefined) return loaded;
  const manifest = readManifest(folder, REFERENCE_FEATURES);
  const bytes = readFileSync(join(folder, "weights.bin"));
  if (createHash("sha256").update(bytes).digest("hex") !== manifest.sha256) {
    throw new Error(`${folder}/weights.bin does not match its manifest`);
  }
  const model = {
    weights: decodeSparse(bytes),
    calibration: manifest.calibration as RankerModel["calibration"],
  };
  if (folder === modelFolder("references")) loaded = model;
  return model;
}

/** Table as bytes: its length, then for each weight that is not 0 the gap since the last (base 128) and its two bytes. */
export function encodeSparse(weights: Int16Array): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number) => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  number(weights.length);
  let last = -1;
  weights.forEach((weight, at) => {
    if (weight === 0) return;
    number(at - last);
    bytes.push(weight & 255, (weight >> 8) & 255);
    last = at;
  });
  return Uint8Array.from(bytes);
}

export function decodeSparse(bytes: Uint8Array): Int16Array {
  let at = 0;
  const number = (): number => {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = bytes[at]!;
      at += 1;
      value += (byte % 128) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  };
  const weights = new Int16Array(number());
  let place = -1;
  while (at < bytes.length) {
    place += number();
    weights[place] = ((bytes[at]! | (bytes[at + 1]! << 8)) << 16) >> 16;
    at += 2;
  }
  return weights;
}

/** The link of each mention: index of its antecedent or -1, and how clearly that won over the other way. */
export interface Links {
  readonly antecedent: Int32Array;
  readonly margin: Int32Array;
}

/**
 * Links each mention, from left to right, to the antecedent with the greatest sum of weights, or to none where
 * standing alone sums to more (mention ranking: Denis and Baldridge 2008; Durrett and Klein 2013 for the features).
 * Ties go to no link, then to the nearer antecedent.
 */
export function rank(scene: Scene, { weights }: RankerModel): Links {
  const size = scene.candidates.length;
  const antecedent = new Int32Array(size).fill(-1);
  const margin = new Int32Array(size);
  const keys = new Int32Array(MOST_FEATURES);
  const mask = weights.length - 1;
  const search = new Search(scene);
  const growing = new Growing(scene);
  const sum = (count: number): number => {
    let total = 0;
    for (let i = 0; i < count; i += 1) total += weights[keys[i]! & mask]!;
    return total;
  };
  for (let index = 0; index < size; index += 1) {
    const alone = sum(firstMentionFeatures(scene, index, search.seen(index), keys));
    let best = Number.NEGATIVE_INFINITY;
    let chosen = -1;
    let between = 0;
    const doer = search.at(scene.traits[index]!.doer);
    for (const earlier of search.antecedents(index)) {
      // "The police let them pass": whom a verb does something to is not who does it.
      if (doer !== undefined && growing.entityOf[earlier] === growing.entityOf[doer]) continue;
      if (clashesWith(growing.of(earlier), scene.traits[index]!)) continue;
      const score = sum(pairFeatures(scene, index, earlier, between, growing.of(earlier), keys));
      if (mayMean(scene.traits[index]!, scene.traits[earlier]!)) between += 1;
      if (score > best) {
        best = score;
        chosen = earlier;
      }
    }
    if (best > alone) antecedent[index] = chosen;
    margin[index] = chosen < 0 ? 0 : best - alone;
    growing.link(index, antecedent[index]!);
    search.add(index);
  }
  return { antecedent, margin };
}

/** The share of right links among those that won as clearly, 0..1. */
export function sureness({ calibration }: RankerModel, margin: number): number {
  let share = calibration[0]?.[1] ?? 0.5;
  for (const [least, right] of calibration) if (margin >= least) share = right;
  return share;
}
