import { z } from "zod";
import { evidenceSchema } from "./evidence.ts";
import type { Immutable } from "./immutable.ts";
import { problemSchema } from "./problem.ts";
import { spanSchema } from "./span.ts";

/** A digest that somebody else wrote, held against the story sentence by sentence. */
export const auditSchema = z
  .object({
    report: z.string().describe("id of the digest"),
    sentences: z.array(
      z.object({
        quote: spanSchema,
        verdict: z.enum(["supported", "partly", "contradicted", "not found"]),
        why: z.string(),
        evidence: z.array(evidenceSchema.extend({ side: z.enum(["for", "against"]) })),
      }),
    ),
    problems: z.array(problemSchema).describe("of its footnotes"),
  })
  .meta({ id: "Audit" });
export type Audit = Immutable<z.infer<typeof auditSchema>>;
