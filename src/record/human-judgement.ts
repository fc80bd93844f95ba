import { z } from "zod";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** What a person can judge: a finding of any kind, or a conflict of the story. */
export const JUDGED_KINDS = [
  "actors",
  "places",
  "times",
  "events",
  "statements",
  "positions",
  "proposals",
  "claims",
  "citations",
  "problems",
  "conflicts",
] as const;

/** What a judgement is about: the id it had, and the quote by which it is found again when ids have changed. */
export const anchorSchema = z
  .object({
    kind: z.enum(JUDGED_KINDS),
    id: z.string().describe("of the finding or conflict, as it was when it was judged"),
    report: z.string().describe("id of the report that the quote stands in"),
    quote: spanSchema.describe("the primary quote; of a conflict, the first of its first side"),
    name: z.string().describe("what it was called, for people"),
  })
  .meta({ id: "Anchor" });
export type Anchor = Immutable<z.infer<typeof anchorSchema>>;

export const HUMAN_VERDICTS = ["same", "not the same", "accept", "reject", "correct", "annotate"] as const;
export type HumanVerdict = (typeof HUMAN_VERDICTS)[number];

/** What a person says of the record. It stands beside what the program found, and wins over it. */
export const humanJudgementSchema = z
  .object({
    id: z.string(),
    verdict: z.enum(HUMAN_VERDICTS),
    on: z
      .array(anchorSchema)
      .min(1)
      .describe("two for 'same' and 'not the same'; else every finding that the verdict holds for"),
    field: z
      .string()
      .exactOptional()
      .describe("of a correction: the field, e.g. 'stance'; 'at' for the quote"),
    value: z.unknown().exactOptional().describe("of a correction: what the field should hold, any JSON"),
    note: z.string().exactOptional(),
    who: z.string(),
    when: z.string().describe("instant, RFC 3339"),
  })
  .meta({ id: "HumanJudgement" });
export type HumanJudgement = Immutable<z.infer<typeof humanJudgementSchema>>;

/** A judgement, and whether what it is about is still there. */
export const standingJudgementSchema = z
  .object({
    judgement: humanJudgementSchema,
    attached: z.array(anchorSchema).describe("what it is about, as it is now"),
    detached: z.array(anchorSchema).describe("what was not found again"),
  })
  .meta({ id: "StandingJudgement" });
export type StandingJudgement = Immutable<z.infer<typeof standingJudgementSchema>>;

/** What stands on a finding or conflict that a person has judged. */
export interface Judged {
  readonly judgement: string;
  readonly verdict: HumanVerdict;
  readonly field?: string;
  readonly machine?: unknown;
  readonly note?: string;
  readonly who: string;
  readonly when: string;
}

/** The same as a schema; its type is written out, since it stands on every finding. */
export const judgedSchema: z.ZodType<Judged> = z
  .object({
    judgement: z.string().describe("id of the judgement"),
    verdict: z.enum(HUMAN_VERDICTS),
    field: z.string().exactOptional(),
    machine: z
      .json()
      .exactOptional()
      .describe("of a correction: what the program had found; absent: nothing"),
    note: z.string().exactOptional(),
    who: z.string(),
    when: z.string(),
  })
  .meta({ id: "Judged" });
