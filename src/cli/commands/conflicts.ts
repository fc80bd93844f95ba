import type { Command } from "commander";
import type { Conflict } from "../../record/conflict.ts";
import { datesSpoken } from "../../record/date-text.ts";
import type { Story } from "../../story/story.ts";
import { judgedLines } from "../finding-lines.ts";
import { counted, dayOf, paint, shorten, sourceOf } from "../show.ts";
import { addStoryCommand, type Shown } from "../story-command.ts";

function conflictText(conflict: Conflict, story: Story, { id }: Shown): string {
  const sides = conflict.sides.map((side) => {
    const quotes = side.evidence.map(({ report, finding, quote }) => {
      const source = `${sourceOf(story.readings, report)}, ${dayOf(story.readings, report)}`;
      return `      “${shorten(quote.text, 140)}” ${paint("dim", source)}${id(finding)}`;
    });
    return [
      `    ${paint("bold", datesSpoken(side.says))}  (${counted(side.corroboration.origins.length, "origin")})`,
      ...quotes,
    ].join("\n");
  });
  return [
    `${paint("cyan", `${conflict.kind}, ${conflict.strength}`)}: ${conflict.about}${id(conflict.id)}`,
    ...sides,
    paint("dim", `    ${conflict.why}`),
  ]
    .join("\n")
    .concat(judgedLines(conflict));
}

export function addConflicts(program: Command): void {
  addStoryCommand(program, {
    name: "conflicts",
    description: "where the reports cannot all be right, the sides next to each other",
    examples: ["parley conflicts reports/"],
    value: (story, view) => story.conflicts(view),
    text: (conflicts, story, shown) =>
      conflicts.length === 0
        ? "no contradiction found"
        : conflicts.map((conflict) => conflictText(conflict, story, shown)).join("\n\n"),
  });
}
