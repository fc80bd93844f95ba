import { z } from "zod";
import { findingFields, referenceSchema } from "./finding.ts";
import type { Immutable } from "./immutable.ts";

/** Roots of the PLOVER event ontology (current manual). */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EVENT_STATUSES = ["possible", "planned", "ongoing", "held", "cancelled", "refused"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Who sits at the table of a meeting. */
export const MEETING_LEVELS = ["leaders", "ministers", "military", "envoys", "officials"] as const;
export type MeetingLevel = (typeof MEETING_LEVELS)[number];

export const eventSchema = z
  .object({
    ...findingFields,
    type: z.enum(EVENT_TYPES),
    subtype: z.string(),
    participants: z.array(referenceSchema).describe("who does it or takes part"),
    recipients: z.array(referenceSchema).describe("to whom it is done"),
    absent: z.array(referenceSchema).exactOptional().describe("said not to take part"),
    hosts: z.array(referenceSchema).exactOptional().describe("of a meeting: who receives the others"),
    level: z.enum(MEETING_LEVELS).exactOptional().describe("of a meeting: who sits at the table"),
    place: referenceSchema.exactOptional(),
    venue: z
      .string()
      .exactOptional()
      .describe("the building, in the report's words: 'the old customs house'"),
    time: z.string().exactOptional().describe("id of the time finding behind `when`"),
    status: z.enum(EVENT_STATUSES),
    medium: z.enum(["in person", "virtual", "phone"]).exactOptional(),
    instrument: z.string().exactOptional().describe("with what it is done, in the report's words: 'drones'"),
    topic: z.string().exactOptional().describe("what it is about, in the report's words"),
    outcome: z.string().exactOptional().describe("how it ended, in the report's words"),
    sequence: z.int().min(1).exactOptional().describe("3 for a third round"),
    verbal: z.literal(true).exactOptional().describe("only an act of speech"),
  })
  .meta({ id: "Event" });
export type Event = Immutable<z.infer<typeof eventSchema>>;
