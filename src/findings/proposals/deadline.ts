/** By when: the date or length that a proposal sets. */
import { contains, type Range } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";

const BY =
  /\b(?:by|until|till|before|within|no\s+later\s+than|not\s+later\s+than|inside|in\s+the\s+space\s+of)\s+(?:the\s+end\s+of\s+)?$/iu;

/** The value of the first time in the quotes that stands behind "by", "until" or "within". */
export function deadlineIn(text: string, at: readonly Range[], times: readonly Time[]): string | undefined {
  for (const quote of at) {
    const found = times.find(
      ({ at: [span], value }) =>
        value !== undefined &&
        contains(quote, span) &&
        BY.test(text.slice(Math.max(quote.start, span.start - 32), span.start)),
    );
    if (found) return found.value;
  }
  return undefined;
}
