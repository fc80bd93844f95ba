import { z } from "zod";
import { findingFields } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

export const PROBLEM_KINDS = [
  "furniture",
  "repetition",
  "stale heading",
  "tense conflict",
  "impossible date",
  "orphan citation",
  "implausible url",
  "inner contradiction",
  "garbled",
  "misspelling",
  "lost attribution",
  "contradicts established fact",
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What a careful reader would flag about the report as a source. The last three kinds are found only beside other reports. */
export const problemSchema = z
  .object({
    ...findingFields,
    kind: z.enum(PROBLEM_KINDS),
    severity: z.enum(["minor", "major"]),
    description: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = Immutable<z.infer<typeof problemSchema>>;
