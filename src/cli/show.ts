/** How things are shown on a terminal: colour only where somebody looks, columns that line up. */
import { stripVTControlCharacters, styleText } from "node:util";
import type { Diagnostic } from "../record/diagnostic.ts";

type Style = Parameters<typeof styleText>[0];

/** Coloured where standard output is a terminal and NO_COLOR is not set. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

const COMBINING = /\p{Mark}|\u200b|\u200d/gu;

function widthOf(text: string): number {
  return [...stripVTControlCharacters(text).replace(COMBINING, "")].length;
}

/** Rows with their columns aligned; the last column runs free. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  }
  const pad = (cell: string, i: number, row: readonly string[]) =>
    i === row.length - 1 ? cell : cell + " ".repeat((widths[i] ?? 0) - widthOf(cell));
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** Control characters and line breaks of a report do not reach the terminal. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}

/** At most `most` characters, cut at a word. */
export function shorten(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(" ", most - 1);
  return `${line.slice(0, cut > most / 2 ? cut : most - 1)}…`;
}

/** A diagnostic as one line: where, how bad, what. */
export function lineOf({ severity, message, where }: Diagnostic): string {
  const place = [
    where?.file,
    where?.line ?? (where?.start === undefined ? undefined : `character ${where.start}`),
  ];
  const located = place.filter((part) => part !== undefined).join(":");
  return `${located ? `${located}: ` : ""}${severity}: ${oneLine(message)}`;
}

/** "1 report", "3 reports". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
