import type { Command } from "commander";
import { UserError } from "../../record/diagnostic.ts";
import type { HumanJudgement, HumanVerdict, StandingJudgement } from "../../record/human-judgement.ts";
import { valueText } from "../finding-lines.ts";
import { counted, paint, shorten } from "../show.ts";
import { type DbOptions, takesDb, WHO, WHO_HELP, whoIs, within } from "../workspaces.ts";
import { linesOf } from "./import.ts";

interface JudgeOptions extends DbOptions {
  readonly note?: string;
  readonly field?: string;
  readonly value?: string;
}

const WHAT = "ids, as read --ids, search and --json show them; or names of actors and places";

function said({ verdict, field, value, note }: HumanJudgement): string {
  const change = field === undefined ? "" : ` ${shorten(`${field} → ${valueText(value)}`, 100)}`;
  return `${paint("bold", verdict)}${change}${note ? `: ${shorten(note, 120)}` : ""}`;
}

function judgementText({ judgement, attached, detached }: StandingJudgement): string {
  const { id, who, when } = judgement;
  const anchors = [...attached, ...detached].map((anchor) => {
    const lost = detached.includes(anchor) ? paint("red", "  detached: not found any more") : "";
    return `    ${anchor.kind} “${shorten(anchor.name, 60)}” ${paint("dim", anchor.id)}${lost}`;
  });
  return [`${said(judgement)}  ${paint("dim", `${id}, ${who}, ${when}`)}`, ...anchors].join("\n");
}

/** One of the things that can be said, as a command of its own. */
function addVerdict(
  judge: Command,
  name: string,
  verdict: HumanVerdict,
  description: string,
  example: string,
  more: (command: Command) => Command = (command) => command,
): void {
  more(takesDb(judge.command(name)))
    .description(description)
    .argument("<what...>", WHAT)
    .option("--note <words>", "why, in words")
    .option(WHO, WHO_HELP)
    .addHelpText("after", `\nExamples:\n  parley judge ${example}`)
    .action(async (on: string[], options: JudgeOptions) => {
      const { field, value, note } = options;
      const draft = {
        verdict,
        on,
        who: whoIs(options),
        ...(field !== undefined && { field }),
        ...(value !== undefined && { value }),
        ...(note !== undefined && { note }),
      };
      const judgement = await within(options.db, (workspace) => workspace.judge(draft));
      if (options.json) process.stdout.write(`${JSON.stringify(judgement, null, 1)}\n`);
      else if (!options.quiet)
        console.log(judgementText({ judgement, attached: judgement.on, detached: [] }));
    });
}

function addUndo(judge: Command): void {
  takesDb(judge.command("undo"))
    .description("takes a judgement back")
    .argument("<judgement>", "its id, as judge list shows it")
    .option(WHO, WHO_HELP)
    .addHelpText("after", "\nExamples:\n  parley judge undo --db talks.db judgement-0123456789abcdef")
    .action(async (id: string, options: DbOptions) => {
      const isUndone = await within(options.db, (workspace) => workspace.undo(id, whoIs(options)));
      if (!isUndone) throw new UserError(`no judgement that stands has the id '${id}'`);
      if (!options.quiet) console.log("taken back");
    });
}

function addListing(judge: Command): void {
  takesDb(judge.command("list"))
    .description("every judgement that stands, and whether what it is about is still there")
    .addHelpText("after", "\nExamples:\n  parley judge list --db talks.db")
    .action(async ({ db, json, quiet }: DbOptions) => {
      const standing = await within(db, (workspace) => workspace.judgements());
      if (json) {
        process.stdout.write(`${JSON.stringify(standing, null, 1)}\n`);
        return;
      }
      if (standing.length > 0) console.log(standing.map(judgementText).join("\n"));
      const lost = standing.filter(({ detached }) => detached.length > 0).length;
      if (!quiet)
        console.error(`${counted(standing.length, "judgement")}${lost > 0 ? `, ${lost} detached` : ""}`);
    });
}

function addCarrying(judge: Command): void {
  takesDb(judge.command("export"))
    .description("writes the judgements alone, as one file of JSON Lines")
    .addHelpText("after", "\nExamples:\n  parley judge export --db talks.db > judgements.jsonl")
    .action(async ({ db }: DbOptions) => {
      await within(db, async (workspace) => {
        for (const { judgement } of await workspace.judgements()) {
          process.stdout.write(`${JSON.stringify({ kind: "judgement", judgement })}\n`);
        }
      });
    });
  takesDb(judge.command("import"))
    .description("takes judgements in from such a file, as they are; what is here already is left")
    .argument("<file>", "a file, or - for standard input")
    .addHelpText("after", "\nExamples:\n  parley judge import --db talks.db judgements.jsonl")
    .action(async (file: string, { db, json, quiet }: DbOptions) => {
      const lines = await linesOf(file);
      const done = await within(db, (workspace) => workspace.import(lines));
      if (json) process.stdout.write(`${JSON.stringify(done)}\n`);
      else if (!quiet) console.log(`${counted(done.judgements, "judgement")} taken in`);
    });
}

export function addJudge(program: Command): void {
  const judge = program
    .command("judge")
    .description(
      "says what is right: a person's word wins over the program's, shows beside it, and can be taken back",
    )
    .addHelpText(
      "after",
      `
Examples:
  parley judge same --db talks.db "T. Rowanhill" "Tessa Rowanhill"
  parley judge reject --db talks.db positions-0123456789abcdef --note "said of another bridge"
  parley judge correct --db talks.db positions-0123456789abcdef --field stance --value accepts
  parley judge list --db talks.db`,
    );
  addVerdict(
    judge,
    "same",
    "same",
    "two findings are one: actors, places, events, positions, conflicts",
    'same --db talks.db "T. Rowanhill" "Tessa Rowanhill"',
  );
  addVerdict(
    judge,
    "different",
    "not the same",
    "two findings are not one",
    'different --db talks.db "T. Rowanhill" "Tessa Rowanhill" --note sisters',
  );
  addVerdict(
    judge,
    "accept",
    "accept",
    "it is right as the program found it; takes an earlier rejection back",
    "accept --db talks.db events-0123456789abcdef",
  );
  addVerdict(
    judge,
    "reject",
    "reject",
    "it is wrong: it leaves the story",
    "reject --db talks.db conflict-0123456789abcdef --note rounding",
  );
  addVerdict(
    judge,
    "correct",
    "correct",
    "one field of it is wrong, and this is right; the program's value stays beside it",
    "correct --db talks.db positions-0123456789abcdef --field stance --value accepts",
    (command) =>
      command
        .requiredOption("--field <name>", "a field of the record, as --json shows it; 'at' for the quote")
        .requiredOption(
          "--value <value>",
          "a word, a number, names of actors, words of the text (for 'at'), or JSON; null takes the field away",
        ),
  );
  addVerdict(
    judge,
    "annotate",
    "annotate",
    "a note beside it, which changes nothing",
    'annotate --db talks.db claims-0123456789abcdef --note "ask the ministry"',
  );
  addUndo(judge);
  addListing(judge);
  addCarrying(judge);
}
