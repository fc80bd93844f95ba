import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

/** A place of the story, and what the reports tell of it. */
export const placeHistorySchema = z
  .object({
    id: z.string().describe("of the identity"),
    name: z.string(),
    kind: z.string(),
    country: z.string().exactOptional().describe("ISO 3166-1 alpha-3"),
    point: z.object({ latitude: z.number(), longitude: z.number() }).exactOptional(),
    mentions: z.int().describe("how often the reports name it"),
    reports: z.array(z.string()),
    told: z
      .array(
        z.object({
          report: z.string(),
          finding: z.string(),
          quote: spanSchema,
          told: dateValueSchema.exactOptional().describe("publication date of the report"),
          what: z.string().describe("in a few words: 'demands · ceasefire'"),
          who: z.array(z.string()).describe("names of those who do or say it"),
        }),
      )
      .describe("events there, and positions and figures whose quote names it, oldest first"),
    claimants: z
      .array(z.string())
      .describe("holders with a stance on territory, recognition or withdrawal told of it"),
  })
  .meta({ id: "PlaceHistory" });
export type PlaceHistory = Immutable<z.infer<typeof placeHistorySchema>>;
export type ToldOfPlace = PlaceHistory["told"][number];
