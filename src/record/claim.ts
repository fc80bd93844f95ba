import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { findingFields } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

/** A figure or fact that can be checked. */
export const claimSchema = z
  .object({
    ...findingFields,
    subject: z.string(),
    attribute: z.string(),
    value: z.union([z.number(), z.string()]).describe("a number, an EDTF duration or date, or words"),
    upTo: z.number().exactOptional().describe("upper end of a range; `value` is the lower"),
    unit: z.string().exactOptional(),
    qualifier: z.string().exactOptional().describe("'approximately', 'over', 'at least'"),
    asOf: dateValueSchema.exactOptional(),
  })
  .meta({ id: "Claim" });
export type Claim = Immutable<z.infer<typeof claimSchema>>;
