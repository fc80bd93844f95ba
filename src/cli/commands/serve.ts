import type { Command } from "commander";
import { builtPage } from "../../page/built.ts";
import { UserError } from "../../record/diagnostic.ts";
import { isLoopback } from "../../server/guard.ts";
import { Tokens, tokenFileOf } from "../../server/tokens.ts";
import { houseOf } from "../handed.ts";
import { type InputOptions, takesInputs } from "../readings.ts";
import { counted } from "../show.ts";

interface ServeArguments extends InputOptions {
  readonly port: number;
  readonly host: string;
  readonly name: readonly string[];
}

function checkedPort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new UserError(`'${value}' is no port`);
  return port;
}

/** Resolves when the user or the system asks the program to end; a second time ends it at once. */
function asked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        done();
      });
    }
  });
}

export function addServe(program: Command): void {
  takesInputs(program.command("serve"))
    .description(
      "serves the record: the page, the API under /api, MCP at /mcp; to this machine unless --host",
    )
    .option("--port <number>", "0 for any that is free", checkedPort, 8797)
    .option("--host <address>", "the address to listen on; anybody who reaches it can read", "127.0.0.1")
    .option(
      "--name <host>",
      "a further host name that it may be asked under, as behind a proxy (repeatable)",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .addHelpText(
      "after",
      `
Examples:
  parley serve --db talks.db
  parley serve reports/ --port 0
  parley serve --db talks.db --host 0.0.0.0 --name parley.example`,
    )
    .action(async (args: string[], options: ServeArguments) => {
      // The server is loaded where it is asked for: the other commands start without it.
      const { serve } = await import("../../server/listen.ts");
      const { db, host, port, name: names } = options;
      const tokens = new Tokens(db === undefined ? undefined : tokenFileOf(db));
      const house = houseOf(args, options);
      const serving = await serve({ ...house, host, port, names, tokens, page: builtPage() });
      const say = (line: string) => {
        if (!options.quiet) console.error(line);
      };
      console.log(serving.address);
      say(
        `${counted(serving.mark().reports, "report")}; API described at ${serving.address}/api/openapi.json`,
      );
      if (!serving.isPageBuilt) say("the page is not built; npm run build builds it");
      if (!isLoopback(host)) say(`anybody who reaches ${host} can read the record`);
      if (db === undefined)
        say(`token for writing, until the server ends: ${tokens.make("session", new Date())}`);
      else if (tokens.list().length === 0) say(`nobody can write; parley token --db ${db} makes a token`);
      await asked();
      await serving.close();
    });
}
