/** Who may write: tokens, kept as hashes in a file that only its owner reads. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { UserError } from "../record/diagnostic.ts";

const fileSchema = z.array(
  z.object({ name: z.string().min(1), hash: z.string().length(64), created: z.string() }),
);
type Entry = z.infer<typeof fileSchema>[number];

const PREFIX = "parley_";

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** True for the address of a database server, false for a file. */
export function isServer(db: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(db);
}

/** Where the tokens of a workspace are: beside its file; for a server's, in the user's own settings. */
export function tokenFileOf(db: string): string {
  if (!isServer(db)) return `${resolve(db)}.tokens`;
  const settings = process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config");
  return join(settings, "parley", `${hashOf(db).slice(0, 16)}.tokens`);
}

/** The tokens of a workspace, or of a session that ends with the program. */
export class Tokens {
  readonly #file: string | undefined;
  #entries: Entry[] = [];

  /** @param file absent: kept in memory only */
  constructor(file?: string) {
    this.#file = file;
    this.#load();
  }

  /** @throws UserError where the file is not one of tokens */
  #load(): void {
    if (this.#file === undefined) return;
    let text: string;
    try {
      text = readFileSync(this.#file, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") {
        this.#entries = [];
        return;
      }
      throw new UserError(`cannot read ${this.#file}`);
    }
    try {
      this.#entries = fileSchema.parse(JSON.parse(text));
    } catch {
      throw new UserError(`${this.#file} is no file of tokens; take it away and make new ones`);
    }
  }

  #save(): void {
    if (this.#file === undefined) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    // Written beside and moved, so that nobody reads half of it.
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(this.#entries, null, 1)}\n`, { mode: 0o600 });
    renameSync(draft, this.#file);
  }

  /** Makes a token and gives it back, the only time that it is seen. @throws UserError where the name is taken */
  make(name: string, now: Date): string {
    if (this.#entries.some((entry) => entry.name === name)) {
      throw new UserError(`there is a token named ${name}; revoke it first, or choose another name`);
    }
    const token = PREFIX + randomBytes(32).toString("base64url");
    this.#entries = [...this.#entries, { name, hash: hashOf(token), created: now.toISOString() }];
    this.#save();
    return token;
  }

  /** @throws UserError where there is no such token */
  revoke(name: string): void {
    const left = this.#entries.filter((entry) => entry.name !== name);
    if (left.length === this.#entries.length) throw new UserError(`there is no token named ${name}`);
    this.#entries = left;
    this.#save();
  }

  /** Names and days of making, for people. */
  list(): readonly { readonly name: string; readonly created: string }[] {
    return this.#entries.map(({ name, created }) => ({ name, created }));
  }

  /** Whose token this is; undefined where it is nobody's. Tokens made or revoked meanwhile count. */
  ownerOf(token: string): string | undefined {
    this.#load();
    const hash = Buffer.from(hashOf(token), "hex");
    return this.#entries.find((entry) => timingSafeEqual(Buffer.from(entry.hash, "hex"), hash))?.name;
  }
}
