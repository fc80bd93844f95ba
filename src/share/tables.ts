/** The record as CSV tables for a spreadsheet: one a kind, each row with its quote and where the quote stands. */
import { stringify } from "csv-stringify/sync";
import type { Reference } from "../record/finding.ts";
import type { FindingOf, Kind, Reading } from "../record/reading.ts";
import type { Span } from "../record/span.ts";
import type { Story } from "../story/story.ts";
import type { Format, OutputFile, WriteOptions } from "./format.ts";

type Cell = string | number | undefined;
type Row = Readonly<Record<string, Cell>>;

function names(references: readonly Reference[]): string {
  return references.map((reference) => reference.name).join("; ");
}

/** The columns that every finding has: what it rests on, and in which report. */
function grounds(reading: Reading, finding: FindingOf<Kind>): Row {
  const [quote] = finding.at;
  const { outlet, published, file } = reading.report;
  return {
    according: names(finding.according),
    modality: finding.modality,
    negated: finding.negated ? "yes" : undefined,
    score: finding.score,
    quote: quote.text,
    start: quote.start,
    end: quote.end,
    report: reading.report.id,
    outlet: outlet?.value,
    published: published.value,
    file,
    id: finding.id,
  };
}

function text(span: Span | undefined): string | undefined {
  return span?.text;
}

/** The columns of each kind that come before those that every finding has. */
const COLUMNS: { readonly [K in Kind]?: (finding: FindingOf<K>) => Row } = {
  actors: ({ name, kind, roles, represents, mentions, references }) => ({
    name,
    kind,
    roles: roles.map(({ title, of }) => (of ? `${title} of ${of}` : title)).join("; "),
    represents: represents?.name,
    mentions: mentions.length,
    references: references.length,
  }),
  places: ({ name, kind, country, admin1, point }) => ({
    name,
    kind,
    country,
    admin1,
    latitude: point?.latitude,
    longitude: point?.longitude,
  }),
  events: (event) => ({
    type: event.type,
    subtype: event.subtype,
    status: event.status,
    when: event.when,
    participants: names(event.participants),
    recipients: names(event.recipients),
    place: event.place?.name,
    medium: event.medium,
    topic: event.topic,
    outcome: event.outcome,
  }),
  statements: (statement) => ({
    speaker: names(statement.speaker),
    source: text(statement.source),
    cue: statement.cue.text,
    form: statement.form,
    content: statement.content.text,
    addressee: names(statement.addressee),
    medium: statement.medium,
    when: statement.when,
  }),
  positions: (position) => ({
    holder: names(position.holder),
    stance: position.stance,
    issue: position.issue,
    content: position.content,
    condition: position.condition,
    attributed_by: position.attributedBy?.name,
  }),
  claims: (claim) => ({
    subject: claim.subject,
    attribute: claim.attribute,
    qualifier: claim.qualifier,
    value: claim.value,
    up_to: claim.upTo,
    unit: claim.unit,
    as_of: claim.asOf,
  }),
  proposals: (proposal) => ({
    proposer: names(proposal.proposer),
    status: proposal.status,
    to: names(proposal.to),
    terms: proposal.terms.map(({ party, does }) => (party ? `${party.name}: ${does}` : does)).join("; "),
    condition: proposal.condition,
    consequence: proposal.consequence,
    deadline: proposal.deadline,
  }),
  problems: ({ kind, severity, description }) => ({ kind, severity, description }),
};

/**
 * A cell that a spreadsheet would take for a formula is given as text: an apostrophe before it.
 * (OWASP, CSV injection.)
 */
function harmless(cell: Cell): Cell {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function table(name: string, rows: readonly Row[]): OutputFile {
  const safe = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, harmless(cell)])),
  );
  return { name: `${name}.csv`, text: [stringify(safe, { header: rows.length > 0 })] };
}

function findingTable<K extends Kind>(
  kind: K,
  readings: readonly Reading[],
  columns: (finding: FindingOf<K>) => Row,
): OutputFile {
  const rows = readings.flatMap((reading) =>
    (reading[kind] as readonly FindingOf<K>[]).map((finding) => ({
      ...columns(finding),
      ...grounds(reading, finding),
    })),
  );
  return table(kind, rows);
}

function reportTable(readings: readonly Reading[]): OutputFile {
  return table(
    "reports",
    readings.map(({ report }) => ({
      id: report.id,
      file: report.file,
      title: report.title?.value,
      outlet: report.outlet?.value,
      agency: report.agency?.value,
      published: report.published.value,
      published_from: report.published.basis,
      url: report.url?.value,
      language: report.language,
    })),
  );
}

function write(story: Story, options: WriteOptions): readonly OutputFile[] {
  const { readings } = story.seen(options);
  const kinds = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];
  return [
    reportTable(readings),
    ...kinds.map((kind) =>
      findingTable(kind, readings, COLUMNS[kind] as (finding: FindingOf<typeof kind>) => Row),
    ),
  ];
}

export const csvTables: Format = {
  name: "csv",
  description: "CSV tables of reports and findings, a file a kind",
  mediaType: "text/csv",
  write,
};
