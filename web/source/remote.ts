/** A story that a server tells: asked over HTTP, told of changes by server-sent events. */
import type { Audit } from "../../src/record/audit.ts";
import type { StandingJudgement } from "../../src/record/human-judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import type { ReportHead } from "../../src/record/report.ts";
import type { Statement } from "../../src/record/statement.ts";
import type { StoryEntry } from "../../src/record/story-entry.ts";
import type { Hit as ReportHit } from "../../src/record/workspace.ts";
import { daysOf, keyOf } from "./days.ts";
import { cardOf } from "./report-card.ts";
import { namesFound, wordsOf } from "./search-names.ts";
import type { Asked, Hit, Look, StorySource } from "./story-source.ts";

/** Items a page of a list, and pages that are followed at most: 200,000 items. */
const LIMIT = "1000";
const MOST_PAGES = 200;

/** What the server says of a request that it refuses. */
async function refusal(response: Response): Promise<Error> {
  const problem = (await response.json().catch(() => undefined)) as { detail?: string } | undefined;
  return new Error(problem?.detail ?? `the server answered ${response.status}`);
}

function nextOf(response: Response): string | undefined {
  return /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
}

function hitsOf(found: readonly (ReportHit & { readonly story?: string })[]): Hit[] {
  const name = (hit: ReportHit) => hit.title ?? hit.file?.split("/").at(-1) ?? hit.outlet ?? hit.report;
  const reports = found.slice(0, 12).map(
    (hit): Hit => ({
      kind: "report",
      title: name(hit),
      detail: hit.passages[0]?.text ?? "",
      view: "reader",
      id: hit.report,
      ...(hit.story === undefined ? {} : { story: hit.story }),
    }),
  );
  const quotes = found.flatMap((hit) =>
    hit.findings.slice(0, 4).map(
      ({ kind, id, line }): Hit => ({
        kind: kind.replace(/s$/, ""),
        title: line,
        detail: hit.outlet ?? name(hit),
        view: "reader",
        id: hit.report,
        select: id,
        ...(hit.story === undefined ? {} : { story: hit.story }),
      }),
    ),
  );
  return [...reports, ...quotes.slice(0, 24)];
}

/** @param base of the API: `./api` */
export function remoteSource(base: string): StorySource {
  let token = "";
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };

  async function sent(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${base}/${path}`, init).catch(() => {
      throw new Error("the server does not answer");
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }
  const queryOf = (view: Look, more: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams({
      ...(view.story ? { story: view.story } : {}),
      ...(view.asOf ? { "as-of": view.asOf } : {}),
      ...more,
    }).toString();
    return query === "" ? "" : `?${query}`;
  };
  async function one<Value>(
    path: string,
    view: Look = {},
    more: Readonly<Record<string, string>> = {},
  ): Promise<Value> {
    return (await sent(`${path}${queryOf(view, more)}`)).json() as Promise<Value>;
  }
  async function walked<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let response = await sent(path);
    for (let page = 0; page < MOST_PAGES; page += 1) {
      items.push(...((await response.json()) as Item[]));
      const next = nextOf(response);
      if (next === undefined) break;
      response = await sent(next.slice(next.indexOf("/api/") + "/api/".length));
    }
    return items;
  }
  /** A whole list; where the record moves on between two pages, from the start once more. */
  async function list<Item>(
    path: string,
    view: Look = {},
    more: Readonly<Record<string, string>> = {},
  ): Promise<Item[]> {
    const start = `${path}${queryOf(view, { limit: LIMIT, ...more })}`;
    return walked<Item>(start).catch(() => walked<Item>(start));
  }
  const writing = () => ({ ...(token === "" ? {} : { authorization: `Bearer ${token}` }) });

  const asked: Asked = {
    overview: async (view) => {
      const stories = await one<StoryEntry[]>("stories");
      const asked = view.story ?? stories[0]?.id;
      const look = asked === undefined ? {} : { story: asked };
      const all = await list<ReportHead & { readonly story: string }>("reports", look);
      const story = all[0]?.story;
      const seen =
        view.asOf === undefined ? all : await list<ReportHead>("reports", { ...look, asOf: view.asOf });
      const isDated = ({ published }: ReportHead) => published.value !== undefined;
      const days = daysOf(all.map(({ published }) => published.value));
      const asOf = view.asOf ?? days.at(-1)?.day;
      return {
        key: keyOf(all.map(({ id }) => id)),
        stories,
        ...(story === undefined ? {} : { story }),
        ...(asOf === undefined ? {} : { asOf }),
        days,
        reports: seen.filter((head) => days.length === 0 || isDated(head)).map(cardOf),
        undated: days.length === 0 ? 0 : all.filter((head) => !isDated(head)).length,
      };
    },
    brief: (view) => one("brief", view),
    changes: ({ since, ...view }) => one("changes", view, { since }),
    histories: (view) => list("events", view),
    timeline: (view) => list("timeline", view),
    upcoming: (view) => list("upcoming", view),
    positions: (view) => list("positions", view),
    conflicts: (view) => list("conflicts", view),
    shifts: (view) => list("shifts", view),
    sources: (view) => list("sources", view),
    problems: (view) => list("problems", view),
    questions: (view) => list("questions", view),
    identities: (view) => list("identities", view),
    places: (view) => list("map", view),
    report: (id) => one<Reading>(`readings/${encodeURIComponent(id)}`),
    statements: async (view, identity) => {
      const [statements, reports] = await Promise.all([
        list<Statement & { readonly report: string }>("statements", view, { actor: identity }),
        list<ReportHead>("reports", view),
      ]);
      const published = new Map(reports.map((head) => [head.id, head.published.value]));
      return statements.map(({ id, report, content, form, speaker }) => {
        const told = published.get(report);
        return {
          report,
          finding: id,
          quote: content,
          what: form,
          who: speaker.map(({ name }) => name),
          ...(told ? { told } : {}),
        };
      });
    },
    search: async (query, view) => {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      const [found, histories, identities] = await Promise.all([
        one<(ReportHit & { readonly story?: string })[]>("search", view.asOf ? { asOf: view.asOf } : {}, {
          q: query,
          limit: "20",
        }),
        asked.histories(view),
        asked.identities(view),
      ]);
      return [...namesFound(words, histories, identities), ...hitsOf(found)];
    },
  };

  return {
    ...asked,
    made: async () => (await list<StandingJudgement>("judgements")).map(({ judgement }) => judgement),
    judge: async ({ on, verdict, field, value }) => {
      await sent("judgements", {
        method: "POST",
        headers: { "content-type": "application/json", ...writing() },
        body: JSON.stringify({
          verdict,
          on: on.map(({ id }) => id),
          ...(field === undefined ? {} : { field, value }),
        }),
      });
      tellAll();
    },
    undo: async (id) => {
      await sent(`judgements/${encodeURIComponent(id)}`, { method: "DELETE", headers: writing() });
      tellAll();
    },
    audit: async (text, view) => {
      const response = await sent(`audit${queryOf(view)}`, {
        method: "POST",
        headers: { "content-type": "text/plain; charset=utf-8" },
        body: text,
      });
      return (await response.json()) as Audit;
    },
    live: (changed) => {
      listeners.add(changed);
      const events = new EventSource(`${base}/live`);
      let tag: string | undefined;
      events.addEventListener("edition", ({ data }: MessageEvent<string>) => {
        const mark = JSON.parse(data) as { readonly tag: string };
        if (tag !== undefined && tag !== mark.tag) changed();
        tag = mark.tag;
      });
      return () => {
        listeners.delete(changed);
        events.close();
      };
    },
    keeps: "by the server, under the name of your token",
    useToken: (given) => {
      token = given;
    },
  };
}
