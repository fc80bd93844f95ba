/** A PostgreSQL server for tests and benches: of a folder of its own, gone when it is stopped. */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

export interface Server {
  /** What it is, for the reader of a test's output. */
  readonly name: string;
  /** Makes an empty database; its address. */
  readonly database: (name: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** The server refuses to run as root: there is somebody else to run as on every Debian. */
function owner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const line = ["postgres:", "nobody:"].flatMap((name) => users.filter((user) => user.startsWith(name)))[0];
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** The programs of the newest server that Debian has installed, or that the path has. */
function programs(): string | undefined {
  const version = (folder: string) => Number(/(\d+)\/bin$/.exec(folder)?.[1] ?? 0);
  const installed = globSync("/usr/lib/postgresql/*/bin").sort((a, b) => version(b) - version(a));
  const onPath = (process.env.PATH ?? "").split(":");
  return [...installed, ...onPath].find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

async function answers(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function run(address: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(sql);
    return String(Object.values(rows[0] ?? {})[0] ?? "");
  } finally {
    await client.end();
  }
}

/** A server that is there already, under the address in the environment. */
async function given(address: string): Promise<Server> {
  const made: string[] = [];
  return {
    name: `PostgreSQL ${await run(address, "show server_version")} at PARLEY_TEST_POSTGRES`,
    database: async (name) => {
      const own = `${name}_${process.pid}`;
      await run(address, `create database ${own}`);
      made.push(own);
      const url = new URL(address);
      url.pathname = `/${own}`;
      return url.href;
    },
    stop: async () => {
      for (const name of made) await run(address, `drop database ${name} with (force)`);
    },
  };
}

/**
 * Starts a server, or takes the one that PARLEY_TEST_POSTGRES names.
 * @param durable every commit reaches the disk, as on a real server
 * @returns nothing where no server is installed
 */
export async function startPostgres(durable = false): Promise<Server | undefined> {
  const there = process.env.PARLEY_TEST_POSTGRES;
  if (there) return given(there);
  const bin = programs();
  if (bin === undefined) return undefined;
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), "parley-pg-"));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const setUp = ["-D", data, "-U", "parley", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(bin, "initdb"), setUp, { ...as, cwd: folder, stdio: "pipe" });
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    `fsync=${durable ? "on" : "off"}`,
  ];
  const server = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  const end = () => server.kill("SIGINT");
  process.on("exit", end);
  const address = (database: string) => `postgres://parley@localhost/${database}?host=${folder}`;
  for (let tries = 0; !(await answers(address("postgres"))); tries++) {
    if (tries >= 200 || server.exitCode !== null) throw new Error(`the server in ${bin} does not start`);
    await pause(50);
  }
  return {
    name: `PostgreSQL ${await run(address("postgres"), "show server_version")} from ${bin}`,
    database: async (name) => {
      await run(address("postgres"), `create database ${name}`);
      return address(name);
    },
    stop: async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      end();
      await gone;
      process.off("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
