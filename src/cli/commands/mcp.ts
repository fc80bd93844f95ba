import type { Command } from "commander";
import { houseOf } from "../handed.ts";
import { type InputOptions, takesInputs } from "../readings.ts";

/** How often another process's changes are looked for, ms. */
const LOOK = 1000;

export function addMcp(program: Command): void {
  takesInputs(program.command("mcp"))
    .description(
      "gives models the record to ask, over the Model Context Protocol on standard input and output",
    )
    .addHelpText(
      "after",
      `
Examples:
  parley mcp --db talks.db
  parley mcp reports/
A client starts it by itself: command "npx", arguments "parley", "mcp", "--db", "talks.db".
Over HTTP it is at /mcp of parley serve.`,
    )
    .action(async (args: string[], options: InputOptions) => {
      // Loaded where it is asked for: the other commands start without it.
      const [{ openHouse }, { Library }, { mcpServer }, { StdioServerTransport }] = await Promise.all([
        import("../../server/house.ts"),
        import("../../server/mcp/library.ts"),
        import("../../server/mcp/server.ts"),
        import("@modelcontextprotocol/sdk/server/stdio.js"),
      ]);
      const { press, shelf, close } = await openHouse(houseOf(args, options));
      const server = mcpServer(new Library(press, shelf));
      const look = setInterval(() => shelf.turn().catch((error: unknown) => console.error(error)), LOOK);
      await new Promise<void>((done) => {
        server.server.onclose = done;
        // The transport does not tell when the client has gone.
        process.stdin.once("end", done);
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
        void server.connect(new StdioServerTransport());
      });
      clearInterval(look);
      await server.close();
      await close();
    });
}
