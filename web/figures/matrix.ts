/** The positions matrix as rows and columns: holders by issues, those with the most to say first. */
import type { Cell, Shift } from "../../src/record/shift.ts";

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface Matrix {
  readonly issues: readonly string[];
  readonly rows: readonly Row[];
}

function holderKey(cell: Cell): string {
  return cell.holder.map(({ id }) => id).join("+");
}

/** A change of stance shows on the cell that it ends in. */
export function shiftsOf(cell: Cell, shifts: readonly Shift[]): readonly Shift[] {
  const ids = new Set(cell.holder.map(({ id }) => id));
  return shifts.filter((shift) => shift.issue === cell.issue && shift.holder.some(({ id }) => ids.has(id)));
}

/** What the agenda has no issue for. */
const OTHER = "other";

/** Issues by the number of their reports, what is on none of them last; holders by the number of issues, then of stands. */
export function matrixOf(cells: readonly Cell[]): Matrix {
  const rows = new Map<string, { name: string; cells: Map<string, Cell>; stands: number }>();
  const weight = new Map<string, number>();
  for (const cell of cells) {
    const key = holderKey(cell);
    const row = rows.get(key) ?? {
      name: cell.holder.map(({ name }) => name).join(" and "),
      cells: new Map(),
      stands: 0,
    };
    row.cells.set(cell.issue, cell);
    row.stands += cell.stands.length;
    rows.set(key, row);
    weight.set(cell.issue, (weight.get(cell.issue) ?? 0) + cell.corroboration.reports);
  }
  return {
    issues: [...weight]
      .sort(
        (a, b) => Number(a[0] === OTHER) - Number(b[0] === OTHER) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
      )
      .map(([issue]) => issue),
    rows: [...rows]
      .sort(
        ([, a], [, b]) => b.cells.size - a.cells.size || b.stands - a.stands || (a.name < b.name ? -1 : 1),
      )
      .map(([key, { name, cells: own }]) => ({ key, name, cells: own })),
  };
}

/** Words in lines of at most `most` characters; two lines, the second one cut. */
export function inTwoLines(text: string, most: number): readonly string[] {
  const words = text.split(/\s+/);
  let first = "";
  while (words.length > 0 && (first === "" || first.length + 1 + words[0]!.length <= most)) {
    first = first === "" ? words.shift()! : `${first} ${words.shift()!}`;
  }
  const rest = words.join(" ");
  const cut = (line: string) => (line.length > most ? `${line.slice(0, most - 1)}…` : line);
  return rest === "" ? [cut(first)] : [cut(first), cut(rest)];
}
