/** Of several dates that one event is given, the one that says most. */
import { extent } from "../../record/edtf.ts";
import type { Time } from "../../record/time.ts";

/** The shortest: "on May 15" rather than "next week"; the first of equal ones, one without a value last of all. */
export function narrowest(times: readonly Time[]): Time | undefined {
  let best: Time | undefined;
  for (const time of times) if (best === undefined || vagueness(time) < vagueness(best)) best = time;
  return best;
}

/** In days; more than any stretch where the value has no place on the calendar, and most where there is none. */
function vagueness({ value }: Time): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  const days = extent(value);
  return days === undefined ? Number.MAX_VALUE : days.to - days.from;
}
