import { readFileSync } from "node:fs";
import { lexiconFile } from "../clauses/lexicon.ts";
import { treeOf } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, lowerOf, uposOf, wordOf, xposOf } from "../doc.ts";
import type { Name } from "../name.ts";
import { gazetteer } from "../names/gazetteer.ts";
import { singular, titles } from "../names/titles.ts";
import type { Candidate } from "./candidates.ts";
import { doerOf } from "./doer.ts";

export const NUMBERS = ["unknown", "singular", "plural"] as const;
export const GENDERS = ["unknown", "masculine", "feminine", "neuter"] as const;
export const KINDS = [
  "unknown",
  "person",
  "people",
  "organisation",
  "state",
  "place",
  "time",
  "event",
  "speech",
  "thing",
] as const;
const _DETERMINERS = [
  "none",
  "definite",
  "indefinite",
  "demonstrative",
  "possessive",
  "quantified",
  "negative",
] as const;

/** What can be said of a candidate by itself. Words are hashes, codes are indices into the lists above. */
export interface Traits {
  /** Person and case of a pronoun, 0 for other forms. */
  readonly pronoun: number;
  readonly number: number;
  readonly gender: number;
  readonly kind: number;
  readonly determiner: number;
  /** Hash of the head's lemma; of the last name word for a person. */
  readonly head: number;
  /** Hash of the whole phrase without determiner and clitic. */
  readonly text: number;
  /** Hashes of the content words of the phrase up to its head and of its name. */
  readonly words: readonly number[];
  /** Hash of the initials of a name of several words, 0 otherwise. */
  readonly initials: number;
  /** Hash of the gazetteer entry of its name, 0 for none. */
  readonly entry: number;
  /** Hash of the first word of a person's name of several words, 0 otherwise. */
  readonly givenName: number;
  /** Hash of the relation of the head. */
  readonly relation: number;
  /** Hash of the lemma that governs the head. */
  readonly governor: number;
  readonly subject: boolean;
  /** Token of the subject of the verb whose object "him", "her", "it" or "them" is, which it cannot mean; else -1. */
  readonly doer: number;
  /** 0 for a phrase of its own, 1 for a possessor, 2 for a part of another phrase. */
  readonly nestedIn: number;
  /** How many heads stand above it, at most 6. */
  readonly depth: number;
  /** Hashes of the lemmas before the head. */
  readonly modifiers: readonly number[];
  readonly sentence: number;
  /** Token of the nearest verb above. */
  readonly clause: number;
}

/** A stable 32-bit hash of a string (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

interface PronounTraits {
  readonly code: number;
  readonly number: number;
  readonly gender: number;
  readonly kind: number;
}

const pronouns = new Map<string, PronounTraits>();
const pronounRows: readonly [words: string, number: number, gender: number, kind: number][] = [
  ["he him his himself", 1, 1, 1],
  ["she her hers herself", 1, 2, 1],
  ["it its itself", 1, 3, 9],
  ["they them their theirs themselves 'em", 2, 0, 0],
  ["i me my mine myself", 1, 0, 1],
  ["we us our ours ourselves", 2, 0, 2],
  ["you your yours yourself yourselves ya u", 0, 0, 1],
  ["this that", 1, 3, 9],
  ["these those both", 2, 0, 0],
  ["one", 1, 0, 0],
];
pronounRows.forEach(([words, number, gender, kind], row) => {
  for (const word of words.split(" ")) pronouns.set(word, { code: row + 1, number, gender, kind });
});

/** Codes of pronouns, as `Traits.pronoun` gives them. */
export const PRONOUN = {
  he: 1,
  she: 2,
  it: 3,
  they: 4,
  i: 5,
  we: 6,
  you: 7,
  this: 8,
  these: 9,
  one: 10,
} as const;

interface Referent {
  kind: number;
  gender: number;
}

let loaded: ReadonlyMap<string, Referent> | undefined;

function referents(): ReadonlyMap<string, Referent> {
  if (loaded !== undefined) return loaded;
  const found = new Map<string, Referent>();
  for (const [phrase, title] of titles()) {
    if (phrase.includes(" ")) continue;
    const gender = title.gender === "feminine" ? 2 : title.gender === "masculine" ? 1 : 0;
    found.set(phrase, { kind: title.kinds.includes("people") ? 2 : 1, gender });
  }
  for (const line of readFileSync(lexiconFile("referents"), "utf8").split("\n")) {
    const [kind = "", words = ""] = line.split("\t");
    if (kind === "" || kind.startsWith("#")) continue;
    const gender = kind === "feminine" ? 2 : kind === "masculine" ? 1 : 0;
    const code = gender > 0 ? 1 : KINDS.indexOf(kind as (typeof KINDS)[number]);
    for (const word of words.split(" "))
      if (!found.has(word) || gender > 0) found.set(word, { kind: code, gender });
  }
  loaded = found;
  return found;
}

const nameKinds: Readonly<Record<Name["kind"], number>> = {
  person: 1,
  organisation: 3,
  body: 3,
  state: 4,
  place: 5,
  group: 2,
  outlet: 3,
  work: 8,
  event: 7,
};

/** Reads the traits of every candidate. */
export function traitsOf(doc: Doc, names: readonly Name[], candidates: readonly Candidate[]): Traits[] {
  return candidates.map((candidate) => traitsOfOne(doc, names, candidate));
}

function traitsOfOne(doc: Doc, names: readonly Name[], candidate: Candidate): Traits {
  const { head } = candidate;
  const word = lowerOf(doc, head);
  const known = candidate.form === "pronoun" ? pronouns.get(word) : undefined;
  const name = candidate.name >= 0 ? names[candidate.name] : undefined;
  const relation = deprelOf(doc, head);
  const above = doc.head[head]!;
  const shared = {
    relation: hashOf(relation),
    governor: above >= 0 ? hashOf(lemmaOf(doc, above)) : 0,
    subject: relation.startsWith("nsubj"),
    doer: candidate.form === "pronoun" ? doerOf(doc, head) : -1,
    nestedIn: relation === "nmod:poss" ? 1 : relation.startsWith("nmod") || relation === "compound" ? 2 : 0,
    depth: depthOf(doc, head),
    modifiers: candidate.form === "pronoun" ? [] : modifiersOf(doc, candidate),
    sentence: doc.sentence[head]!,
    clause: clauseOf(doc, head),
  };
  if (candidate.form === "pronoun") {
    const text = hashOf(word);
    const { code, number, gender, kind } = known ?? { code: PRONOUN.one, number: 0, gender: 0, kind: 0 };
    return {
      pronoun: code,
      number,
      gender,
      kind,
      determiner: 0,
      head: text,
      text,
      words: [],
      initials: 0,
      entry: 0,
      givenName: 0,
      ...shared,
    };
  }
  const content = contentWords(doc, candidate);
  const referent = name === undefined ? referentOf(doc, candidate) : referentOfName(doc, name);
  return {
    pronoun: 0,
    number: candidate.group ? 2 : numberOf(doc, head, name),
    gender: candidate.group ? 0 : referent.gender || titleGender(doc, candidate),
    kind: candidate.group ? (referent.kind === 1 ? 2 : referent.kind) : referent.kind,
    determiner: determinerOf(doc, head),
    head: hashOf(name?.kind === "person" ? lowerOf(doc, name.last - 1) : lemmaOf(doc, head).toLowerCase()),
    text: hashOf(content.join(" ")),
    words: content.map(hashOf),
    initials: initialsOf(doc, candidate, name),
    entry: name?.entry === undefined ? 0 : hashOf(name.entry),
    givenName: name?.kind === "person" && name.last - name.first > 1 ? hashOf(lowerOf(doc, name.first)) : 0,
    ...shared,
  };
}

function depthOf(doc: Doc, head: number): number {
  let depth = 0;
  for (let token = doc.head[head]!; token >= 0 && depth < 6; token = doc.head[token]!) depth += 1;
  return depth;
}

/** Adjectives, names and nouns before the head. */
function modifiersOf(doc: Doc, candidate: Candidate): number[] {
  const found: number[] = [];
  for (let token = Math.max(candidate.first, candidate.head - 5); token < candidate.head; token += 1) {
    const tag = uposOf(doc, token);
    if (tag === "ADJ" || tag === "PROPN" || tag === "NOUN" || tag === "NUM") {
      found.push(hashOf(lemmaOf(doc, token).toLowerCase()));
    }
  }
  return found;
}

function clauseOf(doc: Doc, head: number): number {
  let token = head;
  for (let steps = 0; steps < 12; steps += 1) {
    const above = doc.head[token]!;
    if (above < 0) return token;
    token = above;
    if (uposOf(doc, token) === "VERB") return token;
  }
  return token;
}

/** Lower-case words of a phrase without determiner and clitic, at most twelve. */
function contentWords(doc: Doc, candidate: Candidate): string[] {
  const words: string[] = [];
  for (let token = candidate.first; token < candidate.last && words.length < 12; token += 1) {
    const tag = uposOf(doc, token);
    if (tag === "DET" || tag === "PUNCT" || tag === "PART") continue;
    words.push(lowerOf(doc, token));
  }
  return words;
}

function numberOf(doc: Doc, head: number, name: Name | undefined): number {
  const tag = xposOf(doc, head);
  if (tag === "NNS" || tag === "NNPS") return name?.kind === "state" || name?.kind === "organisation" ? 0 : 2;
  return tag === "NN" || tag === "NNP" ? 1 : 0;
}

function referentOf(doc: Doc, candidate: Candidate): Referent {
  const { head } = candidate;
  const lemma = lemmaOf(doc, head).toLowerCase();
  const known = referents().get(lemma) ?? referents().get(singular(lemma));
  if (known !== undefined)
    return known.kind === 1 && xposOf(doc, head) === "NNS" ? { kind: 2, gender: 0 } : known;
  if (candidate.form === "name") return referentOfUnknownName(doc, candidate);
  if (isAgentNoun(lemma)) {
    return { kind: xposOf(doc, head) === "NNS" ? 2 : 1, gender: lemma.endsWith("woman") ? 2 : 0 };
  }
  return { kind: 9, gender: 3 };
}

/** Whether a noun means one person: "minister", "spokeswoman", "negotiator". */
export function isPersonNoun(doc: Doc, token: number): boolean {
  const lemma = lemmaOf(doc, token).toLowerCase();
  const known = referents().get(lemma);
  if (known !== undefined) return known.kind === 1 && xposOf(doc, token) !== "NNS";
  return uposOf(doc, token) === "NOUN" && isAgentNoun(lemma) && xposOf(doc, token) !== "NNS";
}

function isAgentNoun(lemma: string): boolean {
  return /(?:er|or|ist|man|woman|ian|ee)$/u.test(lemma) && lemma.length > 5;
}

/** A proper noun that no name covers: the lists may know it. */
function referentOfUnknownName(doc: Doc, candidate: Candidate): Referent {
  const lists = gazetteer();
  const { head } = candidate;
  const [entry] = lists.named(wordOf(doc, head));
  if (entry !== undefined) return { kind: nameKinds[entry.kind], gender: 3 };
  const given = lists.givenName(wordOf(doc, head));
  if (given !== undefined)
    return { kind: 1, gender: given === "masculine" ? 1 : given === "feminine" ? 2 : 0 };
  return { kind: 0, gender: 0 };
}

function referentOfName(doc: Doc, name: Name): Referent {
  const kind = nameKinds[name.kind];
  if (kind !== 1) return { kind, gender: 3 };
  const given = gazetteer().givenName(wordOf(doc, name.first));
  const gender =
    name.last - name.first < 2 || given === undefined || given === "either"
      ? 0
      : given === "masculine"
        ? 1
        : 2;
  return { kind, gender };
}

const feminineForms = new Set([
  "mrs.",
  "mrs",
  "ms.",
  "ms",
  "miss",
  "madam",
  "lady",
  "queen",
  "princess",
  "dame",
  "sister",
]);
const masculineForms = new Set(["mr.", "mr", "sir", "lord", "king", "prince", "father", "brother"]);

/** "Mrs. Lindqvist", "spokeswoman Lindqvist". */
function titleGender(doc: Doc, candidate: Candidate): number {
  for (let token = candidate.first; token < candidate.last && token < candidate.first + 6; token += 1) {
    const word = lowerOf(doc, token);
    if (feminineForms.has(word)) return 2;
    if (masculineForms.has(word)) return 1;
    const gender = candidate.form === "name" ? referents().get(word)?.gender : undefined;
    if (gender !== undefined && gender > 0) return gender;
  }
  return 0;
}

function determinerOf(doc: Doc, head: number): number {
  const tree = treeOf(doc);
  let found = 0;
  for (let child = tree.firstChild[head]!; child >= 0 && child < head; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss") return 4;
    if (relation === "nummod") found = found === 0 ? 5 : found;
    if (relation !== "det") continue;
    const word = lowerOf(doc, child);
    if (word === "the") found = 1;
    else if (word === "a" || word === "an" || word === "another") found = 2;
    else if (word === "no" || word === "neither") found = 6;
    else found = /^(?:this|that|these|those)$/u.test(word) ? 3 : 5;
  }
  return found;
}

/** "World Grain Council" → "wgc"; a name that is itself in capitals gives its own letters. */
function initialsOf(doc: Doc, candidate: Candidate, name: Name | undefined): number {
  const first = name?.first ?? candidate.first;
  const last = name?.last ?? candidate.last;
  if (candidate.form !== "name") return 0;
  if (last - first === 1) {
    const word = wordOf(doc, first).replaceAll(".", "");
    return /^\p{Lu}{2,7}$/u.test(word) ? hashOf(word.toLowerCase()) : 0;
  }
  let letters = "";
  for (let token = first; token < last && letters.length < 8; token += 1) {
    const letter = wordOf(doc, token).slice(0, 1);
    if (letter !== letter.toLowerCase()) letters += letter.toLowerCase();
  }
  return letters.length > 1 ? hashOf(letters) : 0;
}
