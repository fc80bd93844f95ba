import { z } from "zod";
import { corroborationSchema } from "./corroboration.ts";
import { evidenceSchema } from "./evidence.ts";
import { referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

/** One wording of what somebody said, beside the fullest one. */
export const variantSchema = z
  .object({
    kind: z
      .enum(["in full", "trimmed", "changed", "paraphrased"])
      .describe(
        "trimmed: words of the fullest wording are left out; changed: others stand inside the quotation marks",
      ),
    text: z
      .string()
      .describe("what stands inside the quotation marks, pieces joined by …; of a paraphrase its words"),
    evidence: z.array(evidenceSchema).min(1).describe("a quote of each report that has this wording"),
    parts: z
      .array(z.object({ kind: z.enum(["same", "left out", "added"]), text: z.string() }))
      .describe("the fullest wording turned into this one, word by word; empty for a paraphrase"),
  })
  .meta({ id: "Variant" });
export type Variant = Immutable<z.infer<typeof variantSchema>>;

/** One statement that several reports tell, in all its wordings. */
export const quotationSchema = z
  .object({
    id: z.string(),
    speaker: z.array(referenceSchema).describe("identities; empty where no report names anybody"),
    variants: z.array(variantSchema).min(1).describe("the fullest first"),
    corroboration: corroborationSchema,
  })
  .meta({ id: "Quotation" });
export type Quotation = Immutable<z.infer<typeof quotationSchema>>;
