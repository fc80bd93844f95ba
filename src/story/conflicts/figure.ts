/** A claim in comparable form: what it counts, and the values that its words allow. */

import { nameWords } from "../../compare/names.ts";
import { compareQuantities, type Measured } from "../../compare/quantity.ts";
import type { Claim } from "../../record/claim.ts";
import { extent } from "../../record/edtf.ts";
import { overlaps } from "../../record/edtf-order.ts";
import type { Reading } from "../../record/reading.ts";
import { matterOf, matterShared, sentenceAround, sharedWords } from "../matter.ts";
import type { Telling } from "../telling.ts";
import { publishedBy } from "../view.ts";

export interface Figure {
  readonly reading: Reading;
  readonly claim: Claim;
  /** A quantity, or a date on the calendar. */
  readonly measured?: Measured;
  readonly date?: string;
  readonly dimension: string;
  readonly subject: ReadonlySet<string>;
  readonly subjectText: string;
  readonly context: ReadonlySet<string>;
  /** The side that the subject names first: "Lorvian soldiers held by Ostmark" are Lorvia's. */
  readonly whose: string | undefined;
  /** Counts a part or a beginning of what others count whole. */
  readonly isPart: boolean;
}

const DAYS = [365.25, 30.4375, 7, 1] as const;

function daysOfDuration(value: string): number | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(value);
  if (!match || value === "P") return undefined;
  const parts = match.slice(1, 5).map((part) => Number(part ?? 0));
  return parts.reduce((sum, part, i) => sum + part * DAYS[i]!, Number(match[5] ?? 0) / 24);
}

/** "Two of the four gates" counts a part, "the first 20" a beginning: neither is the whole. */
const PART =
  /\b(?:of (?:the|its|their|his|her|all)|first|further|another|additional|other|last|remaining)\b/i;

/** "Half of its grain": a share told as a part of one. */
function isFraction({ attribute, unit, value }: Claim): boolean {
  return attribute === "share" && unit === undefined && typeof value === "number" && value < 1;
}

function quantityOf(claim: Claim): { measured: Measured; dimension: string } | undefined {
  const qualifier = claim.qualifier ? { qualifier: claim.qualifier } : {};
  if (typeof claim.value === "string") {
    const days = daysOfDuration(claim.value);
    return days === undefined
      ? undefined
      : { measured: { value: days, unit: "days", ...qualifier }, dimension: "duration" };
  }
  const { upTo, unit } = claim;
  const share = unit === "%" || unit === "percent" || isFraction(claim);
  const value = isFraction(claim) ? claim.value * 100 : claim.value;
  return {
    measured: {
      value,
      ...(upTo === undefined ? {} : { upTo }),
      ...(share ? { unit: "%" } : {}),
      ...qualifier,
    },
    dimension: share ? "share" : "number",
  };
}

/** Units in which things are measured, not things that are counted. */
const MEASURE =
  /^(?:%|per ?cent|(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|tonnes?|tons?|kg|lit(?:re|er)s?|barrels?|cubic|square|hectares?|acres?|hours?|days?|weeks?|months?|years?|dollars?|euros?|degrees?|votes?|[A-Z]{3}$)/;

/** "Which has lasted two years": what a pronoun stands for is looked for just before it. */
function subjectOf({ report }: Reading, { subject, at }: Claim): string {
  if (!/^(?:which|that|who|it|this|they|these|those)$/i.test(subject.trim())) return subject;
  const before = report.text.slice(Math.max(0, at[0].start - 80), at[0].start);
  return before.split(/\s+/).slice(-3).join(" ");
}

/** Undefined where a claim holds words rather than a figure or a date. */
export function figureOf(telling: Telling, reading: Reading, claim: Claim): Figure | undefined {
  const quantity = quantityOf(claim);
  const date =
    typeof claim.value === "string" && extent(claim.value) && claim.value.length >= 6
      ? claim.value
      : undefined;
  if (!quantity && !date) return undefined;
  const counted =
    typeof claim.value === "number" && claim.unit !== undefined && !MEASURE.test(claim.unit)
      ? claim.unit
      : "";
  const subjectText = `${subjectOf(reading, claim)} ${counted}`;
  return {
    reading,
    claim,
    ...(quantity ? { measured: quantity.measured } : date ? { date } : {}),
    dimension: quantity?.dimension ?? "date",
    subject: matterOf(subjectText),
    subjectText: nameWords(claim.subject).join(" "),
    context: matterOf(sentenceAround(reading.report.text, claim.at[0])),
    whose: telling.sides.namedIn(reading, claim.subject)[0],
    isPart: isPart(claim),
  };
}

/** Attributes that say when a thing that still goes on began. */
const BEGINNING = /start|since|begin|began|onset/;

/** What a beginning implies on the day of the report: "since February 2022" is three and a half years in August 2025. */
export function sinceThen(figure: Figure): Figure | undefined {
  const published = publishedBy(figure.reading);
  const start = figure.date === undefined ? undefined : extent(figure.date);
  if (
    published === undefined ||
    !start ||
    !Number.isFinite(start.from) ||
    !BEGINNING.test(figure.claim.attribute)
  )
    return undefined;
  const { date: _, ...rest } = figure;
  const middle = (start.from + Math.min(start.to, start.from + 366)) / 2;
  return {
    ...rest,
    dimension: "duration",
    measured: { value: published - middle, unit: "days", qualifier: "about" },
  };
}

function asOfFits(a: Claim, b: Claim): boolean {
  return a.asOf === undefined || b.asOf === undefined || overlaps(a.asOf, b.asOf);
}

const FLOOR = /\b(?:at least|more than|over|upwards of)\b/i;

/** "At least seven", and a greater number in a later report. */
function isPassed(a: Figure, b: Figure): boolean {
  if (!FLOOR.test(a.claim.qualifier ?? "") || !a.measured || !b.measured) return false;
  return a.measured.value < b.measured.value && (publishedBy(a.reading) ?? 0) < (publishedBy(b.reading) ?? 0);
}

/** A count may have grown from one report to the next. */
export function mayHaveGrown(a: Figure, b: Figure): boolean {
  return a.dimension === "number" && (!asOfFits(a.claim, b.claim) || isPassed(a, b) || isPassed(b, a));
}

/** Whether the words for what is counted fit anybody: "people". */
export function isGeneric(subject: string): boolean {
  return [...matterOf(subject)].every((word) => GENERIC.has(word));
}

/** Attributes that say a thing's first day. */
const STARTS = /start|since|begin|began|date|onset/;

function attributesFit(a: Figure, b: Figure): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.dimension === "date") return STARTS.test(a.claim.attribute) && STARTS.test(b.claim.attribute);
  return a.dimension === "duration" || a.dimension === "share" || a.claim.attribute === b.claim.attribute;
}

function isPart({ subject, at, qualifier }: Claim): boolean {
  return PART.test(subject) || PART.test(at[0].text) || /\bof\b/.test(qualifier ?? "");
}

/** Ten times as many are not the same ones miscounted. */
function isNear({ measured: a, dimension }: Figure, { measured: b }: Figure): boolean {
  if (dimension !== "number" || !a || !b) return true;
  return Math.max(a.value, b.value) <= 10 * Math.min(a.value, b.value);
}

function isMeasure({ claim }: Figure): boolean {
  return claim.unit !== undefined && MEASURE.test(claim.unit) && claim.unit !== "%";
}

const GENERIC = matterOf(
  "people persons members others officials men women children cases times parts countries states leaders homes votes reports rounds sides groups places days kill",
);

/** Whether two claims speak of one figure: the same thing counted, of the same side, in like sentences. */
export function comparable(a: Figure, b: Figure): boolean {
  if (!attributesFit(a, b)) return false;
  if (a.reading === b.reading) return a.subjectText === b.subjectText;
  if (a.isPart !== b.isPart) return false;
  const counts = a.dimension === "number" || a.dimension === "share";
  if (counts && a.whose !== undefined && b.whose !== undefined && a.whose !== b.whose) return false;
  if (matterShared(a.subject, b.subject) < 0.5 || !isNear(a, b)) return false;
  // What is counted must be the rarer the less the subjects say: "people" alone shows nothing.
  const common = sharedWords(a.subject, b.subject);
  if (a.dimension === "duration" || common >= 2) return true;
  if (isMeasure(a)) return false;
  // A telling word of one's own ("observers") is enough, one that fits anybody ("people") is not.
  const isTelling = [...a.subject].every((word) => !GENERIC.has(word));
  return matterShared(a.context, b.context) >= (isTelling ? 0.15 : 0.45);
}

const YEAR = 365;

/** Whether two comparable figures can both hold. */
export function against(a: Figure, b: Figure): "firm" | "soft" | undefined {
  if (a.date !== undefined && b.date !== undefined) {
    const start = (value: string) => value.split("/")[0]!;
    return overlaps(start(a.date), start(b.date)) ? undefined : "firm";
  }
  if (!a.measured || !b.measured) return undefined;
  const [left, right] = [a.measured, b.measured];
  const [small, large] = [Math.min(left.value, right.value), Math.max(left.value, right.value)];
  // How long a thing has lasted is told by rule of thumb, and grows while it is told.
  if (left.unit === "days" && large - small <= Math.max(0.2 * large, large > YEAR ? 45 : 0)) return undefined;
  const verdict = compareQuantities(left, right);
  return verdict === "conflict" ? "firm" : verdict === "soft" && large >= 1.2 * small ? "soft" : undefined;
}

/** The figure in words: "more than 3 years", "since 2022-02". */
export function spoken({ claim, dimension }: Figure): string {
  const { qualifier, value, upTo, unit } = claim;
  if (typeof value === "string") {
    const duration = spokenDuration(value);
    if (duration === undefined) return dimension === "duration" ? `since ${value}` : value;
    return qualifier ? `${qualifier} ${duration}` : duration;
  }
  if (isFraction(claim)) return [qualifier, `${Math.round(value * 100)}%`].filter(Boolean).join(" ");
  const range = upTo === undefined ? [] : [`to ${upTo.toLocaleString("en-US")}`];
  return [qualifier, value.toLocaleString("en-US"), ...range, unit]
    .filter((part) => part !== undefined && part !== "")
    .join(" ")
    .replace(" %", "%");
}

function spokenDuration(value: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(value);
  if (!match) return undefined;
  const parts = ["year", "month", "week", "day", "hour"].flatMap((name, i) => {
    const count = Number(match[i + 1] ?? 0);
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? "" : "s"}`];
  });
  return parts.length > 0 ? parts.join(" and ") : undefined;
}
