/**
 * From what an expression means to the date that it stands for, given what it is counted from.
 *
 * The values of TIMEX3 are worked out beside those of EDTF because they say other things: TIMEX3 has "the morning of"
 * and "past, no day named", EDTF has intervals and approximation.
 */
import { formatDay, pad } from "../../record/day.ts";
import { type Extent, edtfOf, extent } from "../../record/edtf.ts";
import {
  extentOf,
  type Grain,
  type Point,
  pointAt,
  pointToEdtf,
  pointToTimex,
  regrain,
  shift,
} from "./calendar.ts";
import {
  lengthToEdtf,
  lengthToTimex,
  recurrenceToEdtf,
  recurrenceToTimex,
  roughInterval,
  windowOf,
} from "./length.ts";
import type { Clock, Meaning, Mod } from "./meaning.ts";
import { partOfStretch } from "./part-of-stretch.ts";
import {
  type Direction,
  daysAfterFirst,
  impossibleSlot,
  pointOfSlot,
  weekdayDoubt,
  yearlessEdtf,
} from "./slot.ts";

/** What is known when an expression is resolved. */
export interface Anchor {
  /** Day of publication; absent while it is unknown. */
  readonly published?: number;
  /** Stretches told before in the text, the latest last. */
  readonly references: readonly Point[];
  /** Whether the clause speaks of the past or of what is to come. */
  readonly direction?: Direction;
}

export interface Resolution {
  readonly type: "date" | "time" | "duration" | "set";
  /** EDTF; absent while the value is open. */
  readonly value?: string;
  readonly alternatives?: readonly string[];
  /** The value attribute of TIMEX3; "" where there is none to give. */
  readonly timex: string;
  readonly mod?: Mod;
  /** Days that the value stands for, also of a length that ends or starts with the publication. */
  readonly extent?: Extent;
  /** For expressions that hang on this one. */
  readonly point?: Point;
  readonly to: "publication" | "reference" | "none";
  /** True where it only compares ("a year earlier"), so that later expressions do not hang on it. */
  readonly derived?: true;
  /** The stretch told before from which this one is counted. */
  readonly hangsOn?: Point;
  readonly unresolved?: string;
}

export const NO_PUBLICATION = "the publication date is unknown";

type Of<K extends Meaning["kind"]> = Extract<Meaning, { kind: K }>;

export function resolve(meaning: Meaning, anchor: Anchor): Resolution {
  const { published } = anchor;
  switch (meaning.kind) {
    case "fixed":
      return atPoint(meaning.likeReference ? likeReference(meaning, anchor) : meaning, meaning, "none");
    case "named":
      return named(meaning, anchor);
    case "shift":
      return shifted(meaning, anchor);
    case "clock":
      return clockAlone(meaning, anchor);
    case "length":
      return length(meaning, anchor);
    case "every":
      return {
        type: "set",
        ...optional("value", recurrenceToEdtf(meaning)),
        timex: recurrenceToTimex(meaning),
        to: "none",
      };
    case "nth":
      return {
        type: "date",
        timex: published === undefined ? "" : pointToTimex(pointAt("day", published)),
        to: "none",
        unresolved: "it is counted from a beginning that the expression does not name",
      };
    case "vague":
      return {
        type: "date",
        timex: `${meaning.time.toUpperCase()}_REF`,
        to: "publication",
        unresolved: "it names no day",
      };
    case "range":
      return range(meaning, anchor);
    case "either":
      return either(meaning, anchor);
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}

/** The value of a stretch with its part of the day, its time and its position. */
function atPoint(point: Point, meaning: Meaning, to: Resolution["to"], hangsOn?: Point): Resolution {
  const resolution = valueAt(point, meaning, to);
  return hangsOn === undefined ? resolution : { ...resolution, hangsOn };
}

function valueAt(point: Point, { part, clock, mod }: Meaning, to: Resolution["to"]): Resolution {
  const timex = pointToTimex(point);
  if (clock !== undefined && point.grain === "day") {
    const time = formatClock(clock);
    const value = `${pointToEdtf(point)}T${time}${clock.zone ?? ""}`;
    return {
      type: "time",
      value,
      timex: `${timex}T${time}`,
      extent: extentOf(point),
      point,
      to,
    };
  }
  if (part !== undefined && point.grain === "day") {
    const night = part === "NI" && mod === "before";
    const value = night ? `${formatDay(point.index - 1)}/${formatDay(point.index)}` : pointToEdtf(point);
    return {
      type: "time",
      value,
      timex: `${timex}T${part}`,
      ...optional("extent", extent(value)),
      point,
      to,
    };
  }
  const value = mod === undefined ? pointToEdtf(point) : partOfStretch(point, mod);
  return {
    type: "date",
    value,
    timex,
    ...optional("mod", mod),
    ...optional("extent", extent(value)),
    point,
    to,
  };
}

export function formatClock({ hour, minute }: Clock): string {
  return `${pad(hour)}:${pad(minute ?? 0)}`;
}

function open(
  meaning: Meaning,
  timex: string,
  unresolved: string,
  to: Resolution["to"] = "publication",
): Resolution {
  const type = meaning.clock !== undefined || meaning.part !== undefined ? "time" : "date";
  return { type, timex, to, unresolved };
}

function named(meaning: Of<"named">, anchor: Anchor): Resolution {
  const impossible = impossibleSlot(meaning);
  if (impossible !== undefined) return open(meaning, "", impossible, "none");
  const reference = meaning.from === "reference" ? anchor.references.at(-1) : undefined;
  const base = reference === undefined ? anchor.published : extentOf(reference).from;
  const found = pointOfSlot(meaning, base, anchor);
  if (found === undefined) {
    const yearless = yearlessEdtf(meaning.slot);
    const reason = `${NO_PUBLICATION} and the text gives no year`;
    return {
      ...open(meaning, yearless ?? "", yearless === undefined ? NO_PUBLICATION : reason),
      ...optional("value", yearless),
    };
  }
  const point = meaning.grain === undefined ? found : regrain(found, meaning.grain);
  const to = reference !== undefined ? "reference" : meaning.year === undefined ? "publication" : "none";
  if (meaning.week !== undefined) return weekOfMonth(point, meaning.week, meaning, to);
  const resolution = overDays(atPoint(point, meaning, to, reference), daysAfterFirst(meaning));
  const doubt = weekdayDoubt(meaning.slot, found);
  return doubt === undefined ? resolution : { ...resolution, unresolved: doubt };
}

/** "The first week of May" is its first seven days. */
function weekOfMonth(month: Point, week: number, meaning: Meaning, to: Resolution["to"]): Resolution {
  const { from, to: end } = extentOf(month);
  const start = week < 0 ? end - 7 : from + (week - 1) * 7;
  const days = { from: start, to: start + 7 };
  return { ...atPoint(month, meaning, to), value: edtfOf(days), extent: days };
}

/** A feast of several days, of which the point is the first. */
function overDays(resolution: Resolution, more: number): Resolution {
  if (more === 0 || resolution.extent === undefined) return resolution;
  const { from } = resolution.extent;
  const days = { from, to: from + more + 1 };
  return { ...resolution, value: edtfOf(days), extent: days };
}

/** The latest stretch told before that is as fine as `grain`, so that "a day later" does not hang on a year. */
function referenceFor(grain: Grain, { references }: Anchor): Point | undefined {
  const order: readonly Grain[] = [
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
  ];
  const finest = order.indexOf(grain);
  for (let i = references.length - 1; i >= Math.max(0, references.length - 6); i -= 1) {
    const reference = references[i];
    if (reference !== undefined && order.indexOf(reference.grain) <= finest) return reference;
  }
  return undefined;
}

/** How many stretches back a quarter may have been told. */
const RECENT = 40;

/** How many stretches back a quarter still is what "a year earlier" compares with. */
const NEAR = 4;

/** Stretches of one grain that make a year. */
const PER_YEAR: Readonly<Partial<Record<Grain, number>>> = {
  month: 12,
  quarter: 4,
  half: 2,
  season: 4,
  year: 1,
};

function shifted(meaning: Of<"shift">, anchor: Anchor): Resolution {
  const { grain, by } = meaning;
  if (meaning.likeReference) {
    const like = likeShift(meaning, anchor);
    if (like !== undefined) return { ...like, derived: true };
  }
  if (meaning.from === "reference") {
    const reference = referenceFor(grain, anchor);
    if (reference !== undefined) {
      return atPoint(shift(regrain(reference, grain), by), meaning, "reference", reference);
    }
  }
  if (anchor.published === undefined) return open(meaning, "", NO_PUBLICATION);
  const base = anchor.published + sundayShift(meaning, anchor);
  return beforeOrAfter(
    atPoint(shift(pointAt(grain, base), by), meaning, "publication"),
    meaning,
    anchor.published,
  );
}

/** "Earlier this week" ends with the day of writing, "later this week" starts with it. */
function beforeOrAfter(resolution: Resolution, { mod }: Meaning, published: number): Resolution {
  const { extent: whole } = resolution;
  if (whole === undefined || whole.from > published || whole.to <= published) return resolution;
  if (mod === "earlier") return { ...resolution, extent: { from: whole.from, to: published + 1 } };
  return mod === "later" ? { ...resolution, extent: { from: published, to: whole.to } } : resolution;
}

/** "A year earlier" and "the latest quarter" in a text about quarters: the quarter spoken of, or that one a year before. */
function likeShift(meaning: Of<"shift">, { references, published }: Anchor): Resolution | undefined {
  const last = references.at(-1);
  if (meaning.grain === "quarter") {
    const now = published === undefined ? Infinity : pointAt("quarter", published).index;
    const quarter = references
      .slice(-RECENT)
      .findLast(({ grain, index }) => grain === "quarter" && index < now);
    if (quarter !== undefined) return atPoint(shift(quarter, meaning.by), meaning, "reference", quarter);
    return published === undefined
      ? undefined
      : atPoint(shift(pointAt("quarter", published), meaning.by - 1), meaning, "publication");
  }
  const like =
    references.slice(-NEAR).findLast(({ grain }) => grain === "quarter" || grain === "half") ?? last;
  if (meaning.grain !== "year" || like === undefined || like.grain === "year") return undefined;
  const perYear = like.grain === "month" && meaning.from === "publication" ? undefined : PER_YEAR[like.grain];
  if (perYear === undefined) return undefined;
  return atPoint(shift(like, meaning.by * perYear), meaning, "reference", like);
}

/** On a Sunday "later this week" is the week that starts tomorrow. */
function sundayShift({ grain, by, mod }: Of<"shift">, { published, direction }: Anchor): number {
  const ahead = mod === "later" || mod === "end" || (mod === undefined && direction === "future");
  const sunday =
    published !== undefined && pointAt("week", published + 1).index > pointAt("week", published).index;
  return grain === "week" && by === 0 && ahead && sunday ? 1 : 0;
}

/** "The 1988 period": the quarter or half that is being spoken of, in that year. */
function likeReference(point: Of<"fixed">, { references }: Anchor): Point {
  const last = references.at(-1);
  const perYear = last === undefined ? undefined : PER_YEAR[last.grain];
  if (last === undefined || perYear === undefined || point.grain !== "year") return point;
  return { grain: last.grain, index: point.index * perYear + (((last.index % perYear) + perYear) % perYear) };
}

function clockAlone(meaning: Of<"clock">, anchor: Anchor): Resolution {
  const reference = referenceFor("day", anchor);
  const day = reference !== undefined ? extentOf(reference).from : anchor.published;
  const time =
    meaning.clock === undefined
      ? (meaning.part ?? "")
      : formatClock(meaning.clock) + (meaning.clock.zone ?? "");
  if (day === undefined) return open(meaning, `XXXX-XX-XXT${time}`, NO_PUBLICATION);
  return atPoint(
    { grain: "day", index: day },
    meaning,
    reference === undefined ? "publication" : "reference",
    reference,
  );
}

function length(meaning: Of<"length">, { published }: Anchor): Resolution {
  const value = lengthToEdtf(meaning.amounts);
  const stretch =
    published === undefined || meaning.window === undefined ? undefined : windowOf(meaning, published);
  const rough = value === undefined && stretch !== undefined ? roughInterval(stretch) : undefined;
  const known = value ?? rough;
  return {
    type: rough === undefined ? "duration" : "date",
    ...optional("value", known),
    timex: lengthToTimex(meaning.amounts),
    ...optional("mod", meaning.mod),
    ...optional("extent", stretch),
    to: meaning.window === undefined ? "none" : "publication",
    ...(known === undefined && {
      unresolved: meaning.window === undefined ? "the text does not say how many" : NO_PUBLICATION,
    }),
  };
}

function range(meaning: Of<"range">, anchor: Anchor): Resolution {
  const first = resolve(meaning.first, anchor);
  const last = resolve(meaning.last, {
    ...anchor,
    ...optional(
      "published",
      first.point && anchor.published !== undefined ? extentOf(first.point).from : anchor.published,
    ),
    direction: "future",
  });
  const value =
    first.value !== undefined && last.value !== undefined ? `${first.value}/${last.value}` : undefined;
  const days = value === undefined ? undefined : extent(value);
  const unresolved =
    value === undefined ? (first.unresolved ?? last.unresolved ?? NO_PUBLICATION) : undefined;
  return {
    type: "date",
    ...optional("value", value),
    timex: `${first.timex}/${last.timex}`,
    ...optional("extent", days),
    ...optional("point", first.point),
    to: first.to,
    ...optional("unresolved", unresolved ?? first.unresolved),
  };
}

function either(meaning: Of<"either">, anchor: Anchor): Resolution {
  const values = meaning.readings
    .map((reading) => resolve(reading, anchor).value)
    .filter((value) => value !== undefined);
  const set = `[${[...values].sort().join(",")}]`;
  const unresolved = "day and month could be exchanged";
  return {
    type: "date",
    value: set,
    alternatives: values,
    timex: values[0] ?? "",
    ...optional("extent", extent(set)),
    to: "none",
    unresolved,
  };
}
