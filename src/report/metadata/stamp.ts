/** Stamps: the date, and often the author, that a publishing system puts on a line of its own or before the text. */
import { firstWrittenDay, writtenDays } from "./date-text.ts";

export interface Stamp {
  /** `2025-08-10` */
  readonly day: string;
  /** The day, as a range into the line. */
  readonly start: number;
  readonly end: number;
  readonly isUpdate: boolean;
}

const LABEL =
  /^[\s([|•·-]*(?:date(?:line)?|dated|published|first published|originally published|posted|released|issued|created|updated|last updated|last modified|modified|publication date|publish date|release date|time|on)(?: (?:on|at|date|time))?\b[\s:|–—-]*/iu;
const UPDATE = /\b(?:updated?|modified|revised)\b/i;
/** What may stand on a stamp's line beside its day. */
const BESIDE =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b[ap]\.?m\.?\b|\b(?:gmt|utc|bst|cet|cest|ist|pst|pdt|est|edt|et|msk|eest|eet|z)\b|[+-]\d{1,4}:?\d{0,2}\b|\b\d{1,2}\s*(?:min(?:ute)?s?)(?: read)?\b|\b(?:at|on|by|in|the|updated?|published|posted|modified|last|first|read|reading time|date|time)\b|[^\p{L}\p{N}]+/giu;
const PLACE = /^\s*\p{Lu}[\p{L}.'’ -]{1,30},\s(?:\p{Lu}\p{L}{2,9},?\s)?$/u;
const AUTHOR_WORDS = 8;

/** The stamp that a whole line is, or `undefined`: a day in full with nothing beside it but times, labels and a name. */
export function stampLine(line: string): Stamp | undefined {
  if (line.length >= 160) return undefined;
  const days = writtenDays(line);
  const day = days[0];
  if (day === undefined) return undefined;
  let rest = line;
  for (const { start, end } of days) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  const left = rest.replace(BESIDE, " ").trim();
  const words = left === "" ? [] : left.split(/\s+/);
  // Beside a name, something must say that this is a stamp: a label, a bar, or the place and weekday before the day.
  const opened =
    LABEL.test(line) ||
    day.start === 0 ||
    /^\s*by\s/i.test(line) ||
    /\s[|·•–—]\s/.test(line) ||
    PLACE.test(line.slice(0, day.start));
  if (words.length >= AUTHOR_WORDS || (words.length > 0 && !opened && days.length < 2)) return undefined;
  if (words.some((word) => !/^[\p{Lu}\p{N}]/u.test(word))) return undefined;
  return { day: day.value, start: day.start, end: day.end, isUpdate: UPDATE.test(line.slice(0, day.start)) };
}

/**
 * A stamp run into the first sentence, " date 2031-03-04 Ministers are …": a labelled day or a bare ISO day before a
 * capital letter. `after` is where the sentence begins.
 */
export function runInStamp(text: string): (Stamp & { readonly after: number }) | undefined {
  const head = text.slice(0, 160);
  const day = firstWrittenDay(head);
  if (day === undefined) return undefined;
  const before = head.slice(0, day.start);
  const labelled = before.replace(LABEL, "").trim() === "" && before.trim() !== "";
  const bare = before.trim() === "" && /^\d{4}-/.test(head.slice(day.start));
  if (!labelled && !bare) return undefined;
  const tail =
    /^(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?: (?:GMT|UTC))?[\s|:·–—.-]*/.exec(
      head.slice(day.end),
    );
  const after = day.end + (tail?.[0].length ?? 0);
  if (after === day.end || !/^[\p{Lu}\p{N}“"'‘«]/u.test(text.slice(after))) return undefined;
  return { day: day.value, start: day.start, end: day.end, isUpdate: UPDATE.test(before), after };
}
