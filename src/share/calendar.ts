/** What is coming as an iCalendar, for a calendar program. https://www.rfc-editor.org/rfc/rfc5545 */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { formatDay } from "../record/day.ts";
import { extent } from "../record/edtf.ts";
import type { EventStatus } from "../record/event.ts";
import type { History } from "../record/history.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";

const STATUS: { readonly [S in EventStatus]: ICalEventStatus } = {
  possible: ICalEventStatus.TENTATIVE,
  planned: ICalEventStatus.CONFIRMED,
  ongoing: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  refused: ICalEventStatus.CANCELLED,
};

const CALLED_OFF: ReadonlySet<EventStatus> = new Set(["cancelled", "refused"]);

/** A calendar shows days: the stretch that a date stands for, where it is closed and no longer than a month. */
const LONGEST = 31;

interface Days {
  readonly from: number;
  readonly to: number;
}

function daysOf({ when }: History): Days | undefined {
  const stretch = when === undefined ? undefined : extent(when);
  return stretch && stretch.to - stretch.from <= LONGEST ? stretch : undefined;
}

/** What is to come, and what was to come and is called off. */
function coming(story: Story, options: WriteOptions): readonly History[] {
  const { asOf } = story.seen(options);
  const today = asOf === undefined ? undefined : extent(asOf);
  const calledOff = story.timeline(options).filter((history) => {
    const days = daysOf(history);
    return CALLED_OFF.has(history.status) && days && today && days.to > today.from;
  });
  return [...new Map([...story.upcoming(options), ...calledOff].map((one) => [one.id, one])).values()];
}

function description({ steps, corroboration }: History): string {
  const told = steps.map(({ told, evidence }) => `${told ?? "undated"}: “${evidence.quote.text}”`);
  const origins = corroboration.origins.length;
  return [...told, `${origins} independent ${origins === 1 ? "origin" : "origins"}`].join("\n");
}

/** A day as the writer takes it: midnight, local, since all-day events have no zone. */
function midnight(day: number): string {
  return `${formatDay(day)}T00:00:00`;
}

function write(story: Story, options: WriteOptions): string {
  const { asOf } = story.seen(options);
  const calendar = ical({
    prodId: { company: "Parley", product: "Parley", language: "EN" },
    name: "What is coming",
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = midnight((asOf === undefined ? undefined : extent(asOf))?.from ?? 0);
  for (const history of coming(story, options)) {
    const days = daysOf(history);
    if (!days) continue;
    calendar.createEvent({
      id: `${history.id}@parley`,
      stamp,
      start: midnight(days.from),
      end: midnight(days.to),
      allDay: true,
      status: STATUS[history.status],
      sequence: history.steps.filter(({ moved }) => moved).length,
      summary: history.name,
      description: description(history),
      ...(history.place ? { location: history.place.name } : {}),
    });
  }
  return calendar.toString();
}

export const calendar: Format = {
  name: "ical",
  description: "iCalendar of what is coming: tentative, confirmed, cancelled",
  mediaType: "text/calendar",
  write: (story, options) => [{ name: "coming.ics", text: [write(story, options)] }],
};
