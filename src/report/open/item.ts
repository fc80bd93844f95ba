/** What a file turns out to hold: one report or many, and what its own record says of each. */
import type { Diagnostic } from "../../record/diagnostic.ts";

/** The bytes of one report, and what their container knows of them. */
export interface Item {
  /** The file, and after `!` the way inside: a path in a ZIP, the number of a record in the rest. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Media type, with a charset where one is known. */
  readonly type?: string;
  readonly url?: string;
  /** Day of the download. */
  readonly fetched?: string;
}

/** Called with what went wrong inside a container; the other reports in it are read all the same. */
export type Say = (diagnostic: Diagnostic) => void;

/** No report has so many bytes. */
export const MOST_BYTES = 100_000_000;
/** Archives in archives in archives: no deeper. */
export const DEEPEST = 3;

/** The name of something inside a container. */
export function inside(file: string, inner: string | number): string {
  return `${file}!${inner}`;
}

export function trouble(
  code: string,
  severity: Diagnostic["severity"],
  message: string,
  file: string,
  line?: number,
): Diagnostic {
  return { code, severity, message, where: { file, ...(line !== undefined && { line }) } };
}

export function tooLarge(file: string): Diagnostic {
  const most = MOST_BYTES / 1_000_000;
  return trouble("too-large", "error", `This is larger than ${most} MB; it was not read.`, file);
}
