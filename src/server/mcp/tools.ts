/** Every tool, in the order in which a client lists them. */
import { z } from "zod";
import type { Brief } from "../../record/brief.ts";
import type { Changes } from "../../record/changes.ts";
import { CHANGE_KINDS } from "../../record/changes.ts";
import type { Conflict } from "../../record/conflict.ts";
import { EVENT_STATUSES } from "../../record/event.ts";
import type { History } from "../../record/history.ts";
import { STANCES } from "../../record/position.ts";
import type { Cell } from "../../record/shift.ts";
import { type StoryEntry, storyEntrySchema } from "../../record/story-entry.ts";
import { daySchema } from "../route.ts";
import { auditTool } from "./audit.ts";
import { evidenceTool, reportTool } from "./evidence.ts";
import { citedLine, citedSchema } from "./library.ts";
import { reportsTool, searchTool } from "./reports.ts";
import { type Tool, tool } from "./tool.ts";
import { asOf, bullets, heading, limit, name, names, queryOf, spans, story } from "./words.ts";

const brief = tool({
  name: "brief",
  title: "The brief",
  description:
    "A digest of the negotiation: what took place, what is coming, who wants what, what is disputed. Every sentence has its quotes.",
  input: z.object({ story, asOf, length: z.enum(["short", "full"]).default("short") }),
  output: z.object({
    title: z.string(),
    sections: z.array(
      z.object({ heading: z.string(), sentences: z.array(z.object({ text: z.string(), spans })) }),
    ),
    leftOut: z.array(z.object({ what: z.string(), count: z.int(), why: z.string() })),
  }),
  answer: async (library, { story, asOf, length }) => {
    const told = await library.ask<Brief>("brief", queryOf({ story, "as-of": asOf, length }));
    const cite = await library.citing();
    const notes = new Map(
      told.footnotes.map((note) => [note.number, cite(note.report, note.quote, note.finding)]),
    );
    return {
      title: told.title,
      sections: told.sections.map(({ heading, sentences }) => ({
        heading,
        sentences: sentences.map(({ text, footnotes }) => ({
          text,
          spans: footnotes.flatMap((number) => notes.get(number) ?? []),
        })),
      })),
      leftOut: [...told.leftOut],
    };
  },
  text: ({ title, sections, leftOut }) =>
    [
      title,
      ...sections.map(({ heading, sentences }) =>
        [
          `## ${heading}`,
          ...sentences.map(({ text, spans }) => `- ${text}\n${bullets(spans.map(citedLine))}`),
        ].join("\n"),
      ),
      ...leftOut.map(({ what, count, why }) => `left out: ${count} ${what}, ${why}`),
    ].join("\n"),
});

const stories = tool({
  name: "stories",
  title: "Which stories there are",
  description:
    "The stories that the reports tell: where there are several, the other tools answer of the longest unless one is named. Strays are reports alone, which tell of another matter.",
  input: z.object({}),
  output: z.object({ stories: z.array(storyEntrySchema) }),
  answer: async (library) => ({ stories: await library.ask<StoryEntry[]>("stories") }),
  text: ({ stories }) =>
    [
      heading(stories.length, stories.length, "stories"),
      ...stories.map(
        ({ id, name, reports, stray }, i) =>
          `${i + 1} ${name}: ${reports} reports${stray ? ", kept out of the others" : ""} (id ${id})`,
      ),
    ].join("\n"),
});

const positions = tool({
  name: "positions",
  title: "Who wants what",
  description:
    "The positions matrix: each party's stance on each issue, oldest first, with the quotes, and on how many independent origins it rests.",
  input: z.object({
    actor: name.optional(),
    issue: name.optional().describe("an issue of the agenda, e.g. ceasefire"),
    story,
    asOf,
    limit,
  }),
  output: z.object({
    all: z.int(),
    cells: z.array(
      z.object({
        holder: z.string(),
        issue: z.string(),
        stance: z.enum(STANCES).describe("as last told"),
        reports: z.int(),
        origins: z.int().describe("independent origins of those reports"),
        stands: z.array(
          z.object({
            stance: z.enum(STANCES),
            content: z.string(),
            condition: z.string().optional(),
            told: z.string().optional().describe("EDTF"),
            past: z.boolean().optional().describe("told as an earlier stance"),
            spans,
          }),
        ),
      }),
    ),
  }),
  answer: async (library, { actor, issue, story, asOf, limit }) => {
    const cells = await library.ask<Cell[]>("positions", queryOf({ actor, issue, story, "as-of": asOf }));
    const cite = await library.citingEvidence();
    return {
      all: cells.length,
      cells: cells.slice(0, limit).map(({ holder, issue, stance, corroboration, stands }) => ({
        holder: names(holder),
        issue,
        stance,
        ...corroboration,
        stands: stands.map(({ stance, content, condition, told, past, evidence }) => ({
          stance,
          content,
          ...(condition === undefined ? {} : { condition }),
          ...(told === undefined ? {} : { told }),
          ...(past ? { past } : {}),
          spans: cite(evidence),
        })),
      })),
    };
  },
  text: ({ all, cells }) =>
    [
      heading(cells.length, all, "positions"),
      ...cells.flatMap(({ holder, issue, stance, reports, origins, stands }) => [
        `${holder} on ${issue}: ${stance} (${reports} reports, ${origins} origins)`,
        ...stands.map(
          (stand) =>
            `  ${stand.told ?? "undated"}${stand.past ? ", earlier" : ""}: ${stand.stance}${stand.condition ? `, if ${stand.condition}` : ""}\n${bullets(stand.spans.map(citedLine))}`,
        ),
      ]),
    ].join("\n"),
});

const timeline = tool({
  name: "timeline",
  title: "What took place and what is planned",
  description:
    "Events, oldest first, each through the reports: floated, planned, moved, held or called off, with the quote of each step.",
  input: z.object({
    actor: name.optional(),
    upcoming: z.boolean().default(false).describe("only what is still to come"),
    story,
    asOf,
    limit,
  }),
  output: z.object({
    all: z.int(),
    events: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        when: z.string().optional().describe("EDTF, as last told"),
        status: z.enum(EVENT_STATUSES),
        reports: z.int(),
        origins: z.int(),
        steps: z.array(
          z.object({
            told: z.string().optional(),
            status: z.enum(EVENT_STATUSES),
            when: z.string().optional(),
            moved: z.boolean().optional(),
            span: citedSchema,
          }),
        ),
      }),
    ),
  }),
  answer: async (library, { actor, upcoming, story, asOf, limit }) => {
    const route = upcoming ? "upcoming" : "timeline";
    const histories = await library.ask<History[]>(route, queryOf({ actor, story, "as-of": asOf }));
    const cite = await library.citing();
    return {
      all: histories.length,
      events: histories.slice(-limit).map(({ id, name, when, status, corroboration, steps }) => ({
        id,
        name,
        ...(when === undefined ? {} : { when }),
        status,
        reports: corroboration.reports.length,
        origins: corroboration.origins.length,
        steps: steps.map(({ told, status, when, moved, evidence: { report, quote, finding } }) => ({
          ...(told === undefined ? {} : { told }),
          status,
          ...(when === undefined ? {} : { when }),
          ...(moved ? { moved } : {}),
          span: cite(report, quote, finding),
        })),
      })),
    };
  },
  text: ({ all, events }) =>
    [
      heading(events.length, all, "events"),
      ...events.map(
        ({ when, status, name, origins, steps, id }) =>
          `${when ?? "undated"} ${status}: ${name} (${origins} origins; id ${id})\n${bullets(steps.map((step) => `${step.status}: ${citedLine(step.span)}`))}`,
      ),
    ].join("\n"),
});

const conflicts = tool({
  name: "conflicts",
  title: "Where the reports contradict each other",
  description:
    "Findings that cannot both hold, the sides next to each other, each with its quotes and its independent origins.",
  input: z.object({
    kind: z
      .enum(["figure", "date", "identity", "participants", "status", "stance", "attribution"])
      .optional(),
    story,
    asOf,
    limit,
  }),
  output: z.object({
    all: z.int(),
    conflicts: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        about: z.string(),
        strength: z.enum(["firm", "soft"]),
        why: z.string(),
        sides: z.array(z.object({ says: z.string(), origins: z.array(z.string()), spans })),
      }),
    ),
  }),
  answer: async (library, { kind, story, asOf, limit }) => {
    const found = await library.ask<Conflict[]>("conflicts", queryOf({ kind, story, "as-of": asOf }));
    const cite = await library.citingEvidence();
    return {
      all: found.length,
      conflicts: found.slice(0, limit).map(({ id, kind, about, strength, why, sides }) => ({
        id,
        kind,
        about,
        strength,
        why,
        sides: sides.map(({ says, corroboration, evidence }) => ({
          says,
          origins: corroboration.origins.map((origin) => origin.name),
          spans: cite(evidence),
        })),
      })),
    };
  },
  text: ({ all, conflicts }) =>
    [
      heading(conflicts.length, all, "contradictions"),
      ...conflicts.map(({ kind, about, strength, why, sides }) =>
        [
          `${kind}, ${strength}: ${about}`,
          ...sides.map(
            ({ says, origins, spans }) =>
              `  ${says} (${origins.join(", ")})\n${bullets(spans.map(citedLine))}`,
          ),
          `  ${why}`,
        ].join("\n"),
      ),
    ].join("\n"),
});

const changes = tool({
  name: "changes",
  title: "What has changed since a day",
  description:
    "What the reports published after a day have changed: new events, other dates, new positions, shifts, contradictions.",
  input: z.object({
    since: daySchema.describe("the day from whose end on changes count"),
    story,
    asOf,
    limit,
  }),
  output: z.object({
    all: z.int(),
    items: z.array(
      z.object({
        kind: z.enum(CHANGE_KINDS),
        what: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
        spans,
      }),
    ),
  }),
  answer: async (library, { since, story, asOf, limit }) => {
    const told = await library.ask<Changes>("changes", queryOf({ since, story, "as-of": asOf }));
    const cite = await library.citingEvidence();
    return {
      all: told.items.length,
      items: told.items.slice(0, limit).map(({ evidence, ...item }) => ({ ...item, spans: cite(evidence) })),
    };
  },
  text: ({ all, items }) =>
    [
      heading(items.length, all, "changes"),
      ...items.map(({ kind, what, before, after, spans }) => {
        const turn =
          before === undefined && after === undefined ? "" : `: ${before ?? "—"} → ${after ?? "—"}`;
        return `${kind}: ${what}${turn}\n${bullets(spans.map(citedLine))}`;
      }),
    ].join("\n"),
});

export const tools: readonly Tool[] = [
  stories,
  searchTool,
  brief,
  positions,
  timeline,
  conflicts,
  evidenceTool,
  changes,
  auditTool,
  reportsTool,
  reportTool,
];
