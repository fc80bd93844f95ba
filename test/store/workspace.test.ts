/** A workspace from end to end: real reports, read and kept, judged, read again, passed on. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../../src/workspace/workspace.ts";

const REPORTS = resolve(import.meta.dirname, "../../examples/halvern/reports");
const FILES = ["01-northwire.txt", "02-karvel-state-telegraph.txt", "05-northwire.txt"];
const DAY = { published: "2024-06-05" };

const folder = mkdtempSync(join(tmpdir(), "parley-workspace-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let tick = 0;
const now = () => `2031-04-02T10:00:00.${String(tick++).padStart(3, "0")}Z`;
const open = (name: string, create = true) => openWorkspace(join(folder, name), { create, now });

async function linesOf(workspace: Workspace, withTexts: boolean): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of workspace.export({ withTexts })) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

let workspace: Workspace;
beforeAll(async () => {
  workspace = await open("main.db");
  for (const file of FILES) {
    await workspace.add(readFileSync(join(REPORTS, file)), { file, given: DAY, who: "ana" });
  }
}, 120_000);
afterAll(() => workspace.close());

test("adding again reads nothing and changes nothing", async () => {
  const revision = await workspace.revision();
  const [file] = FILES;
  const bytes = readFileSync(join(REPORTS, file!));
  expect((await workspace.add(bytes, { file: file! })).state).toBe("known");
  expect((await workspace.add(bytes, { file: file!, given: DAY })).state).toBe("known");
  expect(await workspace.revision()).toBe(revision);
});

test("what is said of a report later amends it, and nothing that was known is lost", async () => {
  const other = await open("amended.db");
  const bytes = Buffer.from("Belmark rejected the truce on Friday, its minister said in Varn.");
  await other.add(bytes, { file: "a.txt", given: { outlet: "The Daily Mirador" } });
  expect((await other.add(bytes, { file: "a.txt", given: { published: "2031-04-02" } })).state).toBe(
    "amended",
  );
  expect(await other.reports()).toMatchObject([{ outlet: "The Daily Mirador", published: "2031-04-02" }]);
  await other.close();
});

test("what cannot be read is not kept", async () => {
  const revision = await workspace.revision();
  expect((await workspace.add(new Uint8Array(0), { file: "empty.txt" })).state).toBe("unreadable");
  expect(await workspace.revision()).toBe(revision);
});

test("a rebuild gives the same bytes", async () => {
  const before = await linesOf(workspace, true);
  expect(await workspace.diff()).toEqual([]);
  expect(await workspace.rebuild()).toEqual({ read: FILES.length, changed: 0 });
  expect(await linesOf(workspace, true)).toEqual(before);
});

test("a search marks the words in the text, at their place", async () => {
  const { hits } = await workspace.search({ text: "inspectors" });
  expect(hits.length).toBeGreaterThan(0);
  for (const { report, passages, findings } of hits) {
    const { text } = (await workspace.reading(report))!.report;
    expect(passages.length).toBeGreaterThan(0);
    for (const span of [
      ...passages,
      ...passages.flatMap(({ marks }) => marks),
      ...findings.map(({ at }) => at),
    ]) {
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
    for (const { marks } of passages)
      for (const { text: word } of marks) expect(word).toMatch(/^inspectors?$/i);
  }
});

test("a passage of a long sentence is cut between words", async () => {
  const { hits } = await workspace.search({ text: "dam" });
  for (const { report, passages } of hits) {
    const { text } = (await workspace.reading(report))!.report;
    for (const { start, end } of passages) {
      expect(text.slice(Math.max(0, start - 1), start + 1)).not.toMatch(/\w\w/);
      expect(text.slice(end - 1, end + 1)).not.toMatch(/\w\w/);
    }
  }
  expect(hits.length).toBeGreaterThan(1);
});

test("a search by actor and stance shows findings that have both", async () => {
  const { hits } = await workspace.search({ text: "", actor: "Ioran Velsik", stance: "rejects" });
  expect(hits.length).toBeGreaterThan(0);
  for (const { findings } of hits) {
    expect(findings.length).toBeGreaterThan(0);
    for (const { line } of findings) expect(line).toMatch(/Ioran Velsik.* rejects \[/);
  }
  await expect(workspace.search({ text: " " })).rejects.toThrow("say what to look for");
  await expect(workspace.search({ text: "x", from: "2031-04-02", to: "2031-04-01" })).rejects.toThrow(
    "no day",
  );
});

test("a story is of its revision, and is told again when that has moved", async () => {
  const first = await workspace.told();
  expect(first).toBe(await workspace.told());
  const other = await open("main.db", false);
  const { id } = await other.judge({ verdict: "annotate", on: ["Karvelia"], note: "look again", who: "ben" });
  const second = await workspace.told();
  expect(second.revision).toBe(await workspace.revision());
  expect(second.judgements().map(({ judgement }) => judgement.id)).toContain(id);
  await other.undo(id, "ben");
  await other.close();
});

describe("judgements", () => {
  test("say who, when and of what, and are turned away where they say nothing", async () => {
    const [position] = (await workspace.readings()).flatMap(({ positions }) => positions);
    const judgement = await workspace.judge({
      verdict: "correct",
      on: [position!.id],
      field: "holder",
      value: "Karvelia",
      who: "ana",
    });
    expect(judgement).toMatchObject({ who: "ana", on: [{ kind: "positions", id: position!.id }] });
    const story = await workspace.story();
    const now = story.readings.flatMap(({ positions }) => positions).find(({ id }) => id === position!.id);
    expect(now!.holder.map(({ name }) => name)).toEqual(["Karvelia"]);
    expect(now!.judged?.[0]?.machine).toEqual(position!.holder);
    for (const wrong of [
      { verdict: "correct" as const, on: [position!.id], field: "stance", value: "shrugs" },
      { verdict: "correct" as const, on: [position!.id], field: "mood", value: "grim" },
      { verdict: "correct" as const, on: [position!.id] },
      { verdict: "annotate" as const, on: [position!.id] },
      { verdict: "same" as const, on: [position!.id, "Karvelia"] },
      { verdict: "same" as const, on: [position!.id] },
      { verdict: "reject" as const, on: ["nothing of the kind"] },
    ]) {
      await expect(workspace.judge({ ...wrong, who: "ana" })).rejects.toThrow(/./);
    }
    expect(await workspace.judgements()).toHaveLength(1);
    expect(await workspace.undo(judgement.id, "ana")).toBe(true);
    expect(await workspace.judgements()).toHaveLength(0);
  });

  test("of two actors join them, and come apart again", async () => {
    const count = async () => (await workspace.story()).identities().length;
    const before = await count();
    const { id } = await workspace.judge({ verdict: "same", on: ["Karvelia", "Tamor"], who: "ana" });
    expect(await count()).toBe(before - 1);
    await workspace.undo(id, "ana");
    expect(await count()).toBe(before);
  });

  test("are passed on as lines, survive in a workspace of the same reports, and are detached in one without", async () => {
    const [event] = (await workspace.readings()).flatMap(({ events }) => events);
    const { id } = await workspace.judge({ verdict: "accept", on: [event!.id], who: "ana" });
    const lines = await linesOf(workspace, true);
    const copy = await open("copy.db");
    expect(await copy.import(each(lines))).toEqual({ reports: FILES.length, judgements: 1, withoutText: 0 });
    expect(await linesOf(copy, true)).toEqual(lines);
    expect(await copy.judgements()).toMatchObject([{ attached: [{ id: event!.id }], detached: [] }]);
    const bare = await open("bare.db");
    const quotes = await linesOf(workspace, false);
    expect(await bare.import(each(quotes))).toEqual({ reports: 0, judgements: 1, withoutText: FILES.length });
    expect(await bare.judgements()).toMatchObject([{ attached: [], detached: [{ id: event!.id }] }]);
    await copy.close();
    await bare.close();
    await workspace.undo(id, "ana");
  });
});

test("without the texts no whole text goes out", async () => {
  const quotes = (await linesOf(workspace, false)).join("");
  for (const { report, coverage } of await workspace.readings()) {
    expect(quotes).not.toContain(JSON.stringify(report.text).slice(1, 400));
    const longest = [...coverage.silent].sort((a, b) => b.text.length - a.text.length)[0];
    if (longest) expect(quotes).not.toContain(JSON.stringify(longest.text).slice(1, -1));
  }
});

test("an import of something else is turned away at its line", async () => {
  const other = await open("other.db");
  await expect(other.import(each(["{}"]))).rejects.toThrow("line 1");
  await expect(other.import(each(["", "not json"]))).rejects.toThrow("line 2");
  await other.close();
});

test("there is no workspace where none was made", async () => {
  await expect(open("none.db", false)).rejects.toThrow("make one with");
});
