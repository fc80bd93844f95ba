import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { actorsIn, actorsOf } from "../who.ts";
import { documents, speechNoun } from "./lexicon.ts";
import { issuingSubject } from "./noun-cues.ts";
import { OfficeHolders } from "./office-holders.ts";
import { issuersOf } from "./owners.ts";
import { plainPhrase, type Syntax, tokenFrom } from "./syntax.ts";

/** How many sentences back a pronoun or a bare description may reach for whoever spoke last. */
const REACH = 4;

/** Whoever spoke before, and as what they were introduced ("official"). */
interface Spoken {
  readonly sentence: number;
  /** Token of the noun. */
  readonly head: number;
  readonly noun: string;
  /** The first words of the phrase, lower-case. */
  readonly words: readonly string[];
  readonly speaker: readonly Reference[];
  /** "officials", "analysts": people who may be called "they". */
  readonly several: boolean;
}

/** Tells which actors the phrases mean that name a speaker; remembers who spoke, so that it is asked in text order. */
export class Speakers {
  readonly #syntax: Syntax;
  readonly #actors: readonly Actor[];
  readonly #kinds: ReadonlyMap<string, Actor["kind"]>;
  readonly #spoken: Spoken[] = [];
  /** The main clause of each sentence. */
  readonly #main = new Map<number, Clause>();
  readonly #offices: OfficeHolders;

  constructor(syntax: Syntax, actors: readonly Actor[]) {
    this.#syntax = syntax;
    for (const clause of syntax.clauses)
      if (clause.role === "root" && !this.#main.has(clause.sentence)) this.#main.set(clause.sentence, clause);
    this.#actors = actors;
    this.#offices = new OfficeHolders(syntax.doc, actors);
    this.#kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
  }

  isOutlet(reference: Reference): boolean {
    return this.#kinds.get(reference.id) === "outlet";
  }

  /**
   * The actors that the phrases mean, each once; empty where they mean nobody that is known.
   * @param from where the statement begins
   */
  of(phrases: readonly Phrase[], from: number): readonly Reference[] {
    const found = new Map<string, Reference>();
    for (const phrase of phrases) for (const one of this.#meant(phrase, from)) found.set(one.id, one);
    const speaker = [...found.values()];
    const [first] = phrases;
    if (first && (speaker.length > 0 || this.#isIntroduced(first))) {
      const { doc } = this.#syntax;
      this.#spoken.push({
        sentence: doc.sentence[first.head]!,
        head: first.head,
        noun: lemmaOf(doc, first.head),
        words: openingWords(doc.text, first),
        speaker,
        several: phrases.length > 1 || /^NNP?S$/u.test(xposOf(doc, first.head)),
      });
    }
    return speaker;
  }

  #meant(phrase: Phrase, from: number): readonly Reference[] {
    const { doc } = this.#syntax;
    const noun = this.#relativeTo(phrase);
    if (noun) return this.#named(noun);
    const before = this.#sameNoun(phrase);
    if (before) return before;
    const isHeOrShe = /^(?:he|she|him)$/iu.test(wordOf(doc, phrase.head));
    if (isHeOrShe || /^it$/iu.test(wordOf(doc, phrase.head))) {
      const beside = isHeOrShe ? this.#subjectBeside(phrase) : [];
      const one = beside.length > 0 ? beside : this.#subjectBefore(from, isHeOrShe);
      if (one.length > 0) return one;
    }
    const isThey = /^they$/iu.test(wordOf(doc, phrase.head));
    const last = isThey ? this.#severalSpoke(phrase) : undefined;
    if (last !== undefined) return last;
    const named = this.#named(phrase).filter((one) => !isHeOrShe || this.#mayBePerson(one));
    if (named.length > 0) return named;
    const told = this.#nameBefore(phrase);
    if (told) return [told];
    const only = this.#onlyWithoutPost(phrase);
    if (only) return [only];
    const partOf = this.#wholeOf(phrase);
    if (partOf.length > 0) return partOf;
    const issued = this.#issuers(phrase);
    if (issued.length > 0) return issued;
    return isThey ? this.#severalBefore(from) : this.#before(phrase);
  }

  /** "They said", after "officials said" in one of the two sentences before. */
  #severalSpoke({ head }: Phrase): readonly Reference[] | undefined {
    const sentence = this.#syntax.doc.sentence[head]!;
    const last = this.#spoken.at(-1);
    return last?.several && sentence - last.sentence <= 2 ? last.speaker : undefined;
  }

  /** "They say …", after a sentence of which several, or a party, a group, an organ are the subject. */
  #severalBefore(from: number): readonly Reference[] {
    const { doc } = this.#syntax;
    const sentence = doc.sentence[Math.min(tokenFrom(doc, from), doc.size - 1)]! - 1;
    const clause = this.#main.get(sentence);
    const subjects = (clause?.passive ? clause.patients : clause?.agents) ?? [];
    const meant = subjects.flatMap((subject) => this.#named(subject));
    const [one, another] = meant;
    return another !== undefined ||
      (one && /^(?:group|organisation|body)$/u.test(this.#kinds.get(one.id) ?? ""))
      ? meant
      : [];
  }

  /** "Anton Moll, who made clear that …": the noun that the clause hangs on. */
  #relativeTo({ head }: Phrase): Phrase | undefined {
    const { doc } = this.#syntax;
    if (!/^(?:who|which)$/iu.test(wordOf(doc, head))) return undefined;
    const verb = doc.head[head]!;
    const noun = verb < 0 || deprelOf(doc, verb) !== "acl:relcl" ? -1 : doc.head[verb]!;
    return noun < 0 ? undefined : plainPhrase(this.#syntax, noun);
  }

  /** "Vera Moll goes further; she has called it a trap": the subject of the clause that hers is joined to. */
  #subjectBeside({ head }: Phrase): readonly Reference[] {
    const { doc, clauseOf } = this.#syntax;
    let verb = doc.head[head]!;
    for (let steps = 0; steps < 6 && verb >= 0; steps++) {
      // ", he warned" behind what is said hangs on it, and its subject is somebody else.
      const isAside =
        deprelOf(doc, verb) === "parataxis" && !/[;.—]\s*(?:\w+\s+)?$/u.test(textBefore(doc, head));
      if (!/^(?:conj|parataxis)$/u.test(deprelOf(doc, verb)) || isAside) return [];
      verb = doc.head[verb]!;
      const [subject, another] = clauseOf.get(verb)?.agents ?? [];
      if (!subject || another || subject.head > head || subject.head === head) continue;
      const people = this.#named(subject).filter((one) => this.#mayBePerson(one));
      if (people.length > 0) return people.length === 1 ? people : [];
    }
    return [];
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
    const isOne = /^NN$/u.test(xposOf(doc, phrase.head));
    const last = this.#spoken.findLast(
      (one) =>
        (one.noun === noun && !(isOne && one.several)) ||
        (/^an?$/u.test(one.words[0] ?? "") && one.words.includes(noun)),
    );
    return last && doc.sentence[phrase.head]! - last.sentence <= REACH ? last.speaker : undefined;
  }

  /** Whoever spoke, or was told of, in the sentence before, in the same paragraph: "Vera Moll was not invited. She urged …". */
  #subjectBefore(from: number, isPerson: boolean): readonly Reference[] {
    const { doc } = this.#syntax;
    const first = Math.min(tokenFrom(doc, from), doc.size - 1);
    const own = this.#main.get(doc.sentence[first]!);
    // "Vera Moll laughed. “Never,” she said": two sentences that were taken for one.
    const isSplit =
      own !== undefined &&
      own.predicate < first &&
      /[.?!]\s*$/u.test(doc.text.slice(Math.max(0, from - 4), from));
    const sentence = doc.sentence[first]! - (isSplit ? 0 : 1);
    if (sentence < 0 || doc.text.slice(doc.start[doc.sentences[sentence]!]!, from).includes("\n")) return [];
    const clause = this.#main.get(sentence);
    const told = this.#spoken.filter((one) => one.sentence === sentence);
    // "The minister said Moll had ordered it. “Never,” she added": whoever the sentence is about, not whom it quotes.
    const spoken =
      told.find(({ head }) => clause?.agents.some((agent) => agent.head === head)) ?? told.at(-1);
    const [subject, another] = (clause?.passive ? clause.patients : clause?.agents) ?? [];
    const meant = spoken?.speaker ?? (subject && !another ? this.#named(subject) : []);
    const fitting = meant.filter((one) => (isPerson ? this.#mayBePerson(one) : this.#isBody(one)));
    return fitting.length === 1 ? fitting : [];
  }

  #isBody({ id }: Reference): boolean {
    return /^(?:body|organisation|outlet|state|group)$/u.test(this.#kinds.get(id) ?? "");
  }

  /** Whom a noun phrase names, by itself, by an apposition, or by the office under which somebody was introduced. */
  #named(phrase: Phrase): readonly Reference[] {
    const { doc, tree } = this.#syntax;
    const held = this.#offices.of(phrase, (one) => this.#hasSpoken(one)) ?? [];
    if (held.length > 0) return held;
    const direct = actorsOf(phrase, doc, this.#actors);
    if (direct.length > 0) return direct;
    for (const child of childrenOf(tree, phrase.head)) {
      const relation = deprelOf(doc, child);
      // "the spokesman, who goes by the name of Teo"
      const names = relation === "acl:relcl" && /\b(?:name|known)\b/u.test(wordsUnder(this.#syntax, child));
      if (!/^(?:appos|flat)$/u.test(relation) && !names) continue;
      const range = plainPhrase(this.#syntax, child);
      const beside = names ? actorsIn(range, this.#actors) : actorsOf(range, doc, this.#actors);
      if (beside.length > 0) return beside;
    }
    const apposed = this.#apposed(phrase);
    if (apposed.length > 0) return apposed;
    const short = this.#shortened(phrase);
    if (short.length > 0) return short;
    // "the Agronese side", "the side of Agron": whose side it is.
    if (/^(?:side|camp|leadership)$/u.test(lemmaOf(doc, phrase.head))) {
      const whose = actorsIn(phrase, this.#actors);
      if (whose.length === 1) return whose;
    }
    return [];
  }

  #hasSpoken({ id }: Reference): boolean {
    return this.#spoken.some(({ speaker }) => speaker.some((one) => one.id === id));
  }

  /** "the director of the water office, Vera Moll": the name at the end, whatever the syntax hung it on. */
  #apposed({ start, end }: Phrase): readonly Reference[] {
    const { text } = this.#syntax.doc;
    const people = this.#actors.filter(
      ({ kind, mentions }) =>
        kind === "person" &&
        mentions.some((one) => one.end === end && one.start > start && isApposed(text, one.start)),
    );
    return people.length === 1 ? people.map(({ id, name }) => ({ id, name })) : [];
  }

  /** "the Commission", after "the Upper River Commission"; "the head of state", where one president is told of. */
  #shortened({ start, end, head }: Phrase): readonly Reference[] {
    const words = this.#syntax.doc.text.slice(start, end);
    const office = HEADS.get(words.toLowerCase());
    if (office) {
      const holders = this.#actors.filter(({ roles }) => roles.some(({ title }) => office.test(title)));
      return holders.length === 1 ? holders.map(({ id, name }) => ({ id, name })) : [];
    }
    const [, last] = /^the ([\p{L}-]+)$/iu.exec(words) ?? [];
    if (last === undefined) return [];
    const bearers = this.#actors.filter(
      ({ kind, name, mentions }) =>
        /^(?:body|organisation|outlet)$/u.test(kind) &&
        nounOfName(name)?.toLowerCase() === last.toLowerCase() &&
        (/^\p{Lu}/u.test(last) || mentions.some((one) => one.end <= start)),
    );
    // Of two commissions the one that was named last.
    const latest = ({ mentions }: Actor) =>
      Math.max(
        -1,
        ...mentions.filter((one) => one.end <= this.#syntax.doc.start[head]!).map(({ end }) => end),
      );
    const [nearest] = bearers.sort((a, b) => latest(b) - latest(a));
    return nearest === undefined ? [] : [{ id: nearest.id, name: nearest.name }];
  }

  /** "one of the officials": the officials. */
  #wholeOf(phrase: Phrase): readonly Reference[] {
    const { doc, tree } = this.#syntax;
    if (!/^(?:one|some|many|several|most|two|three|both|all|none)$/iu.test(wordOf(doc, phrase.head)))
      return [];
    const of = childrenOf(tree, phrase.head).find((child) => deprelOf(doc, child) === "nmod");
    const single = of === undefined ? undefined : this.#singled(phrase, of);
    if (single) return [single];
    return of === undefined ? [] : this.#meant(plainPhrase(this.#syntax, of), phrase.start);
  }

  /** "Odo Lund, | a crane driver who has not been paid, said": the name that the phrase tells more of. */
  #nameBefore({ start, end }: Phrase): Reference | undefined {
    const { text } = this.#syntax.doc;
    if (text.slice(start - 2, start) !== ", " || !/^(?:an?|one)\s/iu.test(text.slice(start, end)))
      return undefined;
    const one = this.#actors.find(
      ({ kind, mentions }) => kind === "person" && mentions.some((mention) => mention.end === start - 2),
    );
    return one && { id: one.id, name: one.name };
  }

  /** "The foreign minister", where nobody is named under that post and one person, told of most, has none. */
  #onlyWithoutPost({ start, end }: Phrase): Reference | undefined {
    const { text } = this.#syntax.doc;
    const words = text.slice(start, end).toLowerCase();
    if (
      !/^the (?:\p{L}+ ){0,2}(?:minister|president|premier|diplomat|leader|chancellor)(?: of(?: \p{L}+){1,3})?$/u.test(
        words,
      )
    )
      return undefined;
    const people = this.#actors.filter(({ kind }) => kind === "person");
    const bare = people
      .filter(({ roles }) => roles.length === 0)
      .filter(({ mentions }) => mentions.length > 2);
    const [one, another] = bare;
    const isRare = people.some(
      (other) => other !== one && other.mentions.length >= (one?.mentions.length ?? 0),
    );
    return one && !another && !isRare ? { id: one.id, name: one.name } : undefined;
  }

  /** "One of the diplomats", who is "the diplomat" from then on. */
  #singled({ head }: Phrase, many: number): Reference | undefined {
    const { doc } = this.#syntax;
    if (!/^one$/iu.test(wordOf(doc, head))) return undefined;
    const noun = lemmaOf(doc, many);
    const one = this.#actors.find(({ kind, name }) => kind === "unnamed" && name.toLowerCase() === noun);
    return one && { id: one.id, name: one.name };
  }

  /** Behind a document stands whoever wrote it. */
  #issuers(phrase: Phrase): readonly Reference[] {
    const lemma = lemmaOf(this.#syntax.doc, phrase.head);
    if (!documents.has(lemma) && speechNoun(lemma) === undefined) return [];
    const named = issuersOf(this.#syntax, phrase.head);
    const behind = named.length > 0 ? named : issuingSubject(this.#syntax, phrase.head);
    const known = behind.flatMap((one) => actorsOf(one, this.#syntax.doc, this.#actors));
    return known.length > 0 || behind.length > 0 || !this.#isDefinite(phrase)
      ? known
      : this.#bodyBefore(phrase);
  }

  #isDefinite({ start, end }: Phrase): boolean {
    return /^the \p{Ll}+$/iu.test(this.#syntax.doc.text.slice(start, end));
  }

  /** "the statement reads": whoever spoke in the sentence before, where that is nobody who speaks for himself. */
  #bodyBefore({ head }: Phrase): readonly Reference[] {
    const sentence = this.#syntax.doc.sentence[head]!;
    const last = this.#spoken.at(-1);
    if (!last || sentence - last.sentence > 1 || last.speaker.length !== 1) return [];
    return this.#mayBePerson(last.speaker[0]!) ? [] : last.speaker;
  }

  /** "he", "the official": whoever spoke shortly before, where syntax and references leave it open. */
  #before(phrase: Phrase): readonly Reference[] {
    const { doc } = this.#syntax;
    const word = wordOf(doc, phrase.head).toLowerCase();
    const noun = lemmaOf(doc, phrase.head);
    const isPronoun = /^(?:he|she|him|her)$/u.test(word);
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

/** The few characters before a token. */
function textBefore(doc: Doc, token: number): string {
  return doc.text.slice(Math.max(0, doc.start[token]! - 12), doc.start[token]!);
}

function wordsUnder({ doc, tree }: Syntax, token: number): string {
  return doc.text.slice(doc.start[tree.left[token]!]!, doc.end[tree.right[token]! - 1]!);
}

function isApposed(text: string, start: number): boolean {
  return /[\p{L})],\s$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** What stands for the one who holds an office, whatever it is called in that country. */
const HEADS: ReadonlyMap<string, RegExp> = new Map([
  ["the head of state", /\b(?:president|king|queen|emir|sultan|emperor|grand duke)\b/iu],
  ["the head of government", /\b(?:prime minister|premier|chancellor)\b/iu],
]);

/** The word that a name of several words comes down to: "Commission" for "Upper River Commission", "Institute" for "Institute of Law". */
function nounOfName(name: string): string | undefined {
  const words = name.replace(/\s(?:of|for|on|in)\s.*$/u, "").split(/\s+/u);
  return words.length > 1 || /\s(?:of|for|on)\s/u.test(name) ? words.at(-1) : undefined;
}

/** Enough of a phrase to hold its article and its noun, whatever the syntax takes for its head. */
function openingWords(text: string, { start, end }: Phrase): readonly string[] {
  return text
    .slice(start, Math.min(end, start + 60))
    .toLowerCase()
    .split(/\s+/u)
    .slice(0, 5);
}
