/**
 * Reports that are made from one another, while reports come and go. Texts that may be copies are found by fingerprints
 * (winnowing: of every few runs of words the one with the least hash is kept, so that a shared stretch of 13 words
 * shares one; Schleimer, Wilkerson and Aiken, SIGMOD 2003), then held side by side.
 */
import type { Dependence } from "../../record/corroboration.ts";
import type { Reading } from "../../record/reading.ts";
import { type Component, Components } from "../growing/components.ts";
import { firstFrom, insert, withdraw } from "../growing/order.ts";
import { compareReadings, publishedBy } from "../view.ts";
import { citedOutlets, namesOf, outletKey } from "./dependence.ts";
import { sharedWording, type Wording, wordingOf } from "./wording.ts";

/** From this share of common wording on a report is taken to be made from the other. */
const COPIED = 0.18;
/** Share of a text's fingerprints that another must have to be held beside it. */
const LIKELY = 0.08;
const MOST_PASSAGES = 5;
/** From this share on the rest of a report's models are those of its model. */
const WHOLE = 0.9;
/** Days between a report and one that is made from it. */
const NEAR = 30;
/** Runs of words of which one is kept as a fingerprint. */
const WINDOW = 8;
/** Texts whose words are kept at hand. */
const AT_HAND = 300;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function fingerprintsOf({ shingles }: Wording): Set<number> {
  const hashes = [...shingles.keys()].map(hashOf);
  const kept = new Set<number>();
  for (let i = 0; i < Math.max(1, hashes.length - WINDOW + 1); i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let j = i; j < Math.min(i + WINDOW, hashes.length); j++) least = Math.min(least, hashes[j]!);
    if (Number.isFinite(least)) kept.add(least);
  }
  return kept;
}

function passagesBetween(
  later: Reading,
  earlier: Reading,
  shared: ReturnType<typeof sharedWording>,
): Dependence["passages"] {
  return shared.passages.slice(0, MOST_PASSAGES).flatMap(({ first, second }) => [
    { report: later.report.id, ...first, text: later.report.text.slice(first.start, first.end) },
    { report: earlier.report.id, ...second, text: earlier.report.text.slice(second.start, second.end) },
  ]);
}

/** Whether a report names the outlet of another as its source. */
function cites(reading: Reading, other: Reading): boolean {
  const outlet = other.report.outlet && outletKey(other.report.outlet.value);
  const agency = reading.report.agency && outletKey(reading.report.agency.value);
  return (
    outlet !== undefined &&
    (agency === outlet ||
      namesOf(reading).has(outlet) ||
      citedOutlets(reading).some((name) => outletKey(name) === outlet))
  );
}

function isNear(a: Reading, b: Reading): boolean {
  const [left, right] = [publishedBy(a), publishedBy(b)];
  return left === undefined || right === undefined || Math.abs(left - right) <= NEAR;
}

/** An earlier report with the wording of a later one. */
interface Model {
  readonly model: Reading;
  readonly link: Dependence;
  readonly isWhole: boolean;
}

export class Copies {
  readonly #prints = new Map<Reading, ReadonlySet<number>>();
  readonly #holders = new Map<number, Reading[]>();
  readonly #models = new Map<Reading, readonly Model[]>();
  readonly #copiesOf = new Map<Reading, Set<Reading>>();
  readonly #texts = new Components<Reading>((reading) => this.#linked(reading));
  readonly #wordings = new Map<Reading, Wording>();

  /** @returns readings whose text is counted with others than before */
  add(reading: Reading): Reading[] {
    const prints = fingerprintsOf(this.#wording(reading));
    this.#prints.set(reading, prints);
    for (const print of prints) {
      const holders = this.#holders.get(print);
      if (holders) insert(holders, reading, compareReadings);
      else this.#holders.set(print, [reading]);
    }
    this.#texts.add(reading);
    const later = this.#likely(reading, 1).filter((one) => {
      const last = this.#models.get(one)?.at(-1);
      // What is the whole of an earlier text is not looked at further.
      return !last?.isWhole || compareReadings(reading, last.model) < 0;
    });
    return [reading, ...later].flatMap((one) => this.#relink(one));
  }

  remove(reading: Reading): Reading[] {
    const later = [...(this.#copiesOf.get(reading) ?? [])].sort(compareReadings);
    for (const print of this.#prints.get(reading) ?? []) {
      const holders = this.#holders.get(print)!;
      withdraw(holders, reading, compareReadings);
      if (holders.length === 0) this.#holders.delete(print);
    }
    const parted = this.#texts.remove(reading);
    this.#unlink(reading);
    this.#prints.delete(reading);
    this.#models.delete(reading);
    this.#wordings.delete(reading);
    return [...parted, ...later.flatMap((one) => this.#relink(one))];
  }

  /** Stands for the text that a report shares with others; reports of one text have the same. */
  textOf(reading: Reading): Component<Reading, never> | undefined {
    return this.#texts.of(reading);
  }

  /** What a report is made from. */
  dependencesOf(reading: Reading): Dependence[] {
    return (this.#models.get(reading) ?? []).map(({ link }) => link);
  }

  #wording(reading: Reading): Wording {
    const known = this.#wordings.get(reading);
    if (known) return known;
    const wording = wordingOf(reading);
    if (this.#wordings.size >= AT_HAND) this.#wordings.clear();
    this.#wordings.set(reading, wording);
    return wording;
  }

  #linked(reading: Reading): Reading[] {
    return [
      ...(this.#models.get(reading) ?? []).map(({ model }) => model),
      ...(this.#copiesOf.get(reading) ?? []),
    ];
  }

  /** Earlier (-1) or later (1) reports with enough fingerprints in common, in order. */
  #likely(reading: Reading, direction: -1 | 1): Reading[] {
    const prints = this.#prints.get(reading)!;
    const hits = new Map<Reading, number>();
    for (const print of prints) {
      const holders = this.#holders.get(print)!;
      const [from, to] =
        direction < 0
          ? [
              firstFrom(holders, (other) => !isBefore(other, reading)),
              firstFrom(holders, (other) => compareReadings(other, reading) >= 0),
            ]
          : [firstFrom(holders, (other) => compareReadings(other, reading) > 0), holders.length];
      for (let i = from; i < to; i++) {
        const other = holders[i]!;
        if (direction > 0 && !isNear(other, reading)) break;
        hits.set(other, (hits.get(other) ?? 0) + 1);
      }
    }
    return [...hits]
      .filter(([other, count]) => {
        const size = direction < 0 ? prints.size : (this.#prints.get(other)?.size ?? 0);
        return count >= LIKELY * Math.min(size, prints.size);
      })
      .map(([other]) => other)
      .sort(compareReadings);
  }

  #unlink(reading: Reading): void {
    for (const { model } of this.#models.get(reading) ?? []) this.#copiesOf.get(model)?.delete(reading);
  }

  /** Works out anew what a report is made from. */
  #relink(reading: Reading): Reading[] {
    const before = this.#models.get(reading) ?? [];
    const now = this.#modelsOf(reading);
    const isSame = before.length === now.length && before.every(({ model }, i) => model === now[i]!.model);
    if (isSame) return [];
    const kept = before.every(({ model }) => now.some((one) => one.model === model));
    const parted = kept ? [] : this.#texts.remove(reading);
    this.#unlink(reading);
    this.#models.set(reading, now);
    for (const { model } of now) {
      const copies = this.#copiesOf.get(model) ?? new Set();
      this.#copiesOf.set(model, copies.add(reading));
    }
    if (kept) return this.#texts.rejoin(reading);
    return [reading, ...parted, ...this.#texts.add(reading)];
  }

  #modelsOf(later: Reading): Model[] {
    const found: Model[] = [];
    for (const earlier of this.#likely(later, -1)) {
      const [copy, model] = cites(earlier, later) ? [earlier, later] : [later, earlier];
      const shared = sharedWording(this.#wording(copy), this.#wording(model));
      if (shared.containment < COPIED) continue;
      const passages = passagesBetween(copy, model, shared);
      const isWhole = shared.containment >= WHOLE;
      found.push({
        model: earlier,
        link: { from: copy.report.id, on: model.report.id, kind: "shared wording", passages },
        isWhole,
      });
      if (isWhole) break;
    }
    return found;
  }
}

function isBefore(other: Reading, reading: Reading): boolean {
  return compareReadings(other, reading) < 0 && !isNear(other, reading);
}
