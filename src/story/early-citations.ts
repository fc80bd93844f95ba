/**
 * Footnotes dated before the event that their report has them for, where only other reports tell when that was: the
 * title of the entry tells of an event that the report tells as held, and the story knows its day.
 */
import type { Citation } from "../record/citation.ts";
import { extent } from "../record/edtf.ts";
import type { Event } from "../record/event.ts";
import type { Evidence } from "../record/evidence.ts";
import type { History } from "../record/history.ts";
import type { Span } from "../record/span.ts";
import type { Telling } from "./telling.ts";

export interface EarlyCitation {
  readonly report: string;
  readonly at: Span;
  readonly description: string;
  /** A report that tells the day. */
  readonly beside: Evidence;
}

/** Words by which a title looks ahead, and may well have been written before. */
const AHEAD =
  /\b(?:to|will|ahead|before|plans?|planned|upcoming|may|could|would|if|set|expected|looms?|next)\b/iu;

/** Nothing in a title is compared beyond this. */
const LONGEST_TITLE = 300;

function isHeld({ status, negated, modality }: Event): boolean {
  return status === "held" && !negated && (modality === "asserted" || modality === "reported");
}

/** The words of names and titles by their first five letters; short ones say nothing. */
function stems(words: string): ReadonlySet<string> {
  const long = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3);
  return new Set(long.map((word) => word.slice(0, 5)));
}

/** Whether a title tells of the event: one who takes part, and where or what it is. */
function tellsOf(title: string, event: Event): boolean {
  const said = stems(title.slice(0, LONGEST_TITLE));
  const has = (words: string | undefined) =>
    words !== undefined && [...stems(words)].some((word) => said.has(word));
  return event.participants.some(({ name }) => has(name)) && (has(event.place?.name) || has(event.subtype));
}

/** Whether an entry had appeared before a day. */
function appearedBefore({ date }: Citation, day: number): boolean {
  const appeared = date === undefined ? undefined : extent(date);
  return appeared !== undefined && appeared.to <= day;
}

/** Each entry at most once, in the order of the readings. What the report itself shows to be too early is left out. */
export function earlyCitations(
  { readings }: Telling,
  histories: readonly History[],
): readonly EarlyCitation[] {
  const dayOf = new Map<string, { from: number; when: string; told: Evidence }>();
  for (const { when, steps } of histories) {
    const took = when === undefined ? undefined : extent(when);
    if (when === undefined || took === undefined || !steps.some(({ status }) => status === "held")) continue;
    const told = (steps.find((step) => step.when === when) ?? steps[0]!).evidence;
    for (const { evidence } of steps) dayOf.set(evidence.finding, { from: took.from, when, told });
  }
  return readings.flatMap(({ report, citations, events, problems }) =>
    citations.flatMap((entry): EarlyCitation[] => {
      const { title, date } = entry;
      const isKnown = problems.some(
        ({ kind, at }) => kind === "impossible date" && at[0].start === entry.at[0].start,
      );
      if (isKnown || title === undefined || date === undefined || AHEAD.test(title)) return [];
      for (const event of events) {
        const day = dayOf.get(event.id);
        if (!day || !isHeld(event) || !appearedBefore(entry, day.from) || !tellsOf(title, event)) continue;
        const description = `dated ${date}, before what it tells of: other reports put that on ${day.when} (“${event.at[0].text}”)`;
        return [{ report: report.id, at: entry.at[0], description, beside: day.told }];
      }
      return [];
    }),
  );
}
