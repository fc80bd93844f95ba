/** Who did it: two sides that accuse each other of one thing. */
import type { Conflict } from "../../record/conflict.ts";
import type { Reading } from "../../record/reading.ts";
import { Components } from "../growing/components.ts";
import { compareText, dropUnder, setUnder } from "../growing/order.ts";
import { matterOf, matterShared, sentenceAround } from "../matter.ts";
import type { Carrier } from "../origins.ts";
import type { Telling } from "../telling.ts";
import { toIdentities } from "../telling.ts";
import { publishedBy } from "../view.ts";
import { conflictOf, sideOf } from "./side.ts";

export interface Blame extends Carrier {
  readonly by: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  readonly onName: string;
  readonly matter: ReadonlySet<string>;
  readonly day: number;
}

export function blamesIn(telling: Telling, reading: Reading): Blame[] {
  return reading.events.flatMap((event): Blame[] => {
    if (event.type !== "ACCUSE" || event.negated || event.recipients.length === 0) return [];
    const on = toIdentities(telling, event.recipients);
    return [
      {
        reading,
        finding: event,
        by: telling.sides.ofAll(toIdentities(telling, event.participants)),
        on: telling.sides.ofAll(on),
        onName: on.map(({ name }) => name).join(" and "),
        matter: matterOf(sentenceAround(reading.report.text, event.at[0])),
        day: publishedBy(reading) ?? Number.POSITIVE_INFINITY,
      },
    ];
  });
}

/** Days within which two accusations speak of one thing. */
const NEAR = 3;

function crosses(a: Blame, b: Blame): boolean {
  const own = [...a.on].some((side) => b.by.has(side)) || [...b.on].some((side) => a.by.has(side));
  const apart = [...a.on].every((side) => !b.on.has(side));
  return own && apart && Math.abs(a.day - b.day) <= NEAR && matterShared(a.matter, b.matter) >= 0.15;
}

function compareBlames(a: Blame, b: Blame): number {
  return (
    (a.day === b.day ? 0 : a.day - b.day) ||
    compareText(a.reading.report.id, b.reading.report.id) ||
    a.finding.at[0].start - b.finding.at[0].start ||
    compareText(a.finding.id, b.finding.id)
  );
}

/** Accusations of a story, by the days and sides under which their like is found. */
export class Blames {
  readonly #byKey = new Map<string, Set<Blame>>();
  readonly #components = new Components<Blame, readonly Conflict[]>((blame) => this.#near(blame));

  add(blame: Blame): void {
    for (const side of [...blame.by, ...blame.on]) setUnder(this.#byKey, `${side} ${blame.day}`).add(blame);
    this.#components.add(blame);
  }

  remove(blame: Blame): void {
    this.#components.remove(blame);
    for (const side of [...blame.by, ...blame.on]) dropUnder(this.#byKey, `${side} ${blame.day}`, blame);
  }

  *#near(blame: Blame): Iterable<Blame> {
    const days = Number.isFinite(blame.day)
      ? Array.from({ length: 2 * NEAR + 1 }, (_, i) => blame.day - NEAR + i)
      : [blame.day];
    for (const side of [...blame.by, ...blame.on])
      for (const day of days)
        for (const other of this.#byKey.get(`${side} ${day}`) ?? [])
          if (crosses(blame, other) || crosses(other, blame)) yield other;
  }

  /** Accusations that cross, each pair of accused sides once. */
  conflicts(telling: Telling): Conflict[] {
    return [...this.#components.all()].flatMap((component) => {
      component.value ??=
        component.members.size < 2 ? [] : crossing(telling, [...component.members].sort(compareBlames));
      return component.value;
    });
  }
}

function crossing(telling: Telling, all: readonly Blame[]): Conflict[] {
  const used = new Set<Blame>();
  return all.flatMap((first) => {
    if (used.has(first)) return [];
    const against = all.filter((other) => !used.has(other) && crosses(first, other));
    const [second] = against;
    if (!second) return [];
    const beside = all.filter((other) => other !== first && !used.has(other) && crosses(other, second));
    for (const one of [first, ...beside, ...against]) used.add(one);
    return [
      conflictOf({
        kind: "attribution",
        about: `who is to blame: ${first.onName} or ${second.onName}`,
        sides: [sideOf(telling, first.onName, [first, ...beside]), sideOf(telling, second.onName, against)],
        strength: "firm",
        why: "each side accuses the other",
      }),
    ];
  });
}
