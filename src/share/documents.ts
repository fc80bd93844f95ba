/** Brief, changes and audit as documents. */
import type { Audit } from "../record/audit.ts";
import type { Brief } from "../record/brief.ts";
import type { Changes } from "../record/changes.ts";
import { dateText } from "../record/date-text.ts";
import type { Reading } from "../record/reading.ts";
import { changeText } from "../story/change-text.ts";
import { type Document, type Line, Notes, type Source, sourceLine } from "./document.ts";

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function briefDocument(brief: Brief): Document {
  const left = brief.leftOut.map(
    ({ what, count, why }): Line => ({
      text: `${count} ${count === 1 ? what.replace(/s$/, "") : what}: ${why}`,
      notes: [],
    }),
  );
  return {
    title: brief.title,
    lead: brief.asOf ? [`As of ${dateText(brief.asOf)}.`] : [],
    sections: [
      ...brief.sections.map(({ heading, sentences }) => ({
        heading,
        lines: sentences.map(({ text, footnotes }): Line => ({ text, notes: footnotes })),
      })),
      ...(left.length > 0 ? [{ heading: "Left out", lines: left }] : []),
    ],
    notes: brief.footnotes.map((note) => ({
      number: note.number,
      source: sourceLine(note),
      published: dateText(note.published),
      quote: note.quote,
    })),
  };
}

function sourcesIn(readings: readonly Reading[]): (report: string) => Source {
  const byId = new Map(readings.map(({ report }) => [report.id, report]));
  return (id) => {
    const report = byId.get(id);
    return {
      ...(report?.outlet ? { outlet: report.outlet.value } : {}),
      ...(report?.file ? { file: report.file } : {}),
      ...(report?.published.value ? { published: report.published.value } : {}),
    };
  };
}

const HEADINGS: Readonly<Record<Changes["items"][number]["kind"], string>> = {
  "new event": "New events",
  status: "Events that moved on",
  moved: "Events that were moved",
  "new position": "New positions",
  shift: "Positions that changed",
  "new contradiction": "New contradictions",
  "more origins": "Told by more origins",
};

/** @param readings those of the story, for the names of the sources */
export function changesDocument(changes: Changes, readings: readonly Reading[]): Document {
  const notes = new Notes(sourcesIn(readings));
  const sections = [...Map.groupBy(changes.items, ({ kind }) => kind)].map(([kind, items]) => ({
    heading: HEADINGS[kind],
    lines: items.map((item): Line => {
      const { what, evidence } = item;
      const turn = changeText(item);
      return { text: turn ? `${what}: ${turn}` : what, notes: notes.numbersOf(evidence.slice(0, 4)) };
    }),
  }));
  const until = changes.asOf ? `, as of ${dateText(changes.asOf)}` : "";
  return {
    title: `What has changed since ${dateText(changes.since)}`,
    lead: [
      `${counted(changes.reports.length, "report")} published since${until}.`,
      ...(sections.length === 0 ? ["Nothing has changed."] : []),
    ],
    sections,
    notes: notes.all,
  };
}

/** @param digest the reading of what was audited @param readings the reports that it was held against */
export function auditDocument(audit: Audit, digest: Reading, readings: readonly Reading[]): Document {
  const notes = new Notes(sourcesIn([digest, ...readings]));
  const verdicts = ["supported", "partly", "contradicted", "not found"] as const;
  const counts = verdicts.map(
    (verdict) => `${audit.sentences.filter((one) => one.verdict === verdict).length} ${verdict}`,
  );
  const lines = audit.sentences.map(({ quote, verdict, why, evidence }): Line => {
    const against = notes.numbersOf(evidence.filter(({ side }) => side === "against"));
    const for_ = notes.numbersOf(evidence.filter(({ side }) => side === "for"));
    return {
      label: verdict,
      text: quote.text,
      remarks: [
        why,
        ...(against.length > 0 ? [`Against it: ${against.map((n) => `note ${n}`).join(", ")}.`] : []),
      ],
      notes: [...for_, ...against],
    };
  });
  const flaws = audit.problems.map(
    ({ kind, description, at }): Line => ({
      label: kind,
      text: description,
      notes: notes.numbersOf(at.slice(0, 2).map((quote) => ({ report: audit.report, quote }))),
    }),
  );
  const { report } = digest;
  return {
    title: `Audit of ${report.title?.value ?? sourceLine(sourcesIn([digest])(report.id))}`,
    lead: [`${counts.join(", ")}; held against ${counted(audit.against.length, "report")}.`],
    sections: [
      { heading: "Sentence by sentence", lines },
      ...(flaws.length > 0 ? [{ heading: "What to distrust in it", lines: flaws }] : []),
    ],
    notes: notes.all,
  };
}
