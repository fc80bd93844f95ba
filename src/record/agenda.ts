import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** The issues that positions are sorted under: a plain file that a user may replace. */
export const agendaSchema = z
  .array(
    z.object({
      name: z.string().min(1),
      definition: z.string(),
      terms: z.array(z.string().min(1)).describe("cue words and phrases, lower case, lemmas"),
      weak: z
        .array(z.string().min(1))
        .exactOptional()
        .describe("terms that count only where no issue has a stronger one"),
      against: z
        .array(z.string())
        .exactOptional()
        .describe("phrases in which a term does not mean this issue"),
    }),
  )
  .meta({ id: "Agenda" });
export type Agenda = Immutable<z.infer<typeof agendaSchema>>;
export type Issue = Agenda[number];
