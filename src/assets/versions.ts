import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFolder } from "./files.ts";

let known: Readonly<Record<string, string>> | undefined;

/** The version of every model that ships: the first twelve digits of the SHA-256 of its weights, from its manifest. */
export function modelVersions(): Readonly<Record<string, string>> {
  known ??= Object.fromEntries(
    globSync("*/manifest.json", { cwd: modelFolder("") })
      .map(dirname)
      .sort()
      .map((name) => {
        const manifest = JSON.parse(readFileSync(join(modelFolder(name), "manifest.json"), "utf8")) as {
          sha256?: string;
        };
        return [name, manifest.sha256?.slice(0, 12) ?? "unversioned"];
      }),
  );
  return known;
}
