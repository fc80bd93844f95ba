/** Of all quotations that the gold lists, missed ones counted: how many are there with the right speaker. */
import type { Row } from "../../bench.ts";
import { isSaid, isSaidBy, type Side } from "./fits.ts";
import type { GoldItem } from "./gold.ts";
import { assign } from "./match.ts";

/** Statements of a report and those that Parley has with the right words and the right speaker. */
export interface Spoken {
  readonly all: readonly GoldItem[];
  readonly right: ReadonlySet<GoldItem>;
}

export function spokenIn(side: Side): Spoken {
  const all = (side.gold.items.statements ?? []).filter(({ optional }) => optional !== true);
  const found = side.found.statements;
  const match = assign(
    all.length,
    found.length,
    (g, f) => isSaid(side, all[g]!, found[f]!) && isSaidBy(side, all[g]!, found[f]!),
  );
  return { all, right: new Set(all.filter((_, g) => match[g]! >= 0)) };
}

const isQuotation = ({ form }: GoldItem): boolean => form === "direct" || form === "mixed";

/** Shares over all reports of a folder together. */
export function speakerRows(data: string, spoken: readonly Spoken[]): Row[] {
  const row = (metric: string, items: readonly GoldItem[]): Row[] => {
    const right = items.filter((item) => spoken.some((one) => one.right.has(item))).length;
    return items.length === 0 ? [] : [{ metric, data, value: right / items.length, n: items.length }];
  };
  const all = spoken.flatMap((one) => one.all);
  return [
    ...row("speaker right, of all quotations", all.filter(isQuotation)),
    ...row("speaker right, of all statements", all),
  ];
}

export function wrongSpeakers(report: string, { all, right }: Spoken): readonly string[] {
  return all
    .filter((item) => !right.has(item))
    .map((item) => `${report} speaker missed  ${JSON.stringify(item)}`);
}
