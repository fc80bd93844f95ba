import { z } from "zod";
import type { Immutable } from "./immutable.ts";

/** One of the stories that reports tell. */
export const storyEntrySchema = z
  .object({
    id: z.string().describe("id of its first report; the id of any of its reports names the story too"),
    name: z.string().describe("those whom it names most; else the title of its first report"),
    reports: z.int().min(1),
    asOf: z
      .string()
      .exactOptional()
      .describe("the last day (ISO 8601) on which a report of it was published"),
    stray: z
      .boolean()
      .describe("a report alone beside a story of several: it tells of another matter, and is kept out"),
  })
  .meta({ id: "StoryEntry" });
export type StoryEntry = Immutable<z.infer<typeof storyEntrySchema>>;
