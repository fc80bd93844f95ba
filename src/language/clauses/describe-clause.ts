import type { Clause, Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { phraseText } from "./query.ts";

/**
 * A clause on one line, for tests and for looking: `not rule_out(Agron > a truce) in:Velden [past, will]`.
 * Agents stand before `>`, patients after it, recipients after `to:`.
 */
export function describeClause(doc: Doc, clause: Clause, clauses: readonly Clause[]): string {
  const list = (phrases: readonly Phrase[]) => phrases.map((phrase) => phraseText(doc, phrase)).join(" + ");
  const inside = [list(clause.agents), clause.patients.length > 0 ? `> ${list(clause.patients)}` : ""];
  if (clause.recipients.length > 0) inside.push(`to: ${list(clause.recipients)}`);
  const name = `${clause.negated ? "not " : ""}${clause.lemma.replaceAll(" ", "_")}`;
  const head = `${name}(${inside.filter((part) => part !== "").join(" ")})`;
  const obliques = clause.obliques
    .map(({ preposition, phrase }) => ` ${preposition}:${phraseText(doc, phrase)}`)
    .join("");
  const above = clause.parent >= 0 ? ` < ${clauses[clause.parent]!.lemma.replaceAll(" ", "_")}` : "";
  const role = clause.marker === "" ? clause.role : `${clause.role} ${clause.marker}`;
  const flags = [
    clause.tense === "none" ? "" : clause.tense,
    clause.aspect === "simple" ? "" : clause.aspect,
    clause.passive ? "passive" : "",
    clause.copular ? "copular" : "",
    clause.modal,
    clause.mood === "statement" ? "" : clause.mood,
    clause.inherited ? "inherited" : "",
  ].filter((flag) => flag !== "");
  return `${head}${obliques} | ${role}${above}${flags.length > 0 ? ` | ${flags.join(", ")}` : ""}`;
}
