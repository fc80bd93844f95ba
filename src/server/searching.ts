/** Search of the workspace as the API asks for it. */
import { z } from "zod";
import { KINDS, type Kind } from "../record/reading.ts";
import { hitSchema } from "../record/workspace.ts";
import type { SearchQuery, Workspace } from "../workspace/workspace.ts";
import { cursorText, readCursor } from "./paging.ts";
import type { Answer } from "./press.ts";
import { checked } from "./refusal.ts";
import { daySchema, type Question } from "./route.ts";

const LONGEST = 100;
const DEEPEST = 10_000;

const words = (what: string) => z.string().min(1).max(200).exactOptional().describe(what);

const searchQuerySchema = z.strictObject({
  q: z
    .string()
    .max(1000)
    .default("")
    .describe('words, all of which must be there; "in quotation marks" next to each other'),
  actor: words("name of an actor of the finding"),
  issue: words("issue of the finding"),
  stance: words("stance of the finding"),
  kind: z
    .enum(KINDS as [Kind, ...Kind[]])
    .exactOptional()
    .describe("kind of the finding"),
  outlet: words("name of the outlet"),
  from: daySchema.exactOptional().describe("first day of publication"),
  to: daySchema.exactOptional().describe("last day of publication"),
  "as-of": daySchema.exactOptional().describe("the same as `to`"),
  limit: z.coerce.number().int().min(1).max(LONGEST).default(20).describe("reports a page"),
  cursor: z.string().max(200).exactOptional().describe("where a page begins, as the page before says"),
});

/** Answered from the workspace as it is, not from an edition. */
export const search: Question = {
  name: "search",
  path: "/search",
  summary: "Reports whose text or findings match, best first, the words that match marked",
  query: searchQuerySchema,
  value: z.array(
    hitSchema
      .extend({ story: z.string().exactOptional().describe("id of the story that the report tells") })
      .meta({ id: "HitInStory" }),
  ),
  paged: true,
};

/**
 * Reports that match, best first. It asks the workspace as it is now.
 * @param storyOf the story that a report tells; undefined of a report that no edition has yet
 * @throws Refusal where the query is none
 */
export async function searchFor(
  workspace: Workspace,
  raw: Readonly<Record<string, string>>,
  storyOf: (report: string) => string | undefined,
): Promise<Answer> {
  const { q, cursor, "as-of": asOf, ...query } = checked(searchQuerySchema, raw, 400);
  const offset = cursor === undefined ? 0 : Math.min(readCursor(cursor).from, DEEPEST);
  const last = [query.to, asOf].filter((day) => day !== undefined).sort()[0];
  const asked: SearchQuery = { ...query, text: q, offset, ...(last === undefined ? {} : { to: last }) };
  const { hits, more } = await workspace.search(asked);
  const next = offset + hits.length;
  return {
    tag: "",
    body: Buffer.from(JSON.stringify(hits.map((hit) => ({ ...hit, story: storyOf(hit.report) })))),
    ...(more && next <= DEEPEST ? { next: cursorText({ tag: "", from: next }) } : {}),
  };
}
