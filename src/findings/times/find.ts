/** The temporal expressions of a text, each with its meaning and, where its anchor is known, its date. */
import type { Extent } from "../../record/edtf.ts";
import type { Point } from "./calendar.ts";
import { directionAround, directionBefore } from "./direction.ts";
import type { Found } from "./elements.ts";
import type { Meaning } from "./meaning.ts";
import { compile, type Match, matchRule, RuleIndex } from "./pattern.ts";
import { type Resolution, resolve } from "./resolve.ts";
import { FAMILIES } from "./rules/index.ts";
import { BREAK, OTHER, type Scan, scan, wordAt, wordSet } from "./scan.ts";
import type { Direction } from "./slot.ts";
import type { Tense, TenseAt } from "./tense.ts";

/** A stretch of text that tells of a time. Offsets are half-open UTF-16 code units. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  /** Name of the rule's family and of the rule. */
  readonly family: string;
  readonly rule: string;
  readonly meaning: Meaning;
  readonly direction?: Direction;
}

export interface TimeExpression extends Expression {
  readonly resolution: Resolution;
  /** Index of the expression that this one is counted from. */
  readonly reference?: number;
}

export interface FindOptions {
  /** Days on which the text may have been published; absent while unknown. */
  readonly published?: Extent;
  /** Reads the tense of the clause around a place; without it, or where it is silent, the words around decide. */
  readonly tenseAt?: TenseAt;
  /** Stretches of the text to read, in order; no expression crosses from one to the next. The whole text by default. */
  readonly parts?: readonly { readonly start: number; readonly end: number }[];
}

const COMPILED = Object.entries(FAMILIES).flatMap(([family, rules]) =>
  rules.map((rule) => ({ family, ...compile(rule) })),
);
const FAMILY_OF = new Map(COMPILED.map(({ rule, family }) => [rule, family]));
const INDEX = new RuleIndex(COMPILED);

/** Expressions in text order, resolved. Time is linear in the length of the text. */
export function findTimes(text: string, options: FindOptions = {}): readonly TimeExpression[] {
  return resolveAll(findExpressions(text, options), options.published);
}

/** Expressions in text order with what they mean, before it is asked when the text was written. */
export function findExpressions(text: string, { tenseAt, parts }: FindOptions = {}): readonly Expression[] {
  const found: Expression[] = [];
  for (const { start, end } of parts ?? [{ start: 0, end: text.length }]) {
    const tokens = scan(text, start, end);
    for (const { at, end: last, rule, meaning } of followDays(
      tokens,
      shareDays(tokens, shareYears(tokens, join(tokens, matchesIn(tokens)))),
    )) {
      const [from, to] = [tokens.start[at] ?? 0, tokens.end[last - 1] ?? 0];
      const direction =
        directionBefore(tokens, at, last) ??
        fromTense(tenseAt?.(from, to), meaning) ??
        directionAround(tokens, at, last);
      found.push({
        start: from,
        end: to,
        family: FAMILY_OF.get(rule) ?? "",
        rule: rule.name,
        meaning,
        ...(direction !== undefined && { direction }),
      });
    }
  }
  return found;
}

/** The present tense puts a day ahead ("they arrive on Sunday") and says nothing of a month or year. */
function fromTense(tense: Tense | undefined, meaning: Meaning): Direction | undefined {
  if (tense !== "present") return tense;
  return meaning.kind === "named" && (meaning.slot.slot === "weekday" || meaning.slot.slot === "day")
    ? "future"
    : undefined;
}

interface Hit {
  readonly at: number;
  readonly end: number;
  readonly rule: (typeof COMPILED)[number]["rule"];
  readonly meaning: Meaning;
}

/** At each place the longest match, the earlier rule among equals; matches do not overlap. */
function matchesIn(tokens: Scan): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  while (at < tokens.size) {
    const rules = INDEX.rulesAt(tokens.word[at] ?? OTHER, tokens.word[at + 1] ?? OTHER);
    let best: Hit | undefined;
    for (const compiled of rules) {
      const found: Record<string, Found> = {};
      const end = matchRule(compiled, tokens, at, found);
      if (end <= (best?.end ?? at)) continue;
      const meaning = compiled.rule.meaning({ ...found, scan: tokens, at, end } as Match);
      if (meaning !== undefined) best = { at, end, rule: compiled.rule, meaning };
    }
    if (best !== undefined && !isTitle(tokens, best)) hits.push(best);
    at = best?.end ?? at + 1;
  }
  return hits;
}

/** "This Week" as the name of a programme: capitals in a line that has none otherwise. */
function isTitle({ text, start, end }: Scan, hit: Hit): boolean {
  if (hit.meaning.kind !== "shift" && hit.meaning.kind !== "length") return false;
  const first = start[hit.at] ?? 0;
  const last = start[hit.end - 1] ?? 0;
  if (first === last || !/[A-Z]/.test(text[last] ?? "")) return false;
  const before =
    text
      .slice(Math.max(0, first - LINE), first)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(first, (end[hit.end - 1] ?? 0) + LINE).split("\n")[0] ?? "";
  const words = `${before}${after}`.match(/\b[A-Za-z]{4,}/g) ?? [];
  return words.filter((word) => /^[a-z]/.test(word)).length * 2 > words.length;
}
/** How much of a line is looked at to either side. */
const LINE = 200;

/** A time of day and the day beside it are one expression: "9 a.m. Tuesday", "Friday at noon", "the morning of 7 May". */
function join(tokens: Scan, hits: readonly Hit[]): Hit[] {
  const joined: Hit[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    const merged = last === undefined ? undefined : merge(tokens, last, hit);
    if (merged !== undefined) joined[joined.length - 1] = merged;
    else joined.push(hit);
  }
  return joined;
}

const LINKS = wordSet(", on at of )");

function merge(tokens: Scan, left: Hit, right: Hit): Hit | undefined {
  const gap = right.at - left.end;
  if (gap >= 3) return undefined;
  for (let at = left.end; at < right.at; at += 1) {
    if (tokens.word[at] === BREAK || !LINKS.has(wordAt(tokens, at)?.text ?? "")) return undefined;
  }
  const [clock, day] = left.meaning.kind === "clock" ? [left, right] : [right, left];
  if (clock.meaning.kind !== "clock" || !isDay(day.meaning)) return undefined;
  const { part, clock: time } = clock.meaning;
  const meaning = {
    ...day.meaning,
    ...(part !== undefined && { part }),
    ...(time !== undefined && { clock: time }),
  };
  return { at: left.at, end: right.end, rule: day.rule, meaning };
}

/** "04:00 local time (01:00 GMT) on Wednesday": what is told beside a time of a day is a time of that day. */
function shareDays(tokens: Scan, hits: readonly Hit[]): Hit[] {
  return hits.map((hit, i) => {
    const next = hits[i + 1];
    const { clock } = hit.meaning;
    if (hit.meaning.kind !== "clock" || clock === undefined || next === undefined) return hit;
    const beside = next.at - hit.end === 1 && BESIDE.has(wordAt(tokens, hit.end)?.text ?? "");
    const day = next.meaning.kind !== "clock" && next.meaning.clock !== undefined;
    return beside && day ? { ...hit, meaning: { ...next.meaning, clock } } : hit;
  });
}

const BESIDE = wordSet("( and to - or ,");

/** "Next Wednesday and Thursday": the second is the one after the first. */
function followDays(tokens: Scan, hits: readonly Hit[]): Hit[] {
  return hits.map((hit, i) => {
    const before = hits[i - 1];
    if (before === undefined || !isList(tokens, before.end, hit.at)) return hit;
    const [first, second] = [before.meaning, hit.meaning];
    if (first.kind !== "named" || second.kind !== "named") return hit;
    const told = first.slot.slot === "weekday" && (first.which ?? first.weekBy) !== undefined;
    const bare =
      second.slot.slot === "weekday" && (second.which ?? second.weekBy ?? second.from) === undefined;
    return told && bare ? { ...hit, meaning: { ...second, which: "next", from: "reference" } } : hit;
  });
}

/** "March and November 2023", "3 and 5 May 2024": what stands before a dated neighbour takes its year. */
function shareYears(tokens: Scan, hits: readonly Hit[]): Hit[] {
  const shared = [...hits];
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const [hit, next] = [shared[i], shared[i + 1]];
    if (hit === undefined || next === undefined || !isList(tokens, hit.end, next.at)) continue;
    const [left, right] = [hit.meaning, next.meaning];
    if (
      left.kind !== "named" ||
      right.kind !== "named" ||
      left.year !== undefined ||
      right.year === undefined
    )
      continue;
    const [month, later] = [monthOf(left), monthOf(right)];
    if (month === undefined || later === undefined) continue;
    shared[i] = { ...hit, meaning: { ...left, year: month <= later ? right.year : right.year - 1 } };
  }
  return shared;
}

const LIST = wordSet(", and or to - through");

function isList(tokens: Scan, from: number, to: number): boolean {
  if (to === from || to - from >= 3) return false;
  for (let at = from; at < to; at += 1) if (!LIST.has(wordAt(tokens, at)?.text ?? "")) return false;
  return true;
}

function monthOf(meaning: Meaning): number | undefined {
  if (meaning.kind !== "named" || meaning.which !== undefined) return undefined;
  return meaning.slot.slot === "month" || meaning.slot.slot === "day" ? meaning.slot.month : undefined;
}

function isDay(meaning: Meaning): boolean {
  if (meaning.clock !== undefined || meaning.mod === "before") return false;
  if (meaning.kind === "shift") return meaning.grain === "day";
  return meaning.kind === "named" && ["weekday", "day", "holiday"].includes(meaning.slot.slot);
}

/** Gives each expression its date, in text order, so that "a day later" finds the date before it. */
export function resolveAll(
  expressions: readonly Expression[],
  published?: Extent,
): readonly TimeExpression[] {
  const references: Point[] = [];
  const origin = new Map<Point, number>();
  return expressions.map((expression, index) => {
    const resolution = resolveBetween(expression, references, published);
    const { point, hangsOn } = resolution;
    if (point !== undefined && resolution.derived === undefined) {
      references.push(point);
      origin.set(point, index);
    }
    const reference = hangsOn === undefined ? undefined : origin.get(hangsOn);
    return { ...expression, resolution, ...(reference !== undefined && { reference }) };
  });
}

/** Where the publication is known to a stretch of days, a value stands if both ends of the stretch give it. */
function resolveBetween(
  { meaning, direction }: Expression,
  references: readonly Point[],
  published: Extent | undefined,
): Resolution {
  const context = { references, ...(direction !== undefined && { direction }) };
  if (published === undefined || !Number.isFinite(published.from) || !Number.isFinite(published.to))
    return resolve(meaning, context);
  const first = resolve(meaning, { ...context, published: published.from });
  if (published.to - published.from === 1) return first;
  const last = resolve(meaning, { ...context, published: published.to - 1 });
  if (first.value === last.value) return first;
  const { value: _, point: __, extent: ___, ...rest } = first;
  const days = published.to - published.from;
  const earliest = first.extent?.from;
  const latest = last.extent?.to;
  return {
    ...rest,
    ...(earliest !== undefined &&
      latest !== undefined &&
      earliest < latest && { extent: { from: earliest, to: latest } }),
    unresolved: `the publication date is only known to ${days} days`,
  };
}
