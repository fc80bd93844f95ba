import type { Command } from "commander";
import { UserError } from "../../record/diagnostic.ts";
import { STANCES } from "../../record/position.ts";
import { KINDS, type Kind } from "../../record/reading.ts";
import type { Span } from "../../record/span.ts";
import type { Hit } from "../../record/workspace.ts";
import type { SearchAnswer } from "../../workspace/workspace.ts";
import { checkedDate } from "../arguments.ts";
import { counted, oneLine, paint, shorten } from "../show.ts";
import { type DbOptions, takesDb, within } from "../workspaces.ts";

interface SearchOptions extends DbOptions {
  readonly actor?: string;
  readonly issue?: string;
  readonly stance?: string;
  readonly kind?: Kind;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}

/** Control characters do not reach the terminal; spaces at the ends stay. */
function plain(text: string): string {
  const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  return `${before}${oneLine(text)}${after}`;
}

/** A passage on one line, the words that match made to stand out: in colour, or in [brackets] where there is none. */
function marked({ start, text }: Span, marks: readonly Span[]): string {
  let [line, at] = ["", 0];
  for (const mark of marks) {
    line += plain(text.slice(at, mark.start - start));
    const word = oneLine(mark.text);
    const shown = paint(["bold", "yellow"], word);
    line += shown === word ? `[${word}]` : shown;
    at = mark.end - start;
  }
  return (line + plain(text.slice(at))).replace(/\s+/g, " ").trim();
}

function hitText({ report, title, outlet, published, passages, findings }: Hit): string {
  const head = `${paint("bold", shorten(title ?? "(without a title)", 90))}  ${paint("dim", [outlet, published ?? "undated", report].filter(Boolean).join(", "))}`;
  return [
    head,
    ...passages.map((passage) => `    … ${marked(passage, passage.marks)}`),
    ...findings.map(({ line, id }) => `  ${paint("cyan", "▸")} ${line}  ${paint("dim", id)}`),
  ].join("\n");
}

function answerText({ hits, more }: SearchAnswer): string {
  if (hits.length === 0) return "nothing found";
  const count = `${counted(hits.length, "report")}${more ? ", and there are more (--limit)" : ""}`;
  return [...hits.map(hitText), paint("dim", count)].join("\n\n");
}

function oneOf<Name extends string>(names: readonly Name[], what: string): (value: string) => Name {
  return (value) => {
    const found = names.find((name) => name === value || name === `${value}s`);
    if (!found) throw new UserError(`'${value}' is no ${what}; there are: ${names.join(", ")}`);
    return found;
  };
}

function checkedCount(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new UserError(`'${value}' is no number from 1 to 9999`);
  return Number(value);
}

export function addSearch(program: Command): void {
  takesDb(program.command("search"))
    .description("finds words in the texts and in the record; the best first, with the words in their place")
    .argument("[words...]", 'all must be there in any form; "in quotation marks" next to each other')
    .option("--actor <name>", "only findings in which this actor takes part, under any of its names")
    .option("--issue <name>", "only positions and proposals on this issue")
    .option("--stance <stance>", "only positions with this stance", oneOf(STANCES, "stance"))
    .option("--kind <kind>", "only findings of this kind: events, positions, claims, …", oneOf(KINDS, "kind"))
    .option("--outlet <name>", "only reports by this outlet")
    .option("--from <date>", "published on this day or later", checkedDate)
    .option("--to <date>", "published on this day or before", checkedDate)
    .option("--limit <number>", "how many reports are shown (default: 10)", checkedCount)
    .addHelpText(
      "after",
      `
Examples:
  parley search --db talks.db truce bridge
  parley search --db talks.db '"without preconditions"'
  parley search --db talks.db --actor Belmark --issue ceasefire --stance rejects
  parley search --db talks.db prisoners --kind claims --from 2031-04-01 --to 2031-04-30`,
    )
    .action(async (words: string[], options: SearchOptions) => {
      const { db, json, quiet: _, who: __, ...filters } = options;
      const answer = await within(db, (workspace) => workspace.search({ text: words.join(" "), ...filters }));
      process.stdout.write(`${json ? JSON.stringify(answer, null, 1) : answerText(answer)}\n`);
    });
}
