/** Runs the command line as a user would. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = resolve(import.meta.dirname, "../bin/parley.js");

/** Runs `parley` with these arguments; what stands in `input` comes on standard input. */
export function parley(args: readonly string[], input?: string | Uint8Array): Promise<Outcome> {
  return run([PROGRAM, ...args], input);
}

/** Runs a script of Node, named by its path, with these arguments. */
export function run(args: readonly string[], input?: string | Uint8Array): Promise<Outcome> {
  return new Promise((done) => {
    const options = { maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: "1" } };
    const child = execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 99;
      done({ code, stdout, stderr });
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end(input ?? "");
  });
}
