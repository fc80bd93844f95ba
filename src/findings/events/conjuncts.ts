/** "It would take any plan that Agria took, and called for a truce": hung on the relative clause, the verb is not Agria's. */
import type { Clause } from "../../language/clause.ts";
import { type Doc, xposOf } from "../../language/doc.ts";

/** Verbs that ask for something with a preposition, so that nothing is missing behind them. */
const ASKING: ReadonlySet<string> = new Set(["call for", "call on", "push for", "press for", "insist on"]);
const STEPS = 6;

/** The clauses of a text with such conjuncts hung on the clause whose subject they share; ids stay as they are. */
export function withOwnConjuncts(clauses: readonly Clause[], doc: Doc): readonly Clause[] {
  return clauses.map((clause) => {
    const relative = clauses[clause.parent];
    if (relative === undefined || !isMishung(clause, relative, doc)) return clause;
    let above = clauses[relative.parent];
    for (let steps = 0; above !== undefined && !isTold(above) && steps < STEPS; steps++)
      above = clauses[above.parent];
    if (above === undefined || !isTold(above)) return clause;
    return { ...clause, parent: above.id, agents: above.agents, tense: "past", mood: "statement" };
  });
}

/** A past verb with an object of its own after a relative clause that lacks one. */
function isMishung(clause: Clause, relative: Clause, doc: Doc): boolean {
  const { role, inherited, passive, modal, predicate, obliques, patients, lemma } = clause;
  if (role !== "conjunct" || !inherited || passive || modal !== "" || relative.role !== "relative")
    return false;
  if (relative.inherited || relative.agents.length === 0) return false;
  if (relative.patients.some(({ head }) => head > relative.predicate)) return false;
  if (!/^VB[DN]$/.test(xposOf(doc, predicate))) return false;
  const asks = obliques.some(({ preposition }) => ASKING.has(`${lemma} ${preposition}`) || ASKING.has(lemma));
  return asks || patients.some(({ head }) => head > predicate);
}

function isTold({ nominal, role, tense, modal, agents }: Clause): boolean {
  return !nominal && role !== "relative" && tense === "past" && modal === "" && agents.length > 0;
}
