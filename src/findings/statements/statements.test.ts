import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readClauses } from "../../language/clauses/read-clauses.ts";
import { parse } from "../../language/parse.ts";
import type { Actor } from "../../record/actor.ts";
import type { Report } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import type { Time } from "../../record/time.ts";
import { linesOf } from "../../text/quotation.ts";
import type { Context } from "../extractor.ts";
import { toldBy } from "../told-by.ts";
import { statements } from "./statements.ts";

/** One screen of cases: see the first line of the file. */
const cases = readFileSync(new URL("./statements.cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" => ") as [string, string]);

const NAMES: readonly (readonly [name: string, kind: Actor["kind"]])[] = [
  ["Lindqvist", "person"],
  ["Agron", "state"],
  ["Belmark", "state"],
  ["ministry", "body"],
  ["diplomat", "unnamed"],
  ["Courier", "outlet"],
];

const common = { according: [], modality: "asserted", by: "test", score: 1 } as const;

function places(text: string, word: string) {
  return [...text.matchAll(new RegExp(`(?<!\\w)${word}(?!\\w)`, "gu"))].map(({ index }) =>
    spanAt(text, index, index + word.length),
  );
}

function actorsOf(text: string): Actor[] {
  return NAMES.flatMap(([name, kind]) => {
    const [first, ...others] = places(text, name);
    if (!first) return [];
    return [
      {
        ...common,
        id: name,
        name,
        kind,
        at: [first],
        mentions: [first, ...others],
        references: [],
        roles: [],
      },
    ];
  });
}

/** Weekdays stand for themselves, as days of the first week of 2024. */
function timesOf(text: string): Time[] {
  return ["Monday", "Friday"].flatMap((day, i) =>
    places(text, day).map((at) => ({
      ...common,
      id: `${day} ${at.start}`,
      at: [at] as const,
      type: "date" as const,
      value: i === 0 ? "2024-01-01" : "2024-01-05",
      anchor: { to: "none" as const },
    })),
  );
}

function read(text: string, parts?: Report["parts"]): readonly Statement[] {
  const blocks = linesOf(text).map(({ start, end }) => ({ kind: "paragraph" as const, start, end }));
  const doc = parse(text, { within: blocks });
  const report: Report = {
    id: "0000000000000000",
    text,
    language: "en",
    blocks,
    published: { basis: "unknown" },
    ...(parts !== undefined && { parts }),
    diagnostics: [],
  };
  const language = { doc, names: [], mentions: [], entities: [], clauses: readClauses(doc) };
  const context = { report, language, agenda: { issues: [] }, aliases: [] } as unknown as Context;
  return [...statements.extract(context, { actors: actorsOf(text), times: timesOf(text) })];
}

function show(text: string): string {
  const found = read(text);
  const lines = found.map((one) => {
    const outer = found.find(({ id }) => id === one.nestedIn);
    const day = one.when === undefined ? "" : one.when === "2024-01-01" ? " @Monday" : " @Friday";
    return [
      `${one.form[0]}${one.negated ? "!" : ""} ${one.speaker.map(({ name }) => name).join(", ")} | ${one.cue.text} | ${one.content.text}`,
      ...toldBy(one)
        .slice(1)
        .map(({ start, end }) => ` + ${text.slice(start, end)}`),
      outer ? ` <${outer.cue.text}` : "",
      one.via.length > 0 ? ` via ${one.via.map(({ name }) => name).join(", ")}` : "",
      one.addressee.length > 0 ? ` to ${one.addressee.map(({ name }) => name).join(", ")}` : "",
      one.medium === undefined ? "" : ` on ${one.medium}`,
      day,
    ].join("");
  });
  return lines.length === 0 ? "-" : lines.join(" ; ");
}

describe("statements", () => {
  test("there are cases", () => expect(cases.length).toBeGreaterThan(35));
  for (const [text, expected] of cases) test(text, () => expect(show(text)).toBe(expected));

  test("a speech over several paragraphs is one statement", () => {
    const text = "Lindqvist said: “We have waited long.\n“We will wait longer.”";
    const [statement, second] = read(text);
    expect(second).toBeUndefined();
    expect(statement?.content.text).toBe("“We have waited long.\n“We will wait longer.”");
    expect(statement?.parts.map((part) => part.text)).toEqual([
      "We have waited long.",
      "We will wait longer.",
    ]);
  });

  test("a turn is said by its speaker, a question by nobody that counts", () => {
    const text = "Q: Will you stay?\nLindqvist: We will stay.\nWe have waited long.";
    const turn = (start: number, label: number, from: number, end: number) => ({
      kind: "turn" as const,
      label: spanAt(text, start, label),
      start,
      from,
      end,
    });
    const found = read(text, [turn(0, 1, 3, 17), turn(18, 27, 29, text.length)]);
    expect(found.map(({ speaker, content, by }) => [by, speaker[0]?.name, content.text])).toEqual([
      ["turn", "Lindqvist", "We will stay.\nWe have waited long."],
    ]);
    expect(read(text).filter(({ by }) => by === "turn")).toEqual([]);
  });

  test("he is whoever spoke before, where nothing else tells", () => {
    const [, second] = read(
      "“We will stay,” Lindqvist said on Monday. She warned that the truce was at risk.",
    );
    expect(second?.speaker.map(({ name }) => name)).toEqual(["Lindqvist"]);
  });

  test("the official is not whoever else was named, but the official who spoke before", () => {
    const text = "An official said that Agron had left. “It is over,” the official added.";
    expect(read(text).map(({ speaker }) => speaker)).toEqual([[], []]);
  });

  test("every span is a quote of the text", () => {
    const text =
      "“We will stay,” Lindqvist told the Courier. Agron rejected the plan, adding that “nothing has changed”.";
    for (const { at, cue, content, parts, source } of read(text)) {
      for (const span of [...at, cue, content, ...parts, ...(source ? [source] : [])]) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
      }
    }
  });

  test("a mark that opens and closes at once quotes nothing, and stops nobody", () => {
    const text =
      'Lindqvist said the order undermines the ability of engineers to protect the dam. "\n"Fear plays a huge role in such decisions, " said Lindqvist.';
    const parts = read(text).flatMap((statement) => statement.parts.map((part) => part.text));
    expect(parts.every((part) => part !== "")).toBe(true);
    expect(parts.join(" ")).toContain("Fear plays a huge role");
  });

  test("ten thousand opening marks and one long sentence cost no more than their length", () => {
    const text = `${"“ ".repeat(10_000)}${"Agron said that it said that ".repeat(500)}it left.`;
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
