/** Models on disk: `models/NAME/` with weights and a manifest that ties them to the code that reads them. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`, seen from the sources and from a build alike. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json not found above the language models");
    folder = parent;
  }
  return folder;
}

export function modelFolder(name: string): string {
  return join(packageRoot(), "models", name);
}

/**
 * The manifest of a model.
 * @throws Error where the model was trained for another list of features than `features`
 */
export function readManifest(folder: string, features: string): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;
  if (manifest.features !== features) {
    throw new Error(
      `${folder} was trained for the features "${String(manifest.features)}", this program has "${features}": run \`npm run train\``,
    );
  }
  return manifest;
}
