/**
 * When a report was written, told from its own text where nothing else says so.
 *
 * What it tells as past was before, what it announces is still to come; "next week" and a planned date, or "Friday"
 * and the day that it names, narrow the days between. A year comes from a date that has one, from a weekday that fits
 * the day of only some years, or from a length that runs since a date ("three years" since May 2022).
 */
import type { Analysis } from "../../language/analysis.ts";
import { dayNumber, weekdayOf } from "../../record/day.ts";
import type { Diagnostic } from "../../record/diagnostic.ts";
import { type Extent, edtfOf, extent } from "../../record/edtf.ts";
import { isProse, type Report } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { extentOf, modulo, pointAt } from "./calendar.ts";
import { type Expression, findExpressions, resolveAll, type TimeExpression } from "./find.ts";
import { tenseOf } from "./tense.ts";

export interface Inferred {
  /** Days on which the report may have been written. */
  readonly extent: Extent;
  /** EDTF of the same. */
  readonly value: string;
  /** In words, with the expressions that it rests on. */
  readonly why: string;
  /** The expression that bounds it closest. */
  readonly by: Expression;
}

/** An interval longer than this says too little to count from. */
const WIDEST = 45;
/** Share of a text that is its head, and its foot. */
const EDGE = 0.15;
/** Dates further apart than this are not told of as one stream of news. */
const NEWS = 60;

/** The days on which a text was written, as far as it tells; `undefined` where it does not. */
export function inferPublished(
  text: string,
  expressions: readonly Expression[] = findExpressions(text),
): Inferred | undefined {
  const stamp = stampOf(text, expressions);
  if (stamp !== undefined) return stamp;
  const anchor = anchorDay(expressions);
  if (anchor === undefined) return undefined;
  const published = { from: anchor.day, to: anchor.day + 1 };
  const dated = resolveAll(expressions, published).filter((each) => isDated(each) && near(each, anchor.day));
  const past = dated.filter(
    ({ direction, resolution }) => direction !== "future" && resolution.mod === undefined,
  );
  const planned = dated.filter(({ direction }) => direction === "future");
  const latest = last(past, (each) => startOf(each));
  const next =
    latest === undefined
      ? first(planned, endOf)
      : first(
          planned.filter((each) => endOf(each) > startOf(latest)),
          endOf,
        );
  const bounds = narrow(expressions, {
    from: latest === undefined ? undefined : startOf(latest),
    to: next === undefined ? undefined : endOf(next),
    next,
  });
  if (bounds === undefined || bounds.to - bounds.from > WIDEST || bounds.to <= bounds.from) return undefined;
  const days = { from: bounds.from, to: bounds.to };
  const quoted = [latest, next]
    .filter((each) => each !== undefined)
    .map(({ start, end }) => `"${text.slice(start, end)}"`);
  const why = [
    latest === undefined ? "" : `not before ${quoted[0]}, which it tells as past`,
    next === undefined ? "" : `not after ${quoted.at(-1)}, which it tells as to come`,
    ...bounds.reasons,
    anchor.why,
  ];
  const by = next ?? latest;
  return by === undefined
    ? undefined
    : { extent: days, value: edtfOf(days), why: why.filter((each) => each !== "").join("; "), by };
}

/** A full date that is a sentence by itself, once, at the head or the foot of a text: "19 June 2031. Also in World: …". */
function stampOf(text: string, expressions: readonly Expression[]): Inferred | undefined {
  const stamps = expressions.filter(({ meaning, start, end }) => {
    if (meaning.kind !== "named" || meaning.year === undefined || meaning.slot.slot !== "day") return false;
    const isAlone =
      (start === 0 || text[start - 1] === "\n") &&
      /^(?:\.\s|\.?[ \t]*(?:\n|$))/.test(text.slice(end, end + 40));
    return isAlone && (end < text.length * EDGE || start > text.length * (1 - EDGE));
  });
  const [by] = stamps;
  const day = by && datedDay(by.meaning);
  if (by === undefined || day === undefined || stamps.length > 1) return undefined;
  const days = { from: day, to: day + 1 };
  const why = `"${text.slice(by.start, by.end)}" stands alone at an end of the text`;
  return { extent: days, value: edtfOf(days), why, by };
}

/** A day of the calendar: dates that say less cannot bound the day of writing. */
function isDated({ meaning, resolution }: TimeExpression): boolean {
  return (
    meaning.kind === "named" &&
    resolution.extent !== undefined &&
    (meaning.slot.slot === "day" || (meaning.slot.slot === "month" && meaning.mod !== undefined))
  );
}

function near({ resolution }: TimeExpression, day: number): boolean {
  return resolution.extent !== undefined && Math.abs(resolution.extent.from - day) < NEWS;
}

function startOf({ resolution }: TimeExpression): number {
  return resolution.extent?.from ?? -Infinity;
}

function endOf({ resolution }: TimeExpression): number {
  return resolution.extent?.to ?? Infinity;
}

function last<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || key(item) > key(best)) best = item;
  return best;
}

function first<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  return last(items, (item) => -key(item));
}

/** The day of an expression that has its year; the middle of "mid-August 2025". */
function datedDay(meaning: Expression["meaning"]): number | undefined {
  if (meaning.kind !== "named" || meaning.year === undefined) return undefined;
  const { slot, year, mod } = meaning;
  if (slot.slot === "day") return dayNumber(year, slot.month, slot.day);
  return slot.slot === "month" && mod !== undefined ? dayNumber(year, slot.month, 15) : undefined;
}

interface AnchorDay {
  readonly day: number;
  /** Where the year comes from, when no date of the text has one. */
  readonly why: string;
}

/** A day near the writing: the latest one told as past with its year, else one to come, else one of which the year can be worked out. */
function anchorDay(expressions: readonly Expression[]): AnchorDay | undefined {
  const told = expressions.flatMap(({ meaning, direction }) => {
    const day = datedDay(meaning);
    return day === undefined ? [] : [{ day, planned: direction === "future" }];
  });
  const past = last(
    told.filter(({ planned }) => !planned),
    ({ day }) => day,
  )?.day;
  const day = past ?? first(told, (each) => each.day)?.day;
  const yearless = expressions.flatMap(({ meaning }) =>
    meaning.kind === "named" && meaning.slot.slot === "day" && meaning.year === undefined
      ? [meaning.slot]
      : [],
  );
  const worked =
    yearless.length === 0
      ? undefined
      : (yearByWeekday(yearless, expressions) ?? yearByLength(yearless, expressions));
  if (worked !== undefined && (day === undefined || worked.day - day > NEWS)) return worked;
  return day === undefined ? undefined : { day, why: "" };
}

interface DaySlot {
  readonly month: number;
  readonly day: number;
  readonly weekday?: number;
}

/** "Friday, 15 August" holds in some years only: the first of them after the latest year that the text speaks of. */
function yearByWeekday(slots: readonly DaySlot[], expressions: readonly Expression[]): AnchorDay | undefined {
  const years = expressions.flatMap(({ meaning }) => yearsOf(meaning));
  const slot = slots.find(({ weekday }) => weekday !== undefined);
  if (slot === undefined || years.length === 0) return undefined;
  const latest = Math.max(...years);
  for (let year = latest; year < latest + 6; year += 1) {
    const day = dayNumber(year, slot.month, slot.day);
    if (weekdayOf(day) === slot.weekday)
      return { day, why: `the year ${year} is the first after ${latest} in which weekday and day agree` };
  }
  return undefined;
}

function yearsOf(meaning: Expression["meaning"]): number[] {
  if (meaning.kind === "fixed" && meaning.grain === "year") return [meaning.index];
  return meaning.kind === "named" && meaning.year !== undefined ? [meaning.year] : [];
}

/** A month with its year, and a length that leads from it to within a month of a day without a year. */
function yearByLength(slots: readonly DaySlot[], expressions: readonly Expression[]): AnchorDay | undefined {
  for (const { meaning: since } of expressions) {
    if (
      since.kind !== "named" ||
      since.year === undefined ||
      (since.slot.slot !== "month" && since.slot.slot !== "day")
    )
      continue;
    for (const { meaning: length } of expressions) {
      const [amount] = length.kind === "length" && length.window === undefined ? length.amounts : [];
      if (amount?.unit !== "year" || amount.count === undefined || amount.count < 1) continue;
      const month = since.year * 12 + since.slot.month - 1 + Math.round(amount.count * 12);
      for (const slot of slots) {
        const year = Math.floor(month / 12);
        if (Math.abs(month - (year * 12 + slot.month - 1)) < 2)
          return {
            day: dayNumber(year, slot.month, slot.day),
            why: `the year ${year} from a length of ${amount.count} years since ${since.year}`,
          };
      }
    }
  }
  return undefined;
}

interface Bounds {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly next: TimeExpression | undefined;
}

/** Closes the bounds by weeks and weekdays that are counted from the day of writing. */
function narrow(
  expressions: readonly Expression[],
  { from, to, next }: Bounds,
): (Extent & { readonly reasons: readonly string[] }) | undefined {
  let low = from ?? -Infinity;
  let high = to ?? Infinity;
  const reasons: string[] = [];
  const weeks = next === undefined ? undefined : weeksAhead(expressions);
  if (next !== undefined && weeks !== undefined) {
    const week = extentOf({ grain: "week", index: pointAt("week", startOf(next)).index - weeks });
    if (week.to > low) {
      // On a Sunday "this week" is the one that starts tomorrow.
      low = Math.max(low, weeks === 0 ? week.from - 1 : week.from);
      high = Math.min(high, week.to);
      reasons.push(weeks === 0 ? "that is this week" : "that is next week");
    }
  }
  if (!Number.isFinite(high) && Number.isFinite(low)) high = low + 7;
  if (!Number.isFinite(low) && Number.isFinite(high)) low = high - 8;
  if (!Number.isFinite(low) || high - low > WIDEST) return undefined;
  return { ...byWeekdays(expressions, low, high), reasons };
}

/** 1 where what is planned is "next week", 0 where it is "this week". */
function weeksAhead(expressions: readonly Expression[]): number | undefined {
  for (const { meaning, direction } of expressions) {
    if (
      meaning.kind === "shift" &&
      meaning.grain === "week" &&
      meaning.from === "publication" &&
      direction === "future" &&
      (meaning.by === 0 || meaning.by === 1)
    )
      return meaning.by;
  }
  return undefined;
}

/** News names the days of the week just gone: within a week of doubt, the writing is not before the latest of them. */
function byWeekdays(expressions: readonly Expression[], from: number, to: number): Extent {
  let low = from;
  if (to - from >= 10) return { from, to };
  for (const { meaning, direction } of expressions) {
    if (
      meaning.kind !== "named" ||
      meaning.slot.slot !== "weekday" ||
      meaning.which !== undefined ||
      direction !== "past"
    )
      continue;
    const day = from + modulo(meaning.slot.weekday - weekdayOf(from), 7);
    if (day < to) low = Math.max(low, day);
  }
  return { from: low, to };
}

/** The report with its publication date inferred where no metadata gave one, and doubted where its text speaks against it. */
export function datedByText(report: Report, { clauses }: Pick<Analysis, "clauses">): Report {
  const parts = report.blocks.filter(({ kind }) => kind !== "furniture");
  const expressions = findExpressions(report.text, { parts, tenseAt: tenseOf(clauses, report.text) });
  if (report.published.value !== undefined) {
    const doubt = publishedBeforeEvents(report, expressions);
    return doubt === undefined ? report : { ...report, diagnostics: [...report.diagnostics, doubt] };
  }
  const inferred = inferPublished(report.text, expressions);
  if (inferred === undefined) return report;
  const { value, why, by } = inferred;
  return { ...report, published: { value, basis: "text", at: spanAt(report.text, by.start, by.end), why } };
}

/** A warning where the prose tells as past, with its year, a day after the publication date. */
function publishedBeforeEvents(report: Report, expressions: readonly Expression[]): Diagnostic | undefined {
  const published = extent(report.published.value ?? "");
  if (published === undefined) return undefined;
  const prose = report.blocks.filter(isProse);
  const late = expressions.find(({ meaning, direction, start }) => {
    const day =
      direction === "past" && meaning.kind === "named" && meaning.slot.slot === "day"
        ? datedDay(meaning)
        : undefined;
    return (
      day !== undefined &&
      day >= published.to &&
      prose.some((block) => block.start <= start && start < block.end)
    );
  });
  if (late === undefined) return undefined;
  const quote = report.text.slice(late.start, late.end);
  return {
    code: "published-before-events",
    severity: "warning",
    message: `dated ${report.published.value}, but it tells of ${quote} as past: the date may be wrong`,
    where: { ...(report.file !== undefined && { file: report.file }), start: late.start, end: late.end },
  };
}
