import { z } from "zod";
import { findingFields } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

export const placeSchema = z
  .object({
    ...findingFields,
    kind: z.enum(["country", "region", "city", "site", "sea"]),
    name: z.string(),
    mentions: z.array(spanSchema),
    country: z.string().length(3).exactOptional().describe("ISO 3166-1 alpha-3"),
    admin1: z.string().exactOptional().describe("ISO 3166-2"),
    point: z
      .object({ latitude: z.number(), longitude: z.number() })
      .exactOptional()
      .describe("WGS 84 degrees"),
    entry: z.string().exactOptional().describe("gazetteer key"),
  })
  .meta({ id: "Place" });
export type Place = Immutable<z.infer<typeof placeSchema>>;
