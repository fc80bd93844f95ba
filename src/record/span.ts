import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/**
 * A quote: half-open UTF-16 code units `[start, end)` of `report.text`, and the text that stands there.
 * For every span of a reading, `report.text.slice(start, end) === text`.
 */
export const spanSchema = z
  .object({
    start: z.int().min(0).describe("first character, UTF-16 code units"),
    end: z.int().min(0).describe("one past the last character"),
    text: z.string().describe("report.text.slice(start, end)"),
  })
  .meta({ id: "Span" });
export type Span = Immutable<z.infer<typeof spanSchema>>;

/** The spans a finding stands on: one at least, so that a finding without a quote is a type error. */
export const groundsSchema = z
  .tuple([spanSchema], spanSchema)
  .describe("the primary quote first, then others that carry the same finding");
export type Grounds = readonly [Span, ...Span[]];

/** A place in a text without its quote. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The quote that stands at a range of a text; the only way in which spans are made. */
export function spanAt(text: string, start: number, end: number): Span {
  if (!(0 <= start && start < end && end <= text.length)) {
    throw new RangeError(`no span [${start}, ${end}) in a text of ${text.length}`);
  }
  return { start, end, text: text.slice(start, end) };
}

export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
