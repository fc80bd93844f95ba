import { z } from "zod";
import { corroborationSchema } from "./corroboration.ts";
import { evidenceSchema } from "./evidence.ts";
import { judgedSchema } from "./human-judgement.ts";
import type { Immutable } from "./immutable.ts";

/** Findings that cannot both hold. */
export const conflictSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["figure", "date", "identity", "participants", "status", "stance", "attribution"]),
    about: z.string().describe("what is disputed, in words"),
    sides: z.array(
      z.object({ says: z.string(), evidence: z.array(evidenceSchema), corroboration: corroborationSchema }),
    ),
    strength: z.enum(["firm", "soft"]),
    why: z.string().describe("why they cannot both hold, or what may explain it"),
    judged: z.array(judgedSchema).exactOptional().describe("what people say of it, oldest first"),
  })
  .meta({ id: "Conflict" });
export type Conflict = Immutable<z.infer<typeof conflictSchema>>;
