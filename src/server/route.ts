/** A question that the API answers: where it is asked, what may be asked, and what the answer looks like. */
import { z } from "zod";
import { isEdtf } from "../record/edtf.ts";
import type { Story, View } from "../story/story.ts";
import type { Edition } from "./edition.ts";
import { type About, type Filters, filtersOf, heardField, narrowed } from "./filters.ts";
import { LONGEST_PAGE, PAGE } from "./paging.ts";
import { Refusal } from "./refusal.ts";

export interface Question {
  /** Its name for programs: the operation of OpenAPI. */
  readonly name: string;
  /** Below `/api`, with `{id}` where a thing is named. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  /** The schema of the answer; of a list, of the whole list. */
  readonly value: z.ZodType;
  readonly paged: boolean;
}

/** A question that is answered from the story alone. */
export interface Route extends Question {
  readonly answer: (edition: Edition, query: Readonly<Record<string, unknown>>, id: string) => unknown;
}

const DAY = /^\d{4}(?:-\d\d){0,2}$/;

export const daySchema = z
  .string()
  .regex(DAY, { error: "is no date such as 2031-04-12", abort: true })
  .refine(isEdtf, "is no date such as 2031-04-12");

export const viewQuery = {
  "as-of": daySchema.exactOptional().describe("only what had been published by this day (ISO 8601)"),
  story: z
    .string()
    .min(1)
    .max(200)
    .exactOptional()
    .describe("which story, by the id of any of its reports, its number in /stories or a part of its name"),
};

export function viewOf(query: Readonly<Record<string, unknown>>): View {
  const asOf = query["as-of"];
  return typeof asOf === "string" ? { asOf } : {};
}

/** The story that is asked for, in the words of the one who asks. */
export function storyAsked(query: Readonly<Record<string, unknown>>): string | undefined {
  return typeof query.story === "string" ? query.story : undefined;
}

interface OneRoute {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly query?: Record<string, z.ZodType>;
  readonly value: z.ZodType;
  readonly answer: Route["answer"];
}

/** A question with one answer. */
export function one({ query = {}, ...route }: OneRoute): Route {
  return { ...route, query: z.strictObject({ ...viewQuery, ...query }), paged: false };
}

interface ListRoute<Item> {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly item: z.ZodObject;
  readonly about?: About<Item>;
  readonly items: (story: Story, view: View, edition: Edition) => readonly Item[];
}

interface ReportsRoute<Item> extends ListRoute<Item> {
  /** The report that an item stands in. */
  readonly in: (item: Item) => string;
}

/** An item of a list that can be narrowed to an actor. */
function heardItem(item: z.ZodObject): z.ZodObject {
  const { id, ...meta } = item.meta() ?? {};
  return item.extend(heardField).meta({ ...meta, id: `${id}Found` });
}

function asList<Item>(
  { item, about = {}, items: _, ...route }: ListRoute<Item>,
  answer: Route["answer"],
): Route {
  return {
    ...route,
    query: z.strictObject({
      ...viewQuery,
      ...filtersOf(about),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(LONGEST_PAGE)
        .default(PAGE)
        .describe("items a page; the Link header names the next one"),
      cursor: z.string().max(200).exactOptional().describe("where a page begins, as the page before says"),
    }),
    value: z.array(about.actor ? heardItem(item) : item),
    paged: true,
    answer,
  };
}

/** A question whose answer is a list of what one story says, narrowed by what its items are about, and paged. */
export function list<Item>(route: ListRoute<Item>): Route {
  const { about = {}, items } = route;
  return asList(route, (edition, query) => {
    const [story, view] = [edition.story(storyAsked(query)), viewOf(query)];
    return narrowed(items(story, view, edition), about, query as Filters, { edition, story, view });
  });
}

/** The same of what single reports say: of all stories, unless one is asked for, in order of publication. */
export function listOfReports<Item>({ in: reportOf, ...route }: ReportsRoute<Item>): Route {
  const { about = {}, items } = route;
  return asList(route, (edition, query) => {
    const view = viewOf(query);
    const stories = edition.storiesOf(storyAsked(query));
    const found = stories.flatMap((story) =>
      narrowed(items(story, view, edition), about, query as Filters, { edition, story, view }),
    );
    if (stories.length < 2) return found;
    const placed = found.map((item) => [edition.placeOf(reportOf(item)), item] as const);
    return placed.sort(([a], [b]) => a - b).map(([, item]) => item);
  });
}

/** The one thing with an id. @throws Refusal where there is none */
export function found<Thing>(thing: Thing | undefined, noun: string, id: string): Thing {
  if (thing === undefined) throw new Refusal(404, `no ${noun} has the id ${id}`);
  return thing;
}
