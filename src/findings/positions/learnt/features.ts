/** What a model sees of a place where something wanted may stand. Names are masked: nothing is learnt of who is who. */
import { bare, type Level, levelOf } from "../../../language/clauses/level.ts";
import { type Tree, treeOf } from "../../../language/clauses/tree.ts";
import { type Doc, uposOf, xposOf } from "../../../language/doc.ts";
import {
  type Features,
  hashOf,
  joined,
  masked,
  type Part,
  type Say,
} from "../../../language/model-features.ts";
import { defaultAgenda } from "../../settings.ts";
import { issueOf } from "../issue-of.ts";
import { stanceLexicon } from "../stances.ts";
import type { Place } from "./places.ts";

/** Raised whenever a feature changes: weights learnt for others are of no use. */
export const STANCE_FEATURES = "stances-4";

/** Words above a place that are looked at. */
const LEVELS = 3;

/** Words between what wants and what is wanted that are looked at one by one. */
const MOST_BETWEEN = 9;

/** The places of one text, with the words around them looked at once. */
export class PlaceView {
  readonly #doc: Doc;
  readonly #tree: Tree;
  readonly #levels = new Map<number, Level>();

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#tree = treeOf(doc);
  }

  /** Fills `into` with the features of a place. */
  features(place: Place, into: Features): void {
    into.clear();
    const doc = this.#doc;
    const { head, above } = place;
    const own = this.#level(head);
    const relation = bare(place.relation);
    const tag = uposOf(doc, head);
    const matter = this.#matterOf(head);
    const say = (template: number, ...parts: readonly Part[]) => into.add(template, joined(parts));

    say(1, relation, own.opener, tag);
    say(2, relation, own.opener);
    say(3, own.lemma);
    say(4, own.auxiliaries, own.isNegated, own.subject === undefined, own.opener, xposOf(doc, head));
    say(5, own.auxiliaries, own.isNegated, relation);
    for (const { says } of own.beside) say(6, says);
    say(7, own.subject?.says, own.auxiliaries, own.isNegated);
    say(8, matter);
    say(9, matter, relation, own.opener, tag);
    if (above < 0) return;
    this.#sayFirst(place, own, matter, say);
    this.#sayUpper(place, say);
    this.#sayBetween(above, head, into);
  }

  /** The word that the place hangs on. */
  #sayFirst({ head, above, relation: told }: Place, own: Level, matter: string, say: Say): void {
    const doc = this.#doc;
    const first = this.#level(above);
    const { lemma, isNegated: denied, auxiliaries } = first;
    const relation = bare(told);
    const subject = first.subject?.token === head ? undefined : first.subject?.says;
    const stances = known(lemma, own.opener);
    say(10, lemma);
    say(11, lemma, relation, own.opener);
    say(12, lemma, denied);
    say(13, lemma, denied, auxiliaries);
    say(14, lemma, denied, relation, own.opener, own.isNegated);
    say(15, denied, auxiliaries, relation);
    say(16, subject);
    say(17, lemma, subject);
    say(18, auxiliaries, subject, denied);
    say(19, uposOf(doc, above), relation, own.opener, uposOf(doc, head));
    say(22, lemma, own.auxiliaries, own.isNegated, own.subject === undefined);
    say(23, lemma, own.lemma);
    say(24, xposOf(doc, above), auxiliaries, first.relation);
    say(25, stances, relation);
    say(26, stances, denied, own.isNegated, relation);
    say(31, stances, matter);
    say(32, lemma, matter);
    for (const { token, says } of first.beside) {
      if (token === head) continue;
      say(28, says);
      say(29, lemma, says);
      say(30, lemma, says, denied);
    }
  }

  /** The words above that one. */
  #sayUpper({ head, above }: Place, say: Say): void {
    const own = this.#level(head);
    const first = this.#level(above);
    const stances = known(first.lemma, own.opener);
    const [second, third] = this.#levelsAbove(above);
    say(20, second?.lemma, first.relation, first.opener);
    say(21, second?.lemma, first.relation, first.opener, first.lemma);
    say(27, stances, first.isNegated, first.auxiliaries, second?.lemma, second?.isNegated);
    if (second === undefined) return;
    const upper = known(second.lemma, first.opener);
    const subject = second.subject?.token === above ? undefined : second.subject?.says;
    say(40, second.lemma, second.isNegated);
    say(41, second.lemma, second.auxiliaries, first.relation, second.isNegated);
    say(42, subject, first.relation);
    say(43, first.lemma, second.lemma, second.isNegated, first.isNegated);
    say(44, stances, upper, second.isNegated, first.isNegated);
    say(45, upper, second.isNegated, first.relation);
    for (const { token, says } of second.beside) {
      if (token === above) continue;
      say(46, says, first.relation);
      say(47, second.lemma, says);
    }
    if (third === undefined) return;
    say(50, third.lemma, third.isNegated, second.relation);
    say(51, third.lemma, second.lemma, third.isNegated);
  }

  /** The words on the way from the upper word to the lower one. */
  #sayBetween(above: number, head: number, into: Features): void {
    const doc = this.#doc;
    const isAhead = above < head;
    const upper = hashOf(masked(doc, above));
    const [from, to] = isAhead ? [above, head] : [head, above];
    for (let token = from + 1, seen = 0; token < to && seen < MOST_BETWEEN; token++) {
      const tag = uposOf(doc, token);
      if (tag === "PUNCT" || tag === "DET") continue;
      seen++;
      const word = hashOf(masked(doc, token));
      into.add(isAhead ? 60 : 61, word);
      into.join(isAhead ? 62 : 63, upper, word);
    }
  }

  #levelsAbove(token: number): readonly Level[] {
    const levels: Level[] = [];
    for (let at = this.#doc.head[token]!; at >= 0 && levels.length < LEVELS - 1; at = this.#doc.head[at]!)
      levels.push(this.#level(at));
    return levels;
  }

  #level(token: number): Level {
    let level = this.#levels.get(token);
    if (level === undefined) {
      level = levelOf(this.#doc, this.#tree, token);
      this.#levels.set(token, level);
    }
    return level;
  }

  /** How surely what stands below a word is a matter of talks: by the terms of the agenda that ships. */
  #matterOf(head: number): string {
    const doc = this.#doc;
    const start = doc.start[this.#tree.left[head]!]!;
    const { weight } = issueOf({ start, end: doc.end[this.#tree.right[head]! - 1]! }, doc, defaultAgenda());
    return weight >= 2 ? "sure" : weight >= 1 ? "named" : weight > 0 ? "weak" : "none";
  }
}

/** The stances that the lexicon gives a word before an opener. */
function known(lemma: string, opener: string): string {
  const { verbs, nouns, adjectives } = stanceLexicon();
  const found = [verbs, nouns, adjectives].flatMap((words) => words.get(lemma) ?? []);
  const fit = found.filter(({ preposition }) => preposition === "" || preposition === opener);
  return fit.map(({ stance }) => stance).join(" ");
}
