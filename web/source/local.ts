/** A story whose readings lie in the file itself: told by a worker, judged in this browser. */
import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Answers, Asked, StorySource } from "./story-source.ts";
import type { Held, Letter, Reply } from "./worker.ts";

const NOUNS: { readonly [Noun in keyof Answers]: true } = {
  overview: true,
  brief: true,
  histories: true,
  timeline: true,
  upcoming: true,
  positions: true,
  conflicts: true,
  shifts: true,
  sources: true,
  problems: true,
  changes: true,
  questions: true,
  identities: true,
  places: true,
  statements: true,
  report: true,
  search: true,
};

/** What the worker is asked by its name, and who waits for it. */
function asking(worker: Worker): Asked {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) one?.reject(new Error(data.error));
    else one?.resolve(data.value as never);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error("the story cannot be told in this browser"));
    waiting.clear();
  });
  const ask = (noun: keyof Answers, args: readonly unknown[]) =>
    new Promise<never>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ type: "ask", id: last, noun, args } satisfies Letter);
    });
  const nouns = Object.keys(NOUNS) as (keyof Answers)[];
  return Object.fromEntries(
    nouns.map((noun) => [noun, (...args: readonly unknown[]) => ask(noun, args)]),
  ) as unknown as Asked;
}

/** Judgements that this browser keeps for a story; nothing where it keeps nothing. */
function keptUnder(key: string): {
  read: () => HumanJudgement[];
  write: (made: readonly HumanJudgement[]) => void;
} {
  return {
    read: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "[]") as HumanJudgement[];
      } catch {
        return [];
      }
    },
    write: (made) => {
      try {
        localStorage.setItem(key, JSON.stringify(made));
      } catch {
        // A browser that keeps nothing for files: the judgements hold until the page is closed.
      }
    },
  };
}

/**
 * @param held what lies in the file
 * @param code of the worker
 * @param key what this browser keeps the judgements under
 */
export function localSource(held: Held, code: string, key: string): StorySource {
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  const send = (letter: Letter) => worker.postMessage(letter);
  const kept = keptUnder(`parley-judgements-${key}`);
  let made: readonly HumanJudgement[] = kept.read();
  const listeners = new Set<() => void>();
  send({ type: "held", held });
  if (made.length > 0) send({ type: "made", made });
  const change = (now: readonly HumanJudgement[]) => {
    made = now;
    kept.write(now);
    send({ type: "made", made });
    for (const tell of listeners) tell();
  };
  return {
    ...asking(worker),
    made: async () => made,
    judge: async (draft) => {
      const id = `judgement-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;
      change([...made, { ...draft, id, who: "reader", when: new Date().toISOString() }]);
    },
    undo: async (id) => change(made.filter((one) => one.id !== id)),
    live: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    keeps: "in this browser, for this file",
  };
}
