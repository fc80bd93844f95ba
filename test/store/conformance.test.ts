/** What every store must do, on each engine. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { entries, sideName } from "../../bench/store/generate.ts";
import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import { openStore } from "../../src/store/open.ts";
import type { Act, Entry, Store } from "../../src/store/store.ts";
import { Teller } from "../../src/story/teller.ts";
import { facetToken, indexEntry, outletToken, periodToken } from "../../src/workspace/index-entry.ts";
import { phrasesOf } from "../../src/workspace/terms.ts";
import { testEngines } from "./engines.ts";

const engines = await testEngines();
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

let clock = 0;
function act(): Act {
  clock++;
  return { who: "ana", when: `2031-04-02T10:00:${String(clock % 60).padStart(2, "0")}.000Z` };
}

function entry(text: string, address: string, given = "{}", day = "2031-04-01"): Entry {
  const reading = new Teller("The Daily Mirador", day, text).reading();
  return { address, bytes: Buffer.from(text), given, reading, index: indexEntry(reading) };
}

function judgement(id: string): HumanJudgement {
  const quote = { start: 0, end: 7, text: "Belmark" };
  const on = [{ kind: "actors" as const, id: "actors-1", report: "report-1", quote, name: "Belmark" }];
  return { id, verdict: "accept", on, who: "ana", when: "2031-04-02T10:00:00.000Z" };
}

const asked = (text: string, facets: string[][] = []) => ({
  phrases: phrasesOf(text),
  facets,
  limit: 10,
  offset: 0,
});

describe.each(engines)("$name", (engine) => {
  let store: Store;
  let where: string;
  beforeEach(async () => {
    where = await engine.fresh();
    store = await openStore(where, "test", true);
  });
  afterEach(() => store.close());

  const ids = async (all = false) => (await store.reports({ all })).map(({ id }) => id);

  test("keeps bytes and readings as they came", async () => {
    const address = "https://mirador.example/a";
    const one = entry("Belmark rejects the truce. “No,” it said — Ünal agreed. \u{1F30D}", address);
    expect(await store.put(one, act())).toBe("new");
    const id = one.reading.report.id;
    expect(await store.original(id)).toEqual(new Uint8Array(one.bytes));
    expect(await store.reading(id)).toEqual(one.reading);
    expect(await store.report(id)).toMatchObject({
      addresses: ["https://mirador.example/a"],
      state: "current",
      version: 1,
      outlet: "The Daily Mirador",
      published: "2031-04-01",
      size: one.bytes.length,
    });
    expect(await store.reading("nothing")).toBeUndefined();
    expect(await store.original("nothing")).toBeUndefined();
  });

  test("the same bytes at the same address are one report, and change nothing", async () => {
    await store.put(entry("One.", "a"), act());
    const before = await store.revision();
    expect(await store.put(entry("One.", "a"), act())).toBe("known");
    expect(await store.revision()).toBe(before);
    expect(await ids()).toHaveLength(1);
  });

  test("the same bytes at another address are the same report", async () => {
    const [a, b] = ["https://mirador.example/a", "https://mirador.example/b"];
    await store.put(entry("One.", a!), act());
    expect(await store.put(entry("One.", b!), act())).toBe("known");
    await store.put(entry("One.", "file:0123"), act());
    expect((await store.reports()).map(({ addresses }) => addresses)).toEqual([[a, b]]);
  });

  test("other bytes at a known address are a new version, and the old one is kept", async () => {
    const [old, now] = [entry("One.", "a"), entry("Two.", "a")];
    await store.put(old, act());
    expect(await store.put(now, act())).toBe("changed");
    expect(await ids()).toEqual([now.reading.report.id]);
    expect((await store.reports({ all: true })).map(({ state, version }) => [state, version])).toEqual([
      ["superseded", 1],
      ["current", 2],
    ]);
    expect((await store.versions("a")).map(({ version }) => version)).toEqual([2, 1]);
    expect(await store.reading(old.reading.report.id)).toEqual(old.reading);
    expect(await store.search(asked("one"))).toEqual([]);
  });

  test("a page that goes back to what it was is current again", async () => {
    const [old, now] = [entry("One.", "a"), entry("Two.", "a")];
    for (const one of [old, now, old]) await store.put(one, act());
    expect(await ids()).toEqual([old.reading.report.id]);
    expect((await store.versions("a")).map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await store.search(asked("one"))).toHaveLength(1);
  });

  test("a report that another address still holds stays current", async () => {
    await store.put(entry("One.", "a"), act());
    await store.put(entry("One.", "b"), act());
    await store.put(entry("Two.", "a"), act());
    expect(await ids()).toHaveLength(2);
  });

  test("the same bytes read with other options are amended", async () => {
    await store.put(entry("One.", "a"), act());
    const again = entry("One.", "a", '{"published":"2031-05-01"}');
    const dated = {
      ...again.reading,
      report: { ...again.reading.report, published: { value: "2031-05-01", basis: "given" as const } },
    };
    expect(await store.put({ ...again, reading: dated, index: indexEntry(dated) }, act())).toBe("amended");
    expect(await store.reports()).toMatchObject([{ published: "2031-05-01", version: 1 }]);
    expect(await store.given(dated.report.id)).toBe('{"published":"2031-05-01"}');
  });

  test("what is taken away is gone from everything but the log", async () => {
    const [old, now] = [entry("One.", "a"), entry("Two.", "a")];
    for (const one of [old, now]) await store.put(one, act());
    const id = now.reading.report.id;
    expect(await store.remove(id, act())).toBe(true);
    expect(await store.remove(id, act())).toBe(false);
    expect(await ids()).toEqual([old.reading.report.id]);
    expect(await store.original(id)).toBeUndefined();
    expect(await store.reading(id)).toBeUndefined();
    expect(await store.search(asked("two"))).toEqual([]);
    expect((await store.log()).at(-1)).toMatchObject({ what: "remove", subject: id, who: "ana" });
  });

  test("pages of reports and of the log go on where the last one ended, both ways", async () => {
    for (const one of entries(0, 7)) await store.put(one, act());
    const first = await store.reports({ limit: 3 });
    const second = await store.reports({ limit: 3, after: first.at(-1)!.seq });
    expect([...first, ...second].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const back = await store.reports({ limit: 2, backwards: true });
    const further = await store.reports({ limit: 2, backwards: true, after: back.at(-1)!.seq });
    expect([...back, ...further].map(({ seq }) => seq)).toEqual([7, 6, 5, 4]);
    expect((await store.log({ backwards: true, limit: 1 }))[0]!.seq).toBe(await store.revision());
  });

  test("judgements stand in order until they are taken back, once", async () => {
    expect(await store.judge(judgement("judgement-1"))).toBe(true);
    expect(await store.judge(judgement("judgement-2"))).toBe(true);
    expect(await store.judge(judgement("judgement-1"))).toBe(false);
    expect((await store.judgements()).map(({ id }) => id)).toEqual(["judgement-1", "judgement-2"]);
    expect(await store.undo("judgement-1", act())).toBe(true);
    expect(await store.undo("judgement-1", act())).toBe(false);
    expect(await store.judgements()).toEqual([judgement("judgement-2")]);
    expect((await store.log()).map(({ what }) => what)).toEqual(["judge", "judge", "undo"]);
  });

  test("every change is a line of the log and a higher revision", async () => {
    const seen = [await store.revision()];
    const changes = [
      () => store.put(entry("One.", "a"), act()),
      () => store.judge(judgement("judgement-1")),
      () => store.set("agenda", "[]", act()),
      () => store.undo("judgement-1", act()),
    ];
    for (const change of changes) {
      await change();
      seen.push(await store.revision());
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect((await store.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test("a snapshot is of one moment", async () => {
    const one = entry("One.", "a");
    await store.put(one, act());
    await store.judge(judgement("judgement-1"));
    const snapshot = await store.snapshot();
    expect(snapshot).toMatchObject({ revision: 2, reports: [one.reading.report.id] });
    expect(snapshot.judgements).toHaveLength(1);
    const stamp = snapshot.stamps.get(one.reading.report.id);
    const other = { ...one.reading, program: "later" };
    await store.replaceReading(other, indexEntry(other), act());
    expect((await store.snapshot()).stamps.get(one.reading.report.id)).not.toBe(stamp);
  });

  test("settings are kept and replaced", async () => {
    expect(await store.setting("agenda")).toBeUndefined();
    await store.set("agenda", "1", act());
    await store.set("agenda", "2", act());
    expect(await store.setting("agenda")).toBe("2");
  });

  test("what is kept is there for whoever opens it next", async () => {
    await store.put(entry("One.", "a"), act());
    const other = await openStore(where, "test");
    expect(await other.reports()).toHaveLength(1);
    await other.close();
  });

  test("two that add the same reports at once leave each of them once", async () => {
    const other = await openStore(where, "test");
    const all = [...entries(0, 30)];
    const put = async (into: Store) => {
      for (const one of all) await into.put(one, act());
    };
    await Promise.all([put(store), put(other)]);
    expect(await ids()).toHaveLength(30);
    expect((await store.log()).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    await other.close();
  });

  test("a change that fails leaves nothing", async () => {
    const one = entry("One.", "a");
    const broken = { ...one, given: null as unknown as string };
    await expect(store.put(broken, act())).rejects.toThrow();
    expect(await store.revision()).toBe(0);
    expect(await store.put(one, act())).toBe("new");
  });

  describe("search", () => {
    const text =
      "Envoys met at the bridge. Belmark rejected the truce without preconditions. Observers were not admitted.";

    test("finds words in any form, all of them, and phrases in their order", async () => {
      await store.put(entry(text, "a"), act());
      for (const question of [
        "truces",
        "REJECTS truce",
        '"without precondition"',
        "observer bridges",
        "Bélmark",
      ]) {
        expect(await store.search(asked(question)), question).toHaveLength(1);
      }
      for (const question of ["truce armistice", '"preconditions without"', "zebra"]) {
        expect(await store.search(asked(question)), question).toEqual([]);
      }
    });

    test("ranks a report with the word in its title above one that has it once", async () => {
      const titled = entry("Nothing here but filler about rivers.", "a");
      const reading = {
        ...titled.reading,
        report: { ...titled.reading.report, title: { value: "The truce", basis: "text" as const } },
      };
      await store.put({ ...titled, reading, index: indexEntry(reading) }, act());
      await store.put(entry(`${"River and road and rail and harbour. ".repeat(30)} A truce.`, "b"), act());
      const found = await store.search(asked("truce"));
      expect(found.map(({ report }) => report)[0]).toBe(reading.report.id);
      expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
    });

    test("filters by findings, outlet and days, together or alone", async () => {
      for (const one of entries(0, 120)) await store.put(one, act());
      const side = sideName(3);
      const readings = await store.readings(await ids());
      const holds = (stance?: string, issue?: string) =>
        readings
          .filter(({ positions }) =>
            positions.some(
              (one) =>
                one.holder.some(({ name }) => name === side) &&
                (stance === undefined || one.stance === stance) &&
                (issue === undefined || one.issue === issue),
            ),
          )
          .map(({ report }) => report.id)
          .sort();
      const found = async (facets: string[][], days = {}) =>
        (await store.search({ ...asked(""), limit: 200, facets, ...days }))
          .map(({ report }) => report)
          .sort();
      expect(holds().length).toBeGreaterThan(0);
      expect(await found([[facetToken({ kind: "positions", actor: side })]])).toEqual(holds());
      for (const stance of ["demands", "rejects"]) {
        expect(await found([[facetToken({ actor: side, stance })]])).toEqual(holds(stance));
        expect(await found([[facetToken({ actor: side, stance, issue: "territory" })]])).toEqual(
          holds(stance, "territory"),
        );
      }
      const outlet = readings[0]!.report.outlet!.value;
      const by = readings
        .filter(({ report }) => report.outlet?.value === outlet)
        .map(({ report }) => report.id);
      expect(await found([[outletToken(outlet)]])).toEqual(by.sort());
      const first = readings.filter(
        ({ report }) => report.published.value === readings[0]!.report.published.value,
      );
      const [from, to] = [20_000, 20_001];
      const months = [periodToken(readings[0]!.report.published.value!.slice(0, 7))];
      expect(await found([months], { from, to })).toEqual(first.map(({ report }) => report.id).sort());
    });

    test("finds a phrase behind many newer texts that have its words apart", async () => {
      await store.put(entry("They met on the stone bridge.", "a"), act());
      for (let i = 0; i < 320; i++) await store.put(entry(`Bridge ${i} is of stone.`, `${i}`), act());
      expect(await store.search(asked('"stone bridge"'))).toHaveLength(1);
      expect(await store.search(asked("stone bridge"))).toHaveLength(10);
    });

    test("pages through what it finds", async () => {
      for (const one of entries(0, 12)) await store.put(one, act());
      const all = await store.search({ ...asked("prisoners"), limit: 12 });
      const pages = [];
      for (const offset of [0, 5, 10])
        pages.push(...(await store.search({ ...asked("prisoners"), limit: 5, offset })));
      expect(all).toHaveLength(12);
      expect(pages).toEqual(all);
    });
  });
});

test("both engines find the same", async () => {
  const [sqlite, postgres] = await Promise.all(
    engines.map(async (engine) => {
      const store = await openStore(await engine.fresh(), "test", true);
      for (const one of entries(0, 60)) await store.put(one, act());
      const answers = [];
      for (const question of ["prisoners bridge", "belnd cordor", '"met in Varn"', "truce", sideName(2)]) {
        const found = await store.search({ ...asked(question), limit: 100 });
        answers.push(found.map(({ report }) => report).sort());
      }
      await store.close();
      return answers;
    }),
  );
  expect(sqlite!.flat().length).toBeGreaterThan(0);
  if (postgres) expect(postgres).toEqual(sqlite);
});
