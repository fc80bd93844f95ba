/** What a workspace says of what it holds. */
import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** A report as a workspace lists it. */
export const reportEntrySchema = z
  .object({
    id: z.string(),
    seq: z.int().describe("order of arrival; what pages are cut by"),
    addresses: z.array(z.string()).describe("web addresses where it was found"),
    state: z.enum(["current", "superseded"]).describe("superseded: its address holds a later version"),
    version: z.int().min(1).describe("at its latest address"),
    file: z.string().exactOptional(),
    url: z.string().exactOptional(),
    title: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    published: dateValueSchema.exactOptional(),
    added: z.string().describe("instant, RFC 3339"),
    size: z.int().describe("bytes of the original"),
  })
  .meta({ id: "ReportEntry" });
export type ReportEntry = Immutable<z.infer<typeof reportEntrySchema>>;

/** One line of the log of who changed what. Lines are never changed and never taken away. */
export const logEntrySchema = z
  .object({
    seq: z.int().min(1).describe("the revision of the workspace that this change made"),
    when: z.string().describe("instant, RFC 3339"),
    who: z.string(),
    what: z.enum([
      "init",
      "add",
      "change",
      "amend",
      "remove",
      "judge",
      "undo",
      "reread",
      "settings",
      "import",
    ]),
    subject: z.string().describe("id of the report or judgement; empty: the workspace"),
    detail: z.string().describe("in words"),
  })
  .meta({ id: "LogEntry" });
export type LogEntry = Immutable<z.infer<typeof logEntrySchema>>;

/** One find of a search: a report, the places in its text that match, and the findings that do. */
export const hitSchema = z
  .object({
    report: z.string(),
    title: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    published: dateValueSchema.exactOptional(),
    file: z.string().exactOptional(),
    score: z.number().describe("higher is better; comparable within one answer only"),
    passages: z
      .array(
        spanSchema.extend({
          marks: z.array(spanSchema).describe("the words that match, within the passage"),
        }),
      )
      .describe("sentences or lines of the text, best first"),
    findings: z.array(
      z.object({
        kind: z.string(),
        id: z.string(),
        at: spanSchema,
        marks: z.array(spanSchema),
        line: z.string().describe("the finding in one line"),
      }),
    ),
  })
  .meta({ id: "Hit" });
export type Hit = Immutable<z.infer<typeof hitSchema>>;
