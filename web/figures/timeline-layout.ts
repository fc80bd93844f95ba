/** Where the events of a timeline go: in lanes, each event in the first row where it and its label find room. */
import type { History } from "../../src/record/history.ts";
import { daysOfValue } from "../design/dates.ts";

export const ROW = 34;
/** Space above the first row of a lane, where its name stands. */
export const LANE_HEAD = 26;
const CHARACTER = 6.1;
/** Longest label in characters, on a wide axis; narrower ones have less. */
const LONGEST_LABEL = 56;
const PIXELS_OF_A_LETTER = 21;
const GAP = 14;
const MOST_ROWS = 16;
/** From here on events are drawn as counts. */
export const MOST_MARKS = 350;
const BIN = 14;

/** Days since 1970 as a number that may lie within a day. Half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

function readStretch(value: string): Stretch | undefined {
  const days = daysOfValue(value);
  if (days === undefined) return undefined;
  const time = /T(\d\d)(?::(\d\d))?/.exec(value);
  if (time === null || value.includes("/")) return days;
  const at = days.from + Number(time[1]) / 24 + Number(time[2] ?? 0) / 1440;
  return { from: at, to: at };
}

/** Thousands of events share a few hundred dates, and are laid out anew at every step of a zoom. */
const KEPT = 20_000;
const known = new Map<string, Stretch | undefined>();

/** When an event is, on the axis: a time of day where one is told, else the whole of what the value covers. */
export function stretchOf(value: string | undefined): Stretch | undefined {
  if (value === undefined) return undefined;
  if (known.has(value)) return known.get(value);
  if (known.size > KEPT) known.clear();
  const stretch = readStretch(value);
  known.set(value, stretch);
  return stretch;
}

export interface Mark {
  readonly history: History;
  /** Middle of the mark. */
  readonly x: number;
  /** Ends of the bar; equal to `x` where the event is a moment. */
  readonly left: number;
  readonly right: number;
  /** A bar lasts; a whisker only says that the day is not known closer. */
  readonly form: "moment" | "bar" | "whisker";
  /** Earlier dates that were told for it, oldest first. */
  readonly earlier: readonly number[];
  readonly y: number;
  readonly label: string;
  readonly labelX: number;
  readonly anchor: "start" | "end";
}

/** Events too many to be drawn apart: how many in a stretch of the axis. */
export interface Bin {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly held: number;
  readonly count: number;
  readonly y: number;
  readonly height: number;
}

export interface Lane {
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly count: number;
  readonly marks: readonly Mark[];
  readonly bins: readonly Bin[];
}

export interface Layout {
  readonly lanes: readonly Lane[];
  readonly height: number;
  /** Events that lie before and after what is shown. */
  readonly before: number;
  readonly after: number;
  readonly undated: readonly History[];
}

interface Placed {
  readonly history: History;
  readonly stretch: Stretch;
}

function shortened(name: string, width: number): string {
  const most = Math.max(24, Math.min(LONGEST_LABEL, Math.floor(width / PIXELS_OF_A_LETTER)));
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

function formOf({ history: { when }, stretch }: Placed, pixels: number): Mark["form"] {
  if (pixels < 18 || stretch.to - stretch.from < 1.01) return "moment";
  return when?.includes("/") ? "bar" : "whisker";
}

/** Dates told before the last one. */
function earlierDates({ steps, when }: History, scale: (day: number) => number): number[] {
  const dates = steps.flatMap((step) => (step.when && step.when !== when ? [step.when] : []));
  return [...new Set(dates)].flatMap((date) => {
    const stretch = stretchOf(date);
    return stretch && Number.isFinite(stretch.from) && Number.isFinite(stretch.to)
      ? [scale((stretch.from + stretch.to) / 2)]
      : [];
  });
}

function binsOf(events: readonly Placed[], scale: Scale, width: number, y: number): Bin[] {
  const count = Math.max(1, Math.floor(width / BIN));
  const held = new Array<number>(count).fill(0);
  const all = new Array<number>(count).fill(0);
  const [start, end] = [scale.invert(0), scale.invert(width)];
  for (const { history, stretch } of events) {
    const middle = scale((Math.max(stretch.from, start) + Math.min(stretch.to, end)) / 2);
    const at = Math.min(count - 1, Math.max(0, Math.floor((middle / width) * count)));
    all[at]! += 1;
    if (history.status === "held") held[at]! += 1;
  }
  const most = Math.max(1, ...all);
  const span = (end - start) / count;
  return all.flatMap((number, i) =>
    number === 0
      ? []
      : [
          {
            x: (i * width) / count,
            width: width / count - 2,
            from: start + i * span,
            to: start + (i + 1) * span,
            held: held[i]!,
            count: number,
            y,
            height: 6 + (number / most) * 54,
          },
        ],
  );
}

export interface Scale {
  (day: number): number;
  readonly invert: (x: number) => number;
}

/** A linear scale from days to `[0, width]`. */
export function dayScale({ from, to }: Stretch, width: number): Scale {
  const scale = (day: number) => ((day - from) / (to - from)) * width;
  return Object.assign(scale, { invert: (x: number) => from + (x / width) * (to - from) });
}

/** Rows by what ends furthest left: the first row that is free takes the next event. */
function laneOf(name: string, events: readonly Placed[], scale: Scale, width: number, y: number): Lane {
  const free: number[] = [];
  const marks: Mark[] = [];
  const crowded: Placed[] = [];
  for (const event of events) {
    const { history, stretch } = event;
    const left = scale(stretch.from);
    const right = scale(stretch.to);
    const form = formOf(event, right - left);
    const end = Math.min(right, width);
    const middle = (Math.max(0, left) + end) / 2;
    const x = Math.min(width - 7, Math.max(7, form === "bar" ? left : middle));
    const earlier = earlierDates(history, scale).filter(
      (one) => one >= 0 && one <= width && Math.abs(one - x) > 8,
    );
    const label = shortened(history.name, width);
    const extent = label.length * CHARACTER;
    const anchor = x + 14 + extent > width && x - 14 - extent > 0 ? "end" : "start";
    const starts =
      Math.min(form === "moment" ? x : Math.max(0, left), ...earlier) -
      7 -
      (anchor === "end" ? extent + 8 : 0);
    const ends = Math.max(
      form === "moment" ? x : end,
      ...earlier,
      anchor === "start" ? x + 14 + extent : x + 7,
    );
    let row = free.findIndex((until) => until + GAP <= starts);
    if (row < 0) row = free.length;
    if (row >= MOST_ROWS) {
      crowded.push(event);
      continue;
    }
    free[row] = ends;
    marks.push({
      history,
      x,
      left: form === "moment" ? x : Math.max(0, left),
      right: form === "moment" ? x : end,
      form,
      earlier,
      y: y + LANE_HEAD + row * ROW + 10,
      label,
      labelX: anchor === "start" ? x + 12 : x - 12,
      anchor,
    });
  }
  const rows = Math.max(1, free.length) * ROW;
  const bins = crowded.length > 0 ? binsOf(crowded, scale, width, y + LANE_HEAD + rows + 64) : [];
  return {
    name,
    y,
    height: LANE_HEAD + rows + (bins.length > 0 ? 70 : 0) + 6,
    count: events.length,
    marks,
    bins,
  };
}

/** @param laneOfEvent names the lane of an event */
export function layOut(
  histories: readonly History[],
  laneOfEvent: (history: History) => string,
  laneOrder: readonly string[],
  view: Stretch,
  width: number,
): Layout {
  const scale = dayScale(view, width);
  const undated: History[] = [];
  const shown: Placed[] = [];
  let before = 0;
  let after = 0;
  for (const history of histories) {
    const stretch = stretchOf(history.when);
    if (stretch === undefined) undated.push(history);
    else if (stretch.to < view.from) before += 1;
    else if (stretch.from > view.to) after += 1;
    else shown.push({ history, stretch });
  }
  shown.sort((a, b) => a.stretch.from - b.stretch.from || a.stretch.to - b.stretch.to);
  const byLane = new Map<string, Placed[]>(laneOrder.map((name) => [name, []]));
  for (const event of shown) {
    const name = laneOfEvent(event.history);
    const lane = byLane.get(name);
    if (lane) lane.push(event);
    else byLane.set(name, [event]);
  }
  const isHuge = shown.length > MOST_MARKS;
  const lanes: Lane[] = [];
  let y = 0;
  for (const [name, events] of byLane) {
    if (events.length === 0) continue;
    const lane = isHuge
      ? {
          name,
          y,
          height: LANE_HEAD + 76,
          count: events.length,
          marks: [],
          bins: binsOf(events, scale, width, y + LANE_HEAD + 64),
        }
      : laneOf(name, events, scale, width, y);
    lanes.push(lane);
    y += lane.height;
  }
  return { lanes, height: y, before, after, undated };
}

/** What is shown at first: the days of the reports and what is planned soon after, not the far past. */
export function firstView(days: readonly string[], histories: readonly History[]): Stretch {
  const reported = days.flatMap((day) => stretchOf(day) ?? []);
  const events = histories.flatMap(({ when }) => {
    const stretch = stretchOf(when);
    return stretch && Number.isFinite(stretch.from) && Number.isFinite(stretch.to) ? [stretch] : [];
  });
  const all = reported.length > 0 ? reported : events;
  if (all.length === 0) return { from: 0, to: 1 };
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  const span = Math.max(7, to - from);
  const soon = events.filter((one) => one.to <= to + span * 0.5 && one.from >= from - span * 0.25);
  const first = soon.reduce((least, one) => Math.min(least, one.from), from);
  const last = soon.reduce((most, one) => Math.max(most, one.to), to);
  const margin = Math.max(1, (last - first) * 0.03);
  return { from: first - margin, to: last + margin * 3 };
}

/** All that has a date. */
export function wholeView(histories: readonly History[], fallback: Stretch): Stretch {
  let from = fallback.from;
  let to = fallback.to;
  for (const { when } of histories) {
    const stretch = stretchOf(when);
    if (!stretch) continue;
    if (Number.isFinite(stretch.from)) from = Math.min(from, stretch.from);
    if (Number.isFinite(stretch.to)) to = Math.max(to, stretch.to);
  }
  const margin = (to - from) * 0.03;
  return { from: from - margin, to: to + margin };
}
