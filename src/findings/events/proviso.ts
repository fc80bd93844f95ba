/** "Would open the gates, provided that Agria left": read as a main clause of its own, "provided" sets a condition. */
import type { Clause } from "../../language/clause.ts";
import { type Doc, wordOf } from "../../language/doc.ts";

/** The clauses of a text with "provided" and "providing" as conjunctions; ids stay as they are. */
export function withProvisos(clauses: readonly Clause[], doc: Doc): readonly Clause[] {
  const changed = new Map<number, Clause>();
  const below = Map.groupBy(clauses, ({ parent }) => parent);
  for (const proviso of clauses) {
    if (!isProviso(proviso, doc)) continue;
    const children = below.get(proviso.id) ?? [];
    const condition = children.find(({ predicate }) => predicate > proviso.predicate);
    const main = children.findLast(({ predicate }) => predicate < proviso.predicate);
    if (condition === undefined || main === undefined) continue;
    const subjects = proviso.agents.filter(({ head }) => head < main.predicate);
    const named = (clause: Clause) => (clause.agents.length > 0 || clause.passive ? clause.agents : subjects);
    changed.set(main.id, { ...main, role: proviso.role, parent: proviso.parent, agents: named(main) });
    for (const second of below.get(main.id) ?? [])
      if (second.role === "conjunct") changed.set(second.id, { ...second, agents: named(second) });
    const upper = lastBefore(main, proviso.predicate, below);
    changed.set(condition.id, {
      ...condition,
      role: "condition",
      marker: "provided that",
      parent: upper.id,
    });
  }
  return changed.size === 0 ? clauses : clauses.map((clause) => changed.get(clause.id) ?? clause);
}

function isProviso({ predicate, nominal, passive, inherited, lemma }: Clause, doc: Doc): boolean {
  if (nominal || passive || inherited || lemma !== "provide" || predicate < 2) return false;
  if (!/^provid(?:ed|ing)$/i.test(wordOf(doc, predicate)) || wordOf(doc, predicate - 1) !== ",") return false;
  return predicate + 1 < doc.size && wordOf(doc, predicate + 1).toLowerCase() === "that";
}

/** "Said it was ready to open them, provided": the condition is one of the last thing told. */
function lastBefore(
  main: Clause,
  end: number,
  below: ReadonlyMap<number, readonly Clause[]>,
  depth = 0,
): Clause {
  const last = (below.get(main.id) ?? []).findLast(
    ({ predicate, nominal, role }) =>
      !nominal &&
      predicate > main.predicate &&
      predicate < end &&
      (role === "conjunct" || role === "content" || role === "purpose"),
  );
  return last === undefined || depth > 6 ? main : lastBefore(last, end, below, depth + 1);
}
