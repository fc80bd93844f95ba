/** One of several threads that read reports; `read-many.ts` starts them and says what to read. */
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Settings, Task } from "./read-many.ts";

enableCompileCache();
const { read } = await import("./read.ts");
const settings = workerData as Settings;

parentPort?.on("message", async ({ bytes, options }: Task) => {
  const answer: Answer = await read(bytes, { ...settings, ...options }).then(
    (reading) => ({ reading }),
    (error: Error) => ({ error: { name: error.name, message: error.message, stack: error.stack ?? "" } }),
  );
  parentPort?.postMessage(answer);
});
