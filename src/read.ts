/**
 * The way through, on one screen: bytes → report → findings → reading.
 */

import { modelVersions } from "./assets/versions.ts";
import { attribute } from "./findings/attribute.ts";
import { coverageOf } from "./findings/coverage.ts";
import type { Aliases, Context } from "./findings/extractor.ts";
import { extractors, orderOf } from "./findings/list.ts";
import { defaultAgenda } from "./findings/settings.ts";
import { hearsayIn } from "./findings/statements/hearsay.ts";
import { datedByText } from "./findings/times/published.ts";
import { analyse } from "./language/analyse.ts";
import type { Agenda } from "./record/agenda.ts";
import { type Finding, type Findings, KINDS, type Reading, SCHEMA_VERSION } from "./record/reading.ts";
import { proseOf } from "./report/prose.ts";
import { type ReportOptions, readReport } from "./report/read-report.ts";
import { VERSION } from "./version.ts";

export interface ReadOptions extends ReportOptions {
  /** Issues that positions are sorted under; the ones that ship where absent. */
  readonly agenda?: Agenda;
  /** Names that a user says mean one actor. */
  readonly aliases?: Aliases;
}

/**
 * Reads one report.
 * @param bytes the file as it came: plain text, HTML, a mail, PDF, or an article in JSON, in any charset
 * @returns what the report says; trouble with the input is in `diagnostics`, never thrown
 */
export async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const undated = await readReport(bytes, options);
  const isReadable = undated.diagnostics.every(({ severity }) => severity !== "error");
  const { within, left } = isReadable ? proseOf(undated) : NOTHING;
  const language = analyse(undated.text, { within });
  const report = datedByText(undated, language);
  const agenda = options.agenda ?? defaultAgenda();
  const context = { report, language, agenda, aliases: options.aliases ?? [] };
  const found = extract(context, isReadable ? ordered : []);
  return {
    schema: SCHEMA_VERSION,
    program: VERSION,
    models: modelVersions(),
    report,
    ...attribute(report, found, hearsayIn(language.doc, language.clauses)),
    coverage: coverageOf(report.text, language.doc, found),
    diagnostics: left ? [...report.diagnostics, left] : report.diagnostics,
  };
}

/** Of a report that is no text, or not in English, nothing is read: it is kept with its diagnostics alone. */
const NOTHING: ReturnType<typeof proseOf> = { within: [] };

/** Checked at start-up, not at each report. */
const ordered = orderOf(extractors);

/** Runs the extractors in their order, each on what those before it made. */
function extract(context: Context, extractors: typeof ordered): Findings {
  const found = Object.fromEntries(KINDS.map((kind) => [kind, [] as Finding[]])) as {
    [K in keyof Findings]: Finding[];
  };
  for (const { makes, extract } of extractors) {
    for (const finding of extract(context, found as Findings)) found[makes].push(finding);
  }
  return found as Findings;
}
