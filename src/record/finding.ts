import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { judgedSchema } from "./human-judgement.ts";
import type { Immutable } from "./immutable.ts";
import { groundsSchema } from "./span.ts";

/** A pointer to an actor or place of the same reading, its name repeated so that the JSON reads on its own. */
export const referenceSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: "Reference" });
export type Reference = Immutable<z.infer<typeof referenceSchema>>;

export const MODALITIES = ["asserted", "reported", "planned", "possible", "conditional"] as const;
export type Modality = (typeof MODALITIES)[number];

/** What every finding carries. */
export const findingFields = {
  id: z.string().describe("from the report's bytes, the kind, the primary span and the key field"),
  at: groundsSchema,
  according: z
    .array(referenceSchema)
    .describe("who says so beyond the report itself, outermost first; empty: the report's own voice"),
  modality: z.enum(MODALITIES),
  negated: z.literal(true).exactOptional().describe("the text says that it is not so"),
  when: dateValueSchema.exactOptional().describe("the time of the thing itself"),
  by: z.string().describe("the rule or model that made it"),
  score: z.number().min(0).max(1),
  judged: z.array(judgedSchema).exactOptional().describe("what people say of it, oldest first"),
};
