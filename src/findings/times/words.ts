/** The words of dates and times, read once from `data/lexicon/times.tsv` and `times-holidays.tsv`. */
import { readFileSync } from "node:fs";
import type { Grain } from "./calendar.ts";

/** What durations are counted in. */
export type Unit = Exclude<Grain, "half"> | "second" | "minute" | "hour" | "fortnight" | "millennium";
/** Parts of a day as TIMEX3 abbreviates them: morning, midday, afternoon, evening, night, daytime. */
export type Part = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";

/** What a word may mean in a temporal expression; most words have one sense. */
export interface Word {
  /** Lower-case; curly apostrophes are straight. */
  readonly text: string;
  month?: number;
  weekday?: number;
  unit?: Unit;
  number?: number;
  ordinal?: number;
  /** 0 spring … 3 winter. */
  season?: number;
  part?: Part;
  /** Offset from UTC as EDTF writes it. */
  zone?: string;
  /** First year of a decade named by its tens: 80 for "eighties". */
  decade?: number;
  direction?: "past" | "future";
  plural?: boolean;
}

export interface Holiday {
  readonly rule: string;
  readonly name: string;
  /** Words of the name, as the scan parts them. */
  readonly words: readonly string[];
}

const SEASON_NAMES = ["spring", "summer", "autumn", "winter"];

function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(`../../../data/lexicon/${file}`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** Every word that a rule may ask for, by its lower-case form. */
export function readWords(): Map<string, Word> {
  const words = new Map<string, Word>();
  for (const [kind = "", value = "", forms = ""] of rowsOf("times.tsv")) {
    for (const form of forms.split(" ")) {
      const word = words.get(form) ?? { text: form };
      addSense(word, kind, value);
      if ((kind === "unit" || kind === "weekday" || kind === "part") && /s$/.test(form) && form.length >= 4)
        word.plural = true;
      words.set(form, word);
    }
  }
  return words;
}

function addSense(word: Word, kind: string, value: string): void {
  if (kind === "month") word.month = Number(value);
  else if (kind === "weekday") word.weekday = Number(value);
  else if (kind === "unit") word.unit = value as Unit;
  else if (kind === "number") word.number = Number(value);
  else if (kind === "ordinal") word.ordinal = Number(value);
  else if (kind === "season") word.season = SEASON_NAMES.indexOf(value);
  else if (kind === "part") word.part = value as Part;
  else if (kind === "zone") word.zone = value;
  else if (kind === "decade") word.decade = Number(value) % 100;
  else if (kind === "direction") word.direction = value as "past" | "future";
  else throw new Error(`times.tsv: unknown class "${kind}"`);
}

export function readHolidays(): readonly Holiday[] {
  return rowsOf("times-holidays.tsv").flatMap(([rule = "", names = ""]) =>
    names.split(";").map((name) => ({ rule, name, words: name.match(/[a-z]+|\d+|'s|[^\sa-z]/g) ?? [] })),
  );
}
