import { z } from "zod";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** A quote in one report of a story, and the finding it stands for. */
export const evidenceSchema = z
  .object({
    report: z.string().describe("id of the report"),
    finding: z.string().describe("id of the finding"),
    quote: spanSchema,
  })
  .meta({ id: "Evidence" });
export type Evidence = Immutable<z.infer<typeof evidenceSchema>>;
