/** "The army beat back two attacks": whoever repels an attack was attacked. */
import type { Clause } from "../../language/clause.ts";
import { type Doc, wordOf } from "../../language/doc.ts";

/** Verbs of whoever is attacked. */
const REPELLING = new Set([
  "beat back",
  "beaten back",
  "beat off",
  "repel",
  "repulse",
  "fend off",
  "foil",
  "thwart",
  "ward off",
  "withstand",
]);

/** Whether the verb of a clause says that its subject withstood an attack. */
export function isRepelling({ lemma, predicate }: Clause, doc: Doc): boolean {
  if (REPELLING.has(lemma)) return true;
  return predicate + 1 < doc.size && REPELLING.has(`${lemma} ${wordOf(doc, predicate + 1).toLowerCase()}`);
}
