import type { Command } from "commander";
import { dateText } from "../../record/date-text.ts";
import type { History } from "../../record/history.ts";
import { columns, counted, paint, shorten } from "../show.ts";
import { addStoryCommand } from "../story-command.ts";

const MARK: Readonly<Record<History["status"], string>> = {
  possible: "?",
  planned: "○",
  ongoing: "…",
  held: "●",
  cancelled: "×",
  refused: "×",
};

/** How the event came to be where it stands: "planned 11 Apr 2031 → held 14 Apr 2031". */
function path(history: History): string {
  const steps = history.steps.map(
    (step) => `${step.status}${step.when ? ` ${dateText(step.when, true)}` : ""}`,
  );
  return [...new Set(steps)].join(" → ");
}

function origins({ corroboration }: History): string {
  return `${counted(corroboration.reports.length, "report")}, ${counted(corroboration.origins.length, "origin")}`;
}

export function addTimeline(program: Command): void {
  addStoryCommand(program, {
    name: "timeline",
    description: "what took place and what is planned, with the way each event went",
    examples: ["parley timeline reports/", "parley timeline --as-of 2031-04-12 --json reports/"],
    value: (story, view) => story.timeline(view),
    text: (histories, _story, { id }) =>
      columns(
        histories.map((history) => [
          dateText(history.when, true),
          `${MARK[history.status]} ${history.status}`,
          shorten(history.name, 90),
          paint("dim", `${path(history)}; ${origins(history)}`) + id(history.id),
        ]),
      ),
  });
}
