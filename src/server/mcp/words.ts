/** What the tools have in common: what they take, and how their answers read. */
import { z } from "zod";
import { daySchema } from "../route.ts";
import { citedSchema } from "./library.ts";

export const name = z.string().min(1).max(200);
export const asOf = daySchema.optional().describe("only what had been published by this day, 2031-04-12");
export const story = name
  .optional()
  .describe("one of the stories, by its number, its name or one of its reports; absent: the longest");
export const limit = z.int().min(1).max(200).default(30).describe("at most so many");
export const spans = z.array(citedSchema);

/** The query of a route: what is there, as text. */
export function queryOf(
  fields: Readonly<Record<string, string | number | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]])),
  );
}

export function names(references: readonly { readonly name: string }[]): string {
  return references.map((reference) => reference.name).join(" and ");
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n");
}

/** The head line of a list that may be cut. */
export function heading(shown: number, all: number, noun: string): string {
  return shown < all
    ? `${shown} of ${all} ${noun}; ask with a narrower filter or a larger limit`
    : `${all} ${noun}`;
}
