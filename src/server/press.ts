/** Where answers are made: the stories of the newest revision told, questions answered from it, reports and judgements taken in. */
import { randomBytes } from "node:crypto";
import { audit, read, UserError, type View } from "../index.ts";
import type { Audit } from "../record/audit.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { AddOptions, JudgementDraft, Workspace } from "../workspace/workspace.ts";
import { Edition, type Mark } from "./edition.ts";
import { cursorText, readCursor } from "./paging.ts";
import { checked, Refusal } from "./refusal.ts";
import { routes } from "./routes.ts";
import { searchFor } from "./searching.ts";

/** A question: the name of its route, and what was asked with it. */
export interface Ask {
  readonly route: string;
  readonly id?: string;
  readonly query: Readonly<Record<string, string>>;
}

/** An answer as it is sent. */
export interface Answer {
  /** The edition that it was made from. */
  readonly tag: string;
  /** JSON, UTF-8. */
  readonly body: Uint8Array;
  /** Cursor of the next page. */
  readonly next?: string;
}

/** What became of a report that was handed in. */
export interface TakenIn {
  readonly id: string;
  readonly file?: string;
  readonly state: "new" | "known" | "changed" | "amended" | "unreadable";
  readonly diagnostics: readonly Diagnostic[];
}

export interface Press {
  /** The newest edition; told now where the workspace has moved on, which nothing else does. */
  readonly mark: () => Promise<Mark>;
  /**
   * @param tag of the edition to answer from; the last one told where absent
   * @throws Refusal where the question cannot be answered
   */
  readonly answer: (ask: Ask, tag?: string) => Promise<Answer>;
  readonly add: (bytes: Uint8Array, options: AddOptions) => Promise<TakenIn>;
  readonly judge: (draft: JudgementDraft) => Promise<HumanJudgement>;
  readonly undo: (judgement: string, who: string) => Promise<boolean>;
  /**
   * @param view of the reports that the digest is held against
   * @param story the one that is asked for; absent: all of them
   */
  readonly audit: (bytes: Uint8Array, type: string, view: View, story?: string) => Promise<Audit>;
  readonly close: () => Promise<void>;
}

/** Editions that are kept beside the newest, for those who are walking through their pages. */
const EDITIONS_KEPT = 3;

const byName = new Map(routes.map((route) => [route.name, route]));

/** Expected trouble of the pipeline, as what is said to the one who asked. */
function asRefusal(error: unknown): unknown {
  return error instanceof UserError ? new Refusal(422, error.message) : error;
}

async function refusing<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A press over a workspace, in this thread. It closes the workspace when it is closed. */
export class WorkspacePress implements Press {
  readonly #workspace: Workspace;
  readonly #editions: Edition[] = [];
  /** Two presses never give one tag to different contents. */
  readonly #name = randomBytes(6).toString("base64url");
  #telling: Promise<Edition> | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  async mark(): Promise<Mark> {
    return (await this.#newest()).mark;
  }

  async #newest(): Promise<Edition> {
    const revision = await this.#workspace.revision();
    const latest = this.#editions.at(-1);
    if (latest && latest.mark.revision >= revision) return latest;
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async #tell(): Promise<Edition> {
    const told = await this.#workspace.told();
    const edition = new Edition(`${this.#name}.${told.revision}`, told);
    this.#editions.push(edition);
    if (this.#editions.length > EDITIONS_KEPT + 1) this.#editions.shift();
    return edition;
  }

  async #edition(tag: string | undefined): Promise<Edition> {
    if (tag === undefined) return this.#editions.at(-1) ?? this.#newest();
    const kept = this.#editions.find(({ mark }) => mark.tag === tag);
    if (!kept) throw new Refusal(410, "the record has moved on since this list was begun; begin it again");
    return kept;
  }

  async answer(ask: Ask, tag?: string): Promise<Answer> {
    if (ask.route === "search") return this.#search(ask);
    const route = byName.get(ask.route);
    if (!route) throw new Refusal(404, `there is no ${ask.route}`);
    const query = checked(route.query, ask.query, 400) as Readonly<Record<string, unknown>>;
    const cursor = typeof query.cursor === "string" ? readCursor(query.cursor) : undefined;
    const edition = await this.#edition(cursor?.tag ?? tag);
    const value = route.answer(edition, query, ask.id ?? "");
    if (!route.paged) return { tag: edition.mark.tag, body: Buffer.from(JSON.stringify(value)) };
    const from = cursor?.from ?? 0;
    const items = value as readonly unknown[];
    const to = from + (query.limit as number);
    return {
      tag: edition.mark.tag,
      body: Buffer.from(JSON.stringify(items.slice(from, to))),
      ...(to < items.length ? { next: cursorText({ tag: edition.mark.tag, from: to }) } : {}),
    };
  }

  async #search(ask: Ask): Promise<Answer> {
    const edition = await this.#edition(undefined);
    return refusing(() => searchFor(this.#workspace, ask.query, (report) => edition.storyOf(report)));
  }

  async add(bytes: Uint8Array, options: AddOptions): Promise<TakenIn> {
    const { id, state, reading } = await refusing(() => this.#workspace.add(bytes, options));
    return {
      id,
      ...(options.file === undefined ? {} : { file: options.file }),
      state,
      diagnostics: reading.diagnostics,
    };
  }

  async judge(draft: JudgementDraft): Promise<HumanJudgement> {
    return refusing(() => this.#workspace.judge(draft));
  }

  async undo(judgement: string, who: string): Promise<boolean> {
    return refusing(() => this.#workspace.undo(judgement, who));
  }

  async audit(bytes: Uint8Array, type: string, view: View, story?: string): Promise<Audit> {
    // Only `mark` goes on to a new edition, so that the one that is shown is never dropped.
    const edition = this.#editions.at(-1) ?? (await this.#newest());
    const readings = edition.storiesOf(story).flatMap((one) => one.seen(view).readings);
    const digest = await read(bytes, { type });
    return audit(digest, readings);
  }

  async close(): Promise<void> {
    await this.#workspace.close();
  }
}
