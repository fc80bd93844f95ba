import { z } from "zod";
import { evidenceSchema } from "./evidence.ts";
import type { Immutable } from "./immutable.ts";

/** Something that the program is unsure of and a person can settle with one judgement. */
export const questionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["same or not", "issue off the agenda"]),
    text: z.string(),
    pair: z
      .tuple([z.string(), z.string()])
      .exactOptional()
      .describe("ids of two findings, as a judgement has them"),
    weight: z.number().describe("how much hangs on the answer: findings that it would move"),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Question" });
export type Question = Immutable<z.infer<typeof questionSchema>>;
