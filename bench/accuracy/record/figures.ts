/**
 * When two notations of a figure mean the same: "1/3" and 0.33, "90 days" and `P90D`, "mortar pits" and "pits",
 * "people" and "detainees". What is counted must still be the same thing: soldiers are no tanks, miles no nautical miles.
 */
import { isPerson } from "../../../src/findings/claims/counted.ts";
import { singular } from "../../../src/language/names/titles.ts";

/** A figure with the unit that it stands in, as gold and findings give them. */
export interface Figure {
  readonly value: unknown;
  readonly upTo?: number | undefined;
  readonly unit?: unknown;
}

/** Other spellings of a measure, and the one that stands for all. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "%": ["percent", "per cent", "percentage", "pct"],
    usd: ["$", "dollar", "dollars", "us dollar", "us dollars", "us$"],
    eur: ["€", "euro", "euros"],
    gbp: ["£", "pound", "pounds", "pounds sterling"],
    jpy: ["¥", "yen"],
    kilometre: ["km", "kms", "kilometres", "kilometer", "kilometers"],
    metre: ["metres", "meter", "meters"],
    kilogram: ["kg", "kgs", "kilo", "kilos", "kilograms", "kilogramme", "kilogrammes"],
    litre: ["litres", "liter", "liters"],
    mile: ["miles"],
    "nautical mile": ["nautical miles"],
    ton: ["tons"],
    tonne: ["tonnes"],
    hectare: ["hectares"],
    barrel: ["barrels"],
    "percentage point": ["percentage points"],
  }).flatMap(([one, spellings]) => [one, ...spellings].map((spelling) => [spelling, one] as const)),
);
/** A square or cubic measure is a measure of its own. */
const POWER = /^(square|cubic) (.+)$/;
/** "barrels a day", "trucks/day" */
const RATE = /\s*(?:\/|\b(?:an?|per)\s)\s*([a-z]+)$/;
/** Where a unit goes on after its head: "rounds of talks", "to the mark". */
const TAIL = /\s+(?:of|in|for|from|to)\s.*$/;
/** A part in decimals is told to two places: 0.33 for a third. */
const ROUNDING = 0.005;

/** A unit in small letters, with its rate apart. */
function unitOf(unit: unknown): { counted: string; rate: string } {
  const words = String(unit ?? "")
    .toLowerCase()
    .trim();
  if (SPELLINGS.has(words)) return { counted: SPELLINGS.get(words)!, rate: "" };
  const rate = RATE.exec(words);
  const counted = rate === null ? words : words.slice(0, rate.index);
  return { counted: SPELLINGS.get(counted) ?? headOf(counted), rate: rate?.[1] ?? "" };
}

/** The head noun, "pits" of "mortar pits"; a measure by its whole name. */
function headOf(counted: string): string {
  const power = POWER.exec(counted);
  if (power !== null) return `${power[1]} ${SPELLINGS.get(power[2]!) ?? power[2]}`;
  const head = counted.replace(TAIL, "").split(/\s+/).at(-1) ?? "";
  return head;
}

/**
 * Whether two units name the same thing: measures in any spelling, else the same head noun; "people" is any noun of
 * persons. Both must have a unit, or neither; of a rate, the same ("a day").
 */
export function sameUnit(gold: unknown, found: unknown): boolean {
  const [left, right] = [unitOf(gold), unitOf(found)];
  if (left.rate !== right.rate) return false;
  if (singular(left.counted) === singular(right.counted)) return true;
  const isAnybody = (one: string) => one === "people" || one === "person";
  return (
    (isAnybody(left.counted) && isPerson(right.counted)) ||
    (isAnybody(right.counted) && isPerson(left.counted))
  );
}

const PARTS = ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const COUNTS = ["", "one", "two", "three", "four", "five"];

/** The number that a part in words or as a fraction is: "1/3", "two thirds", "a half". */
function partOf(text: string): number | undefined {
  const digits = /^(\d+)\/(\d+)$/.exec(text);
  if (digits) return Number(digits[1]) / Number(digits[2]);
  const words = /^(?:(an?|one|two|three|four|five)[ -])?([a-z]+?)(?:s|ves)?$/.exec(text.toLowerCase());
  const below = words === null ? -1 : PARTS.indexOf(words[2] === "hal" ? "half" : words[2]!);
  if (words === null || below < 2) return undefined;
  return Math.max(1, COUNTS.indexOf(words[1] ?? "one")) / below;
}

/**
 * Whether a finding has the value of the gold: parts of one within rounding, a range ("6/7") by both ends, a count of
 * days or years also where the finding has it as a duration. Undefined where the gold's value is no such figure.
 */
export function sameFigure(gold: Figure, found: Figure): boolean | undefined {
  if (typeof gold.value === "number") return sameNumber(gold.value, gold.unit, found);
  const text = String(gold.value).trim();
  const range = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  if (range && found.upTo !== undefined)
    return Number(range[1]) === found.value && Number(range[2]) === found.upTo;
  const part = partOf(text);
  return part === undefined ? undefined : Math.abs(part - Number(found.value)) <= ROUNDING;
}

function sameNumber(gold: number, unit: unknown, { value }: Figure): boolean {
  const lasting = /^P(T?)(\d+)([YMWDH])$/.exec(String(value));
  if (lasting !== null) {
    const [, time = "", length, letter = ""] = lasting;
    const told = String(unit ?? "").toLowerCase();
    const isOfDay = /^(?:hour|minute)/.test(told) === (time === "T") || told === "";
    return Number(length) === gold && isOfDay && (told === "" || told[0] === letter.toLowerCase());
  }
  const isPart = Math.abs(gold) < 1 && gold !== 0;
  return isPart ? Math.abs(gold - Number(value)) <= ROUNDING : Number(value) === gold;
}
