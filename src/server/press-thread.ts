/** The thread of the press: reading and telling take their time here, so that those who only read are served meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { openWorkspace } from "../workspace/open.ts";
import { type Press, WorkspacePress } from "./press.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Opening, Outcome } from "./threads.ts";

const port = parentPort!;
const { db } = workerData as Opening;
const press: Press = new WorkspacePress(await openWorkspace(db));

async function outcomeOf({ id, method, args }: Call): Promise<Outcome> {
  try {
    const work = press[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, value: await work.apply(press, args) };
  } catch (error) {
    if (error instanceof Refusal) {
      const { status, message: detail, errors } = error;
      return { id, refused: { status, detail, ...(errors ? { errors } : {}) } };
    }
    return { id, broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.on("message", async (call: Call) => {
  const outcome = await outcomeOf(call);
  port.postMessage(outcome);
  if (call.method === "close") port.close();
});
port.postMessage({ id: 0 } satisfies Outcome);
