/** The server: a socket with limits, the press behind it, and a way to stop that leaves nobody hanging. */
import type { Server } from "node:http";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { UserError } from "../record/diagnostic.ts";
import { app } from "./app.ts";
import type { Mark } from "./edition.ts";
import { type HouseOptions, openHouse } from "./house.ts";
import { Live } from "./live.ts";
import { Page } from "./static.ts";
import { Tokens } from "./tokens.ts";

/** Time that others have for what they send, ms, and what they may send. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 << 10,
};
const CONNECTIONS = 2000;
/** How often another process's changes are looked for, ms. */
const LOOK = 1000;
/** How long those who are being answered may take once the server stops, ms. */
const GRACE = 5000;

export interface ServeOptions extends HouseOptions {
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Further host names under which the server may be asked. */
  readonly names?: readonly string[];
  /** Where the page was built. */
  readonly page?: string;
  /** Who may write; absent: nobody. */
  readonly tokens?: Tokens;
}

export interface Serving {
  /** `http://127.0.0.1:8797` */
  readonly address: string;
  readonly mark: () => Mark;
  readonly isPageBuilt: boolean;
  /** Stops taking questions, answers those that were asked, and closes the workspace. */
  readonly close: () => Promise<void>;
}

const PAGE = resolve(import.meta.dirname, "../../dist/web");

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "the port is taken; choose another with --port" : error.message;
      fail(new UserError(`cannot listen on ${host}:${port}: ${reason}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === "object" && address ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  return new Promise((done) => {
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}

/**
 * Opens the workspace and serves it until it is closed.
 * @throws UserError where the workspace cannot be opened or the port is taken
 */
export async function serve(options: ServeOptions = {}): Promise<Serving> {
  const { host = "127.0.0.1", port = 0, names = [] } = options;
  const house = await openHouse(options);
  const { press, shelf } = house;
  try {
    const live = new Live(shelf);
    const page = new Page(options.page ?? PAGE);
    const tokens = options.tokens ?? new Tokens();
    const { fetch } = app({ press, shelf, live, tokens }, { host, names, page });
    const server = createAdaptorServer({ fetch, createServer, serverOptions: LIMITS }) as Server;
    server.maxConnections = CONNECTIONS;
    const bound = await listening(server, host, port);
    const look = setInterval(() => {
      shelf.turn().catch((error: unknown) => console.error(error));
    }, LOOK);
    look.unref();
    return {
      address: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
      mark: () => shelf.mark,
      isPageBuilt: page.isBuilt,
      close: async () => {
        clearInterval(look);
        live.close();
        await closed(server);
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}
