import type { Command } from "commander";
import { lineOfFinding } from "../finding-lines.ts";
import { paint } from "../show.ts";
import { addStoryCommand } from "../story-command.ts";

export function addProblems(program: Command): void {
  addStoryCommand(program, {
    name: "problems",
    description: "what a careful reader would distrust in each report",
    examples: ["parley problems reports/", "parley problems digest.txt"],
    value: (story, view) => story.problems(view),
    text: (problems, story) =>
      story.readings
        .map(({ report }) => {
          const own = problems.filter((entry) => entry.report === report.id);
          const name = paint("bold", report.file ?? report.title?.value ?? report.id);
          const lines = own.map(({ problem }) => `  ${lineOfFinding("problems", problem)}`);
          return [name, ...(lines.length > 0 ? lines : ["  nothing found"])].join("\n");
        })
        .join("\n\n"),
  });
}
