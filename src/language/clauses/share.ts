import type { Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../doc.ts";
import { isTold, placeSubject } from "./arguments.ts";
import type { Draft } from "./draft.ts";
import { eventNounOf, verbClass } from "./lexicon.ts";
import { phraseOf, splitPhrases } from "./phrase.ts";
import { hasChild, hasTo } from "./predicates.ts";
import type { Tree } from "./tree.ts";

const subjectControl = verbClass("subject-control");
const blamed = verbClass("blamed");
const light = verbClass("light");
const ending = verbClass("ending");
const outlook = verbClass("outlook");
const measures = verbClass("measure");
const asking = verbClass("asking");
const answering = verbClass("answering");

/** Fills in what a clause shares with the one above it. Called top down: the parent is complete. */
export function shareArguments(doc: Doc, tree: Tree, draft: Draft): void {
  const { parent } = draft;
  if (
    parent === undefined &&
    draft.role !== "relative" &&
    draft.role !== "participle" &&
    draft.role !== "content" &&
    draft.role !== "parenthesis" &&
    draft.role !== "root"
  )
    return;
  if (draft.nominal) shareWithEvent(doc, draft);
  else if (draft.role === "relative") fillGap(doc, tree, draft);
  else shareBetweenVerbs(doc, tree, draft);
}

function shareBetweenVerbs(doc: Doc, tree: Tree, draft: Draft): void {
  const { parent } = draft;
  const top = draft.chain[0]!;
  const relation = deprelOf(doc, top);
  if (parent !== undefined && relation === "conj" && parent.chain.includes(doc.head[top]!)) {
    shareVerbGroup(doc, tree, draft, parent);
    shareObject(doc, draft, parent);
  }
  if (relation === "xcomp" && parent !== undefined) colour(doc, draft, parent);
  if (draft.subject.length > 0 || draft.mood === "imperative" || hasChild(doc, tree, draft.predicate, "expl"))
    return;
  if (hasChild(doc, tree, draft.predicate, "csubj")) return;
  take(draft, missingSubject(doc, tree, draft, relation));
}

/** The phrases that a clause without a subject of its own speaks of. */
function missingSubject(doc: Doc, tree: Tree, draft: Draft, relation: string): readonly Phrase[] {
  const { parent } = draft;
  const top = draft.chain[0]!;
  if (relation.endsWith(":relcl") && draft.role === "root")
    return splitPhrases(doc, tree, doc.head[top]!, true);
  if (parent !== undefined && (relation === "advcl" || relation === "acl") && isBlame(draft, parent))
    return parent.patients;
  if (relation === "acl" && !draft.marker.includes(" ")) return subjectOfNounClause(doc, tree, draft);
  if (parent === undefined) return [];
  if (relation === "conj") return draft.joins || parent.chain.includes(doc.head[top]!) ? parent.subject : [];
  if (relation === "xcomp") return controllerOf(parent);
  if (relation === "advcl" && draft.marker === "for" && isAimedAt(parent)) return [];
  if (relation === "advcl" || relation === "acl") return doerOf(parent);
  const gerund = relation === "ccomp" && draft.tense === "none" && xposOf(doc, top) !== "VB";
  return gerund ? doerOf(parent) : [];
}

/** "Accused Agron of cheating": the accused cheated. */
function isBlame({ marker }: Draft, { lemma, patients }: Draft): boolean {
  return (
    (marker === "of" || marker === "for" || marker === "from") && blamed.has(lemma) && patients.length > 0
  );
}

/** "Ordered an embargo as punishment for seizing the port": what is done to others is done for their deeds. */
function isAimedAt({ passive, copular, nominal, patients }: Draft): boolean {
  return !passive && !copular && !nominal && patients.length > 0;
}

function take(draft: Draft, subject: readonly Phrase[]): void {
  if (subject.length === 0) return;
  draft.subject = [...subject];
  draft.inherited = true;
  placeSubject(draft, false);
}

/** Who a subjectless adverbial speaks of: the subject of the clause above, or the doer of an event. */
function doerOf(parent: Draft): readonly Phrase[] {
  return parent.subject.length > 0 ? parent.subject : parent.agents;
}

/** Who does what an infinitive says: the object of the verb above, or its subject. */
function controllerOf(parent: Draft): readonly Phrase[] {
  if (parent.nominal) return parent.agents;
  if (!parent.passive && !subjectControl.has(parent.lemma)) {
    const objects = parent.recipients.length > 0 ? parent.recipients : parent.copular ? [] : parent.patients;
    const held = objects.filter(
      (phrase) => !parent.obliques.some((oblique) => oblique.phrase.head === phrase.head),
    );
    if (held.length > 0) return held;
  }
  return doerOf(parent);
}

/** "the plan backed by Agron", "Belmark's offer to talk", "Agron made an offer to talk". */
function subjectOfNounClause(doc: Doc, tree: Tree, draft: Draft): readonly Phrase[] {
  const noun = doc.head[draft.chain[0]!]!;
  if (noun < 0) return [];
  const { parent } = draft;
  if (draft.marker === "") return splitPhrases(doc, tree, noun, true);
  if (draft.role !== "participle" && !hasTo(doc, tree, draft.chain[0]!)) return [];
  if (parent !== undefined && doc.head[noun] === parent.predicate && isTold(doc, tree, parent, noun)) {
    return splitPhrases(doc, tree, noun, true);
  }
  // "Accepted its invitation to come": whoever accepts it comes.
  const answer = parent?.nominal ? parent.parent : parent;
  const isAsked = asking.has(lemmaOf(doc, noun)) && answer !== undefined && answering.has(answer.lemma);
  for (let child = tree.firstChild[noun]!; child >= 0 && !isAsked; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "nmod:poss") return splitPhrases(doc, tree, child);
  }
  if (parent === undefined) return [];
  if (isAsked) return doerOf(answer);
  return parent.nominal && parent.predicate === noun ? parent.agents : doerOf(parent);
}

/** "plans to meet": whether the meeting comes about is open, and the infinitive says so. */
function colour(doc: Doc, draft: Draft, parent: Draft): void {
  if (draft.modal !== "" || draft.mood !== "infinitive") return;
  const above = parent.chain[parent.chain.length - 1]!;
  if (!outlook.has(parent.lemma) || doc.head[draft.chain[0]!] !== above) return;
  draft.modal =
    parent.copular || parent.passive ? `be ${wordOf(doc, above).toLowerCase()} to` : `${parent.lemma} to`;
}

/** "will meet and sign", "was arrested and deported": a bare second verb shares the auxiliaries of the first. */
function shareVerbGroup(doc: Doc, tree: Tree, draft: Draft, parent: Draft): void {
  const verb = draft.chain[0]!;
  for (const relation of ["aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "nsubj:outer"]) {
    if (hasChild(doc, tree, verb, relation)) return;
  }
  if (parent.copular || parent.nominal || draft.copular) return;
  const form = xposOf(doc, verb);
  const same =
    form === xposOf(doc, parent.chain[0]!) || (form === "VBN" && xposOf(doc, parent.predicate) === "VBN");
  if (!same || form === "VBD" || form === "VBZ" || form === "VBP") {
    if (form === "VBD" || form === "VBZ" || form === "VBP") draft.mood = "statement";
    return;
  }
  draft.modal = parent.modal;
  draft.tense = parent.tense;
  draft.aspect = parent.aspect;
  draft.mood = parent.mood;
  if (form === "VBN") draft.passive = parent.passive;
  if (parent.negated && joinsByOr(doc, tree, verb)) draft.negated = true;
}

function joinsByOr(doc: Doc, tree: Tree, verb: number): boolean {
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) !== "cc") continue;
    const word = lemmaOf(doc, child);
    return word === "or" || word === "nor";
  }
  return false;
}

/** "rejected and denounced the plan": an object after the second verb belongs to both. */
function shareObject(doc: Doc, draft: Draft, parent: Draft): void {
  if (draft.copular || draft.passive || draft.patients.length > 0 || parent.passive || parent.copular) return;
  if (draft.obliques.length > 0) return;
  const after = parent.patients.filter((phrase) => phrase.head > draft.predicate);
  if (after.length > 0 && uposOf(doc, draft.predicate) === "VERB") draft.patients.push(...after);
}

/** Puts the noun that a relative clause stands with in the place of its relative word or its gap. */
function fillGap(doc: Doc, tree: Tree, draft: Draft): void {
  const top = draft.chain[0]!;
  const noun = doc.head[top]!;
  if (noun < 0 || deprelOf(doc, top) === "advcl:relcl") {
    dropRelativeWords(doc, draft);
    return;
  }
  const antecedent = antecedentOf(doc, tree, noun, top);
  let filled = false;
  const fill = (phrases: Phrase[]): Phrase[] =>
    phrases.flatMap((phrase) => {
      if (!isRelativeWord(doc, phrase.head)) return [phrase];
      filled = true;
      return antecedent;
    });
  const hadSubject = draft.subject.length > 0;
  draft.subject = fill(draft.subject);
  draft.agents = fill(draft.agents);
  // "The plan that Agron wants to see": the gap is further down, and the noun does not do what is wanted.
  const isDeeper = hasChild(doc, tree, draft.predicate, "xcomp") && !draft.passive;
  draft.patients = isDeeper
    ? draft.patients.filter(({ head }) => !isRelativeWord(doc, head))
    : fill(draft.patients);
  draft.recipients = fill(draft.recipients);
  draft.obliques = draft.obliques.flatMap((oblique) =>
    fill([oblique.phrase]).map((phrase) => ({ preposition: oblique.preposition, phrase })),
  );
  if (filled || startsWithAdverb(doc, tree, top)) return;
  if (!hadSubject) take(draft, antecedent);
  else if (!draft.copular && !draft.passive && !isDeeper && draft.patients.length === 0)
    draft.patients = [...antecedent];
}

function dropRelativeWords(doc: Doc, draft: Draft): void {
  const keep = (phrases: Phrase[]) => phrases.filter((phrase) => !isRelativeWord(doc, phrase.head));
  draft.subject = keep(draft.subject);
  draft.agents = keep(draft.agents);
  draft.patients = keep(draft.patients);
}

function antecedentOf(doc: Doc, tree: Tree, noun: number, clause: number): Phrase[] {
  const phrases = splitPhrases(doc, tree, noun, true).filter((phrase) => phrase.head < clause);
  return phrases.length > 0 ? phrases : [phraseOf(doc, tree, noun, true)];
}

function isRelativeWord(doc: Doc, token: number): boolean {
  const tag = xposOf(doc, token);
  return tag === "WDT" || tag === "WP";
}

/** "the town where they met": the noun is a place or time of the clause, not a party to it. */
function startsWithAdverb(doc: Doc, tree: Tree, verb: number): boolean {
  for (let child = tree.firstChild[verb]!; child >= 0 && child < verb; child = tree.nextSibling[child]!) {
    if (xposOf(doc, child) === "WRB") return true;
  }
  return false;
}

/** "Belmark held talks with Agron": the subject of such a verb takes part in the event. */
function shareWithEvent(doc: Doc, draft: Draft): void {
  const { parent } = draft;
  if (parent === undefined || parent.nominal || draft.agents.length > 0 || !light.has(parent.lemma)) return;
  // "Talks to halt the bombing": who would end what is done to others need not be who does it.
  if (ending.has(parent.lemma) && eventNounOf(draft.lemma)?.frame === "transitive") return;
  const noun = measureAbove(doc, draft.predicate);
  if (doc.head[noun] !== parent.predicate) return;
  const relation = deprelOf(doc, noun);
  if (relation === "obj" && !parent.passive) draft.agents = [...parent.agents];
  else if (relation === "nsubj:pass") {
    draft.agents = [...parent.agents];
    for (const { preposition, phrase } of parent.obliques)
      if (preposition === "between") draft.agents.push(phrase);
  }
  draft.inherited = draft.agents.length > 0;
}

/** "three rounds of talks": the noun that measures the event, or the event noun itself. */
function measureAbove(doc: Doc, noun: number): number {
  const above = doc.head[noun]!;
  return above >= 0 && deprelOf(doc, noun) === "nmod" && measures.has(lemmaOf(doc, above)) ? above : noun;
}
