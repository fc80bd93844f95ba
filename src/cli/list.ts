import type { Command } from "commander";
import { addActors } from "./commands/actors.ts";
import { addAudit } from "./commands/audit.ts";
import { addBrief } from "./commands/brief.ts";
import { addChanges } from "./commands/changes.ts";
import { addConflicts } from "./commands/conflicts.ts";
import { addPositions } from "./commands/positions.ts";
import { addProblems } from "./commands/problems.ts";
import { addQuestions } from "./commands/questions.ts";
import { addRead } from "./commands/read.ts";
import { addTimeline } from "./commands/timeline.ts";

/** Every command, in the order in which `--help` lists them. A new one is one file and one line here. */
export const commands: readonly ((program: Command) => void)[] = [
  addRead,
  addBrief,
  addTimeline,
  addPositions,
  addConflicts,
  addProblems,
  addActors,
  addChanges,
  addQuestions,
  addAudit,
];
