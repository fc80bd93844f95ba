/** How things are shown on a terminal: colour only where somebody looks, columns that line up. */

import { stripVTControlCharacters, styleText } from "node:util";
import { dateText } from "../record/date-text.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import type { Reading } from "../record/reading.ts";
import { oneLine } from "../share/shorten.ts";

export { oneLine, shorten } from "../share/shorten.ts";

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

/** A diagnostic as one line: where, how bad, what. */
export function lineOf({ severity, message, where }: Diagnostic): string {
  const place = [
    where?.file,
    where?.line ?? (where?.start === undefined ? undefined : `character ${where.start}`),
  ];
  const located = place.filter((part) => part !== undefined).join(":");
  return `${located ? `${located}: ` : ""}${severity}: ${oneLine(message)}`;
}

/** What a report is called beside a quote of it: its outlet, else the name of its file. */
export function sourceOf(readings: readonly Reading[], id: string): string {
  const report = readings.find((reading) => reading.report.id === id)?.report;
  return report?.outlet?.value ?? report?.file?.split("/").at(-1) ?? id;
}

/** The day of its publication, or "undated". */
export function dayOf(readings: readonly Reading[], id: string): string {
  return dateText(readings.find((reading) => reading.report.id === id)?.report.published.value, true);
}

/** "1 report", "3 reports". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
