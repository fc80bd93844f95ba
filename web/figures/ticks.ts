/** Marks on an axis of days: years, months, days or hours, as many as there is room for. */
import { scaleUtc } from "d3-scale";
import type { Stretch } from "./timeline-layout.ts";

const DAY = 86_400_000;
const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export interface Tick {
  readonly day: number;
  readonly label: string;
  /** Begins a month or a year. */
  readonly isMajor: boolean;
}

function labelOf(date: Date, isHours: boolean): { label: string; isMajor: boolean } {
  const [hour, day, month] = [date.getUTCHours(), date.getUTCDate(), date.getUTCMonth()];
  if (isHours && hour > 0) return { label: `${String(hour).padStart(2, "0")}:00`, isMajor: false };
  if (day > 1) return { label: String(day), isMajor: isHours };
  if (month > 0) return { label: SHORT[month]!, isMajor: true };
  return { label: String(date.getUTCFullYear()), isMajor: true };
}

/** The first tick says month and year, whatever it is. */
export function ticksOf({ from, to }: Stretch, width: number): Tick[] {
  const scale = scaleUtc().domain([new Date(from * DAY), new Date(to * DAY)]);
  const dates = scale.ticks(Math.max(2, Math.floor(width / 80)));
  const isHours = to - from < 6;
  return dates.map((date, i) => {
    const { label, isMajor } = labelOf(date, isHours);
    const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
    const full = isHours || day > 1 ? `${day} ${SHORT[month]} ${year}` : `${SHORT[month]} ${year}`;
    const isYears = month === 0 && day === 1;
    return {
      day: date.getTime() / DAY,
      label: i === 0 && !isYears ? full : isMajor && day > 1 && isHours ? `${day} ${SHORT[month]}` : label,
      isMajor: i === 0 || isMajor,
    };
  });
}
