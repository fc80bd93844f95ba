/** Tellings of one event put together, in order of publication. */

import type { Verdicts } from "../judged.ts";
import { isTogether, likeness, SAME, VETO } from "./same.ts";
import type { Told } from "./told.ts";

/** Share of a group's tellings that may rule a newcomer out before it is turned away: a report may have the day wrong. */
const STRAY = 1 / 3;
/** What a newcomer must be like on average. */
const LEAST = 0.75;

function isOver({ event }: Told): boolean {
  return event.status === "held" || event.status === "ongoing";
}

/** How well a telling fits a group; undefined where it does not. */
function fit(told: Told, group: readonly Told[]): number | undefined {
  let [vetoes, sum, best] = [0, 0, Number.NEGATIVE_INFINITY];
  let [over, ruledOut] = [0, 0];
  for (const other of group) {
    const points = likeness(told, other);
    if (isOver(other)) over++;
    if (points <= VETO / 2) {
      vetoes++;
      if (isOver(other)) ruledOut++;
      continue;
    }
    sum += points;
    best = Math.max(best, points);
  }
  // What is still to come is not what all who tell its end call over.
  if (!isOver(told) && over > 0 && over === ruledOut) return undefined;
  if (best < SAME || vetoes > group.length * STRAY) return undefined;
  const mean = sum / (group.length - vetoes);
  // Of two that fit, the one that more reports tell.
  return mean < LEAST ? undefined : best + (isTogether(told.kind) ? sizeBonus(group.length) : 0);
}

/** Grows by one with each doubling; a loop, since a logarithm is not the same on every machine. */
function sizeBonus(size: number): number {
  let bonus = 0;
  for (let rest = size; rest > 1; rest /= 2) bonus++;
  return bonus;
}

/** Cheap keys, one of which two tellings of one event share: a day, a place, somebody who takes part. */
function keysOf(told: Told): string[] {
  const { days, place, persons, sides, sequence } = told;
  const day = days && days.to - days.from <= 2 ? [days.from, days.to, days.from - 1, days.to + 1] : [];
  return [
    ...new Set([
      ...day.map((number) => `day ${number}`),
      ...(place ? [`place ${place.id}`] : []),
      ...[...persons].map((id) => `person ${id}`),
      ...[...sides].map((id) => `side ${id}`),
      ...(sequence === undefined ? [] : [`round ${sequence}`]),
    ]),
  ].map((key) => `${told.kind} ${key}`);
}

/** The groups that hold what a person calls the same, put into the first of them. */
function joined(groups: Told[][], isSame: (group: readonly Told[]) => boolean): number | undefined {
  const [home, ...others] = [...groups.keys()].filter((index) => isSame(groups[index]!));
  for (const other of others) groups[home!]!.push(...groups[other]!.splice(0));
  return home;
}

/** Each telling goes to the group that it fits best, or opens one of its own. */
export function grouped(tellings: readonly Told[], verdicts: Verdicts): Told[][] {
  const groups: Told[][] = [];
  const byKey = new Map<string, Set<number>>();
  for (const told of tellings) {
    const keys = keysOf(told);
    const candidates = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
    const said = verdicts.get(told.event.id);
    const isSaid = (group: readonly Told[], verdict: "same" | "not the same") =>
      said !== undefined && group.some(({ event }) => said.get(event.id) === verdict);
    let home = said && joined(groups, (group) => isSaid(group, "same"));
    let best = home === undefined ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const points = isSaid(groups[index]!, "not the same") ? undefined : fit(told, groups[index]!);
      if (points !== undefined && points > best) [home, best] = [index, points];
    }
    if (home === undefined) home = groups.push([]) - 1;
    groups[home]!.push(told);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.add(home);
      else byKey.set(key, new Set([home]));
    }
  }
  return groups.filter((group) => group.length > 0);
}
