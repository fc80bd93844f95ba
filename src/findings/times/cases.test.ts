import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extent } from "../../record/edtf.ts";
import { findTimes } from "./find.ts";

/**
 * Screens of examples, one a family of rules: `The text with [what is found]. = value | value`, `?` where there is
 * none. A line without brackets holds nothing that should be found.
 */
const folder = new URL("./cases/", import.meta.url);

for (const file of readdirSync(folder)) {
  const [, day = "", body = ""] =
    /^published (\S+)\n([\s\S]*)/m.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
  const published = extent(day);
  const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

  describe(file.replace(".txt", ""), () => {
    it.each(lines)("%s", (line) => {
      const [marked = "", values = ""] = line.includes("[") ? line.split(" = ") : [line];
      const text = marked.replace(/[[\]]/g, "");
      const found = findTimes(text, published === undefined ? {} : { published });
      const shown = found.map(({ start, end }) => text.slice(start, end));
      expect(shown).toEqual(marked.match(/(?<=\[)[^\]]+/g) ?? []);
      expect(found.map(({ resolution }) => resolution.value ?? "?").join(" | ")).toBe(values);
    });
    it("has something to leave alone", () => {
      expect(lines.some((line) => !line.includes("["))).toBe(true);
    });
  });
}
