import type { Command } from "commander";
import type { Changes } from "../../record/changes.ts";
import { dateText } from "../../record/date-text.ts";
import { changesDocument } from "../../share/documents.ts";
import { changeText } from "../../story/change-text.ts";
import { checkedDate } from "../arguments.ts";
import { counted, paint, shorten } from "../show.ts";
import { addStoryCommand } from "../story-command.ts";

function changesText({ since, items, reports }: Changes): string {
  const head = `${counted(reports.length, "report")} since ${dateText(since)}`;
  const lines = items.map((item) => {
    const { kind, what, evidence } = item;
    const said = changeText(item);
    const turn = said === "" ? "" : `: ${said}`;
    const quote = evidence[0] ? `\n      ${paint("dim", `“${shorten(evidence[0].quote.text, 150)}”`)}` : "";
    return `  ${paint("cyan", kind)}  ${shorten(what, 120)}${turn}${quote}`;
  });
  return [paint("bold", head), ...(lines.length > 0 ? lines : ["  nothing has changed"])].join("\n");
}

export function addChanges(program: Command): void {
  addStoryCommand<Changes, { since: string }>(program, {
    name: "changes",
    description:
      "what the reports since a day have changed: events, dates, positions, contradictions, origins",
    examples: ["parley changes --since 2031-04-10 reports/"],
    options: (command) =>
      command.requiredOption("--since <date>", "the day from whose end on changes count", checkedDate),
    value: (story, view, { since }) => story.changes({ ...view, since }),
    text: changesText,
    document: (changes, story) => changesDocument(changes, story.readings),
  });
}
