import type { Command } from "commander";
import { dateText } from "../../record/date-text.ts";
import type { Cell } from "../../record/shift.ts";
import { offAgenda } from "../../story/off-agenda.ts";
import type { Story, View } from "../../story/story.ts";
import { judgedLines } from "../finding-lines.ts";
import { counted, paint, shorten } from "../show.ts";
import { addStoryCommand, type Shown } from "../story-command.ts";

function outletOf(story: Story, report: string): string {
  const reading = story.readings.find((candidate) => candidate.report.id === report);
  return reading?.report.outlet?.value ?? reading?.report.file ?? report;
}

function findingOf(story: Story, { report, finding }: Cell["stands"][number]["evidence"][number]) {
  const reading = story.readings.find((candidate) => candidate.report.id === report);
  return reading?.positions.find(({ id }) => id === finding);
}

function cellText(cell: Cell, story: Story, { id }: Shown): string {
  const { reports, origins } = cell.corroboration;
  const head = `  ${paint("cyan", cell.issue)}: ${paint("bold", cell.stance)}  ${paint("dim", `(${counted(reports, "report")}, ${counted(origins, "origin")})`)}`;
  const stands = cell.stands.map((stand) => {
    const [first] = stand.evidence;
    const source = first ? outletOf(story, first.report) : "";
    const quote = first ? `“${shorten(first.quote.text, 140)}”` : "";
    return `    ${dateText(stand.told, true)}  ${stand.past ? "(earlier) " : ""}${stand.stance}  ${quote} ${paint("dim", source)}${first ? id(first.finding) + judgedLines(findingOf(story, first) ?? {}) : ""}`;
  });
  return [head, ...stands].join("\n");
}

function byHolder(cells: readonly Cell[], story: Story, shown: Shown): string {
  const holders = new Map<string, Cell[]>();
  for (const cell of cells) {
    const name = cell.holder.map((holder) => holder.name).join(" and ");
    holders.set(name, [...(holders.get(name) ?? []), cell]);
  }
  const sides = [...holders].map(([name, own]) =>
    [paint("bold", name), ...own.map((cell) => cellText(cell, story, shown))].join("\n"),
  );
  return [...sides, ...agendaProposals(story, shown)].join("\n\n");
}

/** What many positions speak of and no issue holds: an issue that the user may want to add. */
function agendaProposals(story: Story, shown: Shown): readonly string[] {
  const seen = new Set(story.seen(shown).readings.map(({ report }) => report.id));
  const matters = offAgenda(story.readings.filter(({ report }) => seen.has(report.id)));
  if (matters.length === 0) return [];
  const lines = matters.map(
    ({ name, evidence, reports }) =>
      `  ${name}  ${paint("dim", `(seen ${counted(evidence.length, "time")} in ${counted(reports, "report")})`)}`,
  );
  return [[paint("bold", "Not on the agenda"), ...lines].join("\n")];
}

export function addPositions(program: Command): void {
  addStoryCommand(program, {
    name: "positions",
    description: "who wants what: each holder's stance on each issue, every cell with its dated quotes",
    examples: ["parley positions reports/", "parley positions --agenda issues.yaml reports/"],
    value: (story: Story, view: View) => story.positions(view),
    text: byHolder,
  });
}
