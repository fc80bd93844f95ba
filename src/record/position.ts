import { z } from "zod";
import { findingFields, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

export const STANCES = [
  "demands",
  "offers",
  "accepts",
  "rejects",
  "supports",
  "opposes",
  "considers",
  "open",
] as const;
export type Stance = (typeof STANCES)[number];

/** What a party wants on an issue. */
export const positionSchema = z
  .object({
    ...findingFields,
    holder: z.array(referenceSchema).describe("several only where they hold it together"),
    issue: z.string().describe("name of an issue of the agenda"),
    stance: z.enum(STANCES),
    content: z.string().describe("what is wanted, in the report's words"),
    condition: z.string().exactOptional(),
    attributedBy: referenceSchema
      .exactOptional()
      .describe("only where somebody other than the holder says it"),
    past: z.literal(true).exactOptional().describe("told as an earlier stance"),
    statements: z.array(z.string()).describe("ids of the statements that show it"),
    events: z.array(z.string()).describe("ids of the events that show it"),
  })
  .meta({ id: "Position" });
export type Position = Immutable<z.infer<typeof positionSchema>>;
