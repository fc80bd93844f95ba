import { createReadStream, globSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Diagnostic } from "../record/diagnostic.ts";
import { UserError } from "../record/diagnostic.ts";
import { REPORT_ENDINGS } from "../report/open/names.ts";
import type { Source } from "../report/open/open.ts";

/** What the arguments of a command stand for. */
export interface Inputs {
  readonly sources: readonly Source[];
  /** What could not be found or was passed over, for the user to see. */
  readonly diagnostics: readonly Diagnostic[];
}

const GLOB = /[*?[\]{}]/;

/** Bytes that are read at a time. */
const CHUNK = 262_144;

function fileSource(file: string): Source {
  return { file, path: file, chunks: () => createReadStream(file, { highWaterMark: CHUNK }) };
}

function reportsIn(folder: string): { reports: string[]; others: number } {
  const files = globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const reports = files.filter((file) => REPORT_ENDINGS.has(extname(file).toLowerCase()));
  return { reports, others: files.length - reports.length };
}

function trouble(code: string, severity: Diagnostic["severity"], message: string, file: string): Diagnostic {
  return { code, severity, message, where: { file } };
}

function expand(argument: string): Inputs {
  if (argument === "-") {
    return { sources: [{ file: "-", chunks: () => process.stdin }], diagnostics: [] };
  }
  const stats = statSync(argument, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const { reports, others } = reportsIn(argument);
    const diagnostics: Diagnostic[] = [];
    if (reports.length === 0) {
      const endings = [...REPORT_ENDINGS].join(" ");
      diagnostics.push(
        trouble("no-reports", "error", `no report in this folder (looked for ${endings})`, argument),
      );
    } else if (others > 0) {
      diagnostics.push(
        trouble("files-skipped", "info", `${others} other files in this folder were not read`, argument),
      );
    }
    return { sources: reports.map((file) => ({ ...fileSource(file), isFound: true })), diagnostics };
  }
  if (stats) return { sources: [fileSource(argument)], diagnostics: [] };
  if (GLOB.test(argument)) {
    const files = globSync(argument).sort();
    if (files.length > 0) return { sources: files.map(fileSource), diagnostics: [] };
    return {
      sources: [],
      diagnostics: [trouble("no-match", "error", "nothing matches this pattern", argument)],
    };
  }
  return { sources: [], diagnostics: [trouble("not-found", "error", "no such file or folder", argument)] };
}

/**
 * The files, folders, patterns and standard input (`-`) that the arguments name, each file once, in order.
 * @throws UserError where there is no argument at all
 */
export function inputsOf(args: readonly string[]): Inputs {
  if (args.length === 0) throw new UserError("name a file, a folder, a pattern, or - for standard input");
  const sources = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];
  for (const argument of args) {
    const inputs = expand(argument);
    for (const source of inputs.sources) sources.set(source.file, source);
    diagnostics.push(...inputs.diagnostics);
  }
  return { sources: [...sources.values()], diagnostics };
}
