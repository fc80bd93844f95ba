/** Patterns whose words fit a clause that tells something else: "called on the king to leave" is no visit. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf } from "../../language/doc.ts";
import { type Entry, isOfKind } from "./lexicon.ts";
import type { Surroundings } from "./match.ts";

/** Whether what stands around a clause speaks against a pattern that its words fit. */
export function isMisfit({ type, pattern }: Entry, clause: Clause, around: Surroundings): boolean {
  switch (`${type} ${pattern}`) {
    case "CONSULT call on <person>":
      return isAppeal(clause, around);
    case "CONSULT give <welcome>":
      return !objectsOf(clause).some(around.isPerson);
    case "SUPPORT express <regret>":
    case "SUPPORT voice <regret>":
      return regretsAnother(clause, around);
    case "AID train <force>":
      return clause.patients.some(({ head }) => isOwn(head, around.doc));
    case "RETREAT move <force>":
      return !isMovedAway(clause, around.doc);
    default:
      return false;
  }
}

function objectsOf({ patients, recipients, obliques }: Clause): readonly Phrase[] {
  return [...patients, ...recipients, ...obliques.map(({ phrase }) => phrase)];
}

/** "Called on the king to open the gates", "called on him for help". */
function isAppeal(clause: Clause, { below }: Surroundings): boolean {
  return (
    clause.obliques.some(({ preposition }) => preposition === "for") ||
    below(clause).some(({ mood, role }) => mood === "infinitive" || role === "content")
  );
}

/** "Expressed regret that Agria goes on arming the rebels": a reproach. */
function regretsAnother(clause: Clause, { below, doc }: Surroundings): boolean {
  const tree = treeOf(doc);
  const isTold = below(clause).some(
    ({ role, marker, inherited, agents }) =>
      role === "content" && marker === "that" && !inherited && agents.length > 0,
  );
  if (isTold) return true;
  return clause.patients
    .flatMap(({ head }) => childrenOf(tree, head))
    .some(
      (child) =>
        /^(?:acl|ccomp)/.test(deprelOf(doc, child)) &&
        wordOf(doc, tree.left[child]!) === "that" &&
        childrenOf(tree, child).some((subject) => /^nsubj$/.test(deprelOf(doc, subject))),
    );
}

function isOwn(head: number, doc: Doc): boolean {
  return childrenOf(treeOf(doc), head).some((child) =>
    /^(?:its|his|her|their|our)$/i.test(wordOf(doc, child)),
  );
}

/** "Move its guns into storage", "ready to move its artillery if": heavy weapons taken back, not brought up. */
function isMovedAway({ predicate, patients, obliques }: Clause, doc: Doc): boolean {
  const guns = patients.filter(({ head }) => isOfKind(lemmaOf(doc, head).toLowerCase(), "heavy"));
  if (guns.length === 0) return false;
  const away = childrenOf(treeOf(doc), predicate).some((child) => AWAY.test(wordOf(doc, child)));
  const stored = obliques.some(({ phrase }) => STORES.test(doc.text.slice(phrase.start, phrase.end)));
  const above = doc.head[predicate]!;
  const offered =
    above >= 0 &&
    /^(?:xcomp|ccomp|advcl)/.test(deprelOf(doc, predicate)) &&
    YIELDING.test(lemmaOf(doc, above).toLowerCase());
  return away || stored || (offered && guns.some(({ head }) => isOwn(head, doc)));
}

const AWAY = /^(?:away|back|off)$/i;
const STORES = /\b(?:storage|stores?|depots?|warehouses?|cantonments?|barracks)\b/i;
const YIELDING = /^(?:open|ready|willing|prepared|agree|offer|promise|pledge|undertake)$/;
