/**
 * `parley-record/language`: English read into tokens, syntax, names, references and clauses.
 */

export { analyse } from "./analyse.ts";
export type { Analysis } from "./analysis.ts";
export type { Clause, ClauseRole, Oblique, Phrase } from "./clause.ts";
export {
  ancestorsOf,
  childClauses,
  clausesOfSentence,
  clauseText,
  conditionsOf,
  contentOf,
  isReporting,
  phraseText,
  verbOf,
} from "./clauses/query.ts";
export { readClauses } from "./clauses/read-clauses.ts";
export type { Doc, Upos } from "./doc.ts";
export { deprelOf, lemmaOf, UPOS, uposOf, wordOf, xposOf } from "./doc.ts";
export type { Features } from "./features.ts";
export { featuresOf } from "./features.ts";
export type { Name, NameKind } from "./name.ts";
export { NAME_KINDS } from "./name.ts";
export type { ParseOptions } from "./parse.ts";
export { parse } from "./parse.ts";
export type { Entity, Mention } from "./reference.ts";
export { resolve } from "./references/resolve.ts";
