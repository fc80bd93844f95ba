/**
 * Writes the JSON Schemas of the record into `schema/`; with `--check` compares and exits 1 where they differ.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { agendaSchema } from "../src/record/agenda.ts";
import { auditSchema } from "../src/record/audit.ts";
import { briefSchema } from "../src/record/brief.ts";
import { changesSchema } from "../src/record/changes.ts";
import { conflictSchema } from "../src/record/conflict.ts";
import { corroborationSchema, dependenceSchema } from "../src/record/corroboration.ts";
import { historySchema } from "../src/record/history.ts";
import { humanJudgementSchema, standingJudgementSchema } from "../src/record/human-judgement.ts";
import { identitySchema, judgementSchema } from "../src/record/judgement.ts";
import { placeHistorySchema } from "../src/record/place-history.ts";
import { questionSchema } from "../src/record/question.ts";
import { quotationSchema } from "../src/record/quotation.ts";
import { findingSchemas, readingSchema } from "../src/record/reading.ts";
import { reportSchema } from "../src/record/report.ts";
import { cellSchema, shiftSchema } from "../src/record/shift.ts";
import { hitSchema, logEntrySchema, reportEntrySchema } from "../src/record/workspace.ts";

const published: Readonly<Record<string, z.ZodType>> = {
  agenda: agendaSchema,
  audit: auditSchema,
  brief: briefSchema,
  cell: cellSchema,
  changes: changesSchema,
  conflict: conflictSchema,
  corroboration: corroborationSchema,
  dependence: dependenceSchema,
  history: historySchema,
  "human-judgement": humanJudgementSchema,
  identity: identitySchema,
  judgement: judgementSchema,
  "place-history": placeHistorySchema,
  question: questionSchema,
  quotation: quotationSchema,
  reading: readingSchema,
  report: reportSchema,
  shift: shiftSchema,
  "standing-judgement": standingJudgementSchema,
  "report-entry": reportEntrySchema,
  "log-entry": logEntrySchema,
  hit: hitSchema,
  ...Object.fromEntries(
    Object.entries(findingSchemas).map(([list, schema]) => [list.replace(/s$/, ""), schema]),
  ),
};

/** The text of each schema file, by file name. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(published).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: "draft-2020-12" }), null, 2)}\n`,
    ]),
  );
}

if (import.meta.main) {
  const folder = new URL("../schema/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(schemaFiles())) {
    const file = new URL(name, folder);
    if (!process.argv.includes("--check")) {
      writeFileSync(file, text);
    } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
      console.error(`schema/${name} is not what the sources give: run npm run schema`);
      process.exitCode = 1;
    }
  }
}
