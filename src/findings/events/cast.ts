/** Who takes part: from phrases to actors. */

import type { Oblique, Phrase } from "../../language/clause.ts";
import { caseOf, isTimeNoun, splitPhrases } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { actorsIn, actorsOf } from "../who.ts";
import { stateOfAdjective } from "./adjective.ts";
import { type Entry, isOfKind, nounEntries } from "./lexicon.ts";
import { kindOf } from "./locate.ts";

/** The phrases around an event, before anybody asks whom they mean. */
export interface Arguments {
  readonly agents: readonly Phrase[];
  readonly patients: readonly Phrase[];
  readonly recipients: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  /** Possessors of what is done to them: "the general's arrest"; they are among the patients too. */
  readonly undergoing?: readonly Phrase[];
  /** Modifiers before an event noun: "Agria–Belmark", "Agrian". */
  readonly modifiers?: Range;
  /** Whom a speech act is about, where it is addressed to nobody. */
  readonly aimedAt?: readonly Phrase[];
  /** Of whom something is asked: "demanded that Agria leave". */
  readonly asked?: readonly Phrase[];
  /** Persons told one by one, after what they are together or alone. */
  readonly delegation?: readonly Reference[];
  /** The agents stand after "by". */
  readonly passive?: boolean;
  /** Nobody is said to act, so that it must be the owner of what is given up. */
  readonly ownerActs?: boolean;
}

export interface Cast {
  readonly participants: readonly Reference[];
  readonly recipients: readonly Reference[];
  readonly absent: readonly Reference[];
}

const OWN: ReadonlySet<string> = new Set([
  "government",
  "country",
  "administration",
  "side",
  "nation",
  "cabinet",
  "office",
  "regime",
  "ministry",
]);
const YIELDING: ReadonlySet<string> = new Set(["CONCEDE", "RETREAT"]);
const JOINED = new Set([
  "with",
  "between",
  "among",
  "and",
  "together with",
  "along with",
  "alongside",
  "involving",
  "of",
]);
/** Prepositions before what goes on around an event. */
const AMID: ReadonlySet<string> = new Set(["in", "at", "during", "on", "over"]);
const TOWARD = new Set([
  "to",
  "for",
  "against",
  "with",
  "from",
  "at",
  "on",
  "over",
  "about",
  "into",
  "in",
  "upon",
  "toward",
  "towards",
  "of",
  "between",
]);

/** Casts the phrases of an event by its frame. */
export function castOf(
  { type, frame, subtype, part, kind, pattern }: Entry,
  told: Arguments,
  doc: Doc,
  actors: readonly Actor[],
): Cast {
  const cast = (phrases: readonly Phrase[]) => phrases.flatMap((phrase) => meantBy(phrase, doc, actors));
  // "Killed in clashes between the police and rebels": an event around it says nothing of whom it was done to.
  const around = told.obliques.filter(
    ({ preposition, phrase }) =>
      part === "v" &&
      AMID.has(preposition) &&
      nounEntries(lemmaOf(doc, phrase.head).toLowerCase()).length > 0,
  );
  const doing = part === "n" && type === "ASSAULT" && frame === "onto" ? doersOf(pattern, told, doc) : [];
  const isDoing = ({ head }: Phrase) => doing.some((one) => one.head === head);
  // "An exchange of prisoners": they are what is exchanged.
  const isExchanged = ({ preposition, phrase }: Oblique) =>
    kind === "captive" &&
    frame === "together" &&
    preposition === "of" &&
    isOfKind(lemmaOf(doc, phrase.head), kind);
  const own = told.obliques.filter(
    (one) => !around.includes(one) && !isDoing(one.phrase) && !isExchanged(one),
  );
  const joined = (names: ReadonlySet<string>) =>
    cast(own.filter(({ preposition }) => names.has(preposition)).map(({ phrase }) => phrase));
  const named = told.modifiers ? modifiersMean(told.modifiers, doc, actors) : [];
  const strikes = type === "ASSAULT" && frame === "onto" && subtype !== "war";
  const hit = strikes ? targetsAmong(named, told, doc, actors) : [];
  // "The general's arrest": what stands before the noun holds whom it was done to as well.
  const undergone = [...hit, ...cast(told.undergoing ?? [])];
  const agents = [
    ...told.agents.flatMap((phrase) => meantBy(phrase, doc, actors, told.passive ? "by" : "subject")),
    ...(part === "n" ? joined(new Set(["by"])) : []),
    ...cast(doing),
    ...named,
  ].filter(({ id }) => !undergone.some((one) => one.id === id));
  const isTopic = pattern === "discuss";
  const undergoing = told.patients.filter((one) => !isDoing(one));
  const objects = [...(isTopic ? [] : cast(undergoing)), ...cast(told.recipients), ...hit];
  const absent = unique(joined(new Set(["without"])));
  if (frame === "together") {
    const persons = told.delegation ?? [];
    // "With her Agrian counterpart": she is there as well.
    const paired = told.obliques
      .filter(({ preposition, phrase }) => JOINED.has(preposition) && isCounterpart(phrase, doc))
      .flatMap(({ phrase }) => actorsIn({ start: phrase.start, end: doc.start[phrase.head]! }, actors));
    // "Under the chairmanship of Odo Lund".
    const chairs = told.obliques
      .filter(({ preposition, phrase }) => preposition === "under" && CHAIR.test(lemmaOf(doc, phrase.head)))
      .flatMap(({ phrase }) => actorsIn({ start: doc.end[phrase.head]!, end: phrase.end }, actors));
    const participants = unique([...agents, ...persons, ...objects, ...joined(JOINED), ...paired, ...chairs]);
    return { participants, recipients: [], absent };
  }
  // Who gives up land, troops or fire is its owner, where nobody else is said to act: "the ceding of Agrian land".
  const owners =
    told.ownerActs && YIELDING.has(type)
      ? told.patients.flatMap((phrase) => ownersOf(phrase, doc, actors))
      : [];
  // "The war in Agria": the place takes part.
  const scene = subtype === "war" ? joined(new Set(["in"])) : [];
  // "Granting Agria control": Agria is given it, whatever verb has lent its subject.
  const given = kind === "control" ? told.patients.flatMap((phrase) => ownersOf(phrase, doc, actors)) : [];
  // "Was placed under Norvian sanctions": whose sanctions they are imposes them.
  const imposing =
    type === "SANCTION" && part === "v" && kind !== undefined && told.passive && agents.length === 0
      ? own
          .filter(({ phrase }) => isOfKind(lemmaOf(doc, phrase.head), kind))
          .flatMap(({ phrase }) => ownersOf(phrase, doc, actors))
      : [];
  const participants = unique([...agents, ...owners, ...scene, ...imposing]).filter(
    ({ id }) => !given.some((one) => one.id === id),
  );
  if (frame === "alone" && part === "n" && participants.length === 0) {
    // "A withdrawal of Agrian units": whoever is withdrawn withdraws.
    return { participants: unique([...objects, ...joined(new Set(["of"]))]), recipients: [], absent };
  }
  if (frame === "alone") return { participants, recipients: [], absent };
  const others = (found: readonly Reference[]) =>
    unique(found).filter(({ id }) => !participants.some((one) => one.id === id));
  // Whom it is done to, from the plainest sign to the faintest: the first that names anybody else.
  const inside = (phrases: readonly Phrase[]) => phrases.flatMap((phrase) => within(phrase, doc, actors));
  const toward = own.filter(({ preposition }) => TOWARD.has(preposition)).map(({ phrase }) => phrase);
  const signs: (() => readonly Reference[])[] = [
    () => [...cast(told.asked ?? []), ...objects, ...joined(TOWARD)],
    () => cast(told.aimedAt ?? []),
    () => inside([...undergoing, ...told.recipients]),
    () => inside(toward),
    () => inside(told.aimedAt ?? []),
  ];
  for (const sign of signs) {
    const recipients = others(sign());
    if (recipients.length > 0) return { participants, recipients, absent };
  }
  return { participants, recipients: [], absent };
}

/** "The attack of the Agrian army": unlike a place or a people, an army attacks. */
function doersOf(pattern: string, { obliques }: Arguments, doc: Doc): readonly Phrase[] {
  if (!/^(?:attack|assault|raid|aggression|offensive|strike)$/.test(pattern)) return [];
  return obliques
    .filter(({ preposition, phrase }) => preposition === "of" && isPower(phrase.head, doc))
    .map(({ phrase }) => phrase);
}

function isPower(head: number, doc: Doc): boolean {
  const lemma = lemmaOf(doc, head).toLowerCase();
  return (
    /^(?:regime|government|junta|military|rebel|militant|enemy|side)$/.test(lemma) || isOfKind(lemma, "force")
  );
}

/**
 * "The Agria bombings", "the embassy attack": what stands before the noun is where it struck, unless the words go on to say
 * whom it struck. The adjective ("the Agrian attack"), the short name ("U.S. strikes") and an organisation strike.
 */
function targetsAmong(
  named: readonly Reference[],
  { modifiers, obliques }: Arguments,
  doc: Doc,
  actors: readonly Actor[],
): readonly Reference[] {
  const isTold = obliques.some(
    ({ preposition, phrase }) => STRUCK.has(preposition) && !isDay(phrase.head, doc),
  );
  if (modifiers === undefined || isTold) return [];
  const found: Reference[] = [];
  for (let token = tokenAt(doc, modifiers.start); token < doc.size; token++) {
    const range = { start: doc.start[token]!, end: doc.end[token]! };
    if (range.start >= modifiers.end) break;
    if (!deprelOf(doc, token).startsWith("compound")) continue;
    if (isOfKind(lemmaOf(doc, token).toLowerCase(), "embassy")) return named;
    if (SHORT.test(wordOf(doc, token))) continue;
    found.push(...actorsIn(range, actors).filter(({ id }) => kindOf(id, actors) === "state"));
  }
  return found;
}

const CHAIR = /^(?:chairmanship|chair|mediation|moderation|auspices?|leadership)$/;

function isCounterpart({ head }: Phrase, doc: Doc): boolean {
  return /^(?:counterpart|opposite|colleague)$/.test(lemmaOf(doc, head).toLowerCase());
}

/** "On Friday", "on May 6". */
function isDay(head: number, doc: Doc): boolean {
  return isTimeNoun(doc, head) || uposOf(doc, head) === "NUM";
}

/** Prepositions before whom it was done to. */
const STRUCK: ReadonlySet<string> = new Set(["on", "against", "of", "at", "upon"]);
/** "U.S.", "UK". */
const SHORT = /^(?:\p{Lu}\.?){2,5}$/u;

/** States, organisations and people that a phrase names anywhere: "the new missiles of Agria", "an Agrian village". */
function within(phrase: Phrase, doc: Doc, actors: readonly Actor[]): readonly Reference[] {
  return modifiersMean(phrase, doc, actors).filter(({ id }) => kindOf(id, actors) !== "outlet");
}

/** Whom a phrase means: the actor on its head, else the one that its head belongs to ("Agria's tanks", "talks in Agria"). */
export function meantBy(
  phrase: Phrase,
  doc: Doc,
  actors: readonly Actor[],
  acting: "subject" | "by" | "no" = "no",
): readonly Reference[] {
  const direct = actorsOf(phrase, doc, actors);
  if (direct.length > 0) return direct;
  // "The first 20 of the observers": the observers.
  if (uposOf(doc, phrase.head) === "NUM") {
    const counted = childrenOf(treeOf(doc), phrase.head)
      .filter((child) => child > phrase.head && caseOf(doc, treeOf(doc), child) === "of")
      .flatMap((child) => splitPhrases(doc, treeOf(doc), child))
      .flatMap((one) => meantBy(one, doc, actors, acting));
    if (counted.length > 0) return counted;
  }
  // "Odo Lund, a former prisoner of Agria who leads them": he is named before.
  const above = doc.head[phrase.head]!;
  if (deprelOf(doc, phrase.head) === "appos" && above >= 0) {
    const before = { start: doc.start[above]!, end: doc.end[above]!, head: above };
    const called = actorsOf(before, doc, actors);
    if (called.length > 0) return called;
  }
  // "Between Agrian, Belmarkian and Norvian officials": each adjective in the list is somebody's.
  const word = wordOf(doc, phrase.head);
  const state = /^\p{Lu}/u.test(word) ? stateOfAdjective(word, actors) : undefined;
  if (state) return [{ id: state.id, name: state.name }];
  // "Agrian leader Vera Oss": the name stands beside the title.
  const named = childrenOf(treeOf(doc), phrase.head)
    .filter(
      (child) =>
        /^(?:flat|appos|compound|nmod:desc)/.test(deprelOf(doc, child)) && uposOf(doc, child) === "PROPN",
    )
    .flatMap((child) =>
      actorsOf({ start: doc.start[child]!, end: doc.end[child]!, head: child }, doc, actors),
    );
  if (named.length > 0) return named;
  const apposed = apposedTo(phrase, doc, actors);
  if (apposed !== undefined) return [apposed];
  // "A former official of Agria", "an Agrian prisoner": a person of his own.
  if (acting !== "no" && isPrivate(phrase.head, doc)) return [];
  // "Killed, by the committee's count": what stands after "by" must be an actor itself, or troops of one.
  const force = isOfKind(lemmaOf(doc, phrase.head), "force");
  if (acting === "by" && !force) return [];
  const owners = ownersOf(phrase, doc, actors);
  if (owners.length > 0) return owners;
  // "Support for Agria can end it" is not done by Agria.
  if (acting !== "no" && !force && !OWN.has(lemmaOf(doc, phrase.head))) return [];
  for (const child of childrenOf(treeOf(doc), phrase.head)) {
    if (child < phrase.head || deprelOf(doc, child) !== "nmod") continue;
    if (!/^(?:of|from|in|for|to|against|by|with)$/.test(caseOf(doc, treeOf(doc), child))) continue;
    const owners = splitPhrases(doc, treeOf(doc), child).flatMap((one) => actorsOf(one, doc, actors));
    if (owners.length > 0) return owners;
  }
  return [];
}

/** Whoever is called "former", or is somebody's prisoner, critic or kin, does not act for what he is named by. */
function isPrivate(head: number, doc: Doc): boolean {
  if (isOfKind(lemmaOf(doc, head).toLowerCase(), "private")) return true;
  return childrenOf(treeOf(doc), head).some(
    (child) => child < head && /^(?:former|ex|onetime|retired|exiled|jailed|late)$/i.test(wordOf(doc, child)),
  );
}

/** "The Bishop of Velden, Monsignor Odo Lund": the one person named after a title and a comma. */
function apposedTo({ start, end, head }: Phrase, doc: Doc, actors: readonly Actor[]): Reference | undefined {
  if (uposOf(doc, head) !== "PROPN" && !isOfKind(lemmaOf(doc, head).toLowerCase(), "public"))
    return undefined;
  const comma = doc.text.indexOf(", ", doc.end[head]!);
  if (comma < start || comma >= end) return undefined;
  const [person, other] = actorsIn({ start: comma, end }, actors).filter(
    ({ id }) => kindOf(id, actors) === "person",
  );
  return other === undefined ? person : undefined;
}

/** Whose a thing is: "Agria's tanks", "Agrian land". */
function ownersOf(phrase: Phrase, doc: Doc, actors: readonly Actor[]): readonly Reference[] {
  const before = { start: phrase.start, end: doc.start[phrase.head]! };
  if (before.start >= before.end) return [];
  const owners = modifiersMean(before, doc, actors);
  // A person's envoy is somebody else; a person's troops are not.
  if (isOfKind(lemmaOf(doc, phrase.head), "force")) return owners;
  if (OWN.has(lemmaOf(doc, phrase.head))) return owners.flatMap((owner) => representedBy(owner, actors));
  return owners.filter(({ id }) => kindOf(id, actors) !== "person");
}

/** "His government": the state of the one that it belongs to, where it is known. */
function representedBy(owner: Reference, actors: readonly Actor[]): readonly Reference[] {
  const person = actors.find(({ id }) => id === owner.id);
  return person?.kind === "person" ? [person.represents ?? owner] : [owner];
}

/** Actors named before a noun: by name, or by the adjective of a state. */
function modifiersMean(range: Range, doc: Doc, actors: readonly Actor[]): readonly Reference[] {
  const named = actorsIn(range, actors);
  const adjectives: Reference[] = [];
  for (let token = tokenAt(doc, range.start); token < doc.size && doc.start[token]! < range.end; token++) {
    const word = wordOf(doc, token);
    if (uposOf(doc, token) === "PUNCT" || !/^\p{Lu}/u.test(word)) continue;
    const state = stateOfAdjective(word, actors);
    if (state) adjectives.push({ id: state.id, name: state.name });
  }
  return unique([...named, ...adjectives]);
}

export function unique(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.id, one])).values()];
}
