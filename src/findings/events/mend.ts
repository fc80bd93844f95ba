/**
 * Clauses mended where the parser is known to stumble and the words leave no doubt: "is due to meet" read as a
 * preposition, "has threatened" read as a passive, "a deadline for Agria to answer" lent the wrong subject.
 */
import type { Clause, Phrase } from "../../language/clause.ts";
import { caseOf, phraseOf, splitPhrases } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { verbEntries } from "./lexicon.ts";

const DUE = new Set(["due", "set", "slated", "expected", "scheduled", "poised", "planned"]);

/** What stands before a subject that follows another clause. */
const OPENING = /^(?:and|but|while|,)$/;

/** The clause as its words say it. */
export function mended(clause: Clause, doc: Doc): Clause {
  if (clause.nominal) return clause;
  return (
    ownSubject(clause, doc) ??
    bareSubject(clause, doc) ??
    subjectOfHad(clause, doc) ??
    dueTo(clause, doc) ??
    toCome(clause, doc) ??
    perfect(clause, doc) ??
    forTo(clause, doc) ??
    upTo(clause, doc) ??
    undergone(clause, doc) ??
    demanded(clause, doc) ??
    ruledOut(clause, doc) ??
    clause
  );
}

function word(doc: Doc, token: number): string {
  return token < 0 ? "" : wordOf(doc, token).toLowerCase();
}

/** "The rebels seized the town and the army responded": read as one more thing that was seized, the army responds. */
function ownSubject(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.inherited || clause.passive || clause.role !== "conjunct") return undefined;
  let first = clause.predicate;
  while (first > 0 && (/^(?:AUX|ADV|PART)$/.test(uposOf(doc, first - 1)) || DUE.has(word(doc, first - 1))))
    first--;
  let before = first - 1;
  if (word(doc, before) === ",") before--;
  const tree = treeOf(doc);
  for (let steps = 0; steps < 6 && before > 0; steps++) {
    if (deprelOf(doc, before) === "conj" && /^(?:NOUN|PROPN)$/.test(uposOf(doc, before))) break;
    before = doc.head[before]!;
    if (before >= first) return undefined;
  }
  if (before <= 0 || deprelOf(doc, before) !== "conj" || doc.sentence[before] !== clause.sentence)
    return undefined;
  const left = tree.left[before]!;
  if (!OPENING.test(word(doc, left)) && !OPENING.test(word(doc, left - 1))) return undefined;
  // Whoever stands in a list of those who act is no subject of his own.
  if (clause.agents.some(({ start, end }) => start <= doc.start[before]! && doc.start[before]! < end))
    return undefined;
  const agents = [phraseOf(doc, tree, before, true)];
  const dueBefore = first < clause.predicate && clause.modal !== "";
  return {
    ...clause,
    agents,
    inherited: false,
    ...(dueBefore ? { mood: "statement" as const, tense: "future" as const } : {}),
  };
}

/** "after an air strike killed nine": the phrase just before the verb acts, not the subject of the sentence. */
function bareSubject(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.inherited || clause.passive || clause.tense === "none") return undefined;
  const subject = clause.obliques.find(
    ({ preposition, phrase }) =>
      preposition === "" &&
      phrase.end + 1 === doc.start[clause.predicate] &&
      uposOf(doc, phrase.head) === "NOUN",
  );
  if (subject === undefined) return undefined;
  const obliques = clause.obliques.filter((one) => one !== subject);
  return { ...clause, agents: [subject.phrase], obliques, inherited: false };
}

/** "Hours after Agria and Norvia had signed it": whoever stands before "had" acts, whatever the tree lends. */
function subjectOfHad(clause: Clause, doc: Doc): Clause | undefined {
  if (clause.passive || clause.aspect !== "perfect" || clause.tense === "none") return undefined;
  let auxiliary = clause.predicate - 1;
  if (auxiliary > 0 && uposOf(doc, auxiliary) === "ADV") auxiliary--;
  if (!/^(?:has|have|had)$/.test(word(doc, auxiliary))) return undefined;
  const isNoun = auxiliary > 0 && /^(?:NOUN|PROPN)$/.test(uposOf(doc, auxiliary - 1));
  const subject = isNoun ? subjectBefore(auxiliary, doc) : undefined;
  if (subject === undefined || clause.agents.some(({ head }) => head === subject.head)) return undefined;
  // "Whether Agria would accept, as Odo Lund has refused": of two subjects, the one beside the verb is its own.
  const opens = uposOf(doc, treeOf(doc).left[subject.head]! - 1) === "SCONJ";
  if (!clause.inherited && !(opens && deprelOf(doc, subject.head) === "nsubj")) return undefined;
  return { ...clause, agents: splitPhrases(doc, treeOf(doc), subject.head), inherited: false };
}

/** "is due to meet", "had been set to meet": a plan, whose subject stands before "be". */
function dueTo(clause: Clause, doc: Doc): Clause | undefined {
  const to = toBefore(clause, doc);
  if (to < 2 || (clause.modal !== "" && clause.agents.length > 0) || !DUE.has(word(doc, to - 1)))
    return undefined;
  const be = to - 2;
  if (!/^(?:is|are|was|were|been)$/.test(word(doc, be))) return undefined;
  const had = word(doc, be) === "been" && word(doc, be - 1) === "had";
  const subject = clause.agents[0] ?? subjectBefore(had ? be - 1 : be, doc);
  if (subject === undefined) return undefined;
  return {
    ...clause,
    agents: clause.agents.length > 0 ? clause.agents : [subject],
    modal: `be ${word(doc, to - 1)} to`,
    tense: had ? "past" : "future",
    aspect: had ? "perfect" : "simple",
    mood: "statement",
    role: clause.role === "purpose" || clause.role === "content" ? "root" : clause.role,
  };
}

/** "The parliament is yet to ratify it", "the truce is to begin": a verb with "be to", no predicate adjective. */
function toCome(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.copular || clause.mood !== "infinitive" || xposOf(doc, clause.predicate) !== "VB")
    return undefined;
  const isOpen = word(doc, toBefore(clause, doc) - 1) === "yet";
  return {
    ...clause,
    copular: false,
    mood: "statement",
    tense: clause.tense === "past" ? "past" : "future",
    modal: isOpen ? "be yet to" : "be to",
  };
}

/** "Send up to 300 monitors", "up to 300 monitors came": the particle belongs to the number. */
function upTo(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.lemma.endsWith(" up")) return undefined;
  const isAfter = childrenOf(treeOf(doc), clause.predicate).some(
    (child) => child > clause.predicate && word(doc, child) === "up",
  );
  if (!isAfter) return { ...clause, lemma: clause.lemma.slice(0, -3) };
  const counted = clause.obliques.find(
    ({ preposition, phrase }) =>
      preposition === "to" &&
      /^\d|^(?:a|one|two|three|four|five|six|seven|eight|nine|ten)\b/.test(
        doc.text.slice(phrase.start, phrase.end),
      ),
  );
  if (counted === undefined) return undefined;
  return {
    ...clause,
    lemma: clause.lemma.slice(0, -3),
    patients: [...clause.patients, counted.phrase],
    obliques: clause.obliques.filter((one) => one !== counted),
  };
}

/** "Odo Lund, jailed in May": who is set off before a verb that needs an object has it done to him. */
function undergone(clause: Clause, doc: Doc): Clause | undefined {
  if (clause.passive || !clause.inherited || clause.mood === "infinitive" || clause.modal !== "")
    return undefined;
  if (
    clause.patients.length + clause.recipients.length > 0 ||
    !/^VB[DN]$/.test(xposOf(doc, clause.predicate))
  )
    return undefined;
  if (word(doc, clause.predicate - 1) !== ",") return undefined;
  const needsObject = verbEntries(clause.lemma).some(
    ({ words, kind, frame, type }) =>
      words.length === 1 && kind === undefined && frame === "onto" && type === "COERCE",
  );
  if (!needsObject) return undefined;
  return { ...clause, agents: [], patients: clause.agents, passive: true };
}

/** "Its demand that a truce be signed": what is demanded has not come about. */
function demanded(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.passive || clause.modal !== "" || clause.mood === "infinitive") return undefined;
  let be = clause.predicate - 1;
  if (be > 0 && uposOf(doc, be) === "ADV") be--;
  if (
    word(doc, be) !== "be" ||
    /^(?:to|will|would|can|could|may|might|shall|should|must)$/.test(word(doc, be - 1))
  )
    return undefined;
  return { ...clause, modal: "should" };
}

/** "Odo Lund ruled out sending guards", taken for a participle: with a gerund behind it, the verb acts. */
function ruledOut(clause: Clause, doc: Doc): Clause | undefined {
  const { passive, predicate, agents, patients, lemma } = clause;
  const [subject, second] = patients;
  if (!passive || agents.length > 0 || subject === undefined || second !== undefined) return undefined;
  const next = predicate + lemma.split(" ").length;
  if (subject.end + 1 !== doc.start[predicate] || next >= doc.size || xposOf(doc, next) !== "VBG")
    return undefined;
  return { ...clause, agents: [subject], patients: [], passive: false, tense: "past", mood: "statement" };
}

/** "has threatened", its subject taken for an object. */
function perfect(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.passive || clause.agents.length > 0 || xposOf(doc, clause.predicate) !== "VBN")
    return undefined;
  let before = clause.predicate - 1;
  if (before > 0 && (uposOf(doc, before) === "ADV" || word(doc, before) === "since")) before--;
  if (!/^(?:has|have|had)$/.test(word(doc, before))) return undefined;
  const role = clause.role === "content" || clause.role === "participle" ? "root" : clause.role;
  const tense = word(doc, before) === "had" ? "past" : "present";
  return {
    ...clause,
    agents: clause.patients.filter(({ head }) => head < clause.predicate),
    patients: clause.patients.filter(({ head }) => head > clause.predicate),
    passive: false,
    tense,
    aspect: "perfect",
    mood: "statement",
    role,
  };
}

/** "a deadline for Agria to answer": whoever is named with "for" answers. */
function forTo(clause: Clause, doc: Doc): Clause | undefined {
  if (!clause.inherited || clause.mood !== "infinitive") return undefined;
  const to = toBefore(clause, doc);
  for (let token = to - 1, steps = 0; token >= 0 && steps < 6; steps++) {
    if (caseOf(doc, treeOf(doc), token) === "for") {
      return { ...clause, agents: [phraseOf(doc, treeOf(doc), token, true)] };
    }
    const above = doc.head[token]!;
    if (above >= to || above < 0) break;
    token = above;
  }
  return undefined;
}

/** The "to" just before the verb, an adverb between them allowed; or -1. */
function toBefore(clause: Clause, doc: Doc): number {
  let token = clause.predicate - 1;
  if (token > 0 && uposOf(doc, token) === "ADV") token--;
  return word(doc, token) === "to" ? token : -1;
}

/** The phrase that ends just before a verb. */
function subjectBefore(verb: number, doc: Doc): Phrase | undefined {
  let head = verb - 1;
  if (head < 0 || doc.sentence[head] !== doc.sentence[verb] || uposOf(doc, head) === "PUNCT")
    return undefined;
  for (let steps = 0; steps < 20; steps++) {
    const above = doc.head[head]!;
    if (above < 0 || above >= verb || uposOf(doc, above) === "VERB") break;
    head = above;
  }
  return phraseOf(doc, treeOf(doc), head, true);
}
