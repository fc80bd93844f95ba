import { z } from "zod";
import { findingFields, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** An act of speech. */
export const statementSchema = z
  .object({
    ...findingFields,
    speaker: z.array(referenceSchema).describe("empty where the text names nobody"),
    source: spanSchema.exactOptional().describe("the words that name the speaker"),
    cue: spanSchema,
    content: spanSchema,
    form: z.enum(["direct", "mixed", "indirect"]),
    parts: z.array(spanSchema).describe("the pieces inside quotation marks"),
    addressee: z.array(referenceSchema),
    medium: z.string().exactOptional(),
    via: z.array(referenceSchema).describe("outlets or sources that the report cites for it"),
    nestedIn: z.string().exactOptional().describe("id of the statement that tells this one"),
  })
  .meta({ id: "Statement" });
export type Statement = Immutable<z.infer<typeof statementSchema>>;
