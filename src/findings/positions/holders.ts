/** Who wants something: from the words for who acts to the actors that hold a position. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { ancestorsOf, isReporting } from "../../language/clauses/query.ts";
import { lemmaOf, tokenAt } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { actorsIn, actorsOf, lastSeen } from "../who.ts";
import { isUnnamed, type Scene, statementCuedBy, statementTelling } from "./scene.ts";
import { stanceLexicon } from "./stances.ts";

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
  const found = actorsOf(phrase, scene.doc, scene.actors);
  const meant = found.length > 0 ? found : /^\p{Lu}\p{L}{4,}$/u.test(words) ? statesMeant(scene, phrase) : [];
  const isNameless = ({ id }: Reference) => isUnnamed(scene, id);
  // "diplomats from Agron and Belmark": those whose diplomats they are.
  const from = meant.length > 0 && meant.every(isNameless) ? SENT.exec(words) : null;
  const sent = from ? actorsIn({ start: phrase.start + from[0].length, end: phrase.end }, scene.actors) : [];
  return sent.some((each) => !isNameless(each)) ? sent.filter((each) => !isNameless(each)) : meant;
}

/** "a Belmarkian offer": the state whose name an adjective is made from. */
export function statesMeant(scene: Scene, range: Range): readonly Reference[] {
  const words = scene.doc.text.slice(range.start, range.end).match(/\p{Lu}\p{L}{4,}/gu) ?? [];
  return scene.actors
    .filter(({ kind, name }) => kind === "state" && words.some((word) => word.startsWith(stemOf(name))))
    .map(({ id, name }) => ({ id, name }));
}

function stemOf(name: string): string {
  return name.slice(0, Math.max(4, name.length - 2));
}

const SENT =
  /^(?:[\p{L}-]+\s){0,3}(?:diplomats?|officials?|negotiators?|ministers?|delegates?|envoys?|representatives?|spokesmen|spokespeople|leaders?|advisers?|aides?|commanders?|lawmakers?|deputies)\s+(?:from|of|for)\s+/iu;

/** Papers that somebody signs and that then call for something. */
const PAPERS = new Set([
  "letter",
  "statement",
  "petition",
  "resolution",
  "appeal",
  "declaration",
  "communique",
  "note",
  "manifesto",
  "article",
  "message",
  "motion",
]);

/** "signed a letter calling for": whoever stands behind a paper that speaks. */
function behindPaper(scene: Scene, clause: Clause): readonly Reference[] {
  const [own] = clause.agents;
  const isPaper = own !== undefined && PAPERS.has(lemmaOf(scene.doc, own.head).toLowerCase());
  const isBare = own === undefined && clause.mood === "participle" && !clause.passive;
  if (!isPaper && !isBare) return [];
  for (const above of ancestorsOf(scene.clauses, clause).slice(0, 3)) {
    const found = above.nominal || above.passive ? [] : holdersOf(scene, above.agents);
    if (found.length > 0) return found;
  }
  return [];
}

export function parties(scene: Scene, references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return scene.actors.find((actor) => actor.id === id)?.kind !== "outlet";
  });
}

/** Words by which a speaker means the own side: "we", "his government", "our army". */
const OWN_SIDE =
  /^(?:we|i|us|(?:his|her|its|their|our|my)\s+(?:own\s+)?(?:government|country|nation|side|administration|people|state|army|forces|troops|ministry|party|delegation|movement|cabinet|coalition|camp|team|office|allies|aides|negotiators)|(?:the|this)\s+(?:(?:federal|central|national|interim|transitional)\s+)?(?:movement|bloc|group|country|nation|government|alliance|organisation|organization|front|union|kingdom|republic))$/iu;

/** "his country is ready": whoever speaks means the own one, whichever was named before. */
const OWN_COUNTRY =
  /^(?:his|her|our|my)\s+(?:own\s+)?(?:government|country|nation|movement|party|side|delegation)$/iu;

/**
 * Who a clause says acts, as holders: its agents; the speaker where the agents are the speaker's own side; for a verb
 * co-ordinated to a content clause by mistake of the tree, the agents of the clause above.
 */
export function holderOf(scene: Scene, clause: Clause): readonly Reference[] {
  const statement = statementTelling(scene, clause);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  const country = clause.agents.find(({ start, end }) => OWN_COUNTRY.test(scene.doc.text.slice(start, end)));
  if (country && isNamed(scene, speaker)) return speaker;
  const agents = holdersOf(scene, clause.agents);
  if (agents.length > 0) return speaker.length > 0 && sameSide(scene, speaker, agents) ? speaker : agents;
  const said = spokenBy(scene, clause);
  if (said.length > 0) return said;
  const own = clause.agents.find(({ start, end }) => OWN_SIDE.test(scene.doc.text.slice(start, end)));
  if (own) return ownSide(scene, clause, own, speaker);
  const sibling = clause.inherited && clause.role === "conjunct" ? scene.clauses[clause.parent] : undefined;
  const above = sibling && sibling.parent >= 0 ? scene.clauses[sibling.parent] : undefined;
  const shared = above && above.aspect === clause.aspect ? holdersOf(scene, above.agents) : [];
  if (shared.length > 0) return shared;
  for (const find of [behindPaper, subjectBefore, subjectAhead, spokenOf]) {
    const found = find(scene, clause);
    if (found.length > 0) return found;
  }
  return [];
}

const PRONOUN = /^(?:he|she|it|they|who|which)$/iu;

/** "He ruled out a return": where the verb is the cue of a statement, whom a pronoun means was settled there. */
function spokenBy(scene: Scene, clause: Clause): readonly Reference[] {
  const [own] = clause.agents;
  const words = own ? scene.doc.text.slice(own.start, own.end) : "";
  const isOpen = own === undefined || clause.inherited || PRONOUN.test(words);
  const cue = isOpen ? statementCuedBy(scene, clause) : undefined;
  return cue ? parties(scene, cue.speaker) : [];
}

/** Sentences back to the one whose subject goes on as "it" or "he". */
const SENTENCES_BACK = 2;

/** "It wants the limits extended" behind "Sarovia's position is plain": the subject of the sentence before. */
function spokenOf(scene: Scene, clause: Clause): readonly Reference[] {
  const [own] = clause.agents;
  const word = own && /^(?:he|she|it)$/iu.exec(scene.doc.text.slice(own.start, own.end))?.[0].toLowerCase();
  if (word === undefined || clause.nominal) return [];
  const isFit = ({ id }: Reference): boolean => {
    const kind = scene.actors.find((actor) => actor.id === id)?.kind;
    return word === "it" ? kind !== "person" && kind !== "unnamed" : kind === "person";
  };
  const subjectOf = ({ passive, agents, patients }: Clause): readonly Reference[] => {
    const [subject] = passive && agents.length === 0 ? patients : agents;
    return subject ? parties(scene, actorsIn(subject, scene.actors)).filter(isFit).slice(0, 1) : [];
  };
  for (const above of ancestorsOf(scene.clauses, clause)) {
    const found = above.nominal ? [] : subjectOf(above);
    if (found.length > 0) return found;
  }
  for (let id = clause.id - 1; id >= 0; id--) {
    const before = scene.clauses[id]!;
    if (clause.sentence - before.sentence > SENTENCES_BACK) return [];
    if (before.sentence === clause.sentence || before.nominal) continue;
    // "Agron accepts the plan, she says. It will …": what is said stands below who says it.
    const above = before.role === "content" ? scene.clauses[before.parent] : undefined;
    const isSaid = word === "it" && above?.role === "root" && isReporting(above);
    if (before.role !== "root" && !isSaid) continue;
    const found = subjectOf(before);
    if (found.length > 0) return found;
  }
  return [];
}

const AUXILIARIES =
  /^(?:\s+(?:has|have|had|also|now|again|is|are|was|were|will|would|then|later|still|not|already|instead|in turn|\p{Ll}+ly))*\s+$/u;

/** "The front proposes": the name right before the verb, where the tree gives it no other subject. */
function subjectBefore(scene: Scene, clause: Clause): readonly Reference[] {
  if (clause.nominal || clause.passive || clause.mood !== "statement" || clause.inherited) return [];
  const found = nameBefore(scene, clause);
  const [own] = clause.agents;
  // "Traders who spoke to Agron welcomed": the name belongs to what is said of the subject.
  const isOfSubject =
    own && found && /\b(?:who|which|that)\b/u.test(scene.doc.text.slice(own.end, found.at.start));
  const isSubject = found && !isOfSubject && (own === undefined || own.end <= found.at.start);
  return isSubject ? parties(scene, [found.who]) : [];
}

/** "Hestland, its largest economy, favours", "Agron, he said, opposes": the name that opens the sentence up to its first comma. */
function subjectAhead(scene: Scene, clause: Clause): readonly Reference[] {
  if (clause.nominal || clause.passive || clause.mood !== "statement" || clause.inherited) return [];
  const { doc } = scene;
  const start = doc.start[doc.sentences[clause.sentence]!]!;
  const verb = doc.start[clause.predicate]!;
  const aside = /^([^,]{2,60}),\s[^,]{2,60},\s+(?:\p{L}+ly\s+|also\s+|has\s+|have\s+|had\s+)*$/u.exec(
    doc.text.slice(start, Math.min(verb, start + LONGEST_ASIDE)),
  );
  if (aside === null || clause.agents.some((own) => own.start >= start + aside[1]!.length)) return [];
  const name = { start, end: start + aside[1]!.length };
  const found = lastSeen(name, scene.actors);
  return found && found.at.end === name.end ? parties(scene, [found.who]) : [];
}

const LONGEST_ASIDE = 160;

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

const PASSIVE = /\b(?:is|are|was|were|be|been|being|get|gets|got)\b/u;

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
  const [told] = clause.patients;
  // "Agron ruled out sending soldiers" taken for a passive without "was".
  if (clause.passive && clause.mood === "statement" && clause.agents.length === 0 && told !== undefined) {
    const between = scene.doc.text.slice(told.end, scene.doc.start[clause.predicate]);
    const isPlain = /^\s(?:\p{Ll}+\s)?$/u.test(between) && !PASSIVE.test(between);
    if (isPlain && stanceLexicon().verbs.has(clause.lemma) && clause.lemma.includes(" "))
      return { ...clause, passive: false, agents: [told], patients: [] };
  }
  const [no] = clause.agents;
  // "but would under no circumstances accept" taken for a verb of circumstances.
  if (no && /^no\s+(?:circumstances?|conditions?|account)$/iu.test(scene.doc.text.slice(no.start, no.end))) {
    const before = scene.clauses.slice(Math.max(0, clause.id - 4), clause.id);
    const sibling = before.find(
      (each) => each.parent === clause.parent && each.sentence === clause.sentence && !each.nominal,
    );
    const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
    const isSaid = above?.role === "root" && isReporting(above);
    return { ...clause, agents: (isSaid ? sibling : above)?.agents ?? [], inherited: true };
  }
  // "The league has so far shown no interest" taken for a participle under "has".
  const auxiliary =
    clause.role === "participle" && clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  if (auxiliary?.lemma === "have" && clause.passive && clause.patients.length > 0)
    return { ...clause, passive: false, inherited: false, agents: auxiliary.agents, mood: "statement" };
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

function isNamed({ actors }: Scene, some: readonly Reference[]): boolean {
  return some.some(({ id }) => actors.some((actor) => actor.id === id && actor.kind !== "unnamed"));
}

/** Whose "his government" is: the speaker's, else of who acts in the clause above, else of whom the pronoun means. */
function ownSide(
  scene: Scene,
  clause: Clause,
  phrase: Phrase,
  speaker: readonly Reference[],
): readonly Reference[] {
  if (isNamed(scene, speaker)) return speaker;
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
