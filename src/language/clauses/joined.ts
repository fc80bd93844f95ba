/** Which clause a second verb joins, where number or form forbid the one that the tree hangs it on. */
import type { Doc } from "../doc.ts";
import { deprelOf, wordOf, xposOf } from "../doc.ts";
import type { Draft } from "./draft.ts";
import type { Tree } from "./tree.ts";

/** Clauses above are looked at up to here. */
const DEPTH = 6;

/**
 * "Belmark insists that the guns fall silent and has ruled out talks", "accused mills of living off grants and slapped
 * a duty on them": the clause above whose subject the second verb can have; undefined where the nearest will do.
 */
export function joinedClause(doc: Doc, tree: Tree, draft: Draft): Draft | undefined {
  const top = draft.chain[0]!;
  const { parent } = draft;
  if (deprelOf(doc, top) !== "conj" || draft.subject.length > 0 || draft.nominal || draft.copular)
    return undefined;
  if (parent === undefined || parent.nominal || !parent.chain.includes(doc.head[top]!)) return undefined;
  const form = finiteForm(doc, tree, top);
  if (form === undefined || fits(doc, form, parent)) return undefined;
  let above = parent.parent;
  for (let steps = 0; above !== undefined && steps < DEPTH; steps += 1) {
    const before = above.predicate < draft.predicate && above.sentence === draft.sentence;
    if (before && !above.nominal && above.subject.length > 0 && fits(doc, form, above)) return above;
    above = above.parent;
  }
  return undefined;
}

type Form = "singular" | "past";

/** What the verb, or its first auxiliary, asks of its subject; undefined where it asks nothing. */
function finiteForm(doc: Doc, tree: Tree, verb: number): Form | undefined {
  for (let child = tree.firstChild[verb]!; child >= 0 && child < verb; child = tree.nextSibling[child]!) {
    if (!deprelOf(doc, child).startsWith("aux")) continue;
    const word = wordOf(doc, child).toLowerCase();
    if (/^(?:has|is|does|was)$/.test(word)) return "singular";
    return /^(?:had|did|will)$/.test(word) ? "past" : undefined;
  }
  const tag = xposOf(doc, verb);
  return tag === "VBZ" ? "singular" : tag === "VBD" ? "past" : undefined;
}

function fits(doc: Doc, form: Form, above: Draft): boolean {
  const verb = above.predicate;
  // A past form beside a past participle may be one itself.
  const isOpen =
    above.tense === "none" && above.modal === "" && !above.copular && xposOf(doc, verb) !== "VBN";
  if (isOpen && (above.mood === "infinitive" || above.mood === "participle")) return false;
  return form === "past" || !isPlural(doc, above);
}

function isPlural(doc: Doc, { subject }: Draft): boolean {
  if (subject.length > 1) return true;
  return subject.some(({ head }) => xposOf(doc, head) === "NNS" || /^(?:they|we)$/i.test(wordOf(doc, head)));
}
