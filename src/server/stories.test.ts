/** Several stories in one workspace: listed, chosen, kept apart; what went astray is kept out and said. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stand, stand } from "../../test/server/stand.ts";
import { twoMatters } from "../../test/server/two-matters.ts";
import type { Brief } from "../record/brief.ts";
import type { History } from "../record/history.ts";
import type { StoryEntry } from "../record/story-entry.ts";

let server: Stand;
let stories: readonly StoryEntry[];
beforeAll(async () => {
  server = await stand({ reports: twoMatters() });
  stories = await value<StoryEntry[]>("/api/stories");
}, 60_000);
afterAll(() => server.close());

async function value<Value>(path: string): Promise<Value> {
  const response = await server.ask(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Value;
}

interface Card {
  readonly id: string;
  readonly file: string;
  readonly story: string;
}

test("the stories are listed, the longest first, and what went astray is marked as such", async () => {
  expect(stories.map(({ name, reports, stray, asOf }) => [name, reports, stray, asOf])).toEqual([
    ["Lorvia and Ostmark", 3, false, "2031-04-10"],
    ["Agron and Belmark", 2, false, "2031-05-07"],
    [expect.stringContaining("Quillan"), 1, true, "2031-04-20"],
  ]);
  expect(await value("/api")).toMatchObject({ reports: 6, stories: 3, asOf: "2031-05-07" });
});

test("every report says which story it tells; one story alone can be asked for", async () => {
  const all = await value<Card[]>("/api/reports");
  expect(all.map(({ file }) => file)).toEqual([
    "dam-0.txt",
    "dam-1.txt",
    "dam-2.txt",
    "astray-5.txt",
    "fish-3.txt",
    "fish-4.txt",
  ]);
  const [dam, fish] = stories;
  for (const asked of ["2", fish!.id, "agron", all.at(-1)!.id]) {
    const own = await value<Card[]>(`/api/reports?story=${asked}`);
    expect(own.map(({ file }) => file)).toEqual(["fish-3.txt", "fish-4.txt"]);
    expect(new Set(own.map(({ story }) => story))).toEqual(new Set([fish!.id]));
  }
  expect((await value<Card[]>(`/api/reports?story=${dam!.id}`)).length).toBe(3);
});

test("what reports say together is told of the longest story, unless another is named", async () => {
  const placesOf = async (path: string) =>
    (await value<History[]>(path)).flatMap(({ place }) => place?.name ?? []);
  expect(new Set(await placesOf("/api/timeline"))).toEqual(new Set(["Brell"]));
  expect(new Set(await placesOf("/api/timeline?story=2"))).toEqual(new Set(["Tarrin"]));
  const holders = JSON.stringify(await value("/api/positions?story=2"));
  expect(holders).toContain("Belmark");
  expect(holders).not.toContain("Ostmark");
});

test("a brief says how many reports were kept out, and why", async () => {
  const brief = await value<Brief>("/api/brief");
  expect(brief.title).toMatch(/3 reports/);
  expect(brief.leftOut).toContainEqual({
    what: "reports",
    count: 3,
    why: expect.stringMatching(/another matter/),
  });
  expect(JSON.stringify(brief.sections)).not.toMatch(/Quillan|Agron/);
  expect(JSON.stringify((await value<Brief>("/api/brief?story=quillan")).sections)).not.toMatch(/Lorvia/);
});

test("a thing is found by its id whatever story it is of, and not in another one", async () => {
  const [event] = await value<History[]>("/api/events?story=2");
  expect((await value<History>(`/api/events/${event!.id}`)).id).toBe(event!.id);
  expect((await server.ask(`/api/events/${event!.id}?story=1`)).status).toBe(404);
  const fish = (await value<Card[]>("/api/reports?story=2"))[0]!;
  expect((await value<{ id: string }>(`/api/reports/${fish.id}`)).id).toBe(fish.id);
});

test("statements of all stories stand in order of publication; an actor is looked for in each", async () => {
  const told = await value<{ report: string; speaker: { name: string }[] }[]>("/api/statements");
  const order = (await value<Card[]>("/api/reports")).map(({ id }) => id);
  const places = told.map(({ report }) => order.indexOf(report));
  expect(places.length).toBeGreaterThan(3);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const lind = await value<typeof told>("/api/statements?actor=Vera%20Lind");
  expect(lind.length).toBeGreaterThan(0);
  expect(await value("/api/statements?actor=Vera%20Lind&story=1")).toEqual([]);
});

test("a search finds everywhere and says in which story", async () => {
  const hits = await value<{ story: string }[]>("/api/search?q=herring");
  expect(hits.map(({ story }) => story)).toEqual([stories[1]!.id]);
});

test("a digest is held against all stories, or the one that is asked for", async () => {
  const audited = async (query: string) => {
    const response = await server.ask(`/api/audit${query}`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "Early in May the envoys of Agron and Belmark met in Tarrin.\n",
    });
    return (await response.json()) as { against: string[]; sentences: { verdict: string }[] };
  };
  expect((await audited("")).against).toHaveLength(6);
  expect((await audited("?story=1")).sentences[0]!.verdict).toBe("not found");
  expect((await audited("?story=2")).sentences[0]!.verdict).toBe("supported");
});

test("a story that is not there, and a name that is not clear, are refused with the list", async () => {
  for (const [asked, status] of [
    ["9", 404],
    ["nobody", 404],
    ["and", 404],
    ["", 400],
  ] as const) {
    const response = await server.ask(`/api/brief?story=${asked}`);
    expect(response.status, asked).toBe(status);
    if (status === 404)
      expect(((await response.json()) as { detail: string }).detail).toContain("2 Agron and Belmark");
  }
});

test("a report that comes goes to its story, which grows; the others stay as they were", async () => {
  const before = await value("/api/timeline");
  const added = await server.ask("/api/reports?file=fish-9.txt&published=2031-05-09&outlet=Tide+Gazette", {
    method: "POST",
    headers: { authorization: `Bearer ${server.token}`, "content-type": "text/plain" },
    body: "Agron and Belmark will meet again in Tarrin on 12 May 2031, Vera Lind, the envoy of Agron, said.\n",
  });
  expect(added.status).toBe(201);
  expect((await value<StoryEntry[]>("/api/stories")).map(({ reports }) => reports)).toEqual([3, 3, 1]);
  expect(await value("/api/timeline")).toEqual(before);
  const upcoming = await value<History[]>("/api/upcoming?story=agron");
  expect(upcoming.map(({ when }) => when)).toContain("2031-05-12");
});
