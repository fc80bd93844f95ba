import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** How many independent origins the reports that carry a finding come down to. */
export const corroborationSchema = z
  .object({
    reports: z.array(z.string()).describe("ids, in order of publication"),
    origins: z
      .array(z.object({ name: z.string(), reports: z.array(z.string()), why: z.string() }))
      .describe("one an independent origin, with the reports that rest on it"),
  })
  .meta({ id: "Corroboration" });
export type Corroboration = Immutable<z.infer<typeof corroborationSchema>>;

/** One report rests on another, or on a source that it names. */
export const dependenceSchema = z
  .object({
    from: z.string().describe("id of the report"),
    on: z.string().describe("id of a report, or the name of a source outside the story"),
    kind: z.enum([
      "shared wording",
      "shared quote",
      "agency credit",
      "cited outlet",
      "unnamed source",
      "same family",
    ]),
    passages: z.array(z.object({ report: z.string(), start: z.int(), end: z.int(), text: z.string() })),
  })
  .meta({ id: "Dependence" });
export type Dependence = Immutable<z.infer<typeof dependenceSchema>>;
