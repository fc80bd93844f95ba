/** Marks what a desk says of its own report, and tells from it which version of the report this is. */
import type { Block, Fact, Published, Version } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import type { Draft } from "../draft.ts";
import { writtenDays } from "../metadata/date-text.ts";
import { labelOf } from "./labels.ts";
import { noteOf } from "./notes.ts";

export interface Marked {
  readonly blocks: readonly Block[];
  readonly version?: Version;
  /** The title without its label. */
  readonly title?: Fact;
  /** The day that a note gives for the change. */
  readonly modified?: Published;
}

/** How many blocks of the head a label or a note in brackets may stand in. */
const HEAD = 8;
/** A line that is nothing but a label. */
const LABEL_LINE = 30;

/** The blocks of a draft with notes and labels marked, and what they say. */
export function versionOf({ text, blocks, facts }: Pick<Draft, "text" | "blocks" | "facts">): Marked {
  const versions: Version[] = [];
  let title = facts.title;
  let modified: Published | undefined;
  let shown = 0;
  const marked = blocks.flatMap((block): Block[] => {
    const { start, end, kind } = block;
    const words = text.slice(start, end);
    const isHead = shown < HEAD;
    if (kind !== "furniture") shown++;
    // "BREAKING NEWS" in the menu of a page says nothing of this report.
    const isOwn = kind !== "furniture" || block.why === "section label";
    if (isHead && isOwn && (kind === "title" || words.length < LABEL_LINE)) {
      const label = labelOf(words);
      if (label !== undefined && (kind === "title" || label.rest >= words.length)) {
        const at = spanAt(text, start, start + label.end);
        versions.push({ kind: label.kind, ...(label.number !== undefined && { number: label.number }), at });
        const note: Block = { kind: "note", start, end: start + label.end, why: "label of a version" };
        if (label.rest >= words.length) return [note];
        if (title?.at?.start === start) title = unlabelled(text, title, start + label.rest);
        return [note, { ...block, start: start + label.rest }];
      }
    }
    const isBracketed = words.startsWith("(");
    if (kind === "title" || kind === "heading" || (isBracketed && !isHead)) return [block];
    const why = noteOf(words);
    if (why === undefined) return [block];
    versions.push({ kind: why, at: spanAt(text, start, end) });
    const [day] = writtenDays(words);
    if (day !== undefined)
      modified ??= { value: day.value, basis: "text", at: spanAt(text, start + day.start, start + day.end) };
    return [{ kind: "note", start, end, why: `note of a ${why === "repeat" ? "repetition" : why}` }];
  });
  const version = versions[0];
  return {
    blocks: marked,
    ...(version !== undefined && { version }),
    ...(title !== undefined && { title }),
    ...(modified !== undefined && { modified }),
  };
}

function unlabelled(text: string, title: Fact, start: number): Fact {
  const end = title.at?.end ?? start;
  if (start >= end) return title;
  const at = spanAt(text, start, end);
  return { ...title, value: at.text, at };
}
