/** What the words of a command line stand for. */
import { readFileSync } from "node:fs";
import { UserError } from "../record/diagnostic.ts";
import { isEdtf } from "../record/edtf.ts";

/** For options that may be given several times. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** @throws UserError where the text is no number from 1 */
export function count(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new UserError(`'${value}' is not a number such as 4`);
  return Number(value);
}

/** @throws UserError where the text is no date */
export function checkedDate(value: string): string {
  if (!/^\d{4}(-\d\d){0,2}$/.test(value) || !isEdtf(value)) {
    throw new UserError(`'${value}' is not a date such as 2025-08-17`);
  }
  return value;
}

/** @throws UserError where the file is not there */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UserError(`cannot read ${file}`);
  }
}
