/** Who did it: two sides that accuse each other of one thing. */
import type { Conflict } from "../../record/conflict.ts";
import { matterOf, matterShared, sentenceAround } from "../matter.ts";
import type { Carrier } from "../origins.ts";
import type { Telling } from "../telling.ts";
import { toIdentities } from "../telling.ts";
import { publishedBy } from "../view.ts";
import { conflictOf, sideOf } from "./side.ts";

interface Blame extends Carrier {
  readonly by: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  readonly onName: string;
  readonly matter: ReadonlySet<string>;
  readonly day: number;
}

function blames(telling: Telling): Blame[] {
  return telling.readings.flatMap((reading) =>
    reading.events.flatMap((event): Blame[] => {
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
    }),
  );
}

/** Days within which two accusations speak of one thing. */
const NEAR = 3;

function crosses(a: Blame, b: Blame): boolean {
  const own = [...a.on].some((side) => b.by.has(side)) || [...b.on].some((side) => a.by.has(side));
  const apart = [...a.on].every((side) => !b.on.has(side));
  return own && apart && Math.abs(a.day - b.day) <= NEAR && matterShared(a.matter, b.matter) >= 0.15;
}

/** Accusations that cross, each pair of accused sides once. */
export function blameConflicts(telling: Telling): Conflict[] {
  const all = blames(telling);
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
