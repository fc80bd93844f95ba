import type { Phrase } from "../../language/clause.ts";
import { type Doc, deprelOf, lemmaOf, lowerOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { titles } from "../../language/names/titles.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { tokenFrom } from "./syntax.ts";

/** Somebody told of under an office: the noun, the words before it, and who it is where a name stands beside it. */
interface Introduction {
  readonly token: number;
  readonly words: readonly string[];
  readonly holder: readonly Reference[];
}

/** Tokens between an office and the name beside it: "the director of the water office in Velden, Vera Moll". */
const REACH = 14;
/** Sentences ahead in which "the minister" of an opening may be named. */
const AHEAD = 3;

/**
 * Who holds an office: "the minister", after "the Minister of Trade, Vera Moll". A minister without a name who was told
 * of since then is somebody else, and nobody that is known.
 */
export class OfficeHolders {
  readonly #doc: Doc;
  readonly #byNoun: ReadonlyMap<string, readonly Introduction[]>;

  constructor(doc: Doc, actors: readonly Actor[]) {
    this.#doc = doc;
    this.#byNoun = introductions(doc, actors);
  }

  /**
   * The last one who was introduced under the words of a phrase ("the foreign minister") before it, else the first one
   * behind it; undefined where the words name no office, or nobody under it.
   */
  of(
    { start, end, head }: Phrase,
    hasSpoken: (one: Reference) => boolean = () => false,
  ): readonly Reference[] | undefined {
    const { text } = this.#doc;
    // Of "The bishop hopes …" the syntax may leave the article aside.
    const opens = /\bthe $/iu.test(text.slice(Math.max(0, start - 5), start)) ? start - 4 : start;
    const [, before, noun] =
      /^(?:the|its|their|his|her) ((?:\p{L}+ ){0,3})(\p{L}+)$/iu.exec(text.slice(opens, end)) ?? [];
    if (before === undefined || noun === undefined) return undefined;
    const modifiers = before.toLowerCase().split(" ").filter(Boolean);
    const fitting = (this.#byNoun.get(noun.toLowerCase()) ?? []).filter(
      ({ token, words }) => token !== head && modifiers.every((word) => words.includes(word)),
    );
    const last = this.#lastOf(
      fitting.filter(({ token }) => token < head),
      hasSpoken,
    );
    const { sentence } = this.#doc;
    const next = fitting.find(({ token, holder }) => token > head && holder.length > 0);
    const isNear = next !== undefined && sentence[next.token]! - sentence[head]! <= AHEAD;
    return (last ?? (isNear ? next : undefined))?.holder;
  }

  /** The last; where the text only mentions that one in passing, whoever has spoken under the office before. */
  #lastOf(
    introduced: readonly Introduction[],
    hasSpoken: (one: Reference) => boolean,
  ): Introduction | undefined {
    const last = introduced.at(-1);
    if (last === undefined || last.holder.length === 0 || last.holder.some(hasSpoken)) return last;
    if (!isAside(this.#doc, last.token)) return last;
    return introduced.findLast(({ holder }) => holder.some(hasSpoken)) ?? last;
  }
}

/** "The delegation is led by the minister": behind a preposition. */
function isAside(doc: Doc, token: number): boolean {
  let at = token;
  for (let steps = 0; steps < 3 && /^(?:appos|flat|compound)/u.test(deprelOf(doc, at)); steps++)
    at = doc.head[at]!;
  return at >= 0 && /^(?:obl|nmod)/u.test(deprelOf(doc, at));
}

function introductions(doc: Doc, actors: readonly Actor[]): ReadonlyMap<string, readonly Introduction[]> {
  const people = actors.filter(({ kind }) => kind === "person");
  const starts = new Map<number, Reference>();
  const ends = new Map<number, Reference>();
  const inside = new Map<number, Reference>();
  for (const { id, name, mentions } of people) {
    for (const mention of mentions) {
      const first = tokenFrom(doc, mention.start);
      const last = tokenFrom(doc, mention.end);
      starts.set(first, { id, name });
      ends.set(last, { id, name });
      for (let token = first; token < last; token++) inside.set(token, { id, name });
    }
  }
  const found = new Map<string, Introduction[]>();
  for (let token = 0; token < doc.size; token++) {
    const noun = lowerOf(doc, token);
    if (!isOffice(doc, token, noun)) continue;
    const holder = inside.get(token) ?? behind(doc, token, starts) ?? ahead(doc, token, ends);
    const words = wordsBefore(doc, token);
    if (holder === undefined && isBare(doc, token, words)) continue;
    const list = found.get(noun) ?? [];
    list.push({ token, words, holder: holder === undefined ? [] : [holder] });
    found.set(noun, list);
  }
  return found;
}

function isOffice(doc: Doc, token: number, noun: string): boolean {
  if (!/^NNP?$/u.test(xposOf(doc, token))) return false;
  return (
    titles()
      .get(noun)
      ?.kinds.some((kind) => kind !== "people") ?? false
  );
}

/** "the Bishop of Velden, | Anton Moll": the name behind the comma that ends the phrase. */
function behind(doc: Doc, token: number, starts: ReadonlyMap<number, Reference>): Reference | undefined {
  const last = Math.min(doc.sentences[doc.sentence[token]! + 1]!, token + REACH);
  for (let at = token + 1; at < last && !/^(?:VERB|AUX|SCONJ)$/u.test(uposOf(doc, at)); at++) {
    if (wordOf(doc, at) === ",") return starts.get(at + 1);
  }
  return starts.get(token + 1);
}

/** "Anton Moll |, the Bishop of Velden,": the name before the comma; not "…, Anton Moll, the bishop said". */
function ahead(doc: Doc, token: number, ends: ReadonlyMap<number, Reference>): Reference | undefined {
  if (/^(?:VERB|AUX)$/u.test(uposOf(doc, token + 1))) return undefined;
  const first = Math.max(doc.sentences[doc.sentence[token]!]!, token - REACH);
  for (let at = token - 1; at >= first && !/^(?:VERB|AUX|SCONJ|ADP)$/u.test(uposOf(doc, at)); at--) {
    if (wordOf(doc, at) === ",") return ends.get(at);
  }
  return undefined;
}

/** The words of the noun phrase before its noun, lower-case. */
function wordsBefore(doc: Doc, token: number): readonly string[] {
  const words: string[] = [];
  for (let at = token - 1; at >= 0 && token - at < 6; at--) {
    if (!/^(?:ADJ|NOUN|PROPN|PART)$/u.test(uposOf(doc, at))) break;
    words.unshift(lowerOf(doc, at));
  }
  return words;
}

/** "the minister" and no more, or no article at all: takes up who was told of before. */
function isBare(doc: Doc, token: number, words: readonly string[]): boolean {
  const isOf = lemmaOf(doc, token + 1) === "of" || lemmaOf(doc, token + 1) === "for";
  return !isOf && words.length === 0 && !/^(?:an?|another)$/iu.test(wordOf(doc, token - 1));
}
