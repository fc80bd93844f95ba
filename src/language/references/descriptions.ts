import { readFileSync } from "node:fs";
import { lexiconFile } from "../clauses/lexicon.ts";
import { childrenOf, treeOf } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../doc.ts";
import type { Name } from "../name.ts";
import { gazetteer } from "../names/gazetteer.ts";
import type { Candidate } from "./candidates.ts";
import type { Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { KINDS } from "./traits.ts";

/** How sure: the state agrees too; only the office or sort does; any organisation would do. */
const OFFICE_AND_STATE = 0.85;
const OFFICE = 0.7;
const LOOSE = 0.5;

/** How many sentences back the bearer of a name may have been spoken of last. */
const SENTENCES = 8;
const LOOSE_SENTENCES = 2;
/** So far back somebody may have been named with his state alone, to be its leader. */
const LEADING = SENTENCES;
/** At most so many bearers are kept in mind, the latest. */
const BEARERS = 24;

interface Description {
  readonly kind: "organisation" | "person";
  readonly fits: ReadonlySet<string>;
}

let loaded: ReadonlyMap<string, Description> | undefined;

function descriptions(): ReadonlyMap<string, Description> {
  if (loaded !== undefined) return loaded;
  const found = new Map<string, Description>();
  for (const line of readFileSync(lexiconFile("descriptions"), "utf8").split("\n")) {
    const [kind = "", noun = "", words = ""] = line.split("\t");
    if (kind !== "organisation" && kind !== "person") continue;
    found.set(noun, { kind, fits: new Set([noun, ...words.split(" ")]) });
  }
  loaded = found;
  return found;
}

/** Lower-case words of a name that a noun for an organisation may stand for: "the watchdog" → "agency", "commission". */
export function fitsOf(noun: string): ReadonlySet<string> | undefined {
  const description = descriptions().get(noun);
  return description?.kind === "organisation" ? description.fits : undefined;
}

/** Somebody or something that was named, with what the text has said of it so far. */
interface Bearer {
  readonly kind: "organisation" | "person";
  /** Lower-case words of its names and titles. */
  readonly words: Set<string>;
  /** States named beside it: entries of the lists, or the beginnings of unlisted names. */
  readonly states: Set<string>;
  gender: number;
  /** Its latest mention, and the sentence of that. */
  mention: number;
  sentence: number;
}

const organisationKind = KINDS.indexOf("organisation");
const groupKind = KINDS.indexOf("people");
const personKind = KINDS.indexOf("person");

/**
 * Resolves "the bloc", "the Ruthian president", "the minister" to what was named with a fitting word or title, where
 * the ranker found nothing or something of another state. Changes `links`.
 */
export function linkDescriptions(doc: Doc, names: readonly Name[], scene: Scene, links: Link[]): void {
  const bearers = new Map<number, Bearer>();
  /** First mention of the chain of each mention, as links go to earlier ones. */
  const origins = new Int32Array(scene.candidates.length);
  const subjects = subjectsOfPredicates(doc, scene);
  scene.candidates.forEach((candidate, index) => {
    redirect(scene, links[index]!, origins, subjects);
    const description = descriptionAt(doc, scene, index);
    if (description !== undefined) describe(doc, scene, links, index, description, bearers, origins);
    const [earlier] = links[index]!.antecedents;
    origins[index] = links[index]!.antecedents.length === 1 && earlier! < index ? origins[earlier!]! : index;
    const subject = subjects.get(candidate.head);
    remember(doc, names, scene, index, bearers, origins[index]!);
    if (subject !== undefined && subject < index && !candidate.group) {
      const bearer = bearers.get(origins[subject]!);
      if (bearer !== undefined) addWords(doc, names, candidate, bearer);
    }
    if (candidate.form !== "name" || bearers.size <= BEARERS) return;
    const [oldest] = [...bearers].sort(([, a], [, b]) => a.mention - b.mention);
    if (oldest !== undefined) bearers.delete(oldest[0]);
  });
}

/** What means a predicate ("… is the foreign minister") means its subject. */
function redirect(
  scene: Scene,
  link: Link,
  origins: Int32Array,
  subjects: ReadonlyMap<number, number>,
): void {
  const [linked] = link.antecedents;
  if (linked === undefined || link.antecedents.length > 1) return;
  const origin = origins[linked]!;
  const subject = subjects.get(scene.candidates[origin]!.head);
  if (subject !== undefined && subject < origin) link.antecedents = [subject];
}

/** "Vera Lindqvist is the foreign minister": the subject of each noun that is a predicate, by the noun's token. */
function subjectsOfPredicates(doc: Doc, scene: Scene): Map<number, number> {
  const tree = treeOf(doc);
  const byHead = new Map<number, number>();
  scene.candidates.forEach((candidate, index) => {
    if (!candidate.group) byHead.set(candidate.head, index);
  });
  const subjects = new Map<number, number>();
  for (const { head, form } of scene.candidates) {
    if (form !== "description") continue;
    let copula = false;
    let denied = false;
    let subject: number | undefined;
    for (const child of childrenOf(tree, head)) {
      const relation = deprelOf(doc, child);
      if (relation === "cop") copula = true;
      if (relation === "nsubj") subject = byHead.get(child);
      if (relation === "advmod" && /^(?:not|n't|never)$/u.test(wordOf(doc, child))) denied = true;
    }
    if (copula && !denied && subject !== undefined) subjects.set(head, subject);
  }
  return subjects;
}

function descriptionAt(doc: Doc, scene: Scene, index: number): Description | undefined {
  const candidate = scene.candidates[index]!;
  const { number, determiner } = scene.traits[index]!;
  if (candidate.form !== "description" || candidate.group || candidate.name >= 0 || number === 2)
    return undefined;
  if (determiner !== 1 && determiner !== 3) return undefined;
  return descriptions().get(lemmaOf(doc, candidate.head).toLowerCase());
}

function describe(
  doc: Doc,
  scene: Scene,
  links: Link[],
  index: number,
  description: Description,
  bearers: ReadonlyMap<number, Bearer>,
  origins: Int32Array,
): void {
  const traits = scene.traits[index]!;
  const states = statesBeside(doc, scene.candidates[index]!, undefined);
  const link = links[index]!;
  const [linked] = link.antecedents;
  const known = linked === undefined ? undefined : bearers.get(origins[linked]!);
  if (linked !== undefined) {
    if (known === undefined || (states.length === 0 && known.states.size === 0)) return;
    if (states.some((state) => known.states.has(state)) || states.length === 0) return;
    // Nobody knows of which state he is: another who is known to be of that one goes before him.
    if (!contradicts(states, known) && !isAnotherOf(states, description, known, bearers, traits.sentence))
      return;
    link.antecedents = [];
    link.score = 1;
  }
  let best = -1;
  let surest = 0;
  for (const bearer of bearers.values()) {
    const distance = traits.sentence - bearer.sentence;
    if (bearer.kind !== description.kind || distance > SENTENCES || contradicts(states, bearer)) continue;
    if (traits.gender > 0 && bearer.gender > 0 && traits.gender < 3 && traits.gender !== bearer.gender)
      continue;
    const sure = sureness(description, states, bearer, distance);
    if (sure > surest || (sure === surest && sure > 0 && bearer.mention > best)) {
      surest = sure;
      best = bearer.mention;
    }
  }
  if (best < 0) return;
  link.antecedents = [best];
  link.score = surest;
}

function isAnotherOf(
  states: readonly string[],
  description: Description,
  known: Bearer,
  bearers: ReadonlyMap<number, Bearer>,
  sentence: number,
): boolean {
  return [...bearers.values()].some(
    (other) =>
      other !== known &&
      other.kind === "person" &&
      description.kind === "person" &&
      states.some((state) => other.states.has(state)) &&
      sureness(description, states, other, sentence - other.sentence) >= OFFICE,
  );
}

function sureness(
  description: Description,
  states: readonly string[],
  bearer: Bearer,
  distance: number,
): number {
  const fits = [...description.fits].some((word) => bearer.words.has(word));
  const ofSame = states.some((state) => bearer.states.has(state));
  // "The Belmarkian leader" after "Belmark's Odo Lund".
  if (
    !fits &&
    ofSame &&
    description.kind === "person" &&
    description.fits.has("leader") &&
    distance <= LEADING
  )
    return OFFICE;
  if (!fits)
    return description.fits.has("*") && distance <= LOOSE_SENTENCES && states.length === 0 ? LOOSE : 0;
  return ofSame ? OFFICE_AND_STATE : OFFICE;
}

/** Whether the description names a state, the bearer is known to stand for states, and none of them is that one. */
function contradicts(states: readonly string[], bearer: Bearer): boolean {
  if (states.length === 0 || bearer.states.size === 0) return false;
  return !states.some((state) => bearer.states.has(state));
}

/** Keeps what a mention says of its bearer: a name begins one, titles and appositions add words. */
function remember(
  doc: Doc,
  names: readonly Name[],
  scene: Scene,
  index: number,
  bearers: Map<number, Bearer>,
  origin: number,
): void {
  const candidate = scene.candidates[index]!;
  const { kind, gender, sentence } = scene.traits[index]!;
  let bearer = bearers.get(origin);
  if (bearer === undefined) {
    const isPerson = kind === personKind;
    if (
      candidate.group ||
      candidate.name < 0 ||
      (!isPerson && kind !== organisationKind && kind !== groupKind)
    )
      return;
    bearer = {
      kind: isPerson ? "person" : "organisation",
      words: new Set(),
      states: new Set(),
      gender,
      mention: index,
      sentence,
    };
    bearers.set(origin, bearer);
  }
  bearer.mention = index;
  bearer.sentence = sentence;
  if (bearer.gender === 0) bearer.gender = gender;
  if (candidate.form === "pronoun") return;
  addWords(doc, names, candidate, bearer);
}

function addWords(doc: Doc, names: readonly Name[], candidate: Candidate, bearer: Bearer): void {
  const name = candidate.name >= 0 ? names[candidate.name] : undefined;
  const last = Math.min(candidate.last, candidate.first + 24);
  for (let token = candidate.first; token < last; token += 1) {
    const tag = uposOf(doc, token);
    const own = name !== undefined && token >= name.first && token < name.last;
    if ((tag === "NOUN" || tag === "PROPN" || tag === "ADJ") && !(own && bearer.kind === "person")) {
      bearer.words.add(lemmaOf(doc, token).toLowerCase());
    }
  }
  const entry = name?.entry === undefined ? undefined : gazetteer().entry(name.entry);
  if (entry?.sort !== undefined) for (const word of entry.sort.split(" ")) bearer.words.add(word);
  if (bearer.kind === "person")
    for (const state of statesBeside(doc, candidate, name)) bearer.states.add(state);
}

/** States whose adjective or name stands before the head of a phrase or after it with "of": "Ruthian", "of Belmark". */
function statesBeside(doc: Doc, candidate: Candidate, name: Name | undefined): string[] {
  const states: string[] = [];
  const heads = [candidate.head];
  const tree = treeOf(doc);
  for (const child of childrenOf(tree, candidate.head)) {
    const relation = deprelOf(doc, child);
    if (relation === "appos" || relation === "nmod:desc" || relation === "compound") heads.push(child);
  }
  for (const head of heads) {
    for (const child of [head, ...childrenOf(tree, head)]) {
      if (name !== undefined && child >= name.first && child < name.last) continue;
      const relation = deprelOf(doc, child);
      const beside =
        relation === "amod" ||
        relation === "compound" ||
        relation === "nmod:poss" ||
        relation === "nmod:desc" ||
        relation === "nmod";
      if (child < candidate.first || child >= candidate.last || !beside) continue;
      const state = stateOf(wordOf(doc, child));
      if (state !== undefined) states.push(state);
    }
  }
  return states;
}

/** A key that "Norway", "Norway's" and "Norwegian" share; for unlisted names, their first four letters. */
function stateOf(word: string): string | undefined {
  if (!/^\p{Lu}\p{Ll}{3}/u.test(word) && !/^(?:U\.?[SKN]\.?|EU)$/u.test(word)) return undefined;
  const lists = gazetteer();
  const entry = lists.adjective(word) ?? lists.named(word).find((each) => each.kind === "state");
  if (entry !== undefined) return entry.key;
  return isTitle(word) ? undefined : word.slice(0, 4).toLowerCase();
}

/** "Minister", "Foreign": capitalised, yet no name of a state. */
function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  if (descriptions().has(lower)) return true;
  return /^(?:foreign|prime|vice|deputy|defen[cs]e|finance|interior|special|chief|senior|former|general|acting|first|supreme|state)$/u.test(
    lower,
  );
}
