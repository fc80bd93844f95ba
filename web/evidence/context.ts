/** The words around a quote, so that it is not read alone. */
import type { Reading } from "../../src/record/reading.ts";
import type { Span } from "../../src/record/span.ts";

const MOST = 260;

export interface InContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The quote within its block, cut at words where the block is long. */
export function inContext({ report }: Reading, { start, end }: Span): InContext {
  const { text, blocks } = report;
  const from = blocks.findLast((block) => block.start <= start)?.start ?? 0;
  const to = blocks.find((block) => block.end >= end)?.end ?? text.length;
  let left = Math.max(Math.min(from, start), start - MOST);
  let right = Math.min(Math.max(to, end), end + MOST);
  if (left > from) left = Math.min(start, text.indexOf(" ", left) + 1 || start);
  if (right < to) right = Math.max(end, text.lastIndexOf(" ", right));
  return {
    before: `${left > from ? "… " : ""}${text.slice(left, start)}`,
    quote: text.slice(start, end),
    after: `${text.slice(end, right)}${right < to ? " …" : ""}`,
  };
}
