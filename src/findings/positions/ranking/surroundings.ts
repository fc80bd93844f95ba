/** What the terms of an agenda say of the stretches of one text: its sentences, its lead, all of it, the places of a word. */
import { type Doc, lemmaOf, tokenAt, uposOf } from "../../../language/doc.ts";
import type { Agenda } from "../../../record/agenda.ts";
import type { Range } from "../../../record/span.ts";
import { termsWithin } from "../issue-of.ts";

/** How much the terms in a stretch speak for each issue of the agenda: shares of the sure terms, and of the weak ones. */
export interface Leaning {
  readonly sure: Float64Array;
  readonly weak: Float64Array;
}

/** What a learnt model says of each issue in a range: a thousand for one unit of the logarithm of the odds against none. */
export type Learnt = (range: Range) => Int32Array | undefined;

/** Tokens on either side of a word in which a term is told of it. */
const AROUND = 10;

/** How many places of a word are looked at. */
const MOST_PLACES = 12;

/** What is said where a word stands elsewhere. */
interface Around {
  readonly first: Float64Array;
  readonly all: Float64Array;
  readonly topic: Float64Array;
}

/** Words that stand in every report: where they stand says nothing of them. */
const COMMON = 14;

/** One text under one agenda; stretches are looked at once, when first asked for. */
export class Surroundings {
  readonly doc: Doc;
  readonly agenda: Agenda;
  /** Titles and headings, in the order of the text. */
  readonly headings: readonly Range[];
  readonly #learnt: Learnt;
  readonly #topics = new Map<number, Float64Array>();
  readonly #sentences = new Map<number, Leaning>();
  readonly #words = new Map<string, Around>();
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  #allTopics: Float64Array | undefined;
  #whole: Leaning | undefined;
  #lead: Leaning | undefined;

  constructor(doc: Doc, agenda: Agenda, headings: readonly Range[], learnt: Learnt) {
    this.#learnt = learnt;
    this.doc = doc;
    this.agenda = agenda;
    this.headings = headings;
  }

  /** Number of an issue in the agenda; -1 where it has none of that name. */
  numberOf(name: string): number {
    return this.agenda.findIndex((issue) => issue.name === name);
  }

  /** What the terms in a range say. */
  leaning(range: Range): Leaning {
    const sure = new Float64Array(this.agenda.length);
    const weak = new Float64Array(this.agenda.length);
    if (range.end > range.start)
      for (const { issue, words, role } of termsWithin(range, this.doc, this.agenda)) {
        const shares = role === "strong" ? sure : weak;
        shares[issue] = shares[issue]! + words.length;
      }
    return { sure: shared(sure), weak: shared(weak) };
  }

  /** What is said of the sentence of a number; of nothing before the first and behind the last. */
  sentence(at: number): Leaning {
    let leaning = this.#sentences.get(at);
    if (leaning === undefined) {
      leaning = this.leaning(this.sentenceRange(at));
      this.#sentences.set(at, leaning);
    }
    return leaning;
  }

  /** What the model says in a range; nothing under another agenda than it has learnt. */
  learnt(range: Range): Int32Array | undefined {
    return this.#learnt(range);
  }

  /** What the model holds a sentence to be about, in shares of what speaks for an issue at all. */
  topic(at: number): Float64Array {
    let topic = this.#topics.get(at);
    if (topic === undefined) {
      const range = this.sentenceRange(at);
      const scores = range.end > range.start ? this.#learnt(range) : undefined;
      topic = new Float64Array(this.agenda.length);
      if (scores) for (const [issue, score] of scores.entries()) topic[issue] = Math.max(0, score / 1000);
      const most = Math.max(...topic);
      const scale = Math.min(1, most / 2);
      topic = shared(topic).map((share) => share * scale);
      this.#topics.set(at, topic);
    }
    return topic;
  }

  /** What the model holds the whole text to be about: its sentences together. */
  topics(): Float64Array {
    if (this.#allTopics) return this.#allTopics;
    const all = new Float64Array(this.agenda.length);
    for (let at = 0; at < this.doc.sentences.length - 1; at++)
      for (const [issue, share] of this.topic(at).entries()) all[issue] = all[issue]! + share;
    this.#allTopics = shared(all);
    return this.#allTopics;
  }

  /** Characters of a sentence: none before the first and behind the last. */
  sentenceRange(at: number): Range {
    const { sentences, start, end } = this.doc;
    if (at < 0 || at >= sentences.length - 1) return { start: 0, end: 0 };
    return { start: start[sentences[at]!]!, end: end[sentences[at + 1]! - 1]! };
  }

  /** What is said in the whole text. */
  whole(): Leaning {
    this.#whole ??= this.leaning({ start: 0, end: this.doc.text.length });
    return this.#whole;
  }

  /** What is said in the first heading, or, where there is none, in the first sentence. */
  lead(): Leaning {
    this.#lead ??= this.leaning(this.headings[0] ?? this.sentenceRange(0));
    return this.#lead;
  }

  /** The heading that a place stands under. */
  heading(offset: number): Leaning | undefined {
    const above = this.headings.findLast(({ end }) => end <= offset);
    return above && above !== this.headings[0] ? this.leaning(above) : undefined;
  }

  /** What is said around the first place of a word and around its nearest places, those in a range left out. */
  around(token: number, without: Range): Around {
    const name = nameOf(this.doc, token);
    const key = `${name} ${without.start}`;
    let said = this.#words.get(key);
    if (said === undefined) {
      const places = (this.#allPlaces().get(name) ?? []).filter((place) => {
        const start = this.doc.start[place]!;
        return start < without.start || start >= without.end;
      });
      const isCommon = places.length >= COMMON;
      const first = places[0] !== undefined && !isCommon ? this.#besides(places[0]) : undefined;
      const all = new Float64Array(this.agenda.length);
      if (!isCommon)
        for (const place of places.slice(0, MOST_PLACES))
          for (const [issue, share] of this.#besides(place).entries()) all[issue] = all[issue]! + share;
      const nothing = new Float64Array(this.agenda.length);
      const nearest = places.findLast((place) => this.doc.start[place]! < without.start) ?? places[0];
      const topic = nearest !== undefined && !isCommon ? this.topic(this.doc.sentence[nearest]!) : nothing;
      said = { first: first ?? nothing, all: shared(all), topic };
      this.#words.set(key, said);
    }
    return said;
  }

  /** What is said beside a word in its sentence. */
  #besides(token: number): Float64Array {
    const { doc } = this;
    const sentence = doc.sentence[token]!;
    const first = Math.max(doc.sentences[sentence]!, token - AROUND);
    const last = Math.min(doc.sentences[sentence + 1]!, token + AROUND + 1) - 1;
    return this.leaning({ start: doc.start[first]!, end: doc.end[last]! }).sure;
  }

  #allPlaces(): ReadonlyMap<string, readonly number[]> {
    if (this.#places) return this.#places;
    const places = new Map<string, number[]>();
    for (let token = 0; token < this.doc.size; token++) {
      if (!isNoun(this.doc, token)) continue;
      const name = nameOf(this.doc, token);
      const known = places.get(name);
      if (known) known.push(token);
      else places.set(name, [token]);
    }
    this.#places = places;
    return places;
  }
}

export function isNoun(doc: Doc, token: number): boolean {
  const tag = uposOf(doc, token);
  return tag === "NOUN" || tag === "PROPN";
}

function nameOf(doc: Doc, token: number): string {
  return lemmaOf(doc, token).toLowerCase();
}

/** Weights as shares, so that what speaks for many issues speaks little for each. */
function shared(weights: Float64Array): Float64Array {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum === 0 ? weights : weights.map((weight) => weight / sum);
}

/** The sentence that a character stands in. */
export function sentenceAt(doc: Doc, offset: number): number {
  return doc.sentence[Math.min(tokenAt(doc, offset), doc.size - 1)]!;
}
