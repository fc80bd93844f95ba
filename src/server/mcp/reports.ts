/** The tools that lead to reports: by words, and as a list. */
import { z } from "zod";
import type { ReportHead } from "../../record/report.ts";
import type { Hit } from "../../record/workspace.ts";
import { daySchema } from "../route.ts";
import { citedLine } from "./library.ts";
import { tool } from "./tool.ts";
import { asOf, bullets, heading, limit, name, queryOf, spans } from "./words.ts";

export const searchTool = tool({
  name: "search",
  title: "Search the reports",
  description:
    "Finds reports and findings by words, best first; the passages that match, each with where it stands.",
  input: z.object({
    words: z.string().min(1).max(1000).describe('all must be there; "in quotation marks" next to each other'),
    actor: name.optional().describe("name of an actor of the finding"),
    issue: name.optional(),
    outlet: name.optional(),
    from: daySchema.optional().describe("first day of publication"),
    to: daySchema.optional().describe("last day of publication"),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: z.object({
    hits: z.array(z.object({ report: z.string(), title: z.string().optional(), spans })),
    more: z.boolean(),
  }),
  answer: async (library, { words, ...filters }) => {
    const { value, next } = await library.page<Hit[]>("search", queryOf({ q: words, ...filters }));
    const cite = await library.citing();
    const hits = value.map((hit) => ({
      report: hit.report,
      ...(hit.title === undefined ? {} : { title: hit.title }),
      spans: [
        ...hit.passages.map((passage) => cite(hit.report, passage)),
        ...hit.findings.map(({ at, id }) => cite(hit.report, at, id)),
      ],
    }));
    return { hits, more: next !== undefined };
  },
  text: ({ hits, more }) =>
    hits.length === 0
      ? "nothing matches"
      : [
          ...hits.map((hit) => `${hit.title ?? hit.report}\n${bullets(hit.spans.map(citedLine))}`),
          ...(more ? ["more reports match"] : []),
        ].join("\n"),
});

export const reportsTool = tool({
  name: "reports",
  title: "The reports",
  description: "The reports that the record rests on, in order of publication.",
  input: z.object({ outlet: name.optional(), asOf, limit }),
  output: z.object({
    all: z.int(),
    reports: z.array(
      z.object({
        id: z.string(),
        title: z.string().optional(),
        outlet: z.string().optional(),
        file: z.string().optional(),
        published: z.string().optional(),
        url: z.string().optional(),
      }),
    ),
  }),
  answer: async (library, { outlet, asOf, limit }) => {
    const heads = await library.ask<ReportHead[]>("reports", queryOf({ outlet, "as-of": asOf }));
    return {
      all: heads.length,
      reports: heads.slice(-limit).map((head) => ({
        id: head.id,
        ...(head.title ? { title: head.title.value } : {}),
        ...(head.outlet ? { outlet: head.outlet.value } : {}),
        ...(head.file === undefined ? {} : { file: head.file }),
        ...(head.published.value === undefined ? {} : { published: head.published.value }),
        ...(head.url ? { url: head.url.value } : {}),
      })),
    };
  },
  text: ({ all, reports }) =>
    [
      heading(reports.length, all, "reports"),
      ...reports.map((one) =>
        [one.id, one.published ?? "undated", one.outlet, one.title ?? one.file].filter(Boolean).join(" · "),
      ),
    ].join("\n"),
});
