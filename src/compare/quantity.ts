/**
 * Quantities: a number with what limits it and what it counts, as an interval, so that two of them can be compared.
 *
 * "over two years", "nearly 400", "at least 12 people", "5 to 10 million dollars", "approximately 20 %".
 */
import { type Figure, readFigures } from "./number.ts";

/** How a qualifier bends the figure that it stands with. */
export type Bend = "exact" | "about" | "above" | "at least" | "below" | "at most" | "nearly";

export interface Quantity extends Figure {
  /** First character of the qualifier, where there is one, else of the number or its currency sign. */
  readonly outerStart: number;
  /** One past the unit, where it stands with the number. */
  readonly outerEnd: number;
  /** The qualifier in the text's own words, lower case: "approximately", "over". */
  readonly qualifier?: string;
  readonly bend: Bend;
  /** "%", an ISO 4217 code ("USD"), or a measure ("kilometres"); what is counted ("people") is for syntax to say. */
  readonly unit?: string;
}

/** What values a quantity allows. Half-open or closed does not matter for reported figures: ends are included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const BEFORE: readonly (readonly [string, Bend])[] = [
  ["at least", "at least"],
  ["no fewer than", "at least"],
  ["no less than", "at least"],
  ["not less than", "at least"],
  ["a minimum of", "at least"],
  ["more than", "above"],
  ["just over", "above"],
  ["slightly more than", "above"],
  ["well over", "above"],
  ["upwards of", "above"],
  ["in excess of", "above"],
  ["greater than", "above"],
  ["over", "above"],
  ["above", "above"],
  ["no more than", "at most"],
  ["not more than", "at most"],
  ["at most", "at most"],
  ["up to", "at most"],
  ["as many as", "at most"],
  ["as much as", "at most"],
  ["a maximum of", "at most"],
  ["fewer than", "below"],
  ["less than", "below"],
  ["under", "below"],
  ["below", "below"],
  ["just under", "nearly"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["close to", "nearly"],
  ["approximately", "about"],
  ["about", "about"],
  ["around", "about"],
  ["roughly", "about"],
  ["some", "about"],
  ["an estimated", "about"],
  ["estimated", "about"],
  ["circa", "about"],
  ["in the region of", "about"],
  ["exactly", "exact"],
  ["only", "exact"],
  ["just", "exact"],
  ["between", "exact"],
  ["from", "exact"],
];
const AFTER: readonly (readonly [string, Bend])[] = [
  ["or more", "at least"],
  ["or so", "about"],
  ["or fewer", "at most"],
  ["or less", "at most"],
];
/** Longest first, so that "no more than" is not read as "more than". */
const BEFORE_LONGEST_FIRST = BEFORE.toSorted(([a], [b]) => b.length - a.length);
/** Words that limit nothing and are therefore no qualifier to be shown. */
const SILENT: ReadonlySet<string> = new Set(["between", "from"]);

const CURRENCY_SIGNS = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
]);
const UNITS = new Map<string, string>([
  ["%", "%"],
  ["percent", "%"],
  ["per cent", "%"],
  ["percentage points", "percentage points"],
  ["dollars", "USD"],
  ["dollar", "USD"],
  ["euros", "EUR"],
  ["euro", "EUR"],
  ["pounds sterling", "GBP"],
  ["yen", "JPY"],
  ["km", "km"],
  ["kms", "km"],
  ["kilograms", "kilograms"],
  ["kilogram", "kilograms"],
  ["nautical miles", "nautical miles"],
  ["cubic feet", "cubic feet"],
  ["square feet", "square feet"],
  ["acres", "acres"],
  ["litres", "litres"],
  ["liters", "litres"],
  ["gigawatts", "gigawatts"],
  ["mile", "miles"],
  ["kilometres", "kilometres"],
  ["kilometers", "kilometres"],
  ["square kilometres", "square kilometres"],
  ["square kilometers", "square kilometres"],
  ["cubic metres", "cubic metres"],
  ["cubic meters", "cubic metres"],
  ["square miles", "square miles"],
  ["miles", "miles"],
  ["metres", "metres"],
  ["meters", "metres"],
  ["tonnes", "tonnes"],
  ["tons", "tons"],
  ["kg", "kg"],
  ["kgs", "kg"],
  ["hectares", "hectares"],
  ["megawatts", "megawatts"],
  ["barrels", "barrels"],
]);

/** Measures of two words or more, shown as the text has them: "cubic metres a second", "kilometres per hour". */
const MEASURE =
  /^[ \u00a0]((?:(?:square|cubic) (?:met|kilomet|centimet)(?:re|er)s?|(?:kilomet|met)(?:re|er)s|tonnes|tons|barrels|litres|liters|miles)(?: (?:a|per) (?:second|minute|hour|day|week|month|year)))/i;

/** Every quantity in `text` from `from` to `to`, in text order. */
export function readQuantities(text: string, from = 0, to = text.length): Quantity[] {
  return readFigures(text, from, to).map((figure) => quantityOf(text, figure, from, to));
}

function quantityOf(text: string, figure: Figure, from: number, to: number): Quantity {
  let start = figure.start;
  const sign = CURRENCY_SIGNS.get(text.slice(Math.max(from, start - 1), start));
  if (sign !== undefined)
    start = /(?:US|A|C)\$$/.test(text.slice(Math.max(from, start - 3), start)) ? start - 3 : start - 1;
  const unit = unitAfter(text, figure.end, to);
  const before = qualifierBefore(text, start, from);
  const after = qualifierAfter(text, unit?.end ?? figure.end, to);
  const chosen = before ?? after;
  const shown = chosen && !SILENT.has(chosen.words) ? { qualifier: chosen.words } : {};
  const unitName = sign ?? unit?.name;
  return {
    ...figure,
    outerStart: before?.start ?? start,
    outerEnd: after?.end ?? unit?.end ?? figure.end,
    ...shown,
    bend: chosen?.bend ?? (figure.vague ? "about" : "exact"),
    ...(unitName === undefined ? {} : { unit: unitName }),
  };
}

function unitAfter(text: string, at: number, to: number): { name: string; end: number } | undefined {
  const ahead = text.slice(at, Math.min(to, at + 48));
  const measure = MEASURE.exec(ahead);
  if (measure)
    return { name: measure[1]!.toLowerCase().replace(/ers\b/, "res"), end: at + measure[0].length };
  const match = /^[ \u00a0-]?(%|[A-Za-z]+)(?: ([A-Za-z]+))?/.exec(ahead);
  if (!match) return undefined;
  const two = match[2] === undefined ? undefined : UNITS.get(`${match[1]} ${match[2]}`.toLowerCase());
  if (two !== undefined) return { name: two, end: at + match[0].length };
  const one = UNITS.get(match[1]!.toLowerCase());
  if (one === undefined) return undefined;
  return { name: one, end: at + match[0].length - (match[2] === undefined ? 0 : match[2].length + 1) };
}

function qualifierBefore(text: string, at: number, from: number) {
  const behind = text.slice(Math.max(from, at - 28), at).toLowerCase();
  if (!behind.endsWith(" ")) return undefined;
  const end = behind.length - 1;
  for (const [words, bend] of BEFORE_LONGEST_FIRST) {
    if (!behind.endsWith(words, end)) continue;
    const start = end - words.length;
    if (start > 0 && /[a-z]/.test(behind[start - 1]!)) continue;
    return { words, bend, start: at - (behind.length - start) };
  }
  return undefined;
}

function qualifierAfter(text: string, at: number, to: number) {
  const ahead = text.slice(at, Math.min(to, at + 12)).toLowerCase();
  for (const [words, bend] of AFTER) {
    if (ahead.startsWith(` ${words}`) && !/[a-z]/.test(ahead[words.length + 1] ?? " "))
      return { words, bend, end: at + 1 + words.length };
  }
  return undefined;
}

/** How a qualifier in words bends a figure; "exact" for one that is not known. */
export function bendOf(qualifier: string | undefined): Bend {
  if (qualifier === undefined) return "exact";
  const words = qualifier.toLowerCase();
  return [...BEFORE, ...AFTER].find(([known]) => known === words)?.[1] ?? "exact";
}

/**
 * The values that the words allow strictly: "over 40" is everything above 40.
 * @param value the figure, the lower one of a range
 */
export function strictInterval(value: number, upTo: number | undefined, bend: Bend): Interval {
  const top = upTo ?? value;
  const slack = Math.abs(value) * 0.25;
  if (bend === "about") return { low: value - slack, high: top + slack };
  if (bend === "above" || bend === "at least") return { low: value, high: Number.POSITIVE_INFINITY };
  if (bend === "below" || bend === "at most") return { low: 0, high: top };
  if (bend === "nearly") return { low: value - slack, high: top };
  return { low: value, high: top };
}

/**
 * The values that a reader takes the words for: who writes "over two years" does not mean four, since "over three" was
 * at hand. The step is one in the last digit that is not zero.
 */
export function usualInterval(value: number, upTo: number | undefined, bend: Bend): Interval {
  const top = upTo ?? value;
  const step = stepOf(top);
  const slack = Math.max(Math.abs(value) * 0.1, step < value ? step / 2 : 0);
  if (bend === "about") return { low: value - slack, high: top + slack };
  if (bend === "above" || bend === "at least") return { low: value, high: top + step };
  if (bend === "below" || bend === "at most") return { low: Math.max(0, value - step), high: top };
  if (bend === "nearly") return { low: value - slack, high: top };
  return { low: value, high: top };
}

/** One in the last digit that is not zero: 400 → 100, 250 → 10, 7 → 1, 3.5 → 0.1. */
function stepOf(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 1;
  let step = 1;
  let rest = Math.abs(value);
  while (rest !== Math.floor(rest) && step > 1e-6) {
    rest *= 10;
    step /= 10;
  }
  rest = Math.round(rest);
  while (rest % 10 === 0 && rest > 0) {
    rest /= 10;
    step *= 10;
  }
  return step;
}

export interface Measured {
  readonly value: number;
  readonly upTo?: number;
  readonly qualifier?: string;
  readonly unit?: string;
}

/** A unit by one name, however the text writes it. */
function sameUnit(unit = ""): string {
  const low = unit.toLowerCase();
  return low === "km" ? "kilometres" : low === "kg" ? "kilograms" : low;
}

/**
 * May two figures for the same thing both hold?
 * `same`: they agree as a reader takes them; `soft`: only their strict wording lets both hold; `conflict`: both cannot
 * hold; `incomparable`: they count different things.
 */
export function compareQuantities(a: Measured, b: Measured): "same" | "soft" | "conflict" | "incomparable" {
  if (sameUnit(a.unit) !== sameUnit(b.unit)) return "incomparable";
  const [bendA, bendB] = [bendOf(a.qualifier), bendOf(b.qualifier)];
  if (meet(usualInterval(a.value, a.upTo, bendA), usualInterval(b.value, b.upTo, bendB))) return "same";
  if (meet(strictInterval(a.value, a.upTo, bendA), strictInterval(b.value, b.upTo, bendB))) return "soft";
  return "conflict";
}

function meet(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
