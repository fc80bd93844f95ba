import { z } from "zod";
import { findingFields, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";
import { spanSchema } from "./span.ts";

export const ACTOR_KINDS = ["person", "state", "organisation", "body", "group", "outlet", "unnamed"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who takes part. `at` holds the fullest mention first. */
export const actorSchema = z
  .object({
    ...findingFields,
    kind: z.enum(ACTOR_KINDS),
    name: z.string().describe("fullest form"),
    mentions: z.array(spanSchema).describe("names, titles used as names, metonyms"),
    references: z.array(spanSchema).describe("pronouns and descriptions that resolve to the actor"),
    roles: z.array(z.object({ title: z.string(), of: z.string().exactOptional() })),
    represents: referenceSchema.exactOptional().describe("the state or organisation that it speaks for"),
    entry: z.string().exactOptional().describe("gazetteer key, e.g. 'state:FRA'"),
  })
  .meta({ id: "Actor" });
export type Actor = Immutable<z.infer<typeof actorSchema>>;
