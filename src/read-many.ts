/**
 * Reads many reports on several cores: the same readings in the same order as one after the other on one. Threads are
 * started only when there is enough to read to pay for their start.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ReadOptions, read } from "./read.ts";
import { type Diagnostic, UserError } from "./record/diagnostic.ts";
import type { Reading } from "./record/reading.ts";

/** What all reports are read with. */
export type Settings = Pick<ReadOptions, "agenda" | "aliases">;

/** One report to read. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly options?: Omit<ReadOptions, keyof Settings>;
}

/** What a thread sends back: a reading, or what `read` threw. */
export type Answer =
  | { readonly reading: Reading }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack: string } };

/** A reading; or, where a thread ended or took too long over a report, what to say of it. */
export type Outcome = { readonly reading: Reading } | { readonly failure: Diagnostic };

export interface ManyOptions extends Settings {
  /** How many threads; as many as there are cores where absent. One: no threads. */
  readonly jobs?: number;
}

/** Reports and bytes from which threads are quicker than none: starting one takes as long as reading so much. */
const ENOUGH_REPORTS = 24;
const ENOUGH_BYTES = 200_000;
/** Tasks a thread has in hand, so that it need not wait; and bytes that may be under way altogether. */
const AHEAD = 3;
const BYTES_AHEAD = 64_000_000;
/** No report takes so long, in milliseconds: the largest that is read takes a hundredth. */
const LONGEST = 600_000;

/**
 * The outcomes of some tasks, in their order.
 * @throws what `read` throws: a UserError for options that make no sense
 */
export async function* readMany(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  { jobs = availableParallelism(), ...settings }: ManyOptions = {},
): AsyncGenerator<Outcome> {
  const iterator = iteratorOf(tasks);
  const first: Task[] = jobs < 2 ? [] : await enough(iterator);
  if (jobs < 2 || first.length === 0 || !isEnough(first)) {
    for (const task of first) yield { reading: await read(task.bytes, { ...settings, ...task.options }) };
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      yield { reading: await read(step.value.bytes, { ...settings, ...step.value.options }) };
    }
    return;
  }
  yield* inThreads(first, iterator, jobs, settings);
}

async function* iteratorOf(tasks: AsyncIterable<Task> | Iterable<Task>): AsyncGenerator<Task> {
  yield* tasks;
}

/** Tasks until there are enough for threads, or all. */
async function enough(iterator: AsyncIterator<Task>): Promise<Task[]> {
  const tasks: Task[] = [];
  while (!isEnough(tasks)) {
    const step = await iterator.next();
    if (step.done) break;
    tasks.push(step.value);
  }
  return tasks;
}

function isEnough(tasks: readonly Task[]): boolean {
  const bytes = tasks.reduce((sum, task) => sum + task.bytes.length, 0);
  return tasks.length >= 2 && (tasks.length >= ENOUGH_REPORTS || bytes >= ENOUGH_BYTES);
}

async function* inThreads(
  first: readonly Task[],
  rest: AsyncIterator<Task>,
  jobs: number,
  settings: Settings,
): AsyncGenerator<Outcome> {
  const threads = Array.from({ length: jobs }, () => new Thread(settings));
  const waiting = [...first];
  const underWay: { outcome: Promise<Outcome>; bytes: number }[] = [];
  let bytes = 0;
  let isDone = false;
  try {
    for (;;) {
      while (!isDone && underWay.length < jobs * AHEAD && (bytes < BYTES_AHEAD || underWay.length < jobs)) {
        const task = waiting.shift() ?? (await nextOf(rest));
        if (task === undefined) {
          isDone = true;
          break;
        }
        const thread = threads.reduce((least, other) => (other.tasks < least.tasks ? other : least));
        const outcome = thread.read(task);
        // Awaited in its turn below; what it rejects with before that is not unhandled.
        outcome.catch(() => {});
        underWay.push({ outcome, bytes: task.bytes.length });
        bytes += task.bytes.length;
      }
      const next = underWay.shift();
      if (next === undefined) return;
      yield await next.outcome;
      bytes -= next.bytes;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
    await rest.return?.();
  }
}

async function nextOf(iterator: AsyncIterator<Task>): Promise<Task | undefined> {
  const step = await iterator.next();
  return step.done ? undefined : step.value;
}

/** A thread that reads its tasks one after the other. */
class Thread {
  readonly #settings: Settings;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #tasks = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#worker = this.#started();
  }

  /** How many tasks it has in hand. */
  get tasks(): number {
    return this.#tasks;
  }

  read(task: Task): Promise<Outcome> {
    this.#tasks++;
    const outcome = this.#last.then(() => this.#answer(task)).finally(() => this.#tasks--);
    this.#last = outcome.catch(() => {});
    return outcome;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #started(): Worker {
    // Beside this file: a source in the checkout, built in the package.
    const file = import.meta.url.endsWith(".ts") ? "./read-worker.ts" : "./read-worker.js";
    const worker = new Worker(new URL(file, import.meta.url), { workerData: this.#settings });
    worker.on("message", (answer: Answer) => this.#answered(answer));
    worker.on("error", (error) => this.#answered(error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#answered("its thread ended");
    });
    return worker;
  }

  /** Takes the answer, or the reason why there is none, to the task in hand. */
  #answered: (answer: Answer | string) => void = () => {};

  async #answer(task: Task): Promise<Outcome> {
    this.#worker ??= this.#started();
    const worker = this.#worker;
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<Answer | string>((done) => {
      this.#answered = done;
      timer = setTimeout(() => done("it took too long"), LONGEST);
      // A copy of its own, since bytes may be a view of much more.
      const bytes = new Uint8Array(task.bytes);
      worker.postMessage({ ...task, bytes }, [bytes.buffer]);
    });
    clearTimeout(timer);
    if (typeof answer !== "string") {
      if ("error" in answer) throw errorOf(answer.error);
      return answer;
    }
    this.#worker = undefined;
    this.#answered = () => {};
    await worker.terminate();
    return { failure: failureOf(task, answer) };
  }
}

/** Errors lose their class on the way between threads. */
function errorOf({ name, message, stack }: { name: string; message: string; stack: string }): Error {
  return name === "UserError" ? new UserError(message) : Object.assign(new Error(message), { stack });
}

function failureOf({ options }: Task, reason: string): Diagnostic {
  const message = `The report could not be read: ${reason.replace(/[{}\n]/g, " ")}.`;
  const where = options?.file === undefined ? {} : { where: { file: options.file } };
  return { code: "reading-failed", severity: "error", message, ...where };
}
