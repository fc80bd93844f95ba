/** Texts with what is wanted in them and its issue: the gold of the invented examples, and reports whose sentences are marked. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accepted, type GoldItem, ids, ranges, readGold } from "../../bench/accuracy/record/gold.ts";
import type { Earlier } from "../../src/findings/positions/ranking/clues.ts";
import { type Learnt, Surroundings } from "../../src/findings/positions/ranking/surroundings.ts";
import { defaultAgenda } from "../../src/findings/settings.ts";
import { analyse } from "../../src/language/analyse.ts";
import type { Doc } from "../../src/language/doc.ts";
import type { Range } from "../../src/record/span.ts";
import { proseOf } from "../../src/report/prose.ts";
import { readReport } from "../../src/report/read-report.ts";
import { readMarked } from "../stances/marked.ts";

/** Something wanted. */
export interface Item {
  readonly content: Range;
  /** Whose it is: names or ids. */
  readonly holder: ReadonlySet<string>;
  /** Number of its issue in the agenda, and of the others that are right too; -1 for none of them. */
  readonly issue: number;
  readonly also: readonly number[];
}

/** One text, its items in its order. */
export interface Told {
  readonly surroundings: Surroundings;
  readonly items: readonly Item[];
}

const agenda = defaultAgenda();

/** Number of an issue; -1 for none of those of the agenda. */
function numberOf(name: unknown): number {
  return name === "other" ? -1 : agenda.findIndex((issue) => issue.name === name);
}

function told(
  doc: Doc,
  headings: readonly Range[],
  items: readonly Item[],
  learnt: (doc: Doc) => Learnt,
): Told {
  const ordered = [...items].sort((a, b) => a.content.start - b.content.start);
  return { surroundings: new Surroundings(doc, agenda, headings, learnt(doc)), items: ordered };
}

/** The reports of a folder with `gold/` and `reports/` that are annotated throughout. */
export async function goldTexts(folder: string, learnt: (doc: Doc) => Learnt): Promise<Told[]> {
  const files = readdirSync(join(folder, "reports"));
  const texts: Told[] = [];
  for (const gold of readGold(join(folder, "gold"))) {
    const file = files.find((name) => name.endsWith(gold.file));
    if (!gold.whole || file === undefined) continue;
    const report = await readReport(readFileSync(join(folder, "reports", file)), { file, given: {} });
    const { doc } = analyse(report.text, { within: proseOf(report).within });
    const headings = report.blocks.filter(({ kind }) => kind === "title" || kind === "heading");
    const items = (gold.items.positions ?? []).flatMap((item) => goldItem(report.text, item) ?? []);
    texts.push(told(doc, headings, items, learnt));
  }
  return texts;
}

function goldItem(text: string, item: GoldItem): Item | undefined {
  const [quote] = ranges(item, text);
  if (quote === undefined) return undefined;
  const [issue, ...also] = accepted(item, "issue").map(numberOf);
  return {
    content: contentIn(text, quote, String(item.content)),
    holder: new Set(ids(item, "holder")),
    issue: issue!,
    also,
  };
}

/** Words that a paraphrase may have or not. */
const EMPTY = new Set(
  "a an the of to in on for and or with by at as from its his her their be is are was were will would it that not any".split(
    " ",
  ),
);

/** Letters by which two forms of a word are known for one. */
const STEM = 5;

/** Where a content stands in its quote: as it is, or from the first word that the gold's paraphrase shares to the last. */
function contentIn(text: string, quote: Range, content: string): Range {
  const at = text.indexOf(content, quote.start);
  if (at >= 0 && at < quote.end) return { start: at, end: at + content.length };
  const stem = (word: string) => word.toLowerCase().slice(0, STEM);
  const told = (content.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY.has(word.toLowerCase()));
  const wanted = new Set(told.map(stem));
  const shared = [...text.slice(quote.start, quote.end).matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) =>
    wanted.has(stem(word)),
  );
  const [first, last] = [shared[0], shared.at(-1)];
  if (first === undefined || last === undefined) return quote;
  return { start: quote.start + first.index, end: quote.start + last.index + last[0].length };
}

/** The reports of a file of marked sentences: each up to an empty line. */
export function markedTexts(file: string, learnt: (doc: Doc) => Learnt): Told[] {
  const texts: Told[] = [];
  let line = 0;
  for (const report of readFileSync(file, "utf8").split("\n\n")) {
    let text = "";
    const items: Item[] = [];
    for (const sentence of report.split("\n")) {
      line++;
      if (sentence === "" || sentence.startsWith("#")) continue;
      const marked = readMarked(sentence, `${file}:${line}`);
      const offset = text === "" ? 0 : text.length + 1;
      text += `${text === "" ? "" : " "}${marked.text}`;
      for (const { content, holder, issue } of marked.stances)
        if (issue !== undefined)
          items.push({
            content: { start: content.start + offset, end: content.end + offset },
            holder: namesIn(holder ? marked.text.slice(holder.start, holder.end) : ""),
            issue: numberOf(issue),
            also: [],
          });
    }
    line++;
    if (items.length > 0) texts.push(told(analyse(text).doc, [], items, learnt));
  }
  return texts;
}

function namesIn(holder: string): ReadonlySet<string> {
  return new Set(holder.match(/\p{Lu}[\p{L}-]{2,}/gu));
}

/** What was wanted before an item, under the issues that somebody gave it. */
export function earlierOf(items: readonly Item[], issues: readonly number[], at: number): Earlier[] {
  const { holder, content } = items[at]!;
  return items.slice(0, at).flatMap((item, i) =>
    item.content.start < content.start
      ? [
          {
            content: item.content,
            issue: issues[i]!,
            isOwn: [...item.holder].some((one) => holder.has(one)),
          },
        ]
      : [],
  );
}
