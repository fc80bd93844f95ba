import { describe, expect, test } from "vitest";
import type { Audit } from "../record/audit.ts";
import type { Changes } from "../record/changes.ts";
import { Teller } from "../story/teller.ts";
import { documentToHtml } from "./document-html.ts";
import { auditDocument, changesDocument } from "./documents.ts";
import { documentToMarkdown } from "./markdown.ts";

const digest = new Teller("Digest", "2031-04-05", "Lorvia left <b>the dam</b>. Ostmark cheered.").reading();
const report = new Teller("North & Sons", "2031-04-04", "Lorvia stays at the dam.").reading();

const audit: Audit = {
  report: digest.report.id,
  against: [report.report.id],
  sentences: [
    {
      quote: { start: 0, end: 27, text: "Lorvia left <b>the dam</b>." },
      verdict: "contradicted",
      why: "the report says the opposite",
      evidence: [
        {
          report: report.report.id,
          quote: { start: 0, end: 24, text: "Lorvia stays at the dam." },
          side: "against",
        },
      ],
    },
  ],
  problems: [],
};

describe("an audit as a document", () => {
  const document = auditDocument(audit, digest, [report]);

  test("says each verdict, why, and on which quote", () => {
    expect(documentToMarkdown(document)).toBe(
      [
        "# Audit of Digest",
        "0 supported, 0 partly, 1 contradicted, 0 not found; held against 1 report.",
        "## Sentence by sentence\n- **contradicted** Lorvia left \\<b>the dam\\</b>.[^1]\n  - the report says the opposite\n  - Against it: note 1.",
        "[^1]: North & Sons, 4 April 2031: “Lorvia stays at the dam.” (0–24)",
      ].join("\n\n"),
    );
  });

  test("in HTML is escaped, and every mark leads to its note", () => {
    const html = documentToHtml(document);
    expect(html).not.toContain("<b>");
    expect(html).toContain("North &amp; Sons");
    expect(html).toContain('<html lang="en">');
    const marks = [...html.matchAll(/href="#(note-\d+)"/g)].map(([, id]) => id);
    expect(marks.length).toBeGreaterThan(0);
    for (const id of marks) expect(html).toContain(`id="${id}"`);
    expect(html).not.toMatch(/<script|src=|@import/);
  });
});

test("changes stand under headings, with what was before", () => {
  const changes: Changes = {
    since: "2031-04-01",
    reports: [report.report.id],
    items: [
      {
        kind: "moved",
        what: "Meeting in Brell",
        before: "2031-04-03",
        after: "2031-04-09",
        evidence: [{ report: report.report.id, finding: "f", quote: { start: 0, end: 6, text: "Lorvia" } }],
      },
    ],
  };
  const markdown = documentToMarkdown(changesDocument(changes, [report]));
  expect(markdown).toContain(
    "## Events that were moved\n- Meeting in Brell: 3 April 2031 → 9 April 2031[^1]",
  );
  expect(documentToMarkdown(changesDocument({ ...changes, items: [] }, [report]))).toContain(
    "Nothing has changed.",
  );
});
