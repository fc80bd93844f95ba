import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** One decision whether two findings of different readings mean the same; reversible, and kept when reports are read again. */
export const judgementSchema = z
  .object({
    pair: z.tuple([z.string(), z.string()]).describe("ids of two findings, the smaller first"),
    verdict: z.enum(["same", "not the same", "unsure"]),
    score: z.number().min(0).max(1),
    judge: z.object({ kind: z.enum(["rule", "model", "person"]), name: z.string() }),
    when: z.string().exactOptional().describe("instant, RFC 3339; only a person's judgement has one"),
    why: z.string().describe("in words"),
  })
  .meta({ id: "Judgement" });
export type Judgement = Immutable<z.infer<typeof judgementSchema>>;

/** Actors or places of all readings that are one. */
export const identitySchema = z
  .object({
    id: z.string(),
    of: z.enum(["actor", "place"]),
    kind: z.string(),
    name: z.string(),
    names: z.array(z.string()).describe("every spelling, most frequent first"),
    roles: z.array(z.object({ title: z.string(), of: z.string().exactOptional() })),
    represents: z.string().exactOptional().describe("id of the identity that it speaks for"),
    members: z.array(z.string()).describe("ids of findings"),
    reports: z.array(z.string()),
  })
  .meta({ id: "Identity" });
export type Identity = Immutable<z.infer<typeof identitySchema>>;
