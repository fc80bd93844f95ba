/** The tool that holds somebody else's digest against the reports. */
import { z } from "zod";
import { VERDICTS } from "../../record/audit.ts";
import { citedLine, citedSchema } from "./library.ts";
import { tool } from "./tool.ts";
import { asOf, name } from "./words.ts";

const LONGEST = 200_000;

export const auditTool = tool({
  name: "audit",
  title: "Audit a text",
  description:
    "Holds a text that somebody wrote about the negotiation against the reports, sentence by sentence: supported, partly, contradicted or not found, with the quotes for and against.",
  input: z.object({
    text: z.string().min(1).max(LONGEST).describe("the text to be held against the reports"),
    story: name.optional().describe("one of the stories; absent: all of them"),
    asOf,
  }),
  output: z.object({
    against: z.int().describe("reports that it was held against"),
    sentences: z.array(
      z.object({
        sentence: z.string(),
        start: z.int().describe("where the sentence stands in the text"),
        end: z.int(),
        verdict: z.enum(VERDICTS),
        why: z.string(),
        for: z.array(citedSchema),
        against: z.array(citedSchema),
      }),
    ),
    problems: z.array(z.object({ kind: z.string(), severity: z.string(), description: z.string() })),
  }),
  answer: async (library, { text, story, asOf }) => {
    const audit = await library.audit(text, asOf === undefined ? {} : { asOf }, story);
    const cite = await library.citing();
    return {
      against: audit.against.length,
      sentences: audit.sentences.map(({ quote, verdict, why, evidence }) => {
        const side = (name: "for" | "against") =>
          evidence.filter(({ side }) => side === name).map(({ report, quote }) => cite(report, quote));
        return {
          sentence: quote.text,
          start: quote.start,
          end: quote.end,
          verdict,
          why,
          for: side("for"),
          against: side("against"),
        };
      }),
      problems: audit.problems.map(({ kind, severity, description }) => ({ kind, severity, description })),
    };
  },
  text: ({ against, sentences, problems }) =>
    [
      `held against ${against} reports`,
      ...sentences.map((one) =>
        [
          `${one.verdict}: ${one.sentence}`,
          `    ${one.why}`,
          ...one.for.map((span) => `    for: ${citedLine(span)}`),
          ...one.against.map((span) => `    against: ${citedLine(span)}`),
        ].join("\n"),
      ),
      ...problems.map(({ kind, severity, description }) => `${severity} ${kind}: ${description}`),
    ].join("\n"),
});
