import type { Clause } from "./clause.ts";
import type { Doc } from "./doc.ts";
import type { Name } from "./name.ts";
import type { Entity, Mention } from "./reference.ts";

/** Everything the language part knows of one text. */
export interface Analysis {
  readonly doc: Doc;
  readonly names: readonly Name[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly clauses: readonly Clause[];
}
