import { z } from "zod";
import type { Immutable } from "./immutable.ts";
import { problemSchema } from "./problem.ts";
import { spanSchema } from "./span.ts";

export const VERDICTS = ["supported", "partly", "contradicted", "not found"] as const;

/** A digest that somebody else wrote, held against the story sentence by sentence. */
export const auditSchema = z
  .object({
    report: z.string().describe("id of the digest"),
    against: z
      .array(z.string())
      .describe("ids of the reports that it was held against, itself and its copies left out"),
    sentences: z.array(
      z.object({
        quote: spanSchema,
        verdict: z.enum(VERDICTS),
        why: z.string(),
        evidence: z.array(
          z.object({
            report: z.string().describe("id of the report"),
            quote: spanSchema,
            side: z.enum(["for", "against"]),
          }),
        ),
      }),
    ),
    problems: z.array(problemSchema).describe("of the digest as a source, its footnotes included"),
  })
  .meta({ id: "Audit" });
export type Audit = Immutable<z.infer<typeof auditSchema>>;
