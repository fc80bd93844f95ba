/** Whether a noun does something: people without a name or an owner are actors only where they act. */
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import { gazetteer } from "../../language/names/gazetteer.ts";
import { nounEntries, outlookOf, verbEntries } from "../events/lexicon.ts";
import { prepositionOf } from "../places/standing.ts";
import { documents, isTellingVerb } from "../statements/lexicon.ts";
import { groupClass } from "./groups.ts";

/** Joined nouns are followed up to here. */
const DEPTH = 6;

/** The noun that counts people ("a group of farmers", "thousands of Belmarkians"), else the noun itself. */
export function countedBy(doc: Doc, head: number): number {
  let at = head;
  for (let steps = 0; steps < 2; steps += 1) {
    const above = doc.head[at]!;
    if (above < 0 || above > at || deprelOf(doc, at) !== "nmod") break;
    const counts = groupClass(wordOf(doc, above).toLowerCase()) === "crowd";
    if (!counts || wordOf(doc, above + 1).toLowerCase() !== "of") break;
    at = above;
  }
  return at;
}

/** Subject of a verb that the event lexicon knows, the one by whom it is done, or one of those who meet. */
export function isActing(doc: Doc, head: number): boolean {
  let at = head;
  for (let steps = 0; steps < DEPTH && deprelOf(doc, at) === "conj"; steps += 1) {
    const above = doc.head[at]!;
    if (above < 0) return false;
    at = above;
  }
  const verb = doc.head[at]!;
  if (verb < 0) return false;
  const relation = deprelOf(doc, at);
  if (relation === "nmod") return isMeeting(doc, verb) && isJoined(doc, at);
  // "Ministers are due to meet": what they are due to do.
  if (uposOf(doc, verb) === "ADJ" && relation === "nsubj")
    return childrenOf(treeOf(doc), verb).some(
      (child) => child > verb && uposOf(doc, child) === "VERB" && isDeed(lemmaOf(doc, child)),
    );
  if (uposOf(doc, verb) !== "VERB") return false;
  if (relation === "obj" && lemmaOf(doc, verb) === "meet") return true;
  if (relation === "obl" && lemmaOf(doc, verb) === "meet") return isJoined(doc, at);
  if (relation !== "nsubj" && relation !== "obl:agent") return false;
  return isDeed(lemmaOf(doc, verb));
}

/** Types of deeds that are done to people. */
const DONE_TO: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "AID", "SANCTION", "RETREAT", "ACCUSE"]);

/** "Deported ninety Belmarkians": a people that something is done to. */
export function isUndergoing(doc: Doc, head: number): boolean {
  const verb = doc.head[head]!;
  if (verb < 0 || uposOf(doc, verb) !== "VERB" || !isPeople(wordOf(doc, head))) return false;
  if (!/^(?:obj|iobj|nsubj:pass)$/.test(deprelOf(doc, head))) return false;
  return verbEntries(lemmaOf(doc, verb)).some(({ type }) => DONE_TO.has(type));
}

/** "Talks", "a meeting". */
function isMeeting(doc: Doc, noun: number): boolean {
  return nounEntries(lemmaOf(doc, noun).toLowerCase()).some(
    ({ type, frame }) => type === "CONSULT" && frame === "together",
  );
}

/** "Between their advisers", "with the families". */
function isJoined(doc: Doc, head: number): boolean {
  return /^(?:between|with|among|of)$/i.test(prepositionOf(doc, head));
}

function isDeed(lemma: string): boolean {
  return verbEntries(lemma).length > 0 || outlookOf("verb", lemma) !== undefined;
}

/** "Belmarkians", "Kurds", "Palestinians": a people in the plural. */
export function isPeople(word: string): boolean {
  if (!/^\p{Lu}\p{L}+$/u.test(word)) return false;
  const lists = gazetteer();
  if (lists.people(word) !== undefined) return word.endsWith("s") || lists.adjective(word) === undefined;
  if (!word.endsWith("s")) return false;
  const one = word.slice(0, -1);
  return lists.adjective(one) !== undefined || lists.faithOrPeople(one) !== undefined;
}

/** Subject of a verb of saying, or the one according to whom. */
export function isSpeaking(doc: Doc, head: number, depth = 0): boolean {
  if (depth > DEPTH) return false;
  const relation = deprelOf(doc, head);
  const above = doc.head[head]!;
  if (above < 0) return false;
  const lemma = lemmaOf(doc, above);
  // "declined to comment": whoever is asked, and tells nothing.
  if (relation === "nsubj") return isTellingVerb(lemma) || lemma === "decline";
  if (relation === "obj") return lemma === "cite" || lemma === "quote";
  if (relation === "obl" || relation === "obl:agent" || relation === "nmod") {
    const floor = doc.sentences[doc.sentence[head]!]!;
    for (let i = head - 1; i >= floor && head - i < 8; i -= 1)
      if (doc.head[i] === head && deprelOf(doc, i) === "case") {
        const word = wordOf(doc, i).toLowerCase();
        // "Reports from several outlets say": they say it.
        if (relation === "nmod" && /^(?:from|by)$/.test(word) && documents.has(lemma))
          return isSpeaking(doc, above, depth + 1);
        return word === "according" || (word === "by" && isTellingVerb(lemma));
      }
  }
  return false;
}
