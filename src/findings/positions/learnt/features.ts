/** What a model sees of a place where something wanted may stand. Names are masked: nothing is learnt of who is who. */
import { childrenOf, type Tree } from "../../../language/clauses/tree.ts";
import { isNegated } from "../../../language/clauses/verb-group.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../../language/doc.ts";
import { type Features, hashOf, masked } from "../../../language/model-features.ts";
import { defaultAgenda } from "../../settings.ts";
import { issueOf } from "../issue-of.ts";
import { stanceLexicon } from "../stances.ts";
import type { Place } from "./places.ts";

/** Raised whenever a feature changes: weights learnt for others are of no use. */
export const STANCE_FEATURES = "stances-2";

/** Words above a place that are looked at. */
const LEVELS = 3;

/** Words between what wants and what is wanted that are looked at one by one. */
const MOST_BETWEEN = 9;

/** A word above a place, with what its dependents say of it. */
interface Level {
  readonly token: number;
  readonly lemma: string;
  readonly relation: string;
  readonly mark: string;
  readonly isNegated: boolean;
  readonly auxiliaries: string;
  readonly subject: string;
  /** Objects, adverbs and phrases beside the way down, as "relation lemma". */
  readonly beside: readonly string[];
}

function withParticle(doc: Doc, tree: Tree, token: number): string {
  const particle = childrenOf(tree, token).find((child) => deprelOf(doc, child) === "compound:prt");
  const lemma = masked(doc, token);
  return particle === undefined ? lemma : `${lemma} ${wordOf(doc, particle).toLowerCase()}`;
}

/** The preposition or conjunction that opens a phrase or clause, words of several parts joined. */
function openerOf(doc: Doc, tree: Tree, head: number): string {
  return childrenOf(tree, head)
    .filter((child) => child < head && /^(?:case|mark)/u.test(deprelOf(doc, child)))
    .map((child) => wordOf(doc, child).toLowerCase())
    .join(" ");
}

const OWN = new Set(["we", "i", "us"]);

function subjectKind(doc: Doc, token: number): string {
  const tag = uposOf(doc, token);
  const word = wordOf(doc, token).toLowerCase();
  if (OWN.has(word)) return "we";
  return tag === "PROPN" ? "#name" : tag === "PRON" ? word : `n:${lemmaOf(doc, token).toLowerCase()}`;
}

function levelOf(doc: Doc, tree: Tree, token: number, from: number): Level {
  const auxiliaries: string[] = [];
  const beside: string[] = [];
  let subject = "";
  for (const child of childrenOf(tree, token)) {
    if (child === from) continue;
    const relation = deprelOf(doc, child);
    if (relation.startsWith("nsubj") || relation.startsWith("csubj")) {
      subject = `${relation.includes("pass") ? "pass " : ""}${subjectKind(doc, child)}`;
    } else if (relation.startsWith("aux") || relation === "cop") {
      auxiliaries.push(lemmaOf(doc, child).toLowerCase());
    } else if (/^(?:obj|iobj|obl|advmod|amod|xcomp|ccomp|acl|advcl|compound|nmod|det|case)/u.test(relation)) {
      const opener = /^(?:obl|nmod|advcl|acl)/u.test(relation) ? openerOf(doc, tree, child) : "";
      beside.push(`${relation.split(":")[0]} ${opener} ${masked(doc, child)}`);
    }
  }
  return {
    token,
    lemma: withParticle(doc, tree, token),
    relation: deprelOf(doc, token),
    mark: openerOf(doc, tree, token),
    isNegated: isNegated(doc, tree, token),
    auxiliaries: auxiliaries.join(" "),
    subject,
    beside,
  };
}

/** The stances that the lexicon gives a word before an opener. */
function known(lemma: string, opener: string): string {
  const { verbs, nouns, adjectives } = stanceLexicon();
  const found = [...(verbs.get(lemma) ?? []), ...(nouns.get(lemma) ?? []), ...(adjectives.get(lemma) ?? [])];
  const fit = found.filter(({ preposition }) => preposition === "" || preposition === opener);
  return fit.map(({ stance }) => stance).join(" ");
}

/** How surely what stands below a word is a matter of talks: by the terms of the agenda that ships. */
function matterOf(doc: Doc, tree: Tree, head: number): string {
  const start = doc.start[tree.left[head]!]!;
  const { weight } = issueOf({ start, end: doc.end[tree.right[head]! - 1]! }, doc, defaultAgenda());
  return weight >= 2 ? "sure" : weight >= 1 ? "named" : weight > 0 ? "weak" : "none";
}

/** Fills `into` with the features of a place. */
export function stanceFeatures(doc: Doc, tree: Tree, place: Place, into: Features): void {
  into.clear();
  const { head, above } = place;
  const relation = place.relation.split(":")[0]!;
  const opener = openerOf(doc, tree, head);
  const tag = uposOf(doc, head);
  const own = levelOf(doc, tree, head, -1);
  const levels: Level[] = [];
  for (let token = above, from = head; token >= 0 && levels.length < LEVELS; ) {
    levels.push(levelOf(doc, tree, token, from));
    from = token;
    token = doc.head[token]!;
  }
  const [first, second, third] = levels;
  const link = `${relation} ${opener} ${tag}`;
  const say = (template: number, ...parts: readonly (string | boolean | undefined)[]) =>
    into.add(template, hashOf(parts.join("|")));

  const matter = matterOf(doc, tree, head);
  say(8, matter);
  say(9, matter, link);
  say(1, link);
  say(2, relation, opener);
  say(3, own.lemma);
  say(4, own.auxiliaries, own.isNegated, own.subject === "", own.mark, xposOf(doc, head));
  say(5, own.auxiliaries, own.isNegated, relation);
  for (const beside of own.beside) say(6, beside);
  say(7, own.subject, own.auxiliaries, own.isNegated);
  if (first === undefined) return;

  const { lemma } = first;
  const upper = second === undefined ? "" : `${second.lemma} ${first.relation} ${first.mark}`;
  say(10, lemma);
  say(11, lemma, relation, opener);
  say(12, lemma, first.isNegated);
  say(13, lemma, first.isNegated, first.auxiliaries);
  say(14, lemma, first.isNegated, relation, opener, own.isNegated);
  say(15, first.isNegated, first.auxiliaries, relation);
  say(16, first.subject);
  say(17, lemma, first.subject);
  say(18, first.auxiliaries, first.subject, first.isNegated);
  say(19, uposOf(doc, above), link);
  say(20, upper);
  say(21, upper, lemma);
  say(22, lemma, own.auxiliaries, own.isNegated, own.subject === "");
  say(23, lemma, masked(doc, head));
  say(24, xposOf(doc, above), first.auxiliaries, first.relation);
  const stances = known(lemma, opener);
  say(31, stances, matter);
  say(32, lemma, matter);
  say(25, stances, relation);
  say(26, stances, first.isNegated, own.isNegated, relation);
  say(27, stances, first.isNegated, first.auxiliaries, second?.lemma, second?.isNegated);
  for (const beside of first.beside) {
    say(28, beside);
    say(29, lemma, beside);
    say(30, lemma, beside, first.isNegated);
  }
  if (second !== undefined) {
    say(40, second.lemma, second.isNegated);
    say(41, second.lemma, second.auxiliaries, first.relation, second.isNegated);
    say(42, second.subject, first.relation);
    say(43, lemma, second.lemma, second.isNegated, first.isNegated);
    say(44, stances, known(second.lemma, first.mark), second.isNegated, first.isNegated);
    say(45, known(second.lemma, first.mark), second.isNegated, first.relation);
    for (const beside of second.beside) {
      say(46, beside, first.relation);
      say(47, second.lemma, beside);
    }
  }
  if (third !== undefined) {
    say(50, third.lemma, third.isNegated, second?.relation);
    say(51, third.lemma, second?.lemma, third.isNegated);
  }
  between(doc, above, head, into);
}

/** The words on the way from the upper word to the lower one. */
function between(doc: Doc, above: number, head: number, into: Features): void {
  const [from, to] = above < head ? [above, head] : [head, above];
  for (let token = from + 1, seen = 0; token < to && seen < MOST_BETWEEN; token++) {
    if (uposOf(doc, token) === "PUNCT" || uposOf(doc, token) === "DET") continue;
    seen++;
    into.add(above < head ? 60 : 61, hashOf(masked(doc, token)));
    into.join(above < head ? 62 : 63, hashOf(masked(doc, above)), hashOf(masked(doc, token)));
  }
}
