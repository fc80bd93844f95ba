import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import type { Command } from "commander";
import { UserError } from "../../record/diagnostic.ts";
import { isServer, Tokens, tokenFileOf } from "../../server/tokens.ts";
import { columns } from "../show.ts";

interface TokenArguments {
  readonly db: string;
  readonly name?: string;
  readonly list?: true;
  readonly revoke?: string;
}

export function addToken(program: Command): void {
  program
    .command("token")
    .description("makes a token for writing through parley serve; it is shown once and kept as a hash")
    .requiredOption("--db <workspace>", "a workspace: a file, or postgres://…")
    .option("--name <who>", "whose it is; what is written with it stands under this name")
    .option("--list", "names the tokens that there are")
    .option("--revoke <who>", "takes a token back")
    .addHelpText(
      "after",
      `
Examples:
  parley token --db talks.db --name mira
  parley token --db talks.db --revoke mira`,
    )
    .action(({ db, name = userInfo().username, list, revoke }: TokenArguments) => {
      const file = tokenFileOf(db);
      if (!isServer(db) && !existsSync(db)) {
        throw new UserError(`there is no workspace at ${db}; make one with: parley init --db ${db}`);
      }
      const tokens = new Tokens(file);
      if (list) {
        for (const line of columns(tokens.list().map(({ name, created }) => [name, created])).split("\n")) {
          if (line !== "") console.log(line);
        }
      } else if (revoke !== undefined) {
        tokens.revoke(revoke);
      } else {
        console.log(tokens.make(name, new Date()));
      }
    });
}
