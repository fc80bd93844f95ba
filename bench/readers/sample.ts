/**
 * `node bench/readers/sample.ts [--reports FOLDER] [--meta FILE] [--n NUMBER]`
 *
 * Prints lines of the story of a folder, evenly spaced over all of them, each with the quotes that it stands on, for a
 * person to judge. The same folder always gives the same lines.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { read } from "../../src/read.ts";
import type { Evidence } from "../../src/record/evidence.ts";
import type { Reading } from "../../src/record/reading.ts";
import { readMeta } from "../../src/report/meta.ts";
import type { Story } from "../../src/story/story.ts";
import { tell } from "../../src/story/tell.ts";

export interface Line {
  readonly from: "brief" | "conflict" | "shift" | "cell";
  readonly text: string;
  /** Quotes with the names of their files. */
  readonly quotes: readonly string[];
}

/** Sections that tell again what conflicts and shifts tell. */
const TOLD_APART = new Set(["What is disputed", "What has changed"]);

function quoted(story: Story, evidence: readonly Evidence[]): string[] {
  const lines = evidence.map(({ report, quote }) => {
    const file = story.readings.find((reading) => reading.report.id === report)?.report.file ?? report;
    return `${file}: “${quote.text.replace(/\s+/g, " ")}”`;
  });
  return [...new Set(lines)];
}

function briefLines(story: Story): Line[] {
  const { sections, footnotes } = story.brief();
  return sections
    .filter(({ heading }) => !TOLD_APART.has(heading))
    .flatMap(({ heading, sentences }) =>
      sentences.map((sentence) => ({
        from: "brief" as const,
        text: `${heading}: ${sentence.text}`,
        quotes: quoted(
          story,
          footnotes.filter(({ number }) => sentence.footnotes.includes(number)),
        ),
      })),
    );
}

/** Every line that a reader of the story sees, in the order of the views. */
export function linesOf(story: Story): Line[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(" and ");
  return [
    ...briefLines(story),
    ...story.conflicts().map(({ kind, strength, about, sides, why }) => ({
      from: "conflict" as const,
      text: `${kind}, ${strength}: ${about}: ${sides.map(({ says }) => says).join(" against ")}; ${why}`,
      quotes: quoted(
        story,
        sides.flatMap(({ evidence }) => evidence),
      ),
    })),
    ...story.shifts().map(({ holder, issue, strength, before, after, why }) => ({
      from: "shift" as const,
      text: `${names(holder)}, ${issue}, ${strength}: ${before.stance} “${before.content}” → ${after.stance} “${after.content}”; ${why}`,
      quotes: quoted(story, [...before.evidence, ...after.evidence]),
    })),
    ...story.positions().map(({ holder, issue, stance, stands }) => ({
      from: "cell" as const,
      text: `${names(holder)}, ${issue}: ${stance}`,
      quotes: quoted(
        story,
        stands.flatMap(({ evidence }) => evidence),
      ),
    })),
  ];
}

/** At most `count` of a list, evenly spaced, the first among them. */
export function spaced<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}

async function readingsOf(folder: string, meta: ReturnType<typeof readMeta>): Promise<Reading[]> {
  const files = readdirSync(folder).sort();
  return Promise.all(
    files.map((file) => read(readFileSync(join(folder, file)), { file, given: meta.get(file) ?? {} })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      reports: { type: "string", default: "examples/halvern/reports" },
      meta: { type: "string", default: "examples/halvern/meta.csv" },
      n: { type: "string", default: "50" },
    },
  });
  const meta = readMeta(readFileSync(values.meta, "utf8"), values.meta);
  const all = linesOf(tell(await readingsOf(values.reports, meta)));
  const chosen = spaced(all, Number(values.n));
  console.log(`${chosen.length} of ${all.length} lines\n`);
  for (const [i, { from, text, quotes }] of chosen.entries()) {
    console.log(`${i + 1}. [${from}] ${text}\n${quotes.map((quote) => `     ${quote}`).join("\n")}`);
  }
}
