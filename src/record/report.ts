import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { diagnosticSchema } from "./diagnostic.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/**
 * What a stretch of the text is. Only the prose kinds are read for findings; the rest is kept and shown. A note is what
 * a desk says of its own report: a correction, what an update adds.
 */
export const BLOCK_KINDS = [
  "title",
  "deck",
  "heading",
  "byline",
  "dateline",
  "paragraph",
  "list item",
  "quote",
  "caption",
  "table",
  "footnote",
  "note",
  "furniture",
] as const;

export const blockSchema = z
  .object({
    kind: z.enum(BLOCK_KINDS),
    start: z.int().min(0),
    end: z.int().min(0),
    level: z.int().min(1).max(6).exactOptional().describe("of a heading"),
    why: z.string().exactOptional().describe("the rule that decided, e.g. 'comment form'"),
  })
  .meta({ id: "Block" });
export type Block = Immutable<z.infer<typeof blockSchema>>;
export type BlockKind = Block["kind"];

/** Where something known about the report comes from. */
export const basisSchema = z.enum(["metadata", "dateline", "text", "given", "unknown"]);

const factSchema = z.object({
  value: z.string(),
  basis: basisSchema,
  at: spanSchema.exactOptional().describe("where the text says so"),
});
export type Fact = Immutable<z.infer<typeof factSchema>>;

export const publishedSchema = z
  .object({
    value: dateValueSchema.exactOptional().describe("absent where unknown"),
    basis: basisSchema,
    at: spanSchema.exactOptional(),
    why: z.string().exactOptional().describe("in words, where inferred or where candidates disagree"),
  })
  .meta({ id: "Published" });
export type Published = Immutable<z.infer<typeof publishedSchema>>;

/** A stretch of the report that stands for itself: whole blocks, in text order; parts of one kind do not overlap. */
export const partSchema = z
  .object({
    kind: z
      .enum(["entry", "turn"])
      .describe("an entry of a live report or a chronicle; a turn of a transcript or an interview"),
    start: z.int().min(0),
    end: z.int().min(0),
    label: spanSchema.exactOptional().describe("the time above an entry; the name before a turn"),
    from: z.int().min(0).describe("where what is told or said begins, behind the label"),
    published: publishedSchema
      .exactOptional()
      .describe("of an entry: the day, with the time where it is given"),
  })
  .meta({ id: "Part" });
export type Part = Immutable<z.infer<typeof partSchema>>;

/** Which of several versions of one report this says it is. */
export const versionSchema = z
  .object({
    kind: z.enum(["alert", "update", "correction", "repeat", "withdrawal"]),
    number: z.int().min(1).exactOptional().describe("of an update: the second, the third"),
    at: spanSchema.describe("the words that say it: a label before the title, or a note"),
  })
  .meta({ id: "Version" });
export type Version = Immutable<z.infer<typeof versionSchema>>;

export const reportSchema = z
  .object({
    id: z.string().describe("first 16 hex digits of the SHA-256 of the bytes"),
    file: z.string().exactOptional().describe("the name it was read under"),
    text: z.string().describe("the whole visible text as it came; every span counts from its start"),
    language: z.string().describe("ISO 639-1, 'und' where undetermined"),
    blocks: z.array(blockSchema).describe("in text order, not overlapping"),
    parts: z.array(partSchema).exactOptional().describe("absent where the report is told as one"),
    version: versionSchema.exactOptional(),
    title: factSchema.exactOptional(),
    outlet: factSchema.exactOptional(),
    family: z.string().exactOptional().describe("the group with which the outlet shares copy"),
    byline: factSchema.exactOptional(),
    dateline: factSchema.exactOptional(),
    agency: factSchema.exactOptional().describe("the agency credited with the text"),
    section: factSchema.exactOptional(),
    url: factSchema.exactOptional(),
    published: publishedSchema,
    modified: publishedSchema.exactOptional(),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "Report" });
export type Report = Immutable<z.infer<typeof reportSchema>>;

/** What a list of reports shows of each: everything but the text and its blocks. */
export const reportHeadSchema = reportSchema
  .omit({ text: true, blocks: true, parts: true })
  .meta({ id: "ReportHead" });
export type ReportHead = Immutable<z.infer<typeof reportHeadSchema>>;

const PROSE: ReadonlySet<BlockKind> = new Set([
  "title",
  "deck",
  "heading",
  "paragraph",
  "list item",
  "quote",
]);

/** True for blocks whose sentences are read for findings. */
export function isProse(block: Block): boolean {
  return PROSE.has(block.kind);
}
