/**
 * What the pages of a PDF document draw. The parser runs in a thread of its own: what it leaves unhandled ends nothing,
 * and a document that keeps it busy for ever is given up.
 */
import { Worker } from "node:worker_threads";
import type { Glyphs } from "./page-lines.ts";

/** A report is shorter; what comes after is not read, and that is said. */
export const MOST_PAGES = 300;
/** No document takes so long, in milliseconds: the largest that is read takes a tenth. */
const LONGEST = 120_000;

export interface Drawn {
  readonly pages: readonly (readonly Glyphs[])[];
  /** How many pages the document has, those that were left out too. */
  readonly total: number;
}

/** From the thread: what the document with this number draws; absent where it cannot be read. */
export interface Answer {
  readonly number: number;
  readonly drawn?: Drawn;
}

interface Asked {
  readonly done: (drawn: Drawn | undefined) => void;
  readonly timer: NodeJS.Timeout;
}

let worker: Worker | undefined;
let last = 0;
const asked = new Map<number, Asked>();

/** @returns nothing for a document that is damaged or locked */
export function glyphsOf(bytes: Uint8Array): Promise<Drawn | undefined> {
  worker ??= started();
  const thread = worker;
  thread.ref();
  const number = ++last;
  return new Promise((done) => {
    const timer = setTimeout(() => void thread.terminate(), LONGEST);
    asked.set(number, { done, timer });
    // The parser takes the bytes over: it gets a copy.
    const copy = new Uint8Array(bytes);
    thread.postMessage({ number, bytes: copy }, [copy.buffer]);
  });
}

function started(): Worker {
  // Beside this file: a source in the checkout, built in the package.
  const file = import.meta.url.endsWith(".ts") ? "./glyphs-thread.ts" : "./glyphs-thread.js";
  const thread = new Worker(new URL(file, import.meta.url));
  thread.on("message", ({ number, drawn }: Answer) => answered(number, drawn, thread));
  // What ends a thread is followed by its exit.
  thread.on("error", () => {});
  thread.on("exit", () => {
    if (worker === thread) worker = undefined;
    for (const number of [...asked.keys()]) answered(number, undefined, thread);
  });
  return thread;
}

function answered(number: number, drawn: Drawn | undefined, thread: Worker): void {
  const waiting = asked.get(number);
  asked.delete(number);
  clearTimeout(waiting?.timer);
  // An idle thread keeps no program running.
  if (asked.size === 0) thread.unref();
  waiting?.done(drawn);
}
