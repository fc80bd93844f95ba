import type { Analysis } from "./analysis.ts";
import { withAppositions } from "./appositions.ts";
import { readClauses } from "./clauses/read-clauses.ts";
import { findNames } from "./names/find-names.ts";
import { type ParseOptions, parse } from "./parse.ts";
import { resolve } from "./references/resolve.ts";

/**
 * Reads English text all the way: tokens, tags, syntax, names, references, clauses.
 *
 * @throws Error on the first call where models are missing or belong to another version of the program
 */
export function analyse(text: string, options: ParseOptions = {}): Analysis {
  const parsed = parse(text, options);
  const names = findNames(parsed);
  const doc = withAppositions(parsed, names);
  const { mentions, entities } = resolve(doc, names);
  return { doc, names, mentions, entities, clauses: readClauses(doc) };
}
