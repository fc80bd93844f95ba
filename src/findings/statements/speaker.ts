import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, wordOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { actorsOf } from "../who.ts";
import { documents, speechNoun } from "./lexicon.ts";
import { issuingSubject } from "./noun-cues.ts";
import { issuersOf } from "./source.ts";
import { plainPhrase, type Syntax } from "./syntax.ts";

/** How many sentences back a pronoun or a bare description may reach for whoever spoke last. */
const REACH = 4;

/** Whoever spoke before, and as what they were introduced ("official"). */
interface Spoken {
  readonly sentence: number;
  readonly noun: string;
  /** The first words of the phrase, lower-case. */
  readonly words: readonly string[];
  readonly speaker: readonly Reference[];
}

/** Tells which actors the phrases mean that name a speaker; remembers who spoke, so that it is asked in text order. */
export class Speakers {
  readonly #syntax: Syntax;
  readonly #actors: readonly Actor[];
  readonly #kinds: ReadonlyMap<string, Actor["kind"]>;
  readonly #spoken: Spoken[] = [];

  constructor(syntax: Syntax, actors: readonly Actor[]) {
    this.#syntax = syntax;
    this.#actors = actors;
    this.#kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
  }

  isOutlet(reference: Reference): boolean {
    return this.#kinds.get(reference.id) === "outlet";
  }

  /** The actors that the phrases mean, each once; empty where they mean nobody that is known. */
  of(phrases: readonly Phrase[]): readonly Reference[] {
    const found = new Map<string, Reference>();
    for (const phrase of phrases) for (const one of this.#meant(phrase)) found.set(one.id, one);
    const speaker = [...found.values()];
    const [first] = phrases;
    if (first && (speaker.length > 0 || this.#isIntroduced(first))) {
      const { doc } = this.#syntax;
      this.#spoken.push({
        sentence: doc.sentence[first.head]!,
        noun: lemmaOf(doc, first.head),
        words: openingWords(doc.text, first),
        speaker,
      });
    }
    return speaker;
  }

  #meant(phrase: Phrase): readonly Reference[] {
    const { doc, tree } = this.#syntax;
    const before = this.#sameNoun(phrase);
    if (before) return before;
    const isHeOrShe = /^(?:he|she)$/iu.test(wordOf(doc, phrase.head));
    const direct = actorsOf(phrase, doc, this.#actors).filter((one) => !isHeOrShe || this.#mayBePerson(one));
    if (direct.length > 0) return direct;
    for (const child of childrenOf(tree, phrase.head)) {
      if (!/^(?:appos|flat)$/u.test(deprelOf(doc, child))) continue;
      const beside = actorsOf(plainPhrase(this.#syntax, child), doc, this.#actors);
      if (beside.length > 0) return beside;
    }
    const partOf = this.#wholeOf(phrase);
    if (partOf.length > 0) return partOf;
    const issued = this.#issuers(phrase);
    return issued.length > 0 ? issued : this.#before(phrase);
  }

  /** "an official briefed on the talks": somebody who is not named. */
  #isIntroduced({ start }: Phrase): boolean {
    return /^an?\s/iu.test(this.#syntax.doc.text.slice(start, start + 3));
  }

  /** "the official", after "an official …" has spoken: the same, even where that one is nobody known. */
  #sameNoun(phrase: Phrase): readonly Reference[] | undefined {
    const { doc } = this.#syntax;
    const words = doc.text.slice(phrase.start, phrase.end);
    if (!/^the \p{Ll}+$/iu.test(words)) return undefined;
    const noun = lemmaOf(doc, phrase.head);
    const last = this.#spoken.findLast(
      (one) => one.noun === noun || (/^an?$/u.test(one.words[0] ?? "") && one.words.includes(noun)),
    );
    return last && doc.sentence[phrase.head]! - last.sentence <= REACH ? last.speaker : undefined;
  }

  /** "one of the officials": the officials. */
  #wholeOf(phrase: Phrase): readonly Reference[] {
    const { doc, tree } = this.#syntax;
    if (!/^(?:one|some|many|several|most|two|three|both|all|none)$/iu.test(wordOf(doc, phrase.head)))
      return [];
    const of = childrenOf(tree, phrase.head).find((child) => deprelOf(doc, child) === "nmod");
    return of === undefined ? [] : this.#meant(plainPhrase(this.#syntax, of));
  }

  /** Behind a document stands whoever wrote it. */
  #issuers(phrase: Phrase): readonly Reference[] {
    const lemma = lemmaOf(this.#syntax.doc, phrase.head);
    if (!documents.has(lemma) && speechNoun(lemma) === undefined) return [];
    const named = issuersOf(this.#syntax, phrase.head);
    const behind = named.length > 0 ? named : issuingSubject(this.#syntax, phrase.head);
    return behind.flatMap((one) => actorsOf(one, this.#syntax.doc, this.#actors));
  }

  /** "he", "the official": whoever spoke shortly before, where syntax and references leave it open. */
  #before(phrase: Phrase): readonly Reference[] {
    const { doc } = this.#syntax;
    const word = wordOf(doc, phrase.head).toLowerCase();
    const noun = lemmaOf(doc, phrase.head);
    const isPronoun = word === "he" || word === "she";
    for (let i = this.#spoken.length - 1; i >= 0; i--) {
      const { sentence, noun: before, speaker } = this.#spoken[i]!;
      if (doc.sentence[phrase.head]! - sentence > REACH) return [];
      if (isPronoun && speaker.length === 1 && this.#mayBePerson(speaker[0]!)) return speaker;
      if (word === "it" && speaker.length === 1 && !this.#mayBePerson(speaker[0]!)) return speaker;
      if (!isPronoun && word !== "it" && before === noun) return speaker;
    }
    return [];
  }

  #mayBePerson(reference: Reference): boolean {
    const kind = this.#kinds.get(reference.id);
    return kind === "person" || kind === "unnamed";
  }
}

/** Enough of a phrase to hold its article and its noun, whatever the syntax takes for its head. */
function openingWords(text: string, { start, end }: Phrase): readonly string[] {
  return text
    .slice(start, Math.min(end, start + 60))
    .toLowerCase()
    .split(/\s+/u)
    .slice(0, 5);
}
