import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { findingFields } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

/** A temporal expression and what it stands for. */
export const timeSchema = z
  .object({
    ...findingFields,
    type: z.enum(["date", "time", "duration", "set"]),
    value: dateValueSchema.exactOptional().describe("absent while it cannot be resolved"),
    alternatives: z
      .array(dateValueSchema)
      .exactOptional()
      .describe("other readings of an ambiguous expression"),
    interval: z
      .object({ earliest: z.string().exactOptional(), latest: z.string().exactOptional() })
      .exactOptional()
      .describe("first and last day (ISO 8601) that the value stands for; absent side: open"),
    anchor: z
      .object({
        to: z.enum(["publication", "time", "none"]),
        time: z.string().exactOptional().describe("id of the time it hangs on"),
      })
      .describe("what it was counted from"),
    relative: z.string().exactOptional().describe("'publication - 1 day', kept while the anchor is unknown"),
    unresolved: z.string().exactOptional().describe("why there is no value, in words"),
  })
  .meta({ id: "Time" });
export type Time = Immutable<z.infer<typeof timeSchema>>;
