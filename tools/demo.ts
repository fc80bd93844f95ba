/** `npm run demo`: the brief of the example; with `--serve` the example to look at in a browser. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = ["examples/halvern/reports", "--meta", "examples/halvern/meta.csv"];
const given = process.argv.slice(2);
const isServing = given.includes("--serve");
const rest = given.filter((one) => one !== "--serve");
const command = isServing ? "serve" : "brief";

if (isServing) console.error("Reading the example; open the address below in a browser, Ctrl+C ends it.");
const child = spawn(process.execPath, ["bin/parley.js", command, ...example, ...rest], {
  cwd: root,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
