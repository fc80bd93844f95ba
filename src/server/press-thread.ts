/** The thread of the press: reading and telling take their time here, so that those who only read are served meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../record/diagnostic.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import { type Press, WorkspacePress } from "./press.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Opening, Outcome } from "./threads.ts";

const port = parentPort!;
const { db, ...options } = workerData as Opening;

function failure(error: unknown): Omit<Outcome, "id"> {
  if (error instanceof Refusal) {
    const { status, message: detail, errors } = error;
    return { refused: { status, detail, ...(errors ? { errors } : {}) } };
  }
  if (error instanceof UserError) return { refused: { status: 422, detail: error.message } };
  return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function outcomeOf(press: Press, { id, method, args }: Call): Promise<Outcome> {
  try {
    const work = press[method] as (...args: unknown[]) => Promise<unknown>;
    return { id, value: await work.apply(press, [...args]) };
  } catch (error) {
    return { id, ...failure(error) };
  }
}

try {
  const press = new WorkspacePress(await openWorkspace(db, options));
  port.on("message", async (call: Call) => {
    port.postMessage(await outcomeOf(press, call));
    if (call.method === "close") port.close();
  });
  port.postMessage({ id: 0 } satisfies Outcome);
} catch (error) {
  port.postMessage({ id: 0, ...failure(error) } satisfies Outcome);
}
