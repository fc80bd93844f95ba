/** Stands kept by side, issue and matter, so that a reading touches only the turns that it may change. */
import { compareEdtf } from "../record/edtf-order.ts";
import type { Reading } from "../record/reading.ts";
import type { Shift } from "../record/shift.ts";
import { Components } from "./growing/components.ts";
import { compareText, dropUnder, insert, setUnder, withdraw } from "./growing/order.ts";
import { droppedCondition, type Turns, toldTurns, turnsOn } from "./shifts.ts";
import { compareStands, onOneMatter, type Stand } from "./stand.ts";
import type { Telling } from "./telling.ts";

/** What one side is told to want on one issue, parted by what it is about. */
class Bucket {
  readonly key: string;
  readonly side: string;
  readonly stands: Stand[] = [];
  readonly #byWord = new Map<string, Set<Stand>>();
  readonly #matters = new Components<Stand, Turns>((stand, isTogether) => this.#near(stand, isTogether));
  #turns: Turns | undefined;

  constructor(key: string, side: string) {
    this.key = key;
    this.side = side;
  }

  add(stand: Stand): void {
    insert(this.stands, stand, compareStands);
    for (const word of stand.matter) setUnder(this.#byWord, word).add(stand);
    this.#matters.add(stand);
    this.#turns = undefined;
  }

  remove(stand: Stand): void {
    withdraw(this.stands, stand, compareStands);
    this.#matters.remove(stand);
    for (const word of stand.matter) dropUnder(this.#byWord, word, stand);
    this.#turns = undefined;
  }

  turns(telling: Telling): Turns {
    this.#turns ??= this.#worked(telling);
    return this.#turns;
  }

  *#near(stand: Stand, isTogether: (other: Stand) => boolean): Iterable<Stand> {
    // What a person calls the same need not share a word.
    if (stand.said)
      for (const other of this.stands)
        if (stand.said.has(other.position.id) && onOneMatter(stand, other)) yield other;
    for (const word of stand.matter)
      for (const other of this.#byWord.get(word) ?? [])
        if (!isTogether(other) && onOneMatter(stand, other)) yield other;
  }

  #worked(telling: Telling): Turns {
    const identity = telling.sides.identity(this.side);
    const holder = identity ? [{ id: this.side, name: identity.name }] : this.stands[0]!.holder;
    const turns = [...this.#matters.all()].map((matter) => {
      matter.value ??= turnsOn(telling, holder, [...matter.members].sort(compareStands));
      return matter.value;
    });
    const hasTurned = turns.some(({ shifts }) => shifts.length > 0);
    const dropped = hasTurned ? undefined : droppedCondition(holder, this.stands);
    return {
      shifts: [...turns.flatMap(({ shifts }) => shifts), ...(dropped ? [dropped] : [])],
      conflicts: turns.flatMap(({ conflicts }) => conflicts),
    };
  }
}

/** Stands by side and issue; what envoys and offices say counts for their side. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #homes = new Map<Stand, readonly Bucket[]>();
  readonly #told = new Map<Reading, readonly Shift[]>();

  /** Takes in the stands of a reading. */
  add(telling: Telling, reading: Reading, stands: readonly Stand[]): void {
    for (const stand of stands) {
      const buckets = this.#bucketsFor(telling, stand);
      this.#homes.set(stand, buckets);
      for (const bucket of buckets) bucket.add(stand);
    }
    const told = toldTurns(telling, stands);
    if (told.length > 0) this.#told.set(reading, told);
  }

  remove(reading: Reading, stands: readonly Stand[]): void {
    this.#told.delete(reading);
    for (const stand of stands) {
      for (const bucket of this.#homes.get(stand) ?? []) {
        bucket.remove(stand);
        if (bucket.stands.length === 0) this.#buckets.delete(bucket.key);
      }
      this.#homes.delete(stand);
    }
  }

  #bucketsFor(telling: Telling, stand: Stand): Bucket[] {
    const { issue } = stand.position;
    if (issue === "other") return [];
    return [...telling.sides.ofAll(stand.holder)].map((side) => {
      const key = JSON.stringify([side, issue]);
      const bucket = this.#buckets.get(key) ?? new Bucket(key, side);
      this.#buckets.set(key, bucket);
      return bucket;
    });
  }

  turns(telling: Telling): Turns {
    const buckets = [...this.#buckets.values()].sort((a, b) => compareText(a.key, b.key));
    const all = buckets.map((bucket) => bucket.turns(telling));
    const found = all.flatMap(({ shifts }) => shifts);
    const known = new Set(found.flatMap(({ before }) => before.evidence.map(({ finding }) => finding)));
    const told = [...this.#told.values()]
      .flat()
      .filter(({ before }) => before.evidence.every(({ finding }) => !known.has(finding)));
    return {
      shifts: [...found, ...told].sort(
        (a, b) => compareEdtf(a.when ?? "", b.when ?? "") || (a.id < b.id ? -1 : 1),
      ),
      conflicts: all.flatMap(({ conflicts }) => conflicts),
    };
  }
}
