import type { Command } from "commander";
import { addActors } from "./commands/actors.ts";
import { addAdd } from "./commands/add.ts";
import { addAudit } from "./commands/audit.ts";
import { addBrief } from "./commands/brief.ts";
import { addChanges } from "./commands/changes.ts";
import { addConflicts } from "./commands/conflicts.ts";
import { addDiff } from "./commands/diff.ts";
import { addExport } from "./commands/export.ts";
import { addImport } from "./commands/import.ts";
import { addInit } from "./commands/init.ts";
import { addJudge } from "./commands/judge.ts";
import { addList } from "./commands/list.ts";
import { addMcp } from "./commands/mcp.ts";
import { addOrigins } from "./commands/origins.ts";
import { addPositions } from "./commands/positions.ts";
import { addProblems } from "./commands/problems.ts";
import { addQuestions } from "./commands/questions.ts";
import { addQuotes } from "./commands/quotes.ts";
import { addRead } from "./commands/read.ts";
import { addRebuild } from "./commands/rebuild.ts";
import { addRm } from "./commands/rm.ts";
import { addSearch } from "./commands/search.ts";
import { addServe } from "./commands/serve.ts";
import { addTimeline } from "./commands/timeline.ts";
import { addToken } from "./commands/token.ts";

/** Every command, in the order in which `--help` lists them. A new one is one file and one line here. */
export const commands: readonly ((program: Command) => void)[] = [
  addRead,
  addBrief,
  addTimeline,
  addPositions,
  addConflicts,
  addProblems,
  addActors,
  addOrigins,
  addQuotes,
  addChanges,
  addQuestions,
  addAudit,
  addInit,
  addAdd,
  addRm,
  addList,
  addRebuild,
  addDiff,
  addSearch,
  addJudge,
  addExport,
  addImport,
  addServe,
  addMcp,
  addToken,
];
