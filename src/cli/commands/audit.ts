import type { Command } from "commander";
import type { Audit } from "../../record/audit.ts";
import { UserError } from "../../record/diagnostic.ts";
import type { Reading } from "../../record/reading.ts";
import { auditDocument } from "../../share/documents.ts";
import { audit } from "../../story/audit/audit.ts";
import { lineOfFinding } from "../finding-lines.ts";
import { type InputOptions, readingsOf, takesInputs } from "../readings.ts";
import { counted, paint, shorten, sourceOf } from "../show.ts";
import { takesFormat, written } from "../story-command.ts";
import { storyOf } from "../workspaces.ts";

interface AuditOptions extends InputOptions {
  readonly format?: Parameters<typeof written>[0];
  readonly against?: readonly string[];
  readonly failOn?: string;
}

const COLOUR = { supported: "green", partly: "yellow", contradicted: "red", "not found": "magenta" } as const;

function auditText({ sentences, problems, against }: Audit, readings: readonly Reading[]): string {
  const lines = sentences.map(({ quote, verdict, why, evidence }) => {
    const spans = evidence.map(
      (one) =>
        `      ${one.side}: “${shorten(one.quote.text, 140)}” ${paint("dim", sourceOf(readings, one.report))}`,
    );
    return [
      `${paint(COLOUR[verdict], verdict)}  ${shorten(quote.text, 200)}`,
      `    ${paint("dim", why)}`,
      ...spans,
    ].join("\n");
  });
  const counts = Object.keys(COLOUR).map(
    (verdict) => `${sentences.filter((one) => one.verdict === verdict).length} ${verdict}`,
  );
  const flaws = problems.map((problem) => `  ${lineOfFinding("problems", problem)}`);
  return [
    `${counts.join(", ")}; held against ${counted(against.length, "report")}`,
    ...lines,
    ...(flaws.length > 0 ? ["What to distrust in it:", ...flaws] : []),
  ].join("\n");
}

export function addAudit(program: Command): void {
  takesFormat(takesInputs(program.command("audit")), "text")
    .description("holds a digest that somebody else wrote against reports, sentence by sentence")
    .option("--against <inputs...>", "the reports: files, folders or patterns; or a workspace with --db")
    .option("--fail-on <verdict>", "exit with 3 where a sentence has this verdict, e.g. contradicted")
    .addHelpText(
      "after",
      `
Examples:
  parley audit digest.txt --against reports/
  parley audit digest.txt --db talks.db
  parley audit digest.txt --against reports/ --format html > audit.html
  parley audit newsletter.html --against reports/ --fail-on contradicted --quiet`,
    )
    .action(async (args: string[], options: AuditOptions) => {
      const verdicts = Object.keys(COLOUR);
      if (options.failOn !== undefined && !verdicts.includes(options.failOn)) {
        throw new UserError(`--fail-on takes one of: ${verdicts.join(", ")}`);
      }
      const { db, against, ...reading } = options;
      if ((db === undefined) === (against === undefined)) {
        throw new UserError("name the reports with --against, or a workspace with --db");
      }
      const digests = await readingsOf(args, reading);
      const readings = db
        ? (await storyOf([], { db, published: [] })).readings
        : await readingsOf(against!, reading);
      const audits = digests.map((digest) => audit(digest, readings));
      const format = options.json ? "json" : options.format;
      if (format === "html" && digests.length !== 1)
        throw new UserError("--format html writes one audit; name one digest");
      const out =
        format === "json"
          ? JSON.stringify(audits, null, 1)
          : audits
              .map((one, i) =>
                written(
                  format,
                  one,
                  () => auditDocument(one, digests[i]!, readings),
                  () => auditText(one, readings),
                ),
              )
              .join("\n\n");
      process.stdout.write(`${out}\n`);
      const failed = audits.some(({ sentences }) =>
        sentences.some(({ verdict }) => verdict === options.failOn),
      );
      if (failed) process.exitCode = 3;
    });
}
