/** The page as it was built for browsers: `dist/web/`, made by `tools/page.ts`. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** In a checkout the page is built when it is first asked for, and again when its sources have changed. */
function ready(root: string): string {
  const built = join(root, "dist/web");
  const tool = join(root, "tools/page.ts");
  if (!existsSync(tool)) return built;
  const sources = globSync(
    [
      "web/**/*.{ts,svelte,css,html}",
      "src/{record,text,compare,story}/**/*.ts",
      "data/map/*.json",
      "tools/page.ts",
    ],
    {
      cwd: root,
    },
  );
  const newest = Math.max(...sources.map((file) => changedAt(join(root, file))));
  if (changedAt(join(built, "index.html")) < newest)
    execFileSync(process.execPath, [tool], { cwd: root, stdio: "inherit" });
  return built;
}

/** The folder that holds the page, built where it can be. */
export function builtPage(): string {
  return ready(packageRoot());
}

let folder: string | undefined;

/** A part of the page as text. */
export function pagePart(path: string): string {
  folder ??= builtPage();
  return readFileSync(join(folder, path), "utf8");
}
