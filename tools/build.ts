/** Makes the publishable package: `dist/` with JavaScript, declarations and the page, beside `data/`, `models/` and `schema/`. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
execFileSync(process.execPath, ["tools/page.ts"], { stdio: "inherit" });
