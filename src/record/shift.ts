import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { evidenceSchema } from "./evidence.ts";
import { referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { STANCES } from "./position.ts";

const standSchema = z.object({
  stance: z.enum(STANCES),
  content: z.string(),
  told: dateValueSchema.exactOptional(),
  evidence: z.array(evidenceSchema),
});

/** A holder's stance on an issue that changes. */
export const shiftSchema = z
  .object({
    id: z.string(),
    holder: z.array(referenceSchema).describe("identities"),
    issue: z.string(),
    before: standSchema,
    after: standSchema,
    when: dateValueSchema.exactOptional(),
    strength: z.enum(["firm", "soft", "artefact"]),
    why: z.string(),
  })
  .meta({ id: "Shift" });
export type Shift = Immutable<z.infer<typeof shiftSchema>>;

/** A cell of the positions matrix: everything a holder is told to want on an issue, oldest first. */
export const cellSchema = z
  .object({
    holder: z.array(referenceSchema).describe("sides; those who speak for one stand under it"),
    issue: z.string(),
    stance: z.enum(STANCES).describe("as last told"),
    stands: z.array(
      standSchema.extend({
        by: z
          .array(referenceSchema)
          .exactOptional()
          .describe("who speaks, where it is not the holder itself"),
        condition: z.string().exactOptional(),
        past: z.literal(true).exactOptional(),
      }),
    ),
    corroboration: z.object({ reports: z.int(), origins: z.int() }),
  })
  .meta({ id: "Cell" });
export type Cell = Immutable<z.infer<typeof cellSchema>>;
