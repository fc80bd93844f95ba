/** A press in a thread of its own, as those see it who ask it. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { UserError } from "../record/diagnostic.ts";
import type { Press } from "./press.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Method, Opening, Outcome } from "./threads.ts";

/** Questions that may wait for the press; who comes then is asked to come again. */
const WAITING = 500;
/** How long an answer may take, ms; reading a long report takes longer than answering. */
const PATIENCE = { answer: 30_000, add: 300_000 };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

function failure({ refused, broken }: Outcome): Error | undefined {
  if (refused) return new Refusal(refused.status, refused.detail, refused.errors);
  return broken === undefined ? undefined : new Error(broken);
}

/** In the checkout the sources run as they are, in the package the built ones. */
const THREAD = new URL(
  import.meta.url.endsWith(".ts") ? "./press-thread.ts" : "./press-thread.js",
  import.meta.url,
);

/** Starts the thread and waits until its workspace is open. @throws UserError where it cannot be opened */
export async function startPress(opening: Opening): Promise<Press> {
  const worker = new Worker(THREAD, { workerData: opening });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone: Error | undefined;
  const [opened] = (await once(worker, "message")) as [Outcome];
  if (opened.refused) throw new UserError(opened.refused.detail);
  if (opened.broken !== undefined) throw new Error(opened.broken);

  function settle(id: number, act: (one: Waiting) => void): void {
    const one = waiting.get(id);
    if (!one) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    act(one);
  }

  worker.on("message", (outcome: Outcome) => {
    const error = failure(outcome);
    settle(outcome.id, (one) => (error ? one.reject(error) : one.resolve(outcome.value)));
  });
  const lose = (error: Error) => {
    gone = error;
    for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(error));
  };
  worker.on("error", (error) => lose(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => lose(gone ?? new Error("the press has stopped")));

  function call<Value>(method: Method, ...args: readonly unknown[]): Promise<Value> {
    if (gone) return Promise.reject(gone);
    if (waiting.size >= WAITING) {
      return Promise.reject(new Refusal(503, "too many questions are waiting; ask again in a moment"));
    }
    return new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      const patience = method === "add" ? PATIENCE.add : PATIENCE.answer;
      const timer = setTimeout(() => {
        settle(id, (one) => one.reject(new Refusal(503, "this takes too long; ask again later")));
      }, patience);
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, method, args } satisfies Call);
    }) as Promise<Value>;
  }

  return {
    mark: () => call("mark"),
    answer: (ask, tag) => call("answer", ask, tag),
    add: (bytes, options) => call("add", bytes, options),
    judge: (draft) => call("judge", draft),
    undo: (judgement, who) => call("undo", judgement, who),
    audit: (bytes, type, view, story) => call("audit", bytes, type, view, story),
    close: async () => {
      if (gone) return;
      const ended = once(worker, "exit");
      await call("close");
      await ended;
    },
  };
}
