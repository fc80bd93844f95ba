import type { Command } from "commander";
import type { Brief } from "../../record/brief.ts";
import { UserError } from "../../record/diagnostic.ts";
import { briefDocument } from "../../share/documents.ts";
import { toMarkdown } from "../../share/markdown.ts";
import { addStoryCommand } from "../story-command.ts";

const LENGTHS = ["short", "full"] as const;
type Length = (typeof LENGTHS)[number];

/** @throws UserError where it is none */
function checkedLength(value: string): Length {
  const length = LENGTHS.find((one) => one === value);
  if (!length) throw new UserError(`--length takes one of: ${LENGTHS.join(", ")}`);
  return length;
}

export function addBrief(program: Command): void {
  addStoryCommand<Brief, { length?: Length }>(program, {
    name: "brief",
    description: "one page in Markdown, every sentence with footnotes to exact quotes",
    examples: [
      "parley brief reports/",
      "parley brief --as-of 2031-04-12 reports/ > brief.md",
      "parley brief --length short --format html reports/ > brief.html",
    ],
    options: (command) => command.option("--length <length>", "short or full (default: full)", checkedLength),
    value: (story, view, { length }) => story.brief({ ...view, ...(length && { length }) }),
    text: toMarkdown,
    document: briefDocument,
  });
}
