/** Every route over the example: answers valid against the description, pages, editions, days. */

import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleReports, type Stand, stand } from "../../test/server/stand.ts";
import type { Reading } from "../record/reading.ts";
import { tell } from "../story/tell.ts";
import { acts } from "./acts.ts";
import { openapiText } from "./openapi.ts";
import { questions } from "./routes.ts";

let server: Stand;
beforeAll(async () => {
  server = await stand({ reports: exampleReports() });
}, 60_000);
afterAll(() => server.close());

interface Described {
  readonly paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }
    >
  >;
  readonly components: { schemas: Record<string, object> };
}
const described = JSON.parse(openapiText()) as Described;

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "parley", components: described.components });

function validatorOf(name: string): ValidateFunction {
  for (const operations of Object.values(described.paths)) {
    for (const operation of Object.values(operations)) {
      if (operation.operationId !== name) continue;
      const schema = operation.responses[200]!.content!["application/json"]!.schema;
      const text = JSON.stringify(schema).replaceAll('"#/components', '"parley#/components');
      return ajv.compile(JSON.parse(text));
    }
  }
  throw new Error(`${name} is not described`);
}

async function value<Value>(path: string): Promise<Value> {
  const response = await server.ask(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as Value;
}

/** An id that a route with `{id}` answers. */
async function someId(name: string): Promise<string> {
  if (name === "report" || name === "reading") return (await value<{ id: string }[]>("/api/reports"))[0]!.id;
  if (name === "finding") return (await value<{ id: string }[]>("/api/claims"))[0]!.id;
  const lists: Record<string, string> = { event: "events", identity: "identities", conflict: "conflicts" };
  return (await value<{ id: string }[]>(`/api/${lists[name]}`))[0]!.id;
}

test("the description is valid OpenAPI 3.1 and has every route and act", async () => {
  const result = await new Validator().validate(JSON.parse(openapiText()));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const wanted = [
    ...questions.map(({ path, name }) => `get /api${path} ${name}`),
    ...acts.map(({ path, name, method }) => `${method} /api${path} ${name}`),
  ];
  expect(operations.sort()).toEqual(wanted.sort());
  expect(await value("/api/openapi.json")).toEqual(described);
});

test.each(
  questions.filter(({ name }) => name !== "judgements").map((question) => [question.name, question] as const),
)("%s answers as described", async (name, { path, query }) => {
  const id = path.includes("{id}") ? await someId(name) : "";
  const asked = [
    ...("since" in query.shape ? ["since=2024-06-10"] : []),
    ...(name === "search" ? ["q=prisoners"] : []),
  ];
  const answer = await value(
    `/api${path.replace("{id}", id)}${asked.length > 0 ? `?${asked.join("&")}` : ""}`,
  );
  const validate = validatorOf(name);
  expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
  if (Array.isArray(answer) && name !== "search") expect(answer.length).toBeGreaterThan(0);
});

test("each part of the story is what the story itself says, as of a day too", async () => {
  const heads = await value<{ id: string }[]>("/api/reports");
  const readings = await Promise.all(heads.map(({ id }) => value<Reading>(`/api/readings/${id}`)));
  const story = tell(readings);
  for (const view of [{}, { asOf: "2024-06-10" }]) {
    const asked = "asOf" in view ? `?as-of=${view.asOf}` : "";
    expect(await value(`/api/events${asked}`)).toEqual(plain(story.histories(view)));
    expect(await value(`/api/timeline${asked}`)).toEqual(plain(story.timeline(view)));
    expect(await value(`/api/upcoming${asked}`)).toEqual(plain(story.upcoming(view)));
    expect(await value(`/api/positions${asked}`)).toEqual(plain(story.positions(view)));
    expect(await value(`/api/conflicts${asked}`)).toEqual(plain(story.conflicts(view)));
    expect(await value(`/api/shifts${asked}`)).toEqual(plain(story.shifts(view)));
    expect(await value(`/api/identities${asked}`)).toEqual(plain(story.identities(view)));
    expect(await value(`/api/problems${asked}`)).toEqual(plain(story.problems(view)));
    expect(await value(`/api/sources${asked}`)).toEqual(plain(story.sources(view)));
    expect(await value(`/api/questions${asked}`)).toEqual(plain(story.questions(view)));
    expect(await value(`/api/merges${asked}`)).toEqual(plain(story.judgements(view)));
    expect(await value(`/api/brief${asked}`)).toEqual(plain(story.brief(view)));
  }
  const changes = story.changes({ since: "2024-06-10", asOf: "2024-06-15" });
  expect(await value("/api/changes?since=2024-06-10&as-of=2024-06-15")).toEqual(plain(changes));
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("as of a day, what came later is not there", async () => {
  const all = await value<{ id: string; published: { value: string } }[]>("/api/reports");
  const early = await value<typeof all>("/api/reports?as-of=2024-06-08");
  expect(early.length).toBeGreaterThan(3);
  expect(early.length).toBeLessThan(all.length);
  const later = all.find(({ id }) => !early.some((one) => one.id === id))!;
  expect((await server.ask(`/api/reports/${later.id}?as-of=2024-06-08`)).status).toBe(404);
  expect((await server.ask(`/api/reports/${later.id}`)).status).toBe(200);
});

test.each(["reports", "events", "statements", "claims", "identities", "positions", "problems"])(
  "a walk through the pages of %s loses nothing and gives nothing twice",
  async (name) => {
    const whole = await value<unknown[]>(`/api/${name}?limit=1000`);
    const walked: unknown[] = [];
    let path: string | undefined = `/api/${name}?limit=7`;
    while (path !== undefined) {
      const response = await server.ask(path);
      const page = (await response.json()) as unknown[];
      expect(page.length).toBeLessThanOrEqual(7);
      walked.push(...page);
      path = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(walked).toEqual(whole);
  },
);

test("the brief comes in Markdown for who asks for it, under an ETag of its own", async () => {
  const markdown = await server.ask("/api/brief", { headers: { accept: "text/markdown" } });
  expect(markdown.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(await markdown.text()).toMatch(/^# [\s\S]*\n\[\^1\]: /);
  const json = await server.ask("/api/brief");
  expect(json.headers.get("etag")).not.toBe(markdown.headers.get("etag"));
});

test("what the client has already is not sent again", async () => {
  const first = await server.ask("/api/timeline");
  const etag = first.headers.get("etag")!;
  const again = await server.ask("/api/timeline", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  expect(again.headers.get("etag")).toBe(etag);
  const other = await server.ask("/api/timeline", { headers: { "if-none-match": '"other"' } });
  expect(other.status).toBe(200);
});

test("a search is walked in pages too, its quotes stand where they are said to", async () => {
  type HitValue = { report: string; passages: { start: number; end: number; text: string }[] };
  const whole = await value<HitValue[]>("/api/search?q=prisoners&limit=100");
  expect(whole.length).toBeGreaterThan(3);
  for (const { report, passages } of whole) {
    const { text } = await value<{ text: string }>(`/api/reports/${report}`);
    for (const { start, end, text: quote } of passages) expect(text.slice(start, end)).toBe(quote);
  }
  const first = await server.ask("/api/search?q=prisoners&limit=2");
  const next = /^<([^>]+)>/.exec(first.headers.get("link")!)![1]!;
  expect(
    [...((await first.json()) as HitValue[]), ...(await value<HitValue[]>(next))].map(({ report }) => report),
  ).toEqual(whole.slice(0, 4).map(({ report }) => report));
  const early = await value<{ published: string }[]>("/api/search?q=prisoners&as-of=2024-06-10&limit=100");
  expect(early.length).toBeLessThan(whole.length);
  expect(early.every(({ published }) => published <= "2024-06-10")).toBe(true);
});

test("lists are narrowed to an actor, an issue, an outlet, a report, a kind", async () => {
  type CellValue = { holder: { name: string }[]; issue: string };
  const cells = await value<CellValue[]>("/api/positions");
  const issue = cells[0]!.issue;
  const ofIssue = await value<CellValue[]>(`/api/positions?issue=${encodeURIComponent(issue)}`);
  expect(ofIssue).toEqual(cells.filter((cell) => cell.issue === issue));
  const spoken = await value<{ speaker: { name: string }[] }[]>("/api/statements?actor=VELSIK");
  expect(spoken.length).toBeGreaterThan(0);
  expect(new Set(spoken.flatMap(({ speaker }) => speaker.map(({ name }) => name)))).toEqual(
    new Set(["Ioran Velsik", "Velsik"]),
  );
  const ofState = await value<{ speaker: { name: string }[] }[]>("/api/statements?actor=Karvelia");
  const speakers = new Set(ofState.flatMap(({ speaker }) => speaker.map(({ name }) => name)));
  for (const name of ["Karvelia", "Maren Tolvic", "Ioran Velsik"]) expect(speakers).toContain(name);
  expect(speakers).not.toContain("Adela Kourrin");
  type Heard = { through?: { name: string }[] };
  const own = ofState.filter(({ speaker }) => speaker.some(({ name }) => name === "Karvelia"));
  const heard = (await value<(Heard & (typeof ofState)[number])[]>("/api/statements?actor=Karvelia")).filter(
    ({ through }) => through,
  );
  expect(own.length).toBeGreaterThan(0);
  expect(heard.length).toBe(ofState.length - own.length);
  for (const { speaker, through } of heard)
    expect(
      through!.map(({ name }) => name).some((name) => speaker.some((one) => name.includes(one.name))),
    ).toBe(true);
  const events = await value<Heard[]>("/api/events?actor=Karvelia");
  expect(events.flatMap(({ through }) => through?.map(({ name }) => name) ?? [])).toContain("Maren Tolvic");
  expect(events.some(({ through }) => through === undefined)).toBe(true);
  expect((await value<Heard[]>("/api/events")).some(({ through }) => through)).toBe(false);
  // A position is the party's, with who spoke for it on each stand.
  const stood = await value<{ stands: { by?: { name: string }[] }[] }[]>("/api/positions?actor=Karvelia");
  const by = stood.flatMap(({ stands }) => stands.flatMap((one) => one.by?.map(({ name }) => name) ?? []));
  expect(by).toContain("Maren Tolvic");
  const ofOutlet = await value<{ outlet: { value: string } }[]>("/api/reports?outlet=northwire");
  expect(ofOutlet.map(({ outlet }) => outlet.value)).toEqual(Array(4).fill("Northwire"));
  const figures = await value<{ kind: string }[]>("/api/conflicts?kind=figure");
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.every(({ kind }) => kind === "figure")).toBe(true);
  const [head] = await value<{ id: string }[]>("/api/reports");
  const told = await value<{ report: string }[]>(`/api/claims?report=${head!.id}`);
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ report }) => report === head!.id)).toBe(true);
  expect(await value("/api/events?actor=nobody%20at%20all")).toEqual([]);
});
