import { z } from "zod";
import { actorSchema } from "./actor.ts";
import { citationSchema } from "./citation.ts";
import { claimSchema } from "./claim.ts";
import { diagnosticSchema } from "./diagnostic.ts";
import { eventSchema } from "./event.ts";
import type { Immutable } from "./immutable.ts";
import { placeSchema } from "./place.ts";
import { positionSchema } from "./position.ts";
import { problemSchema } from "./problem.ts";
import { proposalSchema } from "./proposal.ts";
import { reportSchema } from "./report.ts";
import { spanSchema } from "./span.ts";
import { statementSchema } from "./statement.ts";
import { timeSchema } from "./time.ts";

/** Every kind of finding, by the name of its list in a reading. */
export const findingSchemas = {
  actors: actorSchema,
  places: placeSchema,
  times: timeSchema,
  events: eventSchema,
  statements: statementSchema,
  positions: positionSchema,
  proposals: proposalSchema,
  claims: claimSchema,
  citations: citationSchema,
  problems: problemSchema,
} as const;

export type Kind = keyof typeof findingSchemas;
export type FindingOf<K extends Kind> = Immutable<import("zod").infer<(typeof findingSchemas)[K]>>;
export type Finding = FindingOf<Kind>;
export type Findings = { readonly [K in Kind]: readonly FindingOf<K>[] };
export const KINDS = Object.keys(findingSchemas) as readonly Kind[];

/** What one report says. */
export const readingSchema = z
  .object({
    schema: z.string().describe("version of this schema"),
    program: z.string().describe("version of the program"),
    models: z.record(z.string(), z.string()).describe("version of each model used"),
    report: reportSchema,
    actors: z.array(actorSchema),
    places: z.array(placeSchema),
    times: z.array(timeSchema),
    events: z.array(eventSchema),
    statements: z.array(statementSchema),
    positions: z.array(positionSchema),
    proposals: z.array(proposalSchema),
    claims: z.array(claimSchema),
    citations: z.array(citationSchema),
    problems: z.array(problemSchema),
    coverage: z.object({
      sentences: z.int().min(0).describe("of prose"),
      silent: z.array(spanSchema).describe("sentences from which nothing was taken"),
    }),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "Reading" });
export type Reading = Immutable<z.infer<typeof readingSchema>>;

/** Raised whenever a reading changes its shape. */
export const SCHEMA_VERSION = "1";
