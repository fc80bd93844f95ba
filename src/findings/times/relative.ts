/**
 * How a date hangs on the publication, in words that can be read back: "publication - 1 day", "Friday before
 * publication". Kept in the record while the publication date is unknown, and resolved when it becomes known.
 *
 *   publication - 1 day · publication + 2 weeks · publication + 0 months (this month)
 *   Friday before publication · Friday after publication · August 15 nearest publication · last summer of publication
 */
import type { Extent } from "../../record/edtf.ts";
import type { Grain } from "./calendar.ts";
import type { Meaning, Slot } from "./meaning.ts";
import { type Resolution, resolve } from "./resolve.ts";
import { HOLIDAYS } from "./scan.ts";
import type { Direction } from "./slot.ts";

const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const SEASONS = "spring summer autumn winter".split(" ");
const GRAINS = "day week weekend month quarter half season year decade century".split(" ");
type Named = Extract<Meaning, { kind: "named" }>;

/** The form of a meaning that hangs on the publication; `undefined` where it hangs on something else or on nothing. */
export function toRelative(meaning: Meaning, direction?: Direction): string | undefined {
  if (meaning.kind === "shift" && (meaning.from === "publication" || meaning.likeReference === undefined)) {
    const count = Math.abs(meaning.by);
    const unit = count === 1 ? meaning.grain : plural(meaning.grain);
    return `publication ${meaning.by < 0 ? "-" : "+"} ${count} ${unit}`;
  }
  if (meaning.kind !== "named" || meaning.from === "reference" || meaning.year !== undefined)
    return undefined;
  const slot = slotToText(meaning.slot);
  return slot === undefined ? undefined : `${slot} ${relation(meaning, direction)} publication`;
}

function plural(unit: string): string {
  return unit === "century" ? "centuries" : unit === "half" ? "halves" : `${unit}s`;
}

function relation({ which, weekBy, yearBy, slot }: Named, direction: Direction | undefined): string {
  if (weekBy !== undefined) return `of week ${weekBy < 0 ? "-" : "+"}${Math.abs(weekBy)} from`;
  if (yearBy !== undefined) return `of year ${yearBy < 0 ? "-" : "+"}${Math.abs(yearBy)} from`;
  if (which === "last") return "strictly before";
  if (which === "next") return "strictly after";
  if (which === "this" && direction === undefined) return "in the week or year of";
  if (direction === "future")
    return slot.slot === "day" || slot.slot === "holiday" ? "nearest, likely after," : "after";
  if (direction === "past")
    return slot.slot === "day" || slot.slot === "holiday" ? "nearest, likely before," : "before";
  return "nearest";
}

function slotToText(slot: Slot): string | undefined {
  switch (slot.slot) {
    case "weekday":
      return WEEKDAYS[slot.weekday - 1];
    case "month":
      return MONTHS[slot.month - 1];
    case "day": {
      const weekday = slot.weekday === undefined ? "" : `${WEEKDAYS[slot.weekday - 1]}, `;
      return `${weekday}${MONTHS[slot.month - 1]} ${slot.day}`;
    }
    case "season":
      return SEASONS[slot.season];
    case "quarter":
      return `quarter ${slot.quarter}`;
    case "half":
      return `half ${slot.half}`;
    case "weekend":
      return "weekend";
    case "holiday":
      return slot.name;
    case "day of month":
      return `day ${slot.day}`;
  }
}

const SHIFT = /^publication ([+-]) (\d+) ([a-z]+)$/;
const NAMED =
  /^(.+?) (of week [+-]\d+ from|of year [+-]\d+ from|strictly before|strictly after|in the week or year of|nearest, likely after,|nearest, likely before,|after|before|nearest) publication$/;

/** The meaning and direction that a relative form was written from; `undefined` where the text is no such form. */
export function fromRelative(
  text: string,
): { readonly meaning: Meaning; readonly direction?: Direction } | undefined {
  const shift = SHIFT.exec(text);
  if (shift !== null) {
    const [, sign, count = "", unit = ""] = shift;
    const grain = GRAINS.find((name) => unit === name || unit === plural(name));
    if (grain === undefined) return undefined;
    return {
      meaning: { kind: "shift", grain: grain as Grain, by: Number(`${sign}${count}`), from: "publication" },
    };
  }
  const named = text.length < 120 ? NAMED.exec(text) : null;
  const slot = named === null ? undefined : slotFromText(named[1] ?? "");
  return named === null || slot === undefined ? undefined : withRelation(slot, named[2] ?? "");
}

function withRelation(
  slot: Slot,
  words: string,
): { readonly meaning: Meaning; readonly direction?: Direction } {
  const by = Number(/[+-]\d+/.exec(words)?.[0] ?? 0);
  const base = { kind: "named", slot } as const;
  if (words.startsWith("of week")) return { meaning: { ...base, weekBy: by } };
  if (words.startsWith("of year")) return { meaning: { ...base, yearBy: by } };
  if (words.startsWith("strictly"))
    return { meaning: { ...base, which: words.endsWith("before") ? "last" : "next" } };
  if (words.startsWith("in the")) return { meaning: { ...base, which: "this" } };
  if (words.includes("after")) return { meaning: base, direction: "future" };
  return words.includes("before") ? { meaning: base, direction: "past" } : { meaning: base };
}

function slotFromText(text: string): Slot | undefined {
  const day = /^(?:([A-Z][a-z]+day), )?([A-Z][a-z]+) (\d{1,2})$/.exec(text);
  if (day !== null && MONTHS.includes(day[2] ?? "")) {
    const weekday = day[1] === undefined ? {} : { weekday: WEEKDAYS.indexOf(day[1]) + 1 };
    return { slot: "day", month: MONTHS.indexOf(day[2] ?? "") + 1, day: Number(day[3]), ...weekday };
  }
  if (WEEKDAYS.includes(text)) return { slot: "weekday", weekday: WEEKDAYS.indexOf(text) + 1 };
  if (MONTHS.includes(text)) return { slot: "month", month: MONTHS.indexOf(text) + 1 };
  if (SEASONS.includes(text)) return { slot: "season", season: SEASONS.indexOf(text) };
  if (text === "weekend") return { slot: "weekend" };
  const numbered = /^(quarter|half|day) (\d+)$/.exec(text);
  if (numbered?.[1] === "quarter") return { slot: "quarter", quarter: Number(numbered[2]) };
  if (numbered?.[1] === "half") return { slot: "half", half: Number(numbered[2]) };
  if (numbered?.[1] === "day") return { slot: "day of month", day: Number(numbered[2]) };
  const holiday = HOLIDAYS.find(({ name }) => name === text);
  return holiday === undefined ? undefined : { slot: "holiday", rule: holiday.rule, name: text };
}

/**
 * The date of a relative form once the publication is known.
 * @returns `undefined` where the form cannot be read, or where the days of publication give different dates
 */
export function resolveRelative(form: string, published: Extent): Resolution | undefined {
  const read = fromRelative(form);
  if (read === undefined) return undefined;
  const direction = read.direction === undefined ? {} : { direction: read.direction };
  const first = resolve(read.meaning, { references: [], published: published.from, ...direction });
  const last = resolve(read.meaning, { references: [], published: published.to - 1, ...direction });
  return first.value === last.value ? first : undefined;
}
