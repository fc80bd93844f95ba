/** The positions matrix: what each side is told to want on each issue. */
import { nameWords } from "../compare/names.ts";
import type { Reference } from "../record/finding.ts";
import type { Cell } from "../record/shift.ts";
import { joined, type Stand } from "./stand.ts";
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

/** The stand that holds now: of the last report that has one, rather the side's own than what one of its people says. */
function standing(party: readonly Reference[], stands: readonly Stand[]): Stand {
  const isThreat = ({ position }: Stand) => position.stance === "rejects" && position.condition !== undefined;
  const present = stands.filter(
    (stand) => !stand.position.past && stand.position.stance !== "open" && !isThreat(stand),
  );
  const last = present.filter(({ reading }) => reading === present.at(-1)?.reading);
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

/** Party × issue, by the number of reports that speak of it. */
export function cellsOf(telling: Telling, stands: readonly Stand[]): Cell[] {
  const groups = new Map<string, { party: readonly Reference[]; stands: Stand[] }>();
  for (const stand of stands) {
    const party = partiesOf(telling, stand.holder);
    const key = JSON.stringify([stand.position.issue, ...party.map(({ id }) => id).sort()]);
    const known = groups.get(key);
    if (known) known.stands.push(stand);
    else groups.set(key, { party, stands: [stand] });
  }
  return [...groups.values()]
    .map(({ party, stands: own }) => cellFrom(telling, party, own))
    .sort(
      (a, b) =>
        b.corroboration.origins - a.corroboration.origins ||
        b.corroboration.reports - a.corroboration.reports ||
        b.stands.length - a.stands.length ||
        (nameOf(a) < nameOf(b) ? -1 : 1),
    );
}
