import type { Command } from "commander";

type Add = (program: Command) => void;

/**
 * Every command by its name, in the order in which `--help` lists them; each is loaded when it is asked for. A new one
 * is one file and one line here.
 */
export const commands: Readonly<Record<string, () => Promise<Add>>> = {
  read: async () => (await import("./commands/read.ts")).addRead,
  brief: async () => (await import("./commands/brief.ts")).addBrief,
  timeline: async () => (await import("./commands/timeline.ts")).addTimeline,
  positions: async () => (await import("./commands/positions.ts")).addPositions,
  conflicts: async () => (await import("./commands/conflicts.ts")).addConflicts,
  problems: async () => (await import("./commands/problems.ts")).addProblems,
  actors: async () => (await import("./commands/actors.ts")).addActors,
  origins: async () => (await import("./commands/origins.ts")).addOrigins,
  quotes: async () => (await import("./commands/quotes.ts")).addQuotes,
  changes: async () => (await import("./commands/changes.ts")).addChanges,
  questions: async () => (await import("./commands/questions.ts")).addQuestions,
  audit: async () => (await import("./commands/audit.ts")).addAudit,
  init: async () => (await import("./commands/init.ts")).addInit,
  add: async () => (await import("./commands/add.ts")).addAdd,
  rm: async () => (await import("./commands/rm.ts")).addRm,
  list: async () => (await import("./commands/list.ts")).addList,
  rebuild: async () => (await import("./commands/rebuild.ts")).addRebuild,
  diff: async () => (await import("./commands/diff.ts")).addDiff,
  search: async () => (await import("./commands/search.ts")).addSearch,
  judge: async () => (await import("./commands/judge.ts")).addJudge,
  export: async () => (await import("./commands/export.ts")).addExport,
  import: async () => (await import("./commands/import.ts")).addImport,
  serve: async () => (await import("./commands/serve.ts")).addServe,
  mcp: async () => (await import("./commands/mcp.ts")).addMcp,
  token: async () => (await import("./commands/token.ts")).addToken,
};
