import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { findingFields } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** A footnote, or an in-text credit to another medium. */
export const citationSchema = z
  .object({
    ...findingFields,
    outlet: z.string().exactOptional(),
    title: z.string().exactOptional(),
    date: dateValueSchema.exactOptional(),
    url: z.string().exactOptional(),
    for: z.string().exactOptional().describe("what it is cited for, in the report's words"),
    marker: z.string().exactOptional().describe("'[3]'"),
    markedAt: z.array(spanSchema).describe("where the marker stands in the text; empty: nowhere"),
  })
  .meta({ id: "Citation" });
export type Citation = Immutable<z.infer<typeof citationSchema>>;
