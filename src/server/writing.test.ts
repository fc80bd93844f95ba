/** What changes the record over the API, and how those who watch learn of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleReports, type Stand, stand } from "../../test/server/stand.ts";
import type { Reading } from "../record/reading.ts";

const [first, second] = exampleReports();

let server: Stand;
beforeAll(async () => {
  server = await stand({ reports: [first!] });
}, 60_000);
afterAll(() => server.close());

function hand(
  path: string,
  body: NonNullable<RequestInit["body"]>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return server.ask(path, {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${server.token}`, ...headers },
  });
}

interface Told {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Events of the live stream until one is what is waited for. */
async function eventsUntil(isLast: (told: Told) => boolean, begin: () => void): Promise<Told[]> {
  const stop = new AbortController();
  const response = await server.ask("/api/live", { signal: stop.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  begin();
  const told: Told[] = [];
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event && data) told.push({ event, data: JSON.parse(data) as Record<string, unknown> });
    }
    if (told.some(isLast)) break;
  }
  stop.abort();
  return told;
}

test("a report that is handed in is in the record at once, and known the second time", async () => {
  const before = (await server.ask("/api/reports")).headers.get("etag");
  const path = "/api/reports?file=second.txt&outlet=Harrow+Times&published=2031-04-02";
  const response = await hand(path, second!.bytes as Uint8Array<ArrayBuffer>, {
    "content-type": "text/plain",
  });
  expect(response.status).toBe(201);
  const { reports, revision } = (await response.json()) as {
    reports: { id: string; state: string }[];
    revision: number;
  };
  expect(reports).toMatchObject([{ state: "new", file: "second.txt" }]);
  expect(response.headers.get("location")).toBe(`/api/reports/${reports[0]!.id}`);
  const list = await server.ask("/api/reports");
  expect(list.headers.get("etag")).not.toBe(before);
  const heads = (await list.json()) as { id: string; outlet: { value: string } }[];
  expect(heads.find(({ id }) => id === reports[0]!.id)?.outlet.value).toBe("Harrow Times");
  const again = await hand(path, second!.bytes as Uint8Array<ArrayBuffer>, { "content-type": "text/plain" });
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ revision, reports: [{ state: "known" }] });
});

test("other bytes under the same file name are another report", async () => {
  const before = server.mark().reports;
  for (const day of ["6", "7"]) {
    const text = `Belmark's envoy, Rona Illic, met Ilir Kastro in Tarn on ${day} March 2031.`;
    const response = await hand("/api/reports?file=report.txt", text, { "content-type": "text/plain" });
    expect(await response.json()).toMatchObject({ reports: [{ state: "new" }] });
  }
  expect(server.mark().reports).toBe(before + 2);
});

test("several reports come as a form; who listens hears of each, and of the edition that has them", async () => {
  const form = new FormData();
  for (const name of ["a.txt", "b.txt"]) {
    const text = `Belmark's president, Ilir Kastro, rejected the truce on 4 March 2031, ${name} says.\n`;
    form.append("report", new File([text], name, { type: "text/plain" }));
  }
  const before = server.mark().revision;
  let response: Promise<Response>;
  const told = await eventsUntil(
    ({ event, data }) => event === "work" && data.isOver === true,
    () => {
      response = hand("/api/reports", form, { prefer: "respond-async" });
    },
  );
  expect((await response!).status).toBe(202);
  expect(await (await response!).json()).toMatchObject({ of: 2 });
  const work = told.filter(({ event }) => event === "work").map(({ data }) => data);
  expect(work.map(({ done, file, isOver }) => [done, file, isOver])).toEqual([
    [0, "a.txt", false],
    [1, "b.txt", false],
    [2, undefined, true],
  ]);
  const editions = told.filter(({ event }) => event === "edition").map(({ data }) => data.revision as number);
  expect(editions[0]).toBe(before);
  expect(editions.at(-1)).toBeGreaterThan(before);
});

test("a collection gives its reports, each under its own address", async () => {
  const articles = [8, 9].map((day) => ({
    title: `Day ${day}`,
    url: `https://harrow.example/${day}`,
    text: `Belmark's envoy, Rona Illic, met Ilir Kastro in Tarn on ${day} March 2031, and they spoke of the truce.`,
  }));
  const response = await hand(
    "/api/reports?file=days.jsonl",
    articles.map((one) => `${JSON.stringify(one)}\n`).join(""),
  );
  expect(response.status).toBe(201);
  const { reports } = (await response.json()) as { reports: { id: string; file: string; state: string }[] };
  expect(reports).toMatchObject([{ state: "new" }, { state: "new" }]);
  const last = (await (await server.ask(`/api/reports/${reports[1]!.id}`)).json()) as {
    url: { value: string };
  };
  expect(last.url.value).toBe("https://harrow.example/9");
});

test("asking for the head of the live stream leaves nobody listening", async () => {
  const response = await server.ask("/api/live", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(await response.text()).toBe("");
});

test("what cannot be read is told, and nothing is kept of it", async () => {
  const before = server.mark().reports;
  const response = await hand("/api/reports?file=nothing.txt", "   \n ", { "content-type": "text/plain" });
  const { reports } = (await response.json()) as {
    reports: { state: string; diagnostics: { message: string }[] }[];
  };
  expect(reports[0]!.state).toBe("unreadable");
  expect(reports[0]!.diagnostics[0]!.message.length).toBeGreaterThan(0);
  expect(server.mark().reports).toBe(before);
  expect((await hand("/api/reports", "")).status).toBe(400);
  expect((await hand("/api/reports?publsihed=2031-04-02", "x")).status).toBe(400);
  const broken = await hand("/api/reports", "no form", { "content-type": "multipart/form-data; boundary=b" });
  expect(broken.status).toBe(400);
});

test("hostile text stays data", async () => {
  const text = `Belmark's president, Ilir Kastro, spoke on 5 March 2031. "}],"x":[{" \u2028 ](javascript:alert(1)) He said: "Ignore all rules & <img src=x onerror=alert(1)>." <script>fetch("/api/reports")</script>\n`;
  const response = await hand(`/api/reports?file=${encodeURIComponent('../"><b>.txt')}`, text, {
    "content-type": "text/plain",
  });
  const { reports } = (await response.json()) as { reports: { id: string }[] };
  const reading = await server.ask(`/api/readings/${reports[0]!.id}`);
  expect(reading.headers.get("content-type")).toBe("application/json");
  expect(reading.headers.get("x-content-type-options")).toBe("nosniff");
  const { report, statements } = (await reading.json()) as Reading;
  expect(report.text).toContain("<img src=x onerror=alert(1)>");
  for (const { content } of statements)
    expect(report.text.slice(content.start, content.end)).toBe(content.text);
});

test("a digest is audited and nothing of it is kept", async () => {
  const before = server.mark();
  const response = await server.ask("/api/audit", {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: "Ilir Kastro rejected the truce. The moon is made of cheese and belongs to Ostrava.",
  });
  expect(response.status).toBe(200);
  const { sentences } = (await response.json()) as { sentences: { verdict: string }[] };
  expect(sentences.map(({ verdict }) => verdict)).toEqual(["supported", "not found"]);
  expect(server.mark()).toEqual(before);
  expect(
    (await server.ask("/api/audit", { method: "POST", headers: { "content-type": "image/png" }, body: "x" }))
      .status,
  ).toBe(415);
});

test("a walk that was begun goes on over the edition it was begun in", async () => {
  const one = await server.ask("/api/reports?limit=1");
  const next = /^<([^>]+)>/.exec(one.headers.get("link")!)![1]!;
  const before = ((await (await server.ask("/api/reports")).json()) as unknown[]).length;
  await hand(
    "/api/reports?published=2031-01-01",
    "Belmark's envoy, Rona Illic, arrived in Tarn on 1 January 2031.",
  );
  const rest = await server.ask(`${next.replace("limit=1", "limit=1000")}`);
  expect(rest.headers.get("etag")).toBe(one.headers.get("etag"));
  expect(((await rest.json()) as unknown[]).length).toBe(before - 1);
});

test("a judgement wins, stands under the name of its token, and can be undone", async () => {
  type Position = { id: string };
  const positionsOf = async () => {
    const heads = (await (await server.ask("/api/reports")).json()) as { id: string }[];
    const readings = heads.map(async ({ id }) => (await server.ask(`/api/readings/${id}`)).json());
    return (await Promise.all(readings)).flatMap(
      (reading) => (reading as { positions: Position[] }).positions,
    );
  };
  const [position] = await positionsOf();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ verdict: "reject", on: [position!.id], note: "not said by the party" });
  const response = await hand("/api/judgements", body, headers);
  expect(response.status).toBe(201);
  const judgement = (await response.json()) as { id: string };
  expect(judgement).toMatchObject({ verdict: "reject", who: "mira", note: "not said by the party" });
  const listed = (await (await server.ask("/api/judgements")).json()) as {
    judgement: object;
    attached: object[];
  }[];
  expect(listed.map((one) => one.judgement)).toEqual([judgement]);
  expect(listed[0]!.attached).toHaveLength(1);
  const isThere = async () => (await positionsOf()).some(({ id }) => id === position!.id);
  expect(await isThere()).toBe(false);
  const authorization = `Bearer ${server.token}`;
  const undo = () =>
    server.ask(`/api/judgements/${judgement.id}`, { method: "DELETE", headers: { authorization } });
  expect((await undo()).status).toBe(204);
  expect(await (await server.ask("/api/judgements")).json()).toEqual([]);
  expect(await isThere()).toBe(true);
  expect((await undo()).status).toBe(404);
  const unknown = JSON.stringify({ verdict: "accept", on: ["positions-0"] });
  expect((await hand("/api/judgements", unknown, headers)).status).toBe(422);
});
