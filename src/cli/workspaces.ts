/** Workspaces on the command line: how they are named, opened and closed, and who is at the keyboard. */
import { userInfo } from "node:os";
import type { Command } from "commander";
import { UserError } from "../record/diagnostic.ts";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Story } from "../story/story.ts";
import { tell } from "../story/tell.ts";
import { type ToldStory, tellStories } from "../story/told-stories.ts";
import type { OpenOptions, Progress, Workspace } from "../workspace/workspace.ts";
import { progress as progressBar } from "./progress.ts";
import { type InputOptions, readingsOf } from "./readings.ts";

export const DB = "--db <where>";
export const DB_HELP = "a workspace: a file, or postgres://user@host/name";

export interface DbOptions {
  readonly db: string;
  readonly who?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds the options of the commands that work on a workspace alone. */
export function takesDb(command: Command): Command {
  return command
    .requiredOption(DB, DB_HELP)
    .option("--json", "JSON instead of text")
    .option("--quiet", "no progress and no notes on standard error, only errors");
}

export const WHO = "--who <name>";
export const WHO_HELP = "who does this, for the log (default: the name you are logged in under)";

export function whoIs({ who }: { readonly who?: string }): string {
  if (who !== undefined) return who;
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

/** A workspace as it may be printed: without a password. */
export function shown(db: string): string {
  return db.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/, "$1@");
}

/** Opens a workspace for as long as the work takes; who names files does not wait for a database to load. */
export async function within<Value>(
  db: string,
  work: (workspace: Workspace) => Promise<Value>,
  options: OpenOptions = {},
): Promise<Value> {
  const { openWorkspace } = await import("../workspace/workspace.ts");
  const workspace = await openWorkspace(db, options);
  try {
    return await work(workspace);
  } finally {
    await workspace.close();
  }
}

/** Options that say how files are read: a workspace has settled these when the files were added. */
const OF_FILES = ["meta", "published", "agenda", "aliases"] as const;

/** What was named to be read: the stories that it tells, and the story of it all. */
export interface Named {
  readonly stories: () => readonly ToldStory[];
  readonly whole: () => Story;
  readonly judgements: readonly HumanJudgement[];
}

/**
 * The files that are named, or a workspace.
 * @throws UserError where both are named, or neither
 */
export async function namedBy(args: readonly string[], options: InputOptions): Promise<Named> {
  const { db } = options;
  if (db === undefined) {
    const readings = await readingsOf(args, options);
    return { stories: () => tellStories(readings), whole: () => tell(readings), judgements: [] };
  }
  if (args.length > 0) throw new UserError("name files or a workspace (--db), not both");
  const stray = OF_FILES.find((name) => (options[name]?.length ?? 0) > 0);
  if (stray)
    throw new UserError(
      `--${stray} is settled when files are added: parley add --db ${shown(db)} --${stray} …`,
    );
  return within(db, async (workspace) => {
    const { stories, whole, judgements } = await workspace.told();
    return { stories, whole, judgements: judgements().map(({ judgement }) => judgement) };
  });
}

/** The story of everything that is named, whatever it tells of. */
export async function storyOf(args: readonly string[], options: InputOptions): Promise<Story> {
  return (await namedBy(args, options)).whole();
}

/** A progress bar for work whose length shows only when it begins. */
export function bars(
  options: { readonly quiet?: true },
  doing: string,
): { progress: Progress; stop: () => void } {
  let bar: ReturnType<typeof progressBar>;
  return {
    progress: (done, total) => {
      bar ??= progressBar(total, options, doing);
      bar?.update(done);
    },
    stop: () => bar?.stop(),
  };
}
