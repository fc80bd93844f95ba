import { verbClass } from "../clauses/lexicon.ts";
import { type Doc, deprelOf, lemmaOf } from "../doc.ts";
import { mayMean, type Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { KINDS, PRONOUN, type Traits } from "./traits.ts";

const SPEAKER_OF_I = 0.95;
/** "we" is the speaker's side, of which the speaker is only the likeliest part. */
const SPEAKER_OF_WE = 0.45;
const SPEAKS_ON = 0.85;
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
