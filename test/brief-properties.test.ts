/**
 * What holds for the brief of every example: each footnote is the exact span of its report, and each name, figure and
 * date of a sentence stands in the evidence of its footnotes: the sentence of the quote, or what the finding says in
 * normal form (full names of whom it refers to, dates that its words come to).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { nameWords } from "../src/compare/names.ts";
import { read } from "../src/read.ts";
import type { Brief, Footnote } from "../src/record/brief.ts";
import { spokenDate } from "../src/record/date-text.ts";
import type { Identity } from "../src/record/judgement.ts";
import { type Finding, KINDS, type Reading } from "../src/record/reading.ts";
import { readMeta } from "../src/report/meta.ts";
import { sentenceAround } from "../src/story/matter.ts";
import { storiesAmong } from "../src/story/stories-among.ts";
import type { Story } from "../src/story/story.ts";
import { tell } from "../src/story/tell.ts";

const EXAMPLES = resolve(import.meta.dirname, "../examples");
const SHARED = process.env.PARLEY_SHARED ?? resolve(import.meta.dirname, "../../shared");

async function storiesIn(reports: string, meta?: string): Promise<Story[]> {
  const facts = meta ? readMeta(readFileSync(meta, "utf8"), meta) : new Map();
  const files = readdirSync(reports).filter((file) => !file.startsWith("README"));
  const readings = await Promise.all(
    files.map((file) => read(readFileSync(join(reports, file)), { file, given: facts.get(file) ?? {} })),
  );
  return storiesAmong(readings).map((group) => tell(group.readings));
}

/** Words of the composer's own that are capitals or counts, and no fact of the world. */
const OWN =
  /\d+ (?:independent )?(?:reports?|origins?|times|wordings)\b|\bin \d+ (?:other )?reports?\b|“[^”]*$|footnote \\?\[\d+\\?\]/g;
/** Words with which the composer begins a sentence. */
const OPENINGS: ReadonlySet<string> = new Set(["It", "On", "Reports", "What"]);
const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const DATE = new RegExp(`(?:\\b\\d{1,2} )?(?:${MONTH} )?\\b(?:19|20)\\d\\d\\b`, "g");

/** Every value of a finding and of what it refers to, as text. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== "object") return [];
  const { id } = value as { id?: unknown };
  return [...(typeof id === "string" ? [id] : []), ...Object.values(value).flatMap(referencesIn)];
}

/** Every name of an identity, and of whom it speaks for. */
function namesOf(story: Story, isMeant: (identity: Identity) => boolean): string[] {
  const identity = story.identities().find(isMeant);
  if (!identity) return [];
  const principal =
    identity.represents === undefined ? [] : namesOf(story, ({ id }) => id === identity.represents);
  return [...identity.names, ...identity.roles.flatMap(({ title, of }) => [title, of ?? ""]), ...principal];
}

/** What a footnote gives to go by. */
function evidenceOf(story: Story, { report, finding, quote }: Footnote): string {
  const reading = story.readings.find((one) => one.report.id === report)!;
  const all = KINDS.flatMap((kind): readonly Finding[] => reading[kind]);
  const found = all.find(({ id }) => id === finding);
  const { text, outlet, file, published } = reading.report;
  const around = sentenceAround(text, quote);
  const namesFor = (ids: readonly string[]) =>
    ids.flatMap((id) => namesOf(story, ({ members }) => members.includes(id)));
  const referred = namesFor(referencesIn(found));
  // "The Compact's team": whoever the sentence or one of those names means.
  const words = new Set(nameWords([around, ...referred].join("\n")));
  const near = reading.actors.filter(({ name }) => nameWords(name).some((word) => words.has(word)));
  const named = [...referred, ...namesFor(near.map(({ id }) => id))];
  const times = reading.times.filter(({ at: [span] }) => around.includes(span.text));
  const dates = [...times.map(({ value }) => value ?? ""), found?.when ?? "", published.value ?? ""];
  return [
    around,
    ...textsOf(found),
    ...named,
    outlet?.value ?? "",
    file ?? "",
    ...dates.map(spokenDate),
    ...dates,
  ].join("\n");
}

function missingIn(
  story: Story,
  { text, footnotes }: Brief["sections"][number]["sentences"][number],
  notes: Brief["footnotes"],
): string[] {
  const evidence = notes
    .filter(({ number }) => footnotes.includes(number))
    .map((note) => evidenceOf(story, note))
    .join("\n");
  const words = new Set(nameWords(evidence));
  const plain = evidence.replaceAll(",", "");
  const bare = text.replace(OWN, " ");
  const dates = [...bare.matchAll(DATE)].map(([date]) => date);
  const left = bare.replace(DATE, " ");
  // "Meeting of …": what kind of event it is, in the composer's word.
  const kinds = new Set(story.histories().map(({ name }) => name.split(" ")[0]));
  const figures = left.match(/\d[\d.,]*\d|\d/g) ?? [];
  const names = [...left.matchAll(/(?<![.!?:“"[] ?|\p{L})\p{Lu}[\p{L}'’-]*/gu)].flatMap(([name]) =>
    OPENINGS.has(name) || kinds.has(name) ? [] : [name],
  );
  return [
    ...dates.filter((date) => !evidence.includes(date.trim())),
    ...figures.filter((figure) => !plain.includes(figure.replaceAll(",", ""))),
    ...names.filter((name) => !nameWords(name).every((word) => words.has(word))),
  ].map((one) => `${one} in: ${text}`);
}

const cases: [string, string, string?][] = [
  ...["halvern", "elsewhere", "abroad", "afield"]
    .filter((name) => existsSync(join(EXAMPLES, name)))
    .map((name): [string, string, string] => [
      name,
      join(EXAMPLES, name, "reports"),
      join(EXAMPLES, name, "meta.csv"),
    ]),
  ["silent", join(EXAMPLES, "silent")],
];
if (existsSync(join(SHARED, "reports"))) cases.push(["shared", join(SHARED, "reports")]);
else console.log(`${SHARED} is not there: the briefs of its reports are not tested`);

describe.each(cases)("the briefs of %s", (_name, reports, meta) => {
  test("stand on exact spans, and say nothing that is not in them", async () => {
    for (const story of await storiesIn(reports, meta)) {
      const { sections, footnotes } = story.brief();
      for (const { report, quote } of footnotes) {
        const text = story.readings.find((one: Reading) => one.report.id === report)!.report.text;
        expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      }
      const sentences = sections.flatMap((section) => section.sentences);
      expect(sentences.flatMap((sentence) => missingIn(story, sentence, footnotes))).toEqual([]);
    }
  });
});

test("a name, a figure or a date that is not in the evidence is found", async () => {
  const [story] = await storiesIn(join(EXAMPLES, "halvern/reports"), join(EXAMPLES, "halvern/meta.csv"));
  const { sections, footnotes } = story!.brief();
  const { footnotes: used } = sections[0]!.sentences[0]!;
  const text = "It was Zorbania that invited 98,765 guests for 3 May 1987.";
  const missing = missingIn(story!, { text, footnotes: used }, footnotes).map(
    (line) => line.split(" in: ")[0],
  );
  expect(missing).toEqual(["3 May 1987", "98,765", "Zorbania"]);
});
