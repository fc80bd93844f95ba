/** What every rule for positions looks at, with the questions they all ask. */

import type { Clause, Phrase } from "../../language/clause.ts";
import { caseOf, splitPhrases } from "../../language/clauses/phrase.ts";
import { childClauses, clausesIn, contentOf, isReporting } from "../../language/clauses/query.ts";
import { childrenOf, type Tree } from "../../language/clauses/tree.ts";
import { type Doc, lemmaOf, tokenAt, uposOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { contains, type Range } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import { actorsIn, actorsOf, lastSeen } from "../who.ts";
import { stanceLexicon } from "./stances.ts";

export interface Scene {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly clauses: readonly Clause[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
}

/** Actors that can want something: media report, they do not hold positions. */
export function holdersOf(scene: Scene, phrases: readonly Phrase[]): readonly Reference[] {
  return parties(
    scene,
    phrases.flatMap((phrase) => meantBy(scene, phrase)),
  );
}

const RELATIVE = /^(?:which|who|that|whom)$/iu;

/** Whom a phrase means; a relative pronoun means the name right before it. */
function meantBy(scene: Scene, phrase: Phrase): readonly Reference[] {
  const { text } = scene.doc;
  const words = text.slice(phrase.start, phrase.end);
  if (RELATIVE.test(words)) {
    const before = text.slice(0, phrase.start).replace(/[\s,]+$/u, "").length;
    const ends = ({ mentions, references }: Actor) =>
      [...mentions, ...references].some((span) => span.end === before);
    return scene.actors.filter(ends).slice(0, 1);
  }
  return actorsOf(phrase, scene.doc, scene.actors);
}

export function parties(scene: Scene, references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return scene.actors.find((actor) => actor.id === id)?.kind !== "outlet";
  });
}

/** Made once for a list of statements: for each token, one more than the index of the innermost statement told there. */
const tellings = new WeakMap<readonly Statement[], Int32Array>();

function tellingOf({ doc, statements }: Scene): Int32Array {
  const known = tellings.get(statements);
  if (known) return known;
  const innermost = new Int32Array(doc.size);
  const length = ({ content }: Statement) => content.end - content.start;
  const order = [...statements.keys()].sort(
    (a, b) => length(statements[b]!) - length(statements[a]!) || a - b,
  );
  for (const i of order) {
    const { content } = statements[i]!;
    innermost.fill(i + 1, tokenAt(doc, content.start), tokenAt(doc, content.end - 1) + 1);
  }
  tellings.set(statements, innermost);
  return innermost;
}

/** The innermost statement that tells a clause: the one whose content holds its predicate. */
export function statementTelling(scene: Scene, clause: Clause): Statement | undefined {
  return scene.statements[tellingOf(scene)[clause.predicate]! - 1];
}

/** The innermost statement that tells the beginning of a range. */
export function statementAround(scene: Scene, range: Range): Statement | undefined {
  const statement = scene.statements[tellingOf(scene)[tokenAt(scene.doc, range.start)]! - 1];
  return statement && contains(statement.content, range) ? statement : undefined;
}

/** Words by which a speaker means the own side: "we", "his government", "our army". */
const OWN_SIDE =
  /^(?:we|i|us|(?:his|her|its|their|our|my)\s+(?:own\s+)?(?:government|country|nation|side|administration|people|state|army|forces|troops|ministry|party|delegation|movement|cabinet))$/iu;

/**
 * Who a clause says acts, as holders: its agents; the speaker where the agents are the speaker's own side; for a verb
 * co-ordinated to a content clause by mistake of the tree, the agents of the clause above.
 */
export function holderOf(scene: Scene, clause: Clause): readonly Reference[] {
  const statement = statementTelling(scene, clause);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  const agents = holdersOf(scene, clause.agents);
  if (agents.length > 0) return speaker.length > 0 && sameSide(scene, speaker, agents) ? speaker : agents;
  const own = clause.agents.find(({ start, end }) => OWN_SIDE.test(scene.doc.text.slice(start, end)));
  if (own) return ownSide(scene, clause, own, speaker);
  const sibling = clause.inherited && clause.role === "conjunct" ? scene.clauses[clause.parent] : undefined;
  const above = sibling && sibling.parent >= 0 ? scene.clauses[sibling.parent] : undefined;
  const shared = above && above.aspect === clause.aspect ? holdersOf(scene, above.agents) : [];
  return shared.length > 0 ? shared : subjectBefore(scene, clause);
}

const AUXILIARIES =
  /^(?:\s+(?:has|have|had|also|now|again|is|are|was|were|will|would|then|later|still|not|already|instead|in turn|\p{Ll}+ly))*\s+$/u;

/** "The front proposes": the name right before the verb, where the tree gives it no other subject. */
function subjectBefore(scene: Scene, clause: Clause): readonly Reference[] {
  if (clause.nominal || clause.passive || clause.mood !== "statement" || clause.inherited) return [];
  const found = nameBefore(scene, clause);
  const [own] = clause.agents;
  return found && (own === undefined || own.end <= found.at.start) ? parties(scene, [found.who]) : [];
}

/** "Agron demands an immediate truce" taken for a plural noun with nothing above. */
function isStrayNoun(scene: Scene, clause: Clause): boolean {
  const { doc } = scene;
  const [own] = clause.agents;
  const after = doc.end[clause.predicate]!;
  return (
    clause.nominal &&
    clause.parent < 0 &&
    own !== undefined &&
    stanceLexicon().verbs.has(clause.lemma) &&
    own.end + 1 === doc.start[clause.predicate] &&
    /s$/u.test(doc.text.slice(doc.start[clause.predicate], after)) &&
    !/['’]s?$/u.test(doc.text.slice(own.start, own.end)) &&
    /^\s(?:an?|the|all|full|its|their|no|immediate|more)\s/u.test(doc.text.slice(after, clause.end))
  );
}

/** Who is named right before a verb and its auxiliaries, and where. */
function nameBefore(scene: Scene, clause: Clause): { at: Range; who: Reference } | undefined {
  const verb = scene.doc.start[clause.predicate]!;
  const found = lastSeen({ start: Math.max(clause.start, verb - REACH), end: verb }, scene.actors);
  return found && AUXILIARIES.test(scene.doc.text.slice(found.at.end, verb)) ? found : undefined;
}

/** Characters before a verb in which its subject's name ends. */
const REACH = 60;

const JOINED = /\b(?:as|while|because|although|though|since|whereas|after|and|but)\s+(?:the\s+)?$/iu;

/** A clause as its verb is done: two ways in which the tree loses who does it are mended. */
export function acting(scene: Scene, clause: Clause): Clause {
  // "Agron, for its part, ceased to …" taken for a passive participle with nothing above.
  const isStray =
    clause.passive && clause.parent < 0 && clause.mood === "participle" && clause.agents.length === 0;
  if (isStray) return { ...clause, passive: false, agents: clause.patients, patients: [] };
  if (isStrayNoun(scene, clause)) {
    const after = scene.doc.end[clause.predicate]! + 1;
    const head = Math.min(tokenAt(scene.doc, clause.end - 1), scene.doc.size - 1);
    return {
      ...clause,
      nominal: false,
      tense: "present",
      patients: [{ start: after, end: clause.end, head }],
    };
  }
  // "whether Agron would accept, as Belmark has rejected …": the subject of the clause before taken for its own.
  const [own] = clause.agents;
  if (clause.nominal || clause.passive || own === undefined || clause.marker === "") return clause;
  const found = nameBefore(scene, clause);
  if (found === undefined || found.at.start <= own.end) return clause;
  if (!JOINED.test(scene.doc.text.slice(own.end, found.at.start))) return clause;
  const head = tokenAt(scene.doc, found.at.end - 1);
  return { ...clause, start: found.at.start, agents: [{ ...found.at, head }] };
}

/** Whose "his government" is: the speaker's, else of who acts in the clause above, else of whom the pronoun means. */
function ownSide(
  scene: Scene,
  clause: Clause,
  phrase: Phrase,
  speaker: readonly Reference[],
): readonly Reference[] {
  const isNamed = speaker.some(({ id }) =>
    scene.actors.some((actor) => actor.id === id && actor.kind !== "unnamed"),
  );
  if (isNamed) return speaker;
  const above = clause.parent >= 0 ? holdersOf(scene, scene.clauses[clause.parent]!.agents) : [];
  return above.length > 0 ? above : parties(scene, actorsIn(phrase, scene.actors).slice(0, 1));
}

/** Whether two sets of actors speak for the same side: the same actor, or one that represents the other. */
export function sameSide(scene: Scene, some: readonly Reference[], others: readonly Reference[]): boolean {
  const sides = (references: readonly Reference[]) =>
    references.flatMap(({ id }) => {
      const represents = scene.actors.find((actor) => actor.id === id)?.represents?.id;
      return represents ? [id, represents] : [id];
    });
  const own = new Set(sides(some));
  return sides(others).some((id) => own.has(id));
}

const LEADING = /^[\s,;:–—]*(?:however,\s+)?(?:(?:that|whether|if|unless|and|but|because)\s+)?/iu;
const TRAILING =
  /[\s,;:–—]+(?:and|or|but|that|with|by|to|of|for|in|as|if|unless|should|provided)?[\s,;:–—]*$/u;

/** A range without the marks, conjunctions and stranded prepositions at its edges. */
export function trimmed(text: string, range: Range): Range {
  const quote = text.slice(range.start, range.end);
  const start = range.start + (LEADING.exec(quote)?.[0].length ?? 0);
  const end = range.end - (TRAILING.exec(quote.slice(start - range.start))?.[0].length ?? 0);
  return start < end ? { start, end } : range;
}

/** Words that begin what no longer belongs to the matter itself. */
const AFTERTHOUGHT =
  /(?:,\s+(?:with|as|while|although|though|which|who|where|when|after|before|amid|despite|because|since|but|\p{L}+ing)\s|,\s+\p{L}+\s+(?:that|which)\s|,\s+in\s+what\s|["”’]?\s+and that\s|\s+amid\s)/iu;
const LOOSE: ReadonlySet<Clause["role"]> = new Set(["cause", "concession", "time", "purpose"]);

/** ", a chain of hills …": a second name for the same, where no list goes on behind it. */
const APPOSITION = /,\s+an?\s(?!.*\band\s)[^,]*$/iu;

/** Characters from which on relative clauses, participles and late infinitives are left out too. */
const LONG = 80;

/** A stretch of text up to where a reason, a purpose, a concession or an afterthought begins. */
export function core(scene: Scene, range: Range): Range {
  const { text } = scene.doc;
  const cut = AFTERTHOUGHT.exec(text.slice(range.start, range.end));
  const aside = APPOSITION.exec(text.slice(range.start, range.end));
  const said = sayingIn(scene, range);
  const limit =
    range.start +
    Math.min(
      cut?.index ?? range.end,
      aside?.index ?? range.end,
      (said ?? range.end) - range.start,
      range.end - range.start,
    );
  const isLong = range.end - range.start > LONG;
  const loose = clausesWithin(scene, range).find(
    ({ role, start, mood, passive }) =>
      (LOOSE.has(role) && start > range.start + 12 && !(passive && role === "purpose")) ||
      (isLong &&
        start > range.start + LONG / 2 &&
        (role === "relative" || role === "participle" || mood === "infinitive")),
  );
  return trimmed(text, { start: range.start, end: Math.min(limit, loose?.start ?? limit) });
}

/** ", three officials said on Monday": where the words begin that say in the middle or at the end who says so. */
function sayingIn(scene: Scene, range: Range): number | undefined {
  const { text } = scene.doc;
  const comma = text.indexOf(", ", range.start);
  if (comma < 0 || comma >= range.end) return undefined;
  for (const clause of clausesIn(scene.clauses, scene.doc, { start: comma, end: range.end })) {
    if (!isReporting(clause) || clause.mood !== "statement") continue;
    const before = text.lastIndexOf(", ", scene.doc.start[clause.predicate]!);
    const words = text.slice(before + 2, scene.doc.start[clause.predicate]);
    const isFrame =
      before >= range.start && /^(?:(?!which|who|that|and|but|as)[\p{L}\p{N}'’.-]+\s+){1,9}$/iu.test(words);
    if (isFrame) return before;
  }
  return undefined;
}

/** Clauses that begin inside a range and end in it. */
function clausesWithin(scene: Scene, range: Range): readonly Clause[] {
  return clausesIn(scene.clauses, scene.doc, range).filter(
    ({ start, end }) => range.start < start && end <= range.end,
  );
}

/** What may stand between two items of a list. */
const LIST_GAP = /^[\s,;]*(?:and|or|as well as|plus|but also)?[\s,;]*$/u;

/** Ranges as the items of one list: each ends where the next begins, and what is not joined like an item is left out. */
export function parted(text: string, ranges: readonly Range[]): readonly Range[] {
  const items: Range[] = [];
  for (const range of ranges) {
    const last = items.at(-1);
    if (last === undefined) {
      items.push(range);
      continue;
    }
    if (range.start <= last.start) continue;
    const cut = trimmed(text, { start: last.start, end: Math.min(last.end, range.start) });
    if (!LIST_GAP.test(text.slice(cut.end, range.start))) continue;
    items[items.length - 1] = cut;
    items.push(range);
  }
  return items.map((range) => trimmed(text, range));
}

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

const JOINT = /^\s+(?:of|to|for|on|in|from|between|with|over|against|at|by)\s+$/iu;

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
  return rest && !clause.passive ? [{ start: after + 1, end: clause.end }] : [];
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

const ADDRESSING = new Set(["on", "to", "upon"]);

/** What a stance verb is about: its content clauses, its objects, or what stands behind its preposition; one range an item of a list. */
export function contentsOf(scene: Scene, clause: Clause, preposition: string): readonly Range[] {
  const { text } = scene.doc;
  if (preposition !== "") {
    // "called on the premier to walk away": what is asked of somebody is the doing.
    const asked = ADDRESSING.has(preposition) ? doingsOf(scene, clause, true) : [];
    if (asked.length > 0) return parted(text, asked);
    const behind = clause.obliques
      .filter((oblique) => oblique.preposition === preposition)
      .map(({ phrase }) => phrase);
    if (behind.length > 0) return parted(text, behind).map((range) => withRest(scene, clause, range));
    const after = scene.doc.end[clause.predicate]!;
    const next = new RegExp(`^\\s+${preposition}\\s+`).exec(text.slice(after, clause.end));
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
  if (content.length > 0) return parted(text, content);
  const patients = clause.patients.filter((phrase, item) => item === 0 || !looksLikeVerb(scene, phrase));
  const objects = patients.flatMap((phrase) => itemsOf(scene, phrase));
  const bare = objects.length > 0 ? objects : doingsBehind(scene, clause);
  const aside = bare.length > 0 ? bare : thingsAside(scene, clause);
  const all = parted(text, aside.length > 0 ? aside : restAfter(scene, clause));
  return all.map((range) => withRest(scene, clause, range));
}

/** From the one who acts to the end of the content, where they stand in that order in one sentence; else the content. */
export function quoteOf(scene: Scene, clause: Clause, content: Range): Range {
  const verb = scene.doc.start[clause.predicate]!;
  const [first] = clause.inherited ? [] : clause.agents;
  const start = Math.min(first && first.start < verb ? first.start : verb, content.start);
  const end = Math.max(content.end, scene.doc.end[clause.predicate]!);
  return trimmed(scene.doc.text, { start, end });
}

/** Whether the clause tells of an earlier time: a past perfect, or a word that says so before its content. */
export function isEarlier(scene: Scene, clause: Clause, contentStart: number): boolean {
  if (clause.tense === "past" && clause.aspect.startsWith("perfect")) return true;
  const before = scene.doc.text.slice(Math.min(clause.start, contentStart), contentStart).toLowerCase();
  return stanceLexicon().past.some((word) => new RegExp(`\\b${word}\\b`).test(before));
}

const BEING =
  /\b(?:is|are|was|were|be|been|being|'s|’s|become|becomes|became|remain|remains|remained|stay|stays|seem|seems|seemed)\b/iu;

/** "Agron demands a truce" taken for a noun: what has an object and no form of "be" is a verb. */
export function isVerb(scene: Scene, clause: Clause): boolean {
  if (clause.nominal) return false;
  if (!clause.copular) return true;
  const before = scene.doc.text.slice(clause.start, scene.doc.start[clause.predicate]);
  return uposOf(scene.doc, clause.predicate) !== "ADJ" && clause.agents.length > 0 && !BEING.test(before);
}

export function lemmaAt(scene: Scene, token: number): string {
  return lemmaOf(scene.doc, token).toLowerCase();
}
