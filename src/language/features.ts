/** Morphological features of Universal Dependencies, read off the Penn tag, the word and what hangs on it. */
import { type Doc, deprelOf, uposOf, wordOf, xposOf } from "./doc.ts";

/** Feature → value, as on https://universaldependencies.org/u/feat/: `Tense` → `Past`. */
export type Features = Readonly<Record<string, string>>;

const FINITE = { Mood: "Ind", VerbForm: "Fin" };

const BY_TAG: Readonly<Record<string, Features>> = {
  NN: { Number: "Sing" },
  NNS: { Number: "Plur" },
  NNP: { Number: "Sing" },
  NNPS: { Number: "Plur" },
  MD: { VerbForm: "Fin" },
  VB: { VerbForm: "Inf" },
  VBD: { ...FINITE, Tense: "Past" },
  VBP: { ...FINITE, Tense: "Pres" },
  VBZ: { ...FINITE, Tense: "Pres", Number: "Sing", Person: "3" },
  VBN: { Tense: "Past", VerbForm: "Part" },
  VBG: { VerbForm: "Ger" },
  JJ: { Degree: "Pos" },
  JJR: { Degree: "Cmp" },
  JJS: { Degree: "Sup" },
  RBR: { Degree: "Cmp" },
  RBS: { Degree: "Sup" },
  CD: { NumType: "Card" },
};

const SING = { Number: "Sing" };
const PLUR = { Number: "Plur" };
const MASC = { ...SING, Gender: "Masc", Person: "3" };
const FEM = { ...SING, Gender: "Fem", Person: "3" };
const NEUT = { ...SING, Gender: "Neut", Person: "3" };
const NOM = { Case: "Nom" };
const ACC = { Case: "Acc" };
const GEN = { Case: "Gen", Poss: "Yes" };
const SELF = { ...ACC, Reflex: "Yes" };

const PERSONAL: Readonly<Record<string, Features>> = {
  i: { ...NOM, ...SING, Person: "1" },
  me: { ...ACC, ...SING, Person: "1" },
  my: { ...GEN, ...SING, Person: "1" },
  mine: { ...GEN, ...SING, Person: "1" },
  myself: { ...SELF, ...SING, Person: "1" },
  we: { ...NOM, ...PLUR, Person: "1" },
  us: { ...ACC, ...PLUR, Person: "1" },
  our: { ...GEN, ...PLUR, Person: "1" },
  ours: { ...GEN, ...PLUR, Person: "1" },
  ourselves: { ...SELF, ...PLUR, Person: "1" },
  you: { Person: "2" },
  your: { ...GEN, Person: "2" },
  yours: { ...GEN, Person: "2" },
  yourself: { ...SELF, ...SING, Person: "2" },
  yourselves: { ...SELF, ...PLUR, Person: "2" },
  he: { ...NOM, ...MASC },
  him: { ...ACC, ...MASC },
  his: { ...GEN, ...MASC },
  himself: { ...SELF, ...MASC },
  she: { ...NOM, ...FEM },
  // "her" is accusative or genitive: the tag tells.
  her: FEM,
  hers: { ...GEN, ...FEM },
  herself: { ...SELF, ...FEM },
  it: NEUT,
  its: { ...GEN, ...NEUT },
  itself: { ...SELF, ...NEUT },
  they: { ...NOM, ...PLUR, Person: "3" },
  them: { ...ACC, ...PLUR, Person: "3" },
  their: { ...GEN, ...PLUR, Person: "3" },
  theirs: { ...GEN, ...PLUR, Person: "3" },
  themselves: { ...SELF, ...PLUR, Person: "3" },
};

const DETERMINERS: Readonly<Record<string, Features>> = {
  the: { Definite: "Def", PronType: "Art" },
  a: { Definite: "Ind", PronType: "Art" },
  an: { Definite: "Ind", PronType: "Art" },
  this: { ...SING, PronType: "Dem" },
  that: { ...SING, PronType: "Dem" },
  these: { ...PLUR, PronType: "Dem" },
  those: { ...PLUR, PronType: "Dem" },
};

const NONE: Features = {};

/** Features of a token; an empty record where there are none. */
export function featuresOf(doc: Doc, token: number): Features {
  const tag = xposOf(doc, token);
  if (tag === "PRP" || tag === "PRP$") {
    const own = PERSONAL[wordOf(doc, token).toLowerCase()] ?? NONE;
    return { PronType: "Prs", ...own, ...(tag === "PRP$" ? GEN : NONE) };
  }
  if (tag === "DT") return DETERMINERS[wordOf(doc, token).toLowerCase()] ?? NONE;
  if (tag === "VBN" && isPassive(doc, token)) return { ...BY_TAG.VBN, Voice: "Pass" };
  // A participle that helps to make a finite form or modifies a noun: "is talking", "people leaving".
  if (tag === "VBG" && uposOf(doc, token) === "VERB" && isParticiple(doc, token)) {
    return { Tense: "Pres", VerbForm: "Part" };
  }
  return BY_TAG[tag] ?? NONE;
}

/** Dependents stand within this many tokens, where they matter here. */
const NEAR = 12;

function hasDependent(doc: Doc, token: number, relation: string): boolean {
  const first = doc.sentences[doc.sentence[token]!]!;
  for (let i = token - 1; i >= first && i >= token - NEAR; i -= 1) {
    if (doc.head[i] === token && deprelOf(doc, i) === relation) return true;
  }
  return false;
}

function isPassive(doc: Doc, token: number): boolean {
  const relation = deprelOf(doc, token);
  return relation === "acl" || relation === "amod" || hasDependent(doc, token, "aux:pass");
}

function isParticiple(doc: Doc, token: number): boolean {
  const relation = deprelOf(doc, token);
  if (relation === "acl" || relation === "amod") return !hasDependent(doc, token, "mark");
  return hasDependent(doc, token, "aux");
}
