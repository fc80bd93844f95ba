import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** A footnote of a brief: number, report, and the quote that the sentence stands on. */
export const footnoteSchema = z
  .object({
    number: z.int().min(1),
    report: z.string(),
    outlet: z.string().exactOptional(),
    file: z.string().exactOptional(),
    published: dateValueSchema.exactOptional(),
    finding: z.string(),
    quote: spanSchema,
  })
  .meta({ id: "Footnote" });
export type Footnote = Immutable<z.infer<typeof footnoteSchema>>;

/** A digest in which every sentence is made from findings. */
export const briefSchema = z
  .object({
    title: z.string(),
    asOf: dateValueSchema.exactOptional(),
    sections: z.array(
      z.object({
        heading: z.string(),
        sentences: z.array(z.object({ text: z.string(), footnotes: z.array(z.int()).min(1) })),
      }),
    ),
    leftOut: z.array(z.object({ what: z.string(), count: z.int(), why: z.string() })),
    footnotes: z.array(footnoteSchema),
  })
  .meta({ id: "Brief" });
export type Brief = Immutable<z.infer<typeof briefSchema>>;
