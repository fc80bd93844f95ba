/** Words as models see them from above and below: what a word is, how it hangs on another, what hangs on it. */
import { type Doc, deprelOf, lemmaOf, lowerOf, uposOf } from "../doc.ts";
import { masked } from "../model-features.ts";
import { childrenOf, type Tree } from "./tree.ts";
import { isNegated } from "./verb-group.ts";

/** A word and what its dependents say of it. */
export interface Level {
  readonly lemma: string;
  /** How it hangs on the word above it, without subtype. */
  readonly relation: string;
  /** The preposition or conjunction that opens it. */
  readonly opener: string;
  readonly isNegated: boolean;
  readonly auxiliaries: string;
  readonly subject: Dependent | undefined;
  /** Objects, adverbs and phrases: "relation opener lemma". */
  readonly beside: readonly Dependent[];
}

export interface Dependent {
  readonly token: number;
  readonly says: string;
}

/** A relation without its subtype. */
export function bare(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

const BESIDE = new Set("obj iobj obl advmod amod xcomp ccomp acl advcl compound nmod det case".split(" "));
const OPENED = new Set(["obl", "nmod", "advcl", "acl"]);

/** What a word and its dependents say. */
export function levelOf(doc: Doc, tree: Tree, token: number): Level {
  let auxiliaries = "";
  let lemma = masked(doc, token);
  let subject: Dependent | undefined;
  const beside: Dependent[] = [];
  for (const child of childrenOf(tree, token)) {
    const whole = deprelOf(doc, child);
    const relation = bare(whole);
    if (relation === "nsubj" || relation === "csubj")
      subject = { token: child, says: `${whole.includes("pass") ? "pass " : ""}${subjectKind(doc, child)}` };
    else if (relation === "aux" || relation === "cop") auxiliaries += ` ${lemmaOf(doc, child).toLowerCase()}`;
    else if (whole === "compound:prt") lemma += ` ${lowerOf(doc, child)}`;
    else if (BESIDE.has(relation)) {
      const opener = OPENED.has(relation) ? openerOf(doc, tree, child) : "";
      beside.push({ token: child, says: `${relation} ${opener} ${masked(doc, child)}` });
    }
  }
  return {
    lemma,
    relation: bare(deprelOf(doc, token)),
    opener: openerOf(doc, tree, token),
    isNegated: isNegated(doc, tree, token),
    auxiliaries,
    subject,
    beside,
  };
}

/** The preposition or conjunction that opens a phrase or clause, words of several parts joined. */
function openerOf(doc: Doc, tree: Tree, head: number): string {
  let opener = "";
  for (const child of childrenOf(tree, head)) {
    if (child > head) break;
    const relation = deprelOf(doc, child);
    if (relation === "case" || relation === "mark") opener += (opener && " ") + lowerOf(doc, child);
  }
  return opener;
}

const OWN = new Set(["we", "i", "us"]);

function subjectKind(doc: Doc, token: number): string {
  const tag = uposOf(doc, token);
  const word = lowerOf(doc, token);
  if (OWN.has(word)) return "we";
  return tag === "PROPN" ? "#name" : tag === "PRON" ? word : `n:${lemmaOf(doc, token).toLowerCase()}`;
}
