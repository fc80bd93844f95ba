/**
 * Holds the folders of `src/` to the table in `layers.json`: a file may import from its own room and from the rooms
 * listed for it, types included; rooms under "browser" may not import from Node.
 * Tests beside the code may import from anywhere. Exits 1 and lists what crosses.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

interface Table {
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  readonly browser: readonly string[];
}

const IMPORT = /(?:import|export)\b[^'"`;]*?\bfrom\s*["']([^"']+)["']|import\s*\(?\s*["']([^"']+)["']/g;

function roomOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** Every import of the sources below `folder` that the table does not allow, one line each. */
export function crossings(folder: string, table: Table): string[] {
  const found: string[] = [];
  for (const file of globSync("**/*.ts", { cwd: folder }).sort()) {
    if (file.endsWith(".test.ts")) continue;
    const room = roomOf(file);
    const allowed = table.rooms[room];
    if (allowed === undefined) {
      found.push(`${file}: no room is named ${room}`);
      continue;
    }
    for (const match of readFileSync(join(folder, file), "utf8").matchAll(IMPORT)) {
      const target = match[1] ?? match[2] ?? "";
      if (target.startsWith("node:") && table.browser.includes(room)) {
        found.push(`${file}: ${room} must run in a browser, but imports ${target}`);
      }
      if (!target.startsWith(".")) continue;
      const other = roomOf(relative(folder, join(folder, dirname(file), target)));
      if (other !== room && other !== ".." && !allowed.includes(other)) {
        found.push(`${file}: ${room} may not import from ${other} (${target})`);
      }
    }
  }
  return found;
}

if (import.meta.main) {
  const table = JSON.parse(readFileSync(new URL("layers.json", import.meta.url), "utf8")) as Table;
  const found = crossings("src", table);
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}
