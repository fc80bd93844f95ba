/** The answers of `chrono-node`, a widely used parser of dates, in the form of TIMEX3. */
import * as chrono from "chrono-node";
import type { Tagged, TimeDocument } from "./timeml.ts";

export function chronoAnswers({ text, created }: TimeDocument): readonly Tagged[] {
  const reference = created === undefined ? undefined : new Date(`${created}T12:00:00`);
  return chrono.parse(text, reference).flatMap((result) => {
    const { start } = result;
    const date = [pad(start.get("year"), 4), pad(start.get("month"), 2), pad(start.get("day"), 2)].join("-");
    const timed = start.isCertain("hour");
    const dayless = !start.isCertain("day") && !start.isCertain("weekday");
    const month = dayless && start.isCertain("month") ? date.slice(0, 7) : date;
    const value = timed ? `${date}T${pad(start.get("hour"), 2)}:${pad(start.get("minute"), 2)}` : month;
    return [
      { start: result.index, end: result.index + result.text.length, type: timed ? "TIME" : "DATE", value },
    ];
  });
}

function pad(number: number | null, digits: number): string {
  return String(number ?? 0).padStart(digits, "0");
}
