/** Every act of the API: handing in reports, judging, auditing, listening. */
import { z } from "zod";
import { auditSchema } from "../record/audit.ts";
import { diagnosticSchema } from "../record/diagnostic.ts";
import { HUMAN_VERDICTS, humanJudgementSchema } from "../record/human-judgement.ts";
import type { JudgementDraft } from "../workspace/workspace.ts";
import { type Act, type Desk, json, queryOf } from "./act.ts";
import { bytesOf, jsonOf, typeOf } from "./body.ts";
import { writerOf } from "./guard.ts";
import { LIVE_HEADERS } from "./live.ts";
import { checked, Refusal } from "./refusal.ts";
import { daySchema, storyAsked, viewOf, viewQuery } from "./route.ts";
import { type HandedIn, takeIn } from "./take-in.ts";

/** Longest bodies, bytes. */
const MOST = { reports: 64 << 20, audit: 1 << 20, judgement: 256 << 10 };
/** Audits at one time: each tells a story of its own. */
const AUDITS = 4;

const givenSchema = z.strictObject({
  file: z.string().min(1).max(300).exactOptional().describe("the name that it is shown under"),
  outlet: z.string().min(1).max(300).exactOptional(),
  url: z.string().min(1).max(2000).exactOptional().describe("where it was published; never fetched"),
  published: daySchema.exactOptional().describe("day of publication"),
  title: z.string().min(1).max(1000).exactOptional(),
});

const takenInSchema = z
  .object({
    revision: z.int().describe("of the record that has the reports"),
    reports: z.array(
      z.object({
        id: z.string(),
        file: z.string().exactOptional(),
        state: z.enum(["new", "known", "changed", "amended", "unreadable"]),
        diagnostics: z.array(diagnosticSchema),
      }),
    ),
    diagnostics: z.array(diagnosticSchema).describe("what was passed over, or could not be opened"),
  })
  .meta({ id: "TakenIn" });

const batchSchema = z.object({ work: z.string(), of: z.int() });

async function handedIn(request: Request): Promise<HandedIn[]> {
  const type = typeOf(request);
  const bytes = await bytesOf(request, MOST.reports);
  if (type !== "multipart/form-data") {
    const { file, url, ...given } = checked(givenSchema, queryOf(request), 400);
    if (bytes.byteLength === 0) throw new Refusal(400, "the body is empty; it should hold a report");
    // What a form or curl says of any body says nothing of this one.
    const isSaid = !/^(?:|application\/(?:octet-stream|x-www-form-urlencoded))$/.test(type);
    return [
      {
        bytes,
        type: isSaid ? (request.headers.get("content-type") ?? "") : "",
        file,
        given: { ...given, ...(url ? { url } : {}) },
      },
    ];
  }
  let form: FormData;
  try {
    form = await new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type")! },
    }).formData();
  } catch {
    throw new Refusal(400, "the body is no multipart/form-data");
  }
  const found: HandedIn[] = [];
  for (const [, part] of form) {
    if (typeof part === "string") continue;
    found.push({ bytes: await part.bytes(), type: part.type, file: part.name || undefined, given: {} });
  }
  if (found.length === 0) throw new Refusal(400, "no part of the body is a file");
  return found;
}

const addReports: Act = {
  name: "addReports",
  method: "post",
  path: "/reports",
  summary:
    "Hands in reports: one file as the body, or several as the files of a form; a file may be an archive or a collection of reports. With `Prefer: respond-async` it answers at once; how far the work is stands in `/live`",
  query: givenSchema,
  takes: {
    "text/plain": undefined,
    "text/html": undefined,
    "application/octet-stream": undefined,
    "multipart/form-data": z.object({ report: z.array(z.string().meta({ format: "binary" })) }),
  },
  gives: { status: 201, value: z.union([takenInSchema, batchSchema]) },
  writes: true,
  run: async (desk, request) => {
    const who = writerOf(request.headers.get("authorization") ?? undefined, desk.tokens);
    const { work, over } = takeIn(desk, await handedIn(request), who);
    if (/\brespond-async\b/i.test(request.headers.get("prefer") ?? "")) {
      over.catch(() => undefined);
      return json(work, 202, { "preference-applied": "respond-async" });
    }
    const taken = await over;
    const isNew = taken.reports.some(({ state }) => state !== "known" && state !== "unreadable");
    const [first] = taken.reports;
    const headers = isNew && first ? { location: `/api/reports/${first.id}` } : undefined;
    return json(taken, isNew ? 201 : 200, headers);
  },
};

const draftSchema = z
  .strictObject({
    verdict: z.enum(HUMAN_VERDICTS),
    on: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(1000)
      .describe("ids of findings or conflicts, or of an actor, place or event of the story"),
    field: z.string().max(100).exactOptional().describe("of a correction"),
    value: z.unknown().exactOptional().describe("of a correction: what the field should hold, any JSON"),
    note: z.string().max(10_000).exactOptional(),
  })
  .meta({ id: "JudgementDraft" });

const judge: Act = {
  name: "judge",
  method: "post",
  path: "/judgements",
  summary: "Says something of the record: same, not the same, accept, correct, reject, annotate",
  takes: { "application/json": draftSchema },
  gives: { status: 201, value: humanJudgementSchema },
  writes: true,
  run: async (desk, request) => {
    const who = writerOf(request.headers.get("authorization") ?? undefined, desk.tokens);
    const draft = await jsonOf(request, draftSchema, MOST.judgement);
    const judgement = await desk.press.judge({ ...(draft as Omit<JudgementDraft, "who">), who });
    await desk.shelf.turn();
    return json(judgement, 201, { location: `/api/judgements/${judgement.id}` });
  },
};

const undo: Act = {
  name: "undo",
  method: "delete",
  path: "/judgements/{id}",
  summary: "Takes a judgement back; the log keeps that it was there",
  gives: { status: 204 },
  writes: true,
  run: async (desk, request, id) => {
    const who = writerOf(request.headers.get("authorization") ?? undefined, desk.tokens);
    if (!(await desk.press.undo(id, who))) throw new Refusal(404, `no judgement has the id ${id}`);
    await desk.shelf.turn();
    return new Response(null, { status: 204 });
  },
};

let audits = 0;

const audit: Act = {
  name: "audit",
  method: "post",
  path: "/audit",
  summary:
    "A digest that somebody else wrote, held against the story sentence by sentence; nothing of it is kept",
  query: z.strictObject(viewQuery),
  takes: { "text/plain": undefined, "text/markdown": undefined, "text/html": undefined },
  gives: { status: 200, value: auditSchema },
  writes: false,
  run: async (desk, request) => {
    if (!typeOf(request).startsWith("text/"))
      throw new Refusal(415, "this takes text/plain, text/markdown or text/html");
    const query = checked(z.strictObject(viewQuery), queryOf(request), 400);
    const bytes = await bytesOf(request, MOST.audit);
    if (audits >= AUDITS) throw new Refusal(503, "other digests are being audited; ask again in a moment");
    const typeNamed = request.headers.get("content-type") ?? "";
    audits++;
    try {
      return json(await desk.press.audit(bytes, typeNamed, viewOf(query), storyAsked(query)));
    } finally {
      audits--;
    }
  },
};

const live: Act = {
  name: "live",
  method: "get",
  path: "/live",
  summary:
    "What goes on, as server-sent events: `edition` whenever the record has moved on, `work` for each report that is taken in",
  gives: { status: 200, type: "text/event-stream", value: z.string() },
  writes: false,
  run: async (desk: Desk, request) => {
    // Nobody reads what is streamed to HEAD.
    if (request.method === "HEAD") return new Response(null, { headers: LIVE_HEADERS });
    return desk.live.listen();
  },
};

export const acts: readonly Act[] = [addReports, judge, undo, audit, live];
