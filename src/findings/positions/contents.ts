/** What a word for a stance is about. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { caseOf, splitPhrases } from "../../language/clauses/phrase.ts";
import { childClauses, clausesIn, contentOf } from "../../language/clauses/query.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import type { Range } from "../../record/span.ts";
import { parted } from "./extent.ts";
import { lemmaAt, type Scene } from "./scene.ts";
import { stanceLexicon } from "./stances.ts";

/** Prepositions and verbs that join one thing wanted to another: "a truce, along with guarantees", "combined with pressure". */
const JOINING = new Set([
  "along with",
  "together with",
  "as well as",
  "in addition to",
  "alongside",
  "coupled with",
  "combined with",
]);

const JOINING_VERBS = new Set(["combine", "couple", "pair", "accompany", "complement"]);

/** What a clause names beside its main content with the same stance. */
export function joinedContents(scene: Scene, clause: Clause): readonly Range[] {
  const verb = scene.doc.end[clause.predicate]!;
  const phrases = clause.obliques
    .filter(({ preposition }) => JOINING.has(preposition))
    .map(({ phrase }) => phrase);
  const clauses = childClauses(scene.clauses, clause)
    .filter(({ lemma }) => JOINING_VERBS.has(lemma))
    .flatMap(({ obliques }) =>
      obliques
        .filter(({ preposition }) => preposition === "with" || preposition === "by")
        .map(({ phrase }) => phrase),
    );
  return [...phrases, ...clauses].filter(({ start }) => start > verb);
}

const NAMING = new Set(["such as", "including", "like"]);

/** "assurances such as neutrality and a withdrawal": the things named, where a phrase names any; else the phrase. */
function itemsOf(scene: Scene, phrase: Phrase): readonly Range[] {
  const named = childrenOf(scene.tree, phrase.head).find(
    (child) => child > phrase.head && NAMING.has(caseOf(scene.doc, scene.tree, child)),
  );
  if (named === undefined) return [phrase];
  const items = splitPhrases(scene.doc, scene.tree, named);
  return items.map((item, i) => (i === 0 ? { start: phrase.start, end: item.end } : item));
}

/** "insisted that the guns fall silent and has ruled out …": a second verb in the form of the first is no part of its content. */
function isBesideIt(clause: Clause, content: Clause): boolean {
  return (
    content.role === "conjunct" &&
    content.aspect === "perfect" &&
    clause.aspect === "perfect" &&
    stanceLexicon().verbs.has(content.lemma)
  );
}

/**
 * The clauses that a verb of wanting is about. An infinitive that the tree took for a purpose is one of them where the
 * verb has nothing else ("offered on Monday to open the gates").
 */
export function doingsOf(scene: Scene, clause: Clause, addressed = false): readonly Clause[] {
  const content = contentOf(scene.clauses, clause).filter(
    (each) => !each.nominal && each.start > scene.doc.start[clause.predicate]! && !isBesideIt(clause, each),
  );
  if (content.length > 0 && content.at(-1)!.marker === "that")
    return [...content, ...secondThats(scene, clause, content.at(-1)!)];
  if (content.length > 0 || clause.patients.length > 0) return content;
  if (addressed && clause.obliques.length === 0) return [];
  const purposes = childClauses(scene.clauses, clause).filter(
    ({ role, mood, inherited }) => role === "purpose" && mood === "infinitive" && inherited,
  );
  return purposes.flatMap((each) => [
    each,
    ...childClauses(scene.clauses, each).filter(
      ({ role, mood }) => role === "conjunct" && mood === "infinitive",
    ),
  ]);
}

/** "insists that the guns be moved, and that the crew go home": what the tree hung beside the verb. */
function secondThats(scene: Scene, clause: Clause, first: Clause): readonly Clause[] {
  return childClauses(scene.clauses, clause).filter(
    ({ role, marker, nominal, inherited, start }) =>
      role === "conjunct" && marker === "that" && !nominal && !inherited && start > first.start,
  );
}

/** "rejected the offer and calls for a truce": a bare form in -s that is also a stance verb is no second object. */
function looksLikeVerb(scene: Scene, phrase: Phrase): boolean {
  const isBare = scene.doc.start[phrase.head] === phrase.start;
  const word = scene.doc.text.slice(phrase.start, scene.doc.end[phrase.head]);
  return isBare && word.endsWith("s") && stanceLexicon().verbs.has(lemmaAt(scene, phrase.head));
}

/** "ruled out leaving the valley": the doing that stands right behind the verb. */
function doingsBehind(scene: Scene, clause: Clause): readonly Clause[] {
  const after = scene.doc.end[clause.predicate]!;
  return childClauses(scene.clauses, clause).filter(
    ({ mood, start }) => mood === "participle" && after <= start && start - after <= 6,
  );
}

const TIMES = new Set(
  "day week weekend month year hour minute morning evening night noon today tomorrow yesterday tonight time moment spring summer autumn winter".split(
    " ",
  ),
);

/** "rejected on Friday the idea of …": an object that the tree took for a time, where the verb has none else. */
function thingsAside(scene: Scene, clause: Clause): readonly Range[] {
  const verb = scene.doc.end[clause.predicate]!;
  return clause.obliques
    .filter(
      ({ preposition, phrase }) =>
        preposition === "" &&
        phrase.start > verb &&
        /^(?:the|an?|any|all|its|his|her|their|no)\s/iu.test(
          scene.doc.text.slice(phrase.start, phrase.end),
        ) &&
        !TIMES.has(lemmaAt(scene, phrase.head)) &&
        !/day$|^\d|^[A-Z][a-z]+$/u.test(
          scene.doc.text.slice(scene.doc.start[phrase.head], scene.doc.end[phrase.head]),
        ),
    )
    .map(({ phrase }) => phrase);
}

const JOINT = /^\s+(?:of|to|for|on|in|from|between|with|without|over|against|at|by)\s+$/iu;

/** Characters behind a verb in which the verb of its content clause stands. */
const LONGEST_REACH = 200;

/** "offers to free the crew" where the tree lost the infinitive: what stands right behind the verb. */
function restAfter(scene: Scene, clause: Clause): readonly Range[] {
  const after = scene.doc.end[clause.predicate]!;
  const that = clausesIn(scene.clauses, scene.doc, { start: after, end: after + LONGEST_REACH }).find(
    ({ marker, start, role }) =>
      marker === "that" && role === "content" && start >= after && start - after <= 2,
  );
  if (that && !clause.passive) return [that];
  const rest = /^\s+(?:instead\s+|again\s+|now\s+)?(?:to|that)\s+\p{L}/u.exec(
    scene.doc.text.slice(after, clause.end),
  );
  if (rest === null || clause.passive) return [];
  const start = after + 1;
  const second = /,?\s+and\s+that\s/u.exec(scene.doc.text.slice(start, clause.end));
  if (second === null) return [{ start, end: clause.end }];
  const joint = start + second.index;
  return [
    { start, end: joint },
    { start: joint + second[0].length, end: clause.end },
  ];
}

const CLEFT = /^[^.;:]{0,80}?\s(?:is|was)\s+/u;

/** "What Agron cannot accept is a plan to …": what stands behind "is". */
function cleftOf(scene: Scene, clause: Clause): Range | undefined {
  const { doc } = scene;
  const opens = doc.start[doc.sentences[clause.sentence]!]!;
  if (!/^(?:what|all)\s/iu.test(doc.text.slice(opens, opens + 5))) return undefined;
  const verb = doc.end[clause.predicate]!;
  const last = doc.end[(doc.sentences[clause.sentence + 1] ?? doc.size) - 1]!;
  const joint = CLEFT.exec(doc.text.slice(verb, Math.min(last, verb + 2 * NEAR_OPENING)));
  const isNear = doc.start[clause.predicate]! - opens < NEAR_OPENING;
  if (joint === null || !isNear) return undefined;
  const start = verb + joint[0].length;
  const stop = /[.;:]/u.exec(doc.text.slice(start, last));
  return { start, end: stop ? start + stop.index : last };
}

/** Characters from "what" to its verb. */
const NEAR_OPENING = 60;

/** "an offer that Agron accepted and Belmark is weighing": the object of the verb before. */
function sharedObject(scene: Scene, clause: Clause): readonly Range[] {
  const above = clause.role === "conjunct" ? scene.clauses[clause.parent] : undefined;
  if (above?.role !== "relative") return [];
  return above.patients.filter(
    ({ start }) => start < above.start || start < scene.doc.start[above.predicate]!,
  );
}

const PRONOUN = /^(?:it|them|this|that|these|those|him|her)$/iu;

/** "an end" with "to the blockade", "the Union" with "to be heard": what the tree hung on the verb but stands right behind. */
function withRest(scene: Scene, clause: Clause, range: Range): Range {
  const { text } = scene.doc;
  if (PRONOUN.test(text.slice(range.start, range.end))) return range;
  let end = range.end;
  for (const { phrase } of clause.obliques) {
    if (phrase.start > end && JOINT.test(text.slice(end, phrase.start))) end = phrase.end;
  }
  const doing = clausesIn(scene.clauses, scene.doc, { start: range.start, end: end + 40 }).find(
    ({ mood, marker, start, predicate }) =>
      start >= end &&
      start - end <= 1 &&
      (mood === "infinitive" || (marker === "that" && predicate > clause.predicate)),
  );
  const isCut = /^\p{L}+ing$/iu.test(text.slice(range.start, end)) && end < clause.end;
  return { start: range.start, end: doing && doing.end > end ? doing.end : isCut ? clause.end : end };
}

/** "called on Agron to": the preposition right behind the verb, so that "called it a mistake" asks nothing. */
function isRightBehind({ doc }: Scene, { predicate, end }: Clause, preposition: string): boolean {
  const behind = doc.text.slice(doc.end[predicate]!, end);
  return new RegExp(`^\\s+(?:\\p{L}+ly\\s+|again\\s+)?${preposition}\\s`, "u").test(behind);
}

/** "prepared to hand over the captives": what the tree hung on the verb above from its particle on. */
function withParticle(scene: Scene, clause: Clause, range: Range): Range {
  const far = clause.obliques.find(
    ({ phrase }) =>
      phrase.start > range.end &&
      /^\s+(?:over|back|out|up|off|in)\s+$/u.test(scene.doc.text.slice(range.end, phrase.start)),
  );
  return far && range.end - range.start < 20 ? { start: range.start, end: far.phrase.end } : range;
}

const ADDRESSING = new Set(["on", "to", "upon"]);

const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u;

/** What a stance verb is about: its content clauses, its objects, or what stands behind its preposition; one range an item of a list. */
export function contentsOf(scene: Scene, clause: Clause, preposition: string): readonly Range[] {
  const { text } = scene.doc;
  if (preposition !== "") {
    // "called on the premier to walk away": what is asked of somebody is the doing.
    const isAddressed = ADDRESSING.has(preposition) && isRightBehind(scene, clause, preposition);
    const asked = isAddressed ? doingsOf(scene, clause, true) : [];
    if (asked.length > 0) return parted(text, asked).map((range) => withParticle(scene, clause, range));
    const behind = clause.obliques
      .filter((oblique) => oblique.preposition === preposition)
      .map(({ phrase }) => phrase)
      .filter(({ start }) => !DAY.test(text.slice(start, start + 10)));
    if (behind.length > 0) return parted(text, behind).map((range) => withRest(scene, clause, range));
    const after = scene.doc.end[clause.predicate]!;
    const behindVerb = text.slice(after, clause.end);
    const next = new RegExp(`^\\s+${preposition}\\s+(?!${DAY.source.slice(1)})`, "u").exec(behindVerb);
    const doing = clausesIn(scene.clauses, scene.doc, { start: after, end: clause.end }).some(
      ({ mood, start }) => mood === "infinitive" && start - after <= 2,
    );
    if (next && !doing) return parted(text, [{ start: after + next[0].length, end: clause.end }]);
    if (preposition !== "to") return [];
    return parted(
      text,
      contentOf(scene.clauses, clause).filter(({ mood }) => mood === "infinitive"),
    );
  }
  const content = doingsOf(scene, clause);
  if (content.length > 0) return parted(text, content).map((range) => withParticle(scene, clause, range));
  const patients = clause.patients.filter(
    (phrase, item, all) =>
      (item === 0 || !looksLikeVerb(scene, phrase)) &&
      !(all.length > 1 && text.slice(phrase.start, phrase.end) === "that"),
  );
  const objects = patients.flatMap((phrase) => itemsOf(scene, phrase));
  const bare = objects.length > 0 ? objects : doingsBehind(scene, clause);
  const aside = bare.length > 0 ? bare : thingsAside(scene, clause);
  const rest = aside.length > 0 ? aside : restAfter(scene, clause);
  const cleft = cleftOf(scene, clause);
  const all = parted(text, cleft ? [cleft] : rest.length > 0 ? rest : sharedObject(scene, clause));
  return all.map((range) => withRest(scene, clause, range));
}
