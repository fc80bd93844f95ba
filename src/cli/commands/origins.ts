import type { Command } from "commander";
import type { Dependence } from "../../record/corroboration.ts";
import { dateText } from "../../record/date-text.ts";
import type { Reading } from "../../record/reading.ts";
import { type OriginChain, originChains } from "../../story/origin-chains.ts";
import type { Story } from "../../story/story.ts";
import { counted, paint, shorten } from "../show.ts";
import { addStoryCommand } from "../story-command.ts";

const WHY: Readonly<Record<Dependence["kind"], string>> = {
  "shared wording": "shares its wording",
  "shared quote": "shares its quote",
  "agency credit": "credits it",
  "cited outlet": "cites it",
  "unnamed source": "names the same source",
  "same family": "shares copy with its outlets",
};

function label(reading: Reading | undefined, on: string): string {
  if (!reading) return `${on} ${paint("dim", "(not among the reports)")}`;
  const { outlet, file, id, published } = reading.report;
  const name = file?.split("/").at(-1) ?? id;
  return `${outlet ? `${outlet.value}, ` : ""}${name} ${paint("dim", dateText(published.value, true))}`;
}

/** What rests on an origin, one step in for each step away from it. */
function chainLines(chain: OriginChain, depth: number): string[] {
  const { reading, name, because, passage, also, resting } = chain;
  const lead = depth === 0 ? "" : `${"   ".repeat(depth - 1)}└─ `;
  const why = because.map((kind) => WHY[kind]).join(", ");
  const quote = passage ? ` ${paint("dim", `“${shorten(passage, 90)}”`)}` : "";
  const others = also.length > 0 ? `; also cites ${also.join(", ")}` : "";
  return [
    `  ${lead}${label(reading, name)}${why ? `: ${why}${quote}${others}` : ""}`,
    ...resting.flatMap((next) => chainLines(next, depth + 1)),
  ];
}

function originsText(chains: readonly OriginChain[], story: Story): string {
  const { length } = story.readings;
  return [
    paint("bold", `${counted(length, "report")}, ${counted(chains.length, "origin")}`),
    ...chains.flatMap((chain) => chainLines(chain, 0)),
  ].join("\n");
}

export function addOrigins(program: Command): void {
  addStoryCommand(program, {
    name: "origins",
    description: "who rests on whom: the reports under what they come from, with the wording they share",
    examples: ["parley origins reports/", "parley export --format graphml reports/ > sources.graphml"],
    value: (story, view) => originChains(story.seen(view).readings, story.sources(view)),
    text: originsText,
  });
}
