import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeClause } from "./describe-clause.ts";
import { docOfRows } from "./doc-of-rows.ts";
import { readClauses } from "./read-clauses.ts";
import { rowsOfShortForm } from "./short-form.ts";

/**
 * Each file of `cases/` holds cases of one construction: a line `# what it shows`, a tree in the short form of
 * `short-form.ts`, and one line `= clause` for each clause that is read from it.
 */
const folder = new URL("./cases/", import.meta.url);

for (const file of readdirSync(folder).sort()) {
  describe(file.replace(".txt", ""), () => {
    const blocks = readFileSync(new URL(file, folder), "utf8").split(/\n\n+/u);
    for (const block of blocks) {
      const lines = block.split("\n").filter((line) => line.trim() !== "");
      if (lines.length === 0) continue;
      const title = lines.filter((line) => line.startsWith("#")).join(" ");
      it(title.replaceAll("#", "").trim(), () => {
        const tree = lines.filter((line) => !line.startsWith("#") && !line.startsWith("= "));
        const expected = lines.filter((line) => line.startsWith("= ")).map((line) => line.slice(2));
        expect(expected.length).toBeGreaterThan(0);
        const doc = docOfRows([rowsOfShortForm(tree.join(" "))]);
        const clauses = readClauses(doc);
        expect(clauses.map((clause) => describeClause(doc, clause, clauses))).toEqual(expected);
      });
    }
  });
}
