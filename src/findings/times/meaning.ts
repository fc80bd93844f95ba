/**
 * What a temporal expression means before anybody asks when it was written: plain data, which `resolve.ts` turns into
 * a date once the anchor is known and `relative.ts` writes down while it is not.
 */
import type { Grain } from "./calendar.ts";
import type { Part, Unit } from "./words.ts";

/** What recurs within a greater stretch: a weekday, a month, a day of a month, a season, a feast … */
export type Slot =
  | { readonly slot: "weekday"; readonly weekday: number }
  | { readonly slot: "month"; readonly month: number }
  | { readonly slot: "day"; readonly month: number; readonly day: number; readonly weekday?: number }
  | { readonly slot: "day of month"; readonly day: number }
  | { readonly slot: "season"; readonly season: number }
  | { readonly slot: "quarter"; readonly quarter: number }
  | { readonly slot: "half"; readonly half: number }
  | { readonly slot: "weekend" }
  | { readonly slot: "holiday"; readonly rule: string; readonly name: string };

/** Which occurrence of a slot is meant; without it, tense decides. */
export type Which = "last" | "this" | "next" | "same";

/** What an expression is counted from. */
export type From = "publication" | "reference";

/** Where within a stretch, or how exactly. */
export type Mod =
  | "earlier"
  | "later"
  | "start"
  | "first"
  | "last"
  | "mid"
  | "end"
  | "about"
  | "less"
  | "more"
  | "at most"
  | "at least"
  | "before"
  | "after";

export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly zone?: string;
}

export interface Amount {
  readonly unit: Unit;
  /** Absent where the text says only "several", "days". */
  readonly count?: number;
}

export type Meaning = (
  | { readonly kind: "fixed"; readonly grain: Grain; readonly index: number; readonly likeReference?: true }
  | {
      readonly kind: "named";
      readonly slot: Slot;
      readonly year?: number;
      readonly yearBy?: number;
      readonly weekBy?: number;
      /** The first, second … seven days of a month, -1 the last. */
      readonly week?: number;
      readonly grain?: Grain;
      readonly which?: Which;
      readonly from?: From;
    }
  | {
      readonly kind: "shift";
      readonly grain: Grain;
      readonly by: number;
      readonly from: From;
      readonly likeReference?: true;
    }
  | { readonly kind: "clock"; readonly from?: From }
  | { readonly kind: "length"; readonly amounts: readonly Amount[]; readonly window?: "past" | "next" }
  | { readonly kind: "every"; readonly slot?: Slot; readonly unit?: Unit; readonly count?: number }
  | { readonly kind: "nth"; readonly unit: Unit; readonly number: number }
  | { readonly kind: "vague"; readonly time: "past" | "present" | "future" }
  | { readonly kind: "range"; readonly first: Meaning; readonly last: Meaning }
  | { readonly kind: "either"; readonly readings: readonly Meaning[] }
) & {
  readonly mod?: Mod;
  /** A part of the day, or a time of it. */
  readonly part?: Part;
  readonly clock?: Clock;
};
