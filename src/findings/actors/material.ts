/** What the parts of gathering actors share: the text, its names, how they stand, and whose adjectives are whose. */
import type { Analysis } from "../../language/analysis.ts";
import type { Name } from "../../language/name.ts";
import { type Entry, gazetteer } from "../../language/names/gazetteer.ts";
import { headOf, type Standing } from "../places/standing.ts";
import { addRange, type Draft } from "./cast.ts";
import type { Bearer } from "./roles.ts";

export interface Material {
  readonly text: string;
  readonly language: Analysis;
  readonly standing: ReadonlyMap<Name, Standing>;
  /** Adjectives and names of the text → the state or organisation as it is shown. */
  readonly bearer: Bearer;
  readonly adjectives: ReadonlyMap<string, string>;
}

/** A name as it is shown: in one line, without its article. */
export const written = (text: string, name: Name): string =>
  text.slice(name.start, name.end).replace(/\s+/g, " ").replace(/^the /i, "");

export function mention(into: Draft, { language }: Material, name: Name): void {
  addRange(into.mentions, { start: name.start, end: name.end });
  into.heads.add(headOf(language.doc, name.first, name.last));
}

export function entryOf(name: Name): Entry | undefined {
  return name.entry === undefined ? undefined : gazetteer().entry(name.entry);
}
