/** The parts of a text that stand for themselves: entries of a live report, turns of a transcript. */
import type { Block, Part } from "../../record/report.ts";
import type { Draft } from "../draft.ts";
import { entriesOf } from "./entries.ts";
import { turnsOf } from "./turns.ts";

export interface Divided {
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

/**
 * A draft's parts, in text order; the times above entries are furniture in its blocks.
 * @param day when the report was published, and last changed
 */
export function divided(
  { text, blocks, posted = [] }: Draft,
  day: { readonly published?: string; readonly modified?: string },
): Divided {
  const entries = entriesOf(text, blocks, posted, day);
  const kept = entries?.blocks ?? blocks;
  const turns = turnsOf(text, kept);
  const parts = [...(entries?.parts ?? []), ...turns];
  return { blocks: spoken(kept, turns), parts: parts.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** A short question that opens a turn is no heading. */
function spoken(blocks: readonly Block[], turns: readonly Part[]): readonly Block[] {
  const opening = new Set(turns.map(({ start }) => start));
  return blocks.map((block): Block => {
    if (block.kind !== "heading" || !opening.has(block.start)) return block;
    return { kind: "paragraph", start: block.start, end: block.end };
  });
}
