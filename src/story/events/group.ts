/**
 * Tellings of one event put together: each goes, in order of publication, to the group that it fits best among those
 * before it, or opens one of its own. A telling that comes or goes moves only those after it that hang on it.
 */
import type { History } from "../../record/history.ts";
import { Components } from "../growing/components.ts";
import { compareText, firstFrom, insert, withdraw } from "../growing/order.ts";
import type { Verdicts } from "../judged.ts";
import { isOneDay, isTogether, likeness, SAME, VETO } from "./same.ts";
import type { Told } from "./told.ts";

/** Share of a group's tellings that may rule a newcomer out before it is turned away: a report may have the day wrong. */
const STRAY = 1 / 3;
/** The same for one that has the day of a plan: it may not know that the plan was changed. */
const HALF = 1 / 2;
/** What a newcomer must be like on average. */
const LEAST = 0.75;
/** Days between two reports that may tell one event without giving its day. */
const HORIZON = 60;

export interface Group {
  /** In order. */
  readonly members: Told[];
  /** What was made of them last; absent where they have changed. */
  history?: History | undefined;
}

export function compareTold(a: Told, b: Told): number {
  const [left, right] = [a.published ?? Number.POSITIVE_INFINITY, b.published ?? Number.POSITIVE_INFINITY];
  if (left !== right) return left < right ? -1 : 1;
  return compareText(a.reading.report.id, b.reading.report.id) || a.index - b.index;
}

function isOver({ event }: Told): boolean {
  return event.status === "held" || event.status === "ongoing";
}

/** How well a telling fits the first tellings of a group; undefined where it does not. */
function fit(told: Told, group: readonly Told[], size: number): number | undefined {
  let [vetoes, sum, best] = [0, 0, Number.NEGATIVE_INFINITY];
  let [over, ruledOut] = [0, 0];
  let [isBacked, isMoved] = [false, false];
  for (let i = 0; i < size; i++) {
    const other = group[i]!;
    const points = likeness(told, other);
    if (isOver(other)) over++;
    if (points <= VETO / 2) {
      vetoes++;
      if (isOver(other)) ruledOut++;
      continue;
    }
    sum += points;
    isBacked ||= !isOver(other) && points >= SAME;
    isMoved ||= other.isMoved && points >= SAME && isOneDay(told, other);
    best = Math.max(best, points);
  }
  // What is still to come is not what all who tell its end call over.
  if (!isOver(told) && over > 0 && over === ruledOut) return undefined;
  if (best < SAME || vetoes > size * (isBacked ? HALF : STRAY)) return undefined;
  const mean = sum / (size - vetoes);
  // Of two that fit, the one that more reports tell.
  // Tellings of the day before a move do not speak against the day after it.
  return mean < LEAST && !isMoved ? undefined : best + (isTogether(told.kind) ? sizeBonus(size) : 0);
}

/** Grows by one with each doubling; a loop, since a logarithm is not the same on every machine. */
function sizeBonus(size: number): number {
  let bonus = 0;
  for (let rest = size; rest > 1; rest /= 2) bonus++;
  return bonus;
}

const keys = new WeakMap<Told, readonly string[]>();

/** Cheap keys, one of which two tellings of one event share: a day, a place, somebody who takes part. */
function keysOf(told: Told): readonly string[] {
  const known = keys.get(told);
  if (known) return known;
  const { days, place, persons, sides, sequence } = told;
  const day = days && days.to - days.from <= 2 ? [days.from, days.to, days.from - 1, days.to + 1] : [];
  const made = [
    ...new Set([
      ...day.map((number) => `day ${number}`),
      ...(place ? [`place ${place.id}`] : []),
      ...[...persons].map((id) => `person ${id}`),
      ...[...sides].map((id) => `side ${id}`),
      ...(sequence === undefined ? [] : [`round ${sequence}`]),
    ]),
  ].map((key) => `${told.kind} ${key}`);
  keys.set(told, made);
  return made;
}

function publishedOn({ published }: Told): number {
  return published ?? 0;
}

export class EventGroups {
  readonly #verdicts: Verdicts;
  readonly #lists = new Map<string, Told[]>();
  readonly #kinds = new Map<string, Told[]>();
  readonly #homes = new Map<Told, Group>();
  readonly #groups = new Set<Group>();

  /** @param verdicts what people say of pairs of events */
  constructor(verdicts: Verdicts = new Map()) {
    this.#verdicts = verdicts;
  }

  /** Every group; those that hold what a person calls the same are one. */
  groups(): Iterable<Group> {
    const judged = [...this.#homes.keys()].filter(({ event }) => this.#verdicts.has(event.id));
    const homes = new Components<Group>((group) =>
      judged.flatMap((one) =>
        this.#homes.get(one) === group
          ? judged.flatMap((other) => (this.#isSaid(one, other, "same") ? this.#homes.get(other)! : []))
          : [],
      ),
    );
    for (const told of judged) if (!homes.of(this.#homes.get(told)!)) homes.add(this.#homes.get(told)!);
    const joined = [...homes.all()].filter(({ members }) => members.size > 1);
    if (joined.length === 0) return this.#groups;
    const parts = new Set(joined.flatMap(({ members }) => [...members]));
    return [
      ...[...this.#groups].filter((group) => !parts.has(group)),
      ...joined.map((one) => ({
        members: [...one.members].flatMap(({ members }) => members).sort(compareTold),
      })),
    ];
  }

  #isSaid(a: Told, b: Told, verdict: "same" | "not the same"): boolean {
    return this.#verdicts.get(a.event.id)?.get(b.event.id) === verdict;
  }

  add(told: Told): void {
    for (const key of keysOf(told)) insert(this.#listOf(this.#lists, key), told, compareTold);
    insert(this.#listOf(this.#kinds, told.kind), told, compareTold);
    this.#replay([told]);
  }

  remove(told: Told): void {
    const home = this.#homes.get(told);
    if (!home) return;
    for (const key of keysOf(told)) this.#drop(this.#lists, key, told);
    this.#drop(this.#kinds, told.kind, told);
    const after = this.#after(told, home);
    this.#leave(told, home);
    this.#replay(after);
  }

  #listOf(lists: Map<string, Told[]>, key: string): Told[] {
    const known = lists.get(key);
    if (known) return known;
    const fresh: Told[] = [];
    lists.set(key, fresh);
    return fresh;
  }

  #drop(lists: Map<string, Told[]>, key: string, told: Told): void {
    const list = lists.get(key);
    if (list) withdraw(list, told, compareTold);
    if (list?.length === 0) lists.delete(key);
  }

  #leave(told: Told, home: Group): void {
    withdraw(home.members, told, compareTold);
    home.history = undefined;
    this.#homes.delete(told);
    if (home.members.length === 0) this.#groups.delete(home);
  }

  /** Tellings that share a key with one and were told in time for it: on one day at any time, else within the horizon. */
  #window(key: string, told: Told): { list: readonly Told[]; from: number; to: number } {
    const list = this.#lists.get(key) ?? [];
    if (key.startsWith(`${told.kind} day `)) return { list, from: 0, to: list.length };
    const day = publishedOn(told);
    return {
      list,
      from: firstFrom(list, (other) => publishedOn(other) >= day - HORIZON),
      to: firstFrom(list, (other) => publishedOn(other) > day + HORIZON),
    };
  }

  /** Later tellings whose place hangs on a group, or on a telling that comes to it or leaves it. */
  #after(told: Told, ...groups: readonly Group[]): Told[] {
    const last = this.#kinds.get(told.kind)?.at(-1);
    if (last === undefined || compareTold(last, told) <= 0) return [];
    const near = new Set<Told>();
    for (const one of [told, ...groups.flatMap(({ members }) => members)]) {
      for (const key of keysOf(one)) {
        const { list, from, to } = this.#window(key, one);
        const start = firstFrom(list, (other) => compareTold(other, told) > 0);
        for (let i = Math.max(from, start); i < to; i++) near.add(list[i]!);
      }
    }
    const members = [told, ...groups.flatMap((group) => group.members)];
    return [...near].filter((later) => {
      const home = this.#homes.get(later);
      return (
        (home && groups.includes(home)) ||
        members.some((one) => one !== later && likeness(later, one) >= SAME)
      );
    });
  }

  /** The group among those before a telling that it fits best. */
  #best(told: Told): Group | undefined {
    const candidates = new Set<Group>();
    for (const key of keysOf(told)) {
      const { list, from, to } = this.#window(key, told);
      for (let i = from; i < to && compareTold(list[i]!, told) < 0; i++) {
        const home = this.#homes.get(list[i]!);
        if (home) candidates.add(home);
      }
    }
    let best: { readonly group: Group; readonly points: number } | undefined;
    for (const group of candidates) {
      if (group.members.some((one) => this.#isSaid(told, one, "not the same"))) continue;
      const points = fit(
        told,
        group.members,
        firstFrom(group.members, (one) => compareTold(one, told) >= 0),
      );
      if (points === undefined || (best && points < best.points)) continue;
      const isFirst =
        !best || points > best.points || compareTold(group.members[0]!, best.group.members[0]!) < 0;
      if (isFirst) best = { group, points };
    }
    return best?.group;
  }

  /** Places tellings and all that come to hang on them, each once those before it stand. */
  #replay(first: readonly Told[]): void {
    const pending: Told[] = [];
    const waiting = new Set<Told>();
    const wait = (list: readonly Told[]) => {
      for (const told of list) {
        if (waiting.has(told)) continue;
        waiting.add(told);
        insert(pending, told, compareTold);
      }
    };
    wait(first);
    for (let told = pending.shift(); told; told = pending.shift()) {
      waiting.delete(told);
      const home = this.#homes.get(told);
      const best = this.#best(told);
      if (home && (best === home || (best === undefined && home.members[0] === told))) continue;
      if (home) this.#leave(told, home);
      const next = best ?? { members: [] };
      this.#groups.add(next);
      insert(next.members, told, compareTold);
      next.history = undefined;
      this.#homes.set(told, next);
      wait(this.#after(told, ...(home ? [home, next] : [next])));
    }
  }
}
