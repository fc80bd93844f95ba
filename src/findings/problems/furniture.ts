import type { Block, Report } from "../../record/report.ts";
import type { Trouble } from "./trouble.ts";

/** Lines that belong to a report: the outlet's name above it, the heading of its footnotes, when it was published. */
const HARMLESS =
  /footnote|masthead|credit|byline|outlet's name|section label|front matter|^date stamp$|^time of an entry$/iu;
/** What only a web page has, where furniture is in its place. */
const OF_PAGES = "outside the body";

/** What a site printed around the article and was left in its text: one problem for each unbroken run. */
export function* furniture({ text, blocks }: Report): Iterable<Trouble> {
  if (blocks.some(({ why }) => why === OF_PAGES)) return;
  let run: Block[] = [];
  for (const block of [...blocks, undefined]) {
    const last = run.at(-1);
    const goesOn = block?.kind === "furniture" && last && block.why === last.why && isGap(text, last, block);
    if (!goesOn && last) {
      yield troubleOf(run);
      run = [];
    }
    if (block?.kind === "furniture" && !HARMLESS.test(block.why ?? "")) run.push(block);
  }
}

function isGap(text: string, a: Block, b: Block): boolean {
  return text.slice(a.end, b.start).trim() === "";
}

function troubleOf(run: readonly Block[]): Trouble {
  const [first] = run;
  const what = first?.why ?? "page furniture";
  return {
    kind: "furniture",
    severity: "minor",
    at: { start: first!.start, end: run.at(-1)!.end },
    description: `What the page printed around the article was left in its text: ${what}.`,
    by: `furniture: ${what}`,
    score: 0.85,
  };
}
