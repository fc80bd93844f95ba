import { z } from "zod";
import { corroborationSchema } from "./corroboration.ts";
import { dateValueSchema } from "./date-value.ts";
import { EVENT_STATUSES, EVENT_TYPES } from "./event.ts";
import { evidenceSchema } from "./evidence.ts";
import { MODALITIES, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

/** One event through all reports: floated, planned, moved, held or called off. References are to identities. */
export const historySchema = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    subtype: z.string(),
    name: z.string().describe("a short heading made from the findings"),
    participants: z.array(referenceSchema),
    recipients: z.array(referenceSchema),
    place: referenceSchema.exactOptional(),
    when: dateValueSchema.exactOptional().describe("as last told"),
    status: z.enum(EVENT_STATUSES).describe("as last told"),
    verbal: z.literal(true).exactOptional(),
    outcome: z.string().exactOptional(),
    steps: z.array(
      z.object({
        told: dateValueSchema.exactOptional().describe("publication date of the report"),
        status: z.enum(EVENT_STATUSES),
        modality: z.enum(MODALITIES),
        when: dateValueSchema.exactOptional(),
        moved: z.literal(true).exactOptional().describe("the date differs from the step before"),
        evidence: evidenceSchema,
      }),
    ),
    corroboration: corroborationSchema,
  })
  .meta({ id: "History" });
export type History = Immutable<z.infer<typeof historySchema>>;
