import { Command, CommanderError } from "commander";
import { VERSION } from "../version.ts";
import { commands } from "./list.ts";

/** Exit codes: 0 all done, 1 the call was wrong, 2 some inputs could not be read and the rest was done. */
const program = new Command("parley")
  .description("Reads the reports of a negotiation and keeps the record, every line on a quote.")
  .version(VERSION)
  .showHelpAfterError("(see parley --help)")
  .exitOverride();

for (const name of commandsFor(process.argv[2])) (await commands[name]!())(program);

/** The commands to load: the one that is called; none for the version; all for help and for a word that is none. */
function commandsFor(first: string | undefined): readonly string[] {
  if (first === "--version" || first === "-V") return [];
  return first !== undefined && Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

// A reader that goes away (`parley read … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 1;
  } else {
    const { UserError } = await import("../record/diagnostic.ts");
    if (!(error instanceof UserError)) throw error;
    console.error(`parley: ${error.message}`);
    process.exitCode = 1;
  }
}
