/** The positions matrix: what each side is told to want on each issue. */
import { nameWords } from "../compare/names.ts";
import type { Reference } from "../record/finding.ts";
import type { Cell } from "../record/shift.ts";
import { compareText, insert, withdraw } from "./growing/order.ts";
import { compareStands, joined, type Stand } from "./stand.ts";
import type { Telling } from "./telling.ts";

/** The sides for which holders speak; who speaks for nobody, or for several at once, stands for itself. */
function partiesOf(telling: Telling, holder: readonly Reference[]): Reference[] {
  const parties = holder.map((one) => {
    const sides = telling.sides.of(one.id);
    // "Northern and Lorvian officials": one of them has a side, the others have none that is known.
    const isMixed = /\p{L} and \p{L}/u.test(one.name) && telling.sides.identity(one.id)?.kind === "group";
    const identity = sides.length === 1 && !isMixed ? telling.sides.identity(sides[0]!) : undefined;
    return identity ? { id: identity.id, name: identity.name } : one;
  });
  return [...new Map(parties.map((party) => [party.id, party])).values()];
}

/** Words for people who belong to somebody: without whose they are, nobody is named. */
const RELATIVE =
  /^(?:\p{Ll}+ )*(?:members?|leaders?|officials?|ministers?|ambassadors?|delegat(?:es|ions?)|allies|parties|sides|states|countries|capitals|governments|envoys|observers|diplomats|people|others)$/iu;

/** "All members backed it", "leaders would press them": whose members or leaders is not told. */
function isNobody(telling: Telling, party: readonly Reference[]): boolean {
  return party.every(({ id, name }) => {
    const kind = telling.sides.identity(id)?.kind;
    return (
      kind !== "person" &&
      kind !== "state" &&
      RELATIVE.test(name) &&
      telling.sides.of(id).every((side) => side === id)
    );
  });
}

/** The stand that holds now: of the last report that has one, rather the side's own than what one of its people says. */
function standing(party: readonly Reference[], stands: readonly Stand[]): Stand {
  const isThreat = ({ position }: Stand) => position.stance === "rejects" && position.condition !== undefined;
  const present = stands.filter(
    (stand) => !stand.position.past && stand.position.stance !== "open" && !isThreat(stand),
  );
  // A report that may have been written on any of several days does not outrank one that was surely written later.
  const latest = Math.max(...present.map(({ earliest, day }) => Math.min(earliest, day)));
  const newest = present.findLast(({ earliest, day }) => Math.min(earliest, day) === latest);
  const last = present.filter(({ reading }) => reading === newest?.reading);
  const own = last.findLast(({ holder }) => holder.some(({ id }) => party.some((one) => one.id === id)));
  return own ?? last.at(-1) ?? stands.findLast(({ position }) => !position.past) ?? stands.at(-1)!;
}

function cellFrom(telling: Telling, party: readonly Reference[], stands: readonly Stand[]): Cell {
  const now = standing(party, stands);
  const { reports, origins } = telling.origins.corroborate(
    stands.map(({ reading, position }) => ({ reading, finding: position })),
  );
  const ids = new Set(party.map(({ id }) => id));
  return {
    holder: [...party],
    issue: stands[0]!.position.issue,
    stance: now.position.stance,
    stands: stands.map((stand) => {
      const by = stand.holder.filter(({ id }) => !ids.has(id));
      return {
        ...joined([stand]),
        ...(by.length > 0 ? { by } : {}),
        ...(stand.position.condition ? { condition: stand.position.condition } : {}),
        ...(stand.position.past ? { past: true as const } : {}),
      };
    }),
    corroboration: { reports: reports.length, origins: origins.length },
  };
}

function nameOf(cell: Cell): string {
  return nameWords(cell.holder.map(({ name }) => name).join(" ")).join(" ") + cell.issue;
}

interface CellStands {
  readonly key: string;
  readonly party: readonly Reference[];
  readonly stands: Stand[];
  cell?: Cell | undefined;
}

/** Stands by party and issue. */
export class Cells {
  readonly #cells = new Map<string, CellStands>();
  readonly #homes = new Map<Stand, CellStands>();

  add(telling: Telling, stands: readonly Stand[]): void {
    for (const stand of stands) {
      const party = partiesOf(telling, stand.holder);
      // The name is part of the key: a party that comes to be called something else is told anew.
      const key = JSON.stringify([
        stand.position.issue,
        ...party.map(({ id, name }) => `${id} ${name}`).sort(),
      ]);
      const home = this.#cells.get(key) ?? { key, party, stands: [] };
      this.#cells.set(key, home);
      this.#homes.set(stand, home);
      insert(home.stands, stand, compareStands);
      home.cell = undefined;
    }
  }

  remove(stands: readonly Stand[]): void {
    for (const stand of stands) {
      const home = this.#homes.get(stand);
      if (!home) continue;
      withdraw(home.stands, stand, compareStands);
      home.cell = undefined;
      this.#homes.delete(stand);
      if (home.stands.length === 0) this.#cells.delete(home.key);
    }
  }

  /** Party × issue, by the number of reports that speak of it; nobody in particular is no party, and what is over no stance. */
  all(telling: Telling): Cell[] {
    return [...this.#cells.values()]
      .filter(
        ({ party, stands }) => !isNobody(telling, party) && stands.some(({ position }) => !position.past),
      )
      .map((home) => {
        home.cell ??= cellFrom(
          telling,
          home.stands[0] ? partiesOf(telling, home.stands[0].holder) : home.party,
          home.stands,
        );
        return home.cell;
      })
      .sort(
        (a, b) =>
          b.corroboration.origins - a.corroboration.origins ||
          b.corroboration.reports - a.corroboration.reports ||
          b.stands.length - a.stands.length ||
          compareText(nameOf(a), nameOf(b)) ||
          compareText(a.stands[0]!.evidence[0]!.finding, b.stands[0]!.evidence[0]!.finding),
      );
  }
}
