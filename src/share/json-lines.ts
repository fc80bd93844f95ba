/** The record as JSON Lines: one object a line, each with its `kind`; readings first, then what the story makes of them. */
import { KINDS, type Reading } from "../record/reading.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";

function line(kind: string, fields: object): string {
  return `${JSON.stringify({ kind, ...fields })}\n`;
}

/** A report as it may be passed on: without the publisher's text, unless that is asked for. */
function reportLine({ report }: Reading, withTexts: boolean): string {
  const { text, blocks, ...facts } = report;
  return line("report", withTexts ? { ...facts, text, blocks } : facts);
}

/** An actor is called by its own `kind`, so a finding stands in a field of its own. */
function* findingLines(reading: Reading): Iterable<string> {
  for (const kind of KINDS) {
    for (const finding of reading[kind]) yield line(kind, { report: reading.report.id, finding });
  }
}

function* lines(story: Story, options: WriteOptions): Iterable<string> {
  for (const reading of story.seen(options).readings) {
    yield reportLine(reading, options.withTexts ?? false);
    yield* findingLines(reading);
  }
  for (const identity of story.identities(options)) yield line("identities", { identity });
  for (const history of story.histories(options)) yield line("histories", { history });
  for (const conflict of story.conflicts(options)) yield line("conflicts", { conflict });
  for (const shift of story.shifts(options)) yield line("shifts", { shift });
  for (const dependence of story.sources(options)) yield line("sources", { dependence });
}

export const jsonLines: Format = {
  name: "jsonl",
  description: "JSON Lines of the record: reports, findings, identities, histories, conflicts, shifts",
  mediaType: "application/jsonl",
  write: (story, options) => [{ name: "record.jsonl", text: lines(story, options) }],
};
