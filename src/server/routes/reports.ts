/** What single reports say: their heads, texts and readings, and the findings of a kind through all of them. */
import { z } from "zod";
import { citationSchema } from "../../record/citation.ts";
import { claimSchema } from "../../record/claim.ts";
import type { Immutable } from "../../record/immutable.ts";
import { proposalSchema } from "../../record/proposal.ts";
import {
  type FindingOf,
  findingSchemas,
  KINDS,
  type Kind,
  type Reading,
  readingSchema,
} from "../../record/reading.ts";
import { reportHeadSchema, reportSchema } from "../../record/report.ts";
import { statementSchema } from "../../record/statement.ts";
import type { Edition } from "../edition.ts";
import type { About } from "../filters.ts";
import { found, listOfReports, one, type Route, storyAsked, viewOf } from "../route.ts";

const cardSchema = reportHeadSchema
  .extend({
    counts: z.record(z.enum(KINDS as [Kind, ...Kind[]]), z.int()).describe("findings of each kind"),
    sentences: z.int().describe("of prose"),
    silent: z.int().describe("sentences from which nothing was taken"),
    story: z.string().describe("id of the story that it tells, as /stories lists it"),
  })
  .meta({ id: "ReportCard" });
type Card = Immutable<z.infer<typeof cardSchema>>;

function cardOf(reading: Reading, edition: Edition): Card {
  const { text: _text, blocks: _blocks, parts: _parts, ...head } = reading.report;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, reading[kind].length])) as Card["counts"];
  const { sentences, silent } = reading.coverage;
  const story = edition.storyOf(head.id)!;
  return { ...head, counts, sentences, silent: silent.length, story };
}

/** The reading of a report, where the view takes the report in. */
function readingIn(edition: Edition, query: Readonly<Record<string, unknown>>, id: string) {
  const view = viewOf(query);
  const reading = edition.readingOf(id);
  const isSeen =
    view.asOf === undefined ||
    edition
      .storiesOf(storyAsked(query))
      .some((story) => story.seen(view).readings.some((one) => one === reading));
  return found(isSeen ? reading : undefined, view.asOf ? `report of ${view.asOf}` : "report", id);
}

type Told<K extends Kind> = FindingOf<K> & { readonly report: string };

const reportField = { report: z.string().describe("id of the report that it stands in") };

/** The list of every finding of a kind, each with the report that it stands in. */
function findings<K extends Kind>(
  kind: K,
  item: z.ZodObject,
  about: About<FindingOf<K>>,
  summary: string,
): Route {
  return listOfReports<Told<K>>({
    name: kind,
    path: `/${kind}`,
    summary,
    item,
    about: { ...about, report: ({ report }) => [report] },
    in: ({ report }) => report,
    items: (story, view) =>
      story.seen(view).readings.flatMap((reading) =>
        (reading[kind] as readonly FindingOf<K>[]).map((finding) => ({
          ...finding,
          report: reading.report.id,
        })),
      ),
  });
}

const findingSchema = z
  .union(
    KINDS.map((kind) => z.object({ kind: z.literal(kind), ...reportField, finding: findingSchemas[kind] })),
  )
  .meta({ id: "FindingEntry" });

/** A finding of any kind by its id; problems that show only beside other reports among them. */
function findingIn(edition: Edition, query: Readonly<Record<string, unknown>>, id: string) {
  const view = viewOf(query);
  const stories = edition.storiesOf(storyAsked(query));
  for (const reading of stories.flatMap((story) => story.seen(view).readings)) {
    for (const kind of KINDS) {
      const finding = reading[kind].find((candidate) => candidate.id === id);
      if (finding) return { kind, report: reading.report.id, finding };
    }
  }
  for (const story of stories) {
    const flaw = story.problems(view).find(({ problem }) => problem.id === id);
    if (flaw) return { kind: "problems", report: flaw.report, finding: flaw.problem };
  }
  return found(undefined, "finding", id);
}

export const reportRoutes: readonly Route[] = [
  listOfReports<Card>({
    name: "reports",
    path: "/reports",
    summary: "The reports in order of publication, without their texts; how much each gave",
    item: cardSchema,
    about: { report: ({ id }) => [id] },
    in: ({ id }) => id,
    items: (story, view, edition) => story.seen(view).readings.map((reading) => cardOf(reading, edition)),
  }),
  one({
    name: "report",
    path: "/reports/{id}",
    summary: "One report with its text and blocks; every span of the record counts in this text",
    value: reportSchema,
    answer: (edition, query, id) => readingIn(edition, query, id).report,
  }),
  listOfReports<Reading>({
    name: "readings",
    path: "/readings",
    summary: "What every report says, texts and all: long",
    item: readingSchema,
    about: { report: ({ report }) => [report.id] },
    in: ({ report }) => report.id,
    items: (story, view) => story.seen(view).readings,
  }),
  one({
    name: "reading",
    path: "/readings/{id}",
    summary: "What one report says: every finding with its quotes",
    value: readingSchema,
    answer: readingIn,
  }),
  one({
    name: "finding",
    path: "/findings/{id}",
    summary: "One finding of any kind, and the report that it stands in",
    value: findingSchema,
    answer: findingIn,
  }),
  findings(
    "statements",
    statementSchema.extend(reportField).meta({ id: "ToldStatement" }),
    { actor: ({ speaker }) => speaker },
    "Who said what",
  ),
  findings(
    "proposals",
    proposalSchema.extend(reportField).meta({ id: "ToldProposal" }),
    {
      actor: ({ proposer, to, terms }) => [...proposer, ...to, ...terms.map(({ party }) => party)],
      issue: ({ terms }) => terms.map(({ issue }) => issue),
    },
    "Terms that hang together",
  ),
  findings(
    "claims",
    claimSchema.extend(reportField).meta({ id: "ToldClaim" }),
    {},
    "Figures and facts that can be checked",
  ),
  findings(
    "citations",
    citationSchema.extend(reportField).meta({ id: "ToldCitation" }),
    {},
    "Footnotes, and credits to other media",
  ),
];
