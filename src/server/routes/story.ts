/** What the reports say together: a route for each part of the story. */
import { z } from "zod";
import { briefSchema } from "../../record/brief.ts";
import { changesSchema } from "../../record/changes.ts";
import { type Conflict, conflictSchema } from "../../record/conflict.ts";
import { type Dependence, dependenceSchema } from "../../record/corroboration.ts";
import { type Evidence, evidenceSchema } from "../../record/evidence.ts";
import { type History, historySchema } from "../../record/history.ts";
import { type Identity, identitySchema } from "../../record/judgement.ts";
import { type PlaceHistory, placeHistorySchema } from "../../record/place-history.ts";
import { problemSchema } from "../../record/problem.ts";
import { type Question, questionSchema } from "../../record/question.ts";
import { type Quotation, quotationSchema } from "../../record/quotation.ts";
import { type Cell, cellSchema, type Shift, shiftSchema } from "../../record/shift.ts";
import { storyEntrySchema } from "../../record/story-entry.ts";
import type { ReportProblem } from "../../story/story.ts";
import { entryOf } from "../../story/told-stories.ts";
import type { Edition } from "../edition.ts";
import type { About } from "../filters.ts";
import { daySchema, found, list, one, type Route, storyAsked, viewOf } from "../route.ts";

function reportsOf(evidence: readonly Evidence[]): string[] {
  return evidence.map(({ report }) => report);
}

const aboutHistory: About<History> = {
  actor: ({ participants, recipients }) => [...participants, ...recipients],
  report: ({ corroboration }) => corroboration.reports,
  kind: ({ subtype }) => subtype,
};

const aboutIdentity: About<Identity> = {
  actor: ({ id, represents }) => [id, represents],
  report: ({ reports }) => reports,
  kind: ({ kind }) => kind,
};

const problemEntrySchema = z
  .object({
    report: z.string(),
    problem: problemSchema,
    beside: z
      .array(evidenceSchema)
      .exactOptional()
      .describe("quotes of other reports, where it shows only beside them"),
  })
  .meta({ id: "ReportProblem" });

type Thing = "identities" | "histories" | "conflicts" | "shifts";

/** One thing by its id, of whatever story, unless one is asked for. */
function oneOf(
  thing: Thing,
  noun: string,
  edition: Edition,
  query: Readonly<Record<string, unknown>>,
  id: string,
) {
  const view = viewOf(query);
  for (const story of edition.storiesOf(storyAsked(query))) {
    const all: readonly { readonly id: string }[] = story[thing](view);
    const one = all.find((candidate) => candidate.id === id);
    if (one) return one;
  }
  return found(undefined, noun, id);
}

const eventRoutes: readonly Route[] = [
  list<History>({
    name: "events",
    path: "/events",
    summary: "Every event through its reports: floated, planned, moved, held or called off",
    item: historySchema,
    about: aboutHistory,
    items: (story, view) => story.histories(view),
  }),
  one({
    name: "event",
    path: "/events/{id}",
    summary: "One event through its reports",
    value: historySchema,
    answer: (edition, query, id) => oneOf("histories", "event", edition, query, id),
  }),
  list<History>({
    name: "timeline",
    path: "/timeline",
    summary: "Dated events that are more than acts of speech, oldest first",
    item: historySchema,
    about: aboutHistory,
    items: (story, view) => story.timeline(view),
  }),
  list<History>({
    name: "upcoming",
    path: "/upcoming",
    summary: "What is still to come on the day of the view",
    item: historySchema,
    about: aboutHistory,
    items: (story, view) => story.upcoming(view),
  }),
];

function identityList(
  name: "actors" | "places" | "identities",
  of: Identity["of"] | undefined,
  summary: string,
): Route {
  return list<Identity>({
    name,
    path: `/${name}`,
    summary,
    item: identitySchema,
    about: aboutIdentity,
    items: (story, view) =>
      story.identities(view).filter((identity) => of === undefined || identity.of === of),
  });
}

const identityRoutes: readonly Route[] = [
  identityList("actors", "actor", "Who takes part, under which names and in which roles"),
  identityList("places", "place", "Places of the story"),
  identityList("identities", undefined, "Actors and places, each merged from the findings of all reports"),
  list<PlaceHistory>({
    name: "map",
    path: "/map",
    summary: "What is told of each place, and where it lies",
    item: placeHistorySchema,
    about: { report: ({ reports }) => reports, kind: ({ kind }) => kind },
    items: (story, view) => story.places(view),
  }),
  one({
    name: "identity",
    path: "/identities/{id}",
    summary: "One actor or place",
    value: identitySchema,
    answer: (edition, query, id) => oneOf("identities", "actor or place", edition, query, id),
  }),
];

const stanceRoutes: readonly Route[] = [
  list<Cell>({
    name: "positions",
    path: "/positions",
    summary: "The positions matrix, holder × issue, each cell with its dated quotes",
    item: cellSchema,
    about: {
      actor: ({ holder, stands }) => [...holder, ...stands.flatMap(({ by }) => by ?? [])],
      issue: ({ issue }) => [issue],
      report: ({ stands }) => stands.flatMap(({ evidence }) => reportsOf(evidence)),
    },
    items: (story, view) => story.positions(view),
  }),
  list<Shift>({
    name: "shifts",
    path: "/shifts",
    summary: "Stances that changed: before, after, since when, how surely",
    item: shiftSchema,
    about: {
      actor: ({ holder }) => holder,
      issue: ({ issue }) => [issue],
      report: ({ before, after }) => reportsOf([...before.evidence, ...after.evidence]),
      kind: ({ strength }) => strength,
    },
    items: (story, view) => story.shifts(view),
  }),
  list<Conflict>({
    name: "conflicts",
    path: "/conflicts",
    summary: "Where the reports cannot all be right, the sides next to each other",
    item: conflictSchema,
    about: {
      report: ({ sides }) => sides.flatMap(({ corroboration }) => corroboration.reports),
      kind: ({ kind }) => kind,
    },
    items: (story, view) => story.conflicts(view),
  }),
  one({
    name: "conflict",
    path: "/conflicts/{id}",
    summary: "One contradiction",
    value: conflictSchema,
    answer: (edition, query, id) => oneOf("conflicts", "contradiction", edition, query, id),
  }),
];

const sourceRoutes: readonly Route[] = [
  list<ReportProblem>({
    name: "problems",
    path: "/problems",
    summary: "What a careful reader would distrust in each report",
    item: problemEntrySchema,
    about: { report: ({ report }) => [report], kind: ({ problem }) => problem.kind },
    items: (story, view) => story.problems(view),
  }),
  list<Dependence>({
    name: "sources",
    path: "/sources",
    summary: "Who rests on whom",
    item: dependenceSchema,
    about: { report: ({ from, on }) => [from, on], kind: ({ kind }) => kind },
    items: (story, view) => story.sources(view),
  }),
  list<Quotation>({
    name: "quotations",
    path: "/quotations",
    summary: "What several reports quote, in all its wordings",
    item: quotationSchema,
    about: {
      actor: ({ speaker }) => speaker,
      report: ({ corroboration }) => corroboration.reports,
    },
    items: (story, view) => story.quotations(view),
  }),
  list<Question>({
    name: "questions",
    path: "/questions",
    summary: "What a person could settle with one judgement each, the weightiest first",
    item: questionSchema,
    about: { report: ({ evidence }) => reportsOf(evidence), kind: ({ kind }) => kind },
    items: (story, view) => story.questions(view),
  }),
];

/** What the workspace tells of; the only list that a story cannot be chosen for. */
const stories: Route = {
  name: "stories",
  path: "/stories",
  summary:
    "The stories that the reports tell, the one with the most reports first. What reports say together is answered of the first, unless `story` names another; what single reports say, of all",
  query: z.strictObject({}),
  value: z.array(storyEntrySchema),
  paged: false,
  answer: (edition) => edition.stories.map(entryOf),
};

export const storyRoutes: readonly Route[] = [
  stories,
  ...eventRoutes,
  ...identityRoutes,
  ...stanceRoutes,
  ...sourceRoutes,
  one({
    name: "brief",
    path: "/brief",
    summary: "A digest in which every sentence has footnotes to exact quotes",
    query: { length: z.enum(["short", "full"]).default("full") },
    value: briefSchema,
    answer: (edition, query) => {
      const view = viewOf(query);
      return edition.story(storyAsked(query)).brief({ ...view, length: query.length as "short" | "full" });
    },
  }),
  one({
    name: "changes",
    path: "/changes",
    summary: "What the reports since a day have changed",
    query: { since: daySchema.describe("the day from whose end on changes count") },
    value: changesSchema,
    answer: (edition, query) => {
      const view = viewOf(query);
      return edition.story(storyAsked(query)).changes({ ...view, since: query.since as string });
    },
  }),
];
