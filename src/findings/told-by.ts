import { contains, type Range } from "../record/span.ts";
import type { Statement } from "../record/statement.ts";

/**
 * The stretches of text that a statement tells, in text order: its content, and the quotations that stand apart from
 * it, as in "“We will stay,” she said. “We like it here.”"
 */
export function toldBy({ content, parts }: Statement): readonly Range[] {
  return [content, ...parts.filter((part) => !contains(content, part))].sort((a, b) => a.start - b.start);
}
