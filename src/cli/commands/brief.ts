import type { Command } from "commander";
import { toMarkdown } from "../../share/markdown.ts";
import { addStoryCommand } from "../story-command.ts";

export function addBrief(program: Command): void {
  addStoryCommand(program, {
    name: "brief",
    description: "one page in Markdown, every sentence with footnotes to exact quotes",
    examples: ["parley brief reports/", "parley brief --as-of 2031-04-12 reports/ > brief.md"],
    value: (story, view) => story.brief(view),
    text: toMarkdown,
  });
}
