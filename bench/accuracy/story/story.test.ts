/** Properties of the story over the perfect readings of the example. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Brief } from "../../../src/record/brief.ts";
import { spokenDate } from "../../../src/record/date-text.ts";
import { extent } from "../../../src/record/edtf.ts";
import type { Reference } from "../../../src/record/finding.ts";
import { tell } from "../../../src/story/tell.ts";
import { goldReadings } from "./gold-readings.ts";

const readings = goldReadings("examples/halvern/gold", "examples/halvern/reports").map(
  ({ reading }) => reading,
);
const story = tell(readings);
const textOf = new Map(readings.map(({ report }) => [report.id, report.text]));

/** Every quote of every view, wherever it stands. */
function quotes(
  value: unknown,
  found: { report: string; quote: { start: number; end: number; text: string } }[] = [],
) {
  if (Array.isArray(value)) for (const one of value) quotes(one, found);
  else if (value !== null && typeof value === "object") {
    if ("report" in value && "quote" in value) found.push(value as (typeof found)[number]);
    for (const one of Object.values(value)) quotes(one, found);
  }
  return found;
}

test("every quote of every view stands at its offsets", () => {
  const views = [story.histories(), story.positions(), story.conflicts(), story.shifts(), story.brief()];
  const all = quotes(views);
  expect(all.length).toBeGreaterThan(300);
  for (const { report, quote } of all)
    expect(textOf.get(report)?.slice(quote.start, quote.end)).toBe(quote.text);
});

test("the order in which reports arrive does not matter", () => {
  const views = (order: typeof readings) => {
    const told = tell(order);
    return JSON.stringify([
      told.identities(),
      told.histories(),
      told.positions(),
      told.conflicts(),
      told.shifts(),
      told.problems(),
      told.brief(),
    ]);
  };
  const wanted = views(readings);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(readings, { minLength: readings.length }),
      (order) => views(order) === wanted,
    ),
    { numRuns: 5, seed: 7 },
  );
});

/** What the findings behind a sentence's footnotes say: quotes, names, dates, sources. */
function evidenceOf(brief: Brief, numbers: readonly number[]): string {
  return numbers
    .flatMap((number) => {
      const note = brief.footnotes.find((one) => one.number === number)!;
      const reading = readings.find(({ report }) => report.id === note.report)!;
      const findings = [
        ...reading.events,
        ...reading.positions,
        ...reading.claims,
        ...reading.problems,
      ].filter(({ at, id }) => id === note.finding || at[0].text === note.quote.text);
      const references = findings.flatMap((finding): Reference[] => [
        ...finding.according,
        ...("participants" in finding ? [...finding.participants, ...finding.recipients] : []),
        ...("place" in finding && finding.place ? [finding.place] : []),
        ...("holder" in finding ? finding.holder : []),
        ...("attributedBy" in finding && finding.attributedBy ? [finding.attributedBy] : []),
      ]);
      const identities = story.identities();
      const names = references.flatMap(({ id }) => {
        const own = identities.filter(({ members }) => members.includes(id));
        const principals = own.flatMap(({ represents }) => identities.filter((one) => one.id === represents));
        return [...own, ...principals].flatMap((identity) => identity.names);
      });
      const dates = findings.flatMap((finding) =>
        "when" in finding && finding.when ? [spokenDate(finding.when)] : [],
      );
      return [
        note.quote.text,
        note.outlet ?? "",
        note.file ?? "",
        spokenDate(note.published ?? ""),
        ...names,
        ...dates,
      ];
    })
    .join(" | ");
}

describe("a sentence of the brief", () => {
  const brief = story.brief();
  const sentences = brief.sections.flatMap(({ heading, sentences }) =>
    sentences.map((sentence) => ({ heading, ...sentence })),
  );
  const events = sentences.filter(({ heading }) => /new|coming|before/.test(heading));

  test("has a footnote that is listed", () => {
    expect(sentences.length).toBeGreaterThan(40);
    const known = new Set(brief.footnotes.map(({ number }) => number));
    for (const { footnotes } of sentences) {
      expect(footnotes.length).toBeGreaterThan(0);
      for (const number of footnotes) expect(known).toContain(number);
    }
  });

  test.each(events)("$text names nobody, and no day, that its evidence does not", ({ text, footnotes }) => {
    const evidence = evidenceOf(brief, footnotes);
    const [claim = ""] = text.split(/; outcome| \((?:told|according|\d+ reports)/);
    for (const [, day] of claim.matchAll(/(\d{1,2} (?:June|July|May) \d{4})/g))
      expect(evidence).toContain(day);
    const names = claim.slice(claim.indexOf(" ")).matchAll(/\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*/gu);
    for (const [name] of names)
      if (!/^(?:June|July|May|January|February|September)$/.test(name)) expect(evidence).toContain(name);
  });

  test("quotes words that stand in its footnotes", () => {
    for (const { text, footnotes, heading } of sentences) {
      if (!heading.startsWith("Where things stand")) continue;
      const evidence = evidenceOf(brief, footnotes).replace(/\s+/g, " ");
      for (const [, quoted] of text.matchAll(/“([^”]+)”/g)) expect(evidence).toContain(quoted);
    }
  });
});

test("a view takes in only what had been published by its day", () => {
  const early = story.brief({ asOf: "2024-06-10" });
  const last = Math.max(
    ...early.footnotes.map(({ published }) => extent(published ?? "")?.to ?? Number.POSITIVE_INFINITY),
  );
  expect(last).toBeLessThanOrEqual(extent("2024-06-10")!.to);
  expect(early.title).toContain("9 reports");
});
