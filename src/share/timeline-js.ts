/** The timeline as TimelineJS reads it. https://timeline.knightlab.com/docs/json-format.html */
import { civilDay } from "../record/day.ts";
import { extent, parseEdtf } from "../record/edtf.ts";
import type { History } from "../record/history.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

interface TimelineDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date as precise as the value: a month has no day, a year no month. */
function dateOf(day: number, precision: "year" | "month" | "day"): TimelineDate {
  const { year, month, day: dayOfMonth } = civilDay(day);
  if (precision === "year") return { year };
  return precision === "month" ? { year, month } : { year, month, day: dayOfMonth };
}

function precisionOf(value: string): "year" | "month" | "day" {
  const parsed = parseEdtf(value);
  if (parsed?.kind !== "date" || parsed.week) return "day";
  const month = Number(parsed.month);
  if (!(month >= 1 && month < 13)) return parsed.month === undefined ? "year" : "day";
  return Number(parsed.day) > 0 ? "day" : "month";
}

function slide(history: History) {
  const when = history.when;
  const stretch = when === undefined ? undefined : extent(when);
  if (when === undefined || !stretch || !Number.isFinite(stretch.from)) return [];
  const precision = precisionOf(when);
  const lasts = precision === "day" && stretch.to - stretch.from > 1 && Number.isFinite(stretch.to);
  const quotes = history.steps.map(
    ({ told, status, evidence }) =>
      `<p>${escapeMarkup(`${told ?? "undated"}, ${status}`)}: “${escapeMarkup(evidence.quote.text)}”</p>`,
  );
  return [
    {
      unique_id: history.id,
      start_date: dateOf(stretch.from, precision),
      ...(lasts ? { end_date: dateOf(stretch.to - 1, "day") } : {}),
      text: { headline: escapeMarkup(`${history.name} (${history.status})`), text: quotes.join("") },
      group: history.type.toLowerCase(),
    },
  ];
}

function write(story: Story, options: WriteOptions): string {
  const { asOf } = story.seen(options);
  const title = { text: { headline: "Timeline", text: asOf ? `<p>As of ${escapeMarkup(asOf)}.</p>` : "" } };
  return `${JSON.stringify({ title, events: story.timeline(options).flatMap(slide) }, null, 1)}\n`;
}

export const timelineJs: Format = {
  name: "timelinejs",
  description: "the timeline for TimelineJS",
  mediaType: "application/json",
  write: (story, options) => [{ name: "timeline.json", text: [write(story, options)] }],
};
