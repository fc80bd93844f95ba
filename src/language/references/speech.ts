import { verbClass } from "../clauses/lexicon.ts";
import { childrenOf, treeOf } from "../clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf } from "../doc.ts";
import { mayMean, type Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { KINDS, PRONOUN, type Traits } from "./traits.ts";

const SPEAKER_OF_I = 0.95;
/** "we" is the speaker's side, of which the speaker is only the likeliest part. */
const SPEAKER_OF_WE = 0.45;
const SPEAKS_ON = 0.85;
const REPORTS_ON = 0.85;
const PERSON = KINDS.indexOf("person");

const reporting = verbClass("reporting");

/** Gives "I" in a quotation to its speaker, and "we" where nothing better was found. Changes `links`. */
export function linkSpeakers(scene: Scene, links: Link[]): void {
  const { candidates, traits, speakers } = scene;
  const byHead = new Map<number, number>();
  candidates.forEach((candidate, index) => {
    if (!candidate.group) byHead.set(candidate.head, index);
  });
  candidates.forEach((candidate, index) => {
    const quotation = speakers.quotation[candidate.head]!;
    if (quotation < 0) return;
    const speaker = byHead.get(speakers.speaker[quotation]!);
    if (speaker === undefined) return;
    const { pronoun } = traits[index]!;
    const link = links[index]!;
    if (pronoun === PRONOUN.i) {
      link.antecedents = [speaker];
      link.score = SPEAKER_OF_I;
    } else if (pronoun === PRONOUN.we && link.antecedents.length === 0) {
      link.antecedents = [speaker];
      link.score = SPEAKER_OF_WE;
    }
  });
}

/**
 * "The spokeswoman declined to answer. 'We will read it,' she said.": whoever speaks on is whom the sentence before was
 * about, unless somebody else comes between. Changes `links`.
 */
export function linkSpeakingOn(doc: Doc, scene: Scene, links: Link[]): void {
  const { candidates, traits, speakers } = scene;
  candidates.forEach((candidate, index) => {
    const own = traits[index]!;
    if (own.pronoun !== PRONOUN.he && own.pronoun !== PRONOUN.she) return;
    const verb = doc.head[candidate.head]!;
    if (!own.subject || verb < 0 || !reporting.has(lemmaOf(doc, verb))) return;
    const begin = beginOfSpeech(doc, scene, own.sentence);
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const before = traits[earlier]!;
      const head = candidates[earlier]!.head;
      if (begin - before.sentence > 1) return;
      if (speakers.quotation[head]! >= 0 || !isPossible(own, before)) continue;
      if (before.sentence >= begin) return;
      if (!isMainSubject(doc, head)) continue;
      links[index] = { antecedents: [earlier], score: SPEAKS_ON };
      return;
    }
  });
}

/**
 * "Belmark said its troops would come", "Odo Lund says he will not": who a reported clause is about is whoever reports it,
 * where the pronoun may mean that one, and the verb tells nobody else. Changes `links`.
 */
export function linkReported(doc: Doc, scene: Scene, links: Link[]): void {
  const { candidates, traits, speakers } = scene;
  const byHead = new Map<number, number>();
  candidates.forEach((candidate, index) => {
    if (!candidate.group) byHead.set(candidate.head, index);
    const own = traits[index]!;
    if (!REPORTED.has(own.pronoun) || speakers.quotation[candidate.head]! >= 0) return;
    const verb = reportingAbove(doc, candidate.head);
    const subject = verb < 0 ? -1 : subjectOf(doc, verb);
    const speaker = subject < 0 ? undefined : byHead.get(subject);
    if (speaker === undefined || speaker >= index || links[index]!.antecedents.includes(speaker)) return;
    if (mayReport(own, traits[speaker]!)) links[index] = { antecedents: [speaker], score: REPORTS_ON };
  });
}

const REPORTED: ReadonlySet<number> = new Set([PRONOUN.he, PRONOUN.she, PRONOUN.it, PRONOUN.they]);
const BODIES: ReadonlySet<number> = new Set([KINDS.indexOf("organisation"), KINDS.indexOf("state")]);
/** Of verbs of telling the one who is told may be meant as well. */
const TOLD = verbClass("telling");

function mayReport(own: Traits, speaker: Traits): boolean {
  if (speaker.pronoun > 0 && speaker.pronoun !== own.pronoun) return false;
  if (own.pronoun === PRONOUN.it) return BODIES.has(speaker.kind) || speaker.pronoun === PRONOUN.it;
  if (own.pronoun === PRONOUN.they) return speaker.number === 2;
  return (speaker.kind === PERSON || speaker.pronoun > 0) && mayMean(own, speaker);
}

/** The verb that reports the clause whose subject a pronoun is, or owns; or -1. */
function reportingAbove(doc: Doc, pronoun: number): number {
  const owned = deprelOf(doc, pronoun) === "nmod:poss";
  const noun = owned ? doc.head[pronoun]! : pronoun;
  if (noun < 0 || !deprelOf(doc, noun).startsWith("nsubj")) return -1;
  const clause = doc.head[noun]!;
  if (clause < 0 || deprelOf(doc, clause) !== "ccomp") return -1;
  const verb = doc.head[clause]!;
  if (verb < 0 || verb > pronoun) return -1;
  const lemma = lemmaOf(doc, verb);
  return reporting.has(lemma) && !TOLD.has(lemma) ? verb : -1;
}

function subjectOf(doc: Doc, verb: number): number {
  return childrenOf(treeOf(doc), verb).find((child) => deprelOf(doc, child) === "nsubj") ?? -1;
}

/** The sentence in which the quotation begins that runs on into this one; this one where none does. */
function beginOfSpeech(doc: Doc, { speakers: { quotation } }: Scene, sentence: number): number {
  let begin = sentence;
  while (begin > 0) {
    const first = doc.sentences[begin]!;
    const quoted = quotation[first]!;
    if (quoted < 0 || quotation[first - 1] !== quoted) return begin;
    begin -= 1;
  }
  return begin;
}

/** A person, or what may be one, whom the pronoun's gender does not exclude. */
function isPossible(own: Traits, before: Traits): boolean {
  return (before.kind === PERSON || before.pronoun === own.pronoun) && mayMean(own, before);
}

/** The subject of the sentence, not of a clause inside it. */
function isMainSubject(doc: Doc, head: number): boolean {
  const verb = doc.head[head]!;
  return deprelOf(doc, head).startsWith("nsubj") && verb >= 0 && doc.head[verb]! < 0;
}
