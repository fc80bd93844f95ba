import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { findingFields, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** Terms that hang together. */
export const proposalSchema = z
  .object({
    ...findingFields,
    proposer: z.array(referenceSchema),
    to: z.array(referenceSchema),
    terms: z.array(
      z.object({
        party: referenceSchema.exactOptional().describe("who would have to act; absent where not said"),
        does: z.string(),
        issue: z.string(),
      }),
    ),
    condition: z.string().exactOptional(),
    consequence: z.string().exactOptional(),
    deadline: dateValueSchema.exactOptional(),
    answers: z
      .array(
        z.object({
          by: z.array(referenceSchema),
          how: z.enum(["accepted", "welcomed", "rejected", "considered"]),
          at: spanSchema,
        }),
      )
      .exactOptional()
      .describe("who answered it, how and where the report says so"),
    status: z.enum(["floated", "under discussion", "offered", "accepted", "rejected", "withdrawn"]),
  })
  .meta({ id: "Proposal" });
export type Proposal = Immutable<z.infer<typeof proposalSchema>>;
