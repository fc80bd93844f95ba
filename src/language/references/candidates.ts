import { isAccordingTo, isAdrift } from "../clauses/phrase.ts";
import { childrenOf, type Tree } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, uposOf, wordOf, xposOf } from "../doc.ts";
import type { Name } from "../name.ts";

/** A noun phrase or pronoun that may refer. Tokens [first, last) are its whole extent. */
export interface Candidate {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly form: "name" | "description" | "pronoun";
  /** Index into the names, or -1. */
  readonly name: number;
  /** Several co-ordinated phrases taken together: "Agron and Belmark". */
  readonly group: boolean;
}

/** The phrases of a text that may refer, by first token, the longer before the shorter. */
export function candidatesOf(doc: Doc, tree: Tree, names: readonly Name[]): Candidate[] {
  const nameAt = new Int32Array(doc.size).fill(-1);
  names.forEach((name, index) => {
    for (let token = name.first; token < name.last; token += 1) nameAt[token] = index;
  });
  const found: Candidate[] = [];
  for (let token = 0; token < doc.size; token += 1) {
    const form = formOf(doc, token);
    if (form === undefined || isPartOfName(doc, names, nameAt, token)) continue;
    const [begin, last, groupLast] = extentOf(doc, tree, token, form);
    const first = isOneOfTwo(doc, token) ? Math.min(begin, token - 1) : begin;
    const name = form === "pronoun" ? -1 : nameOf(doc, tree, nameAt, token);
    found.push({ head: token, first, last, form, name, group: false });
    if (groupLast > last) {
      found.push({ head: token, first, last: groupLast, form: "description", name: -1, group: true });
    }
  }
  return found.sort((a, b) => a.first - b.first || b.last - a.last || a.head - b.head);
}

/** "Grain" in "World Grain Council", "Minister" in "Foreign Minister Vera Lindqvist": they refer to nothing alone. */
function isPartOfName(doc: Doc, names: readonly Name[], nameAt: Int32Array, token: number): boolean {
  const name = names[nameAt[token]!];
  const above = doc.head[token]!;
  if (name !== undefined) return above >= name.first && above < name.last;
  return deprelOf(doc, token) === "nmod:desc" && xposOf(doc, token).startsWith("NN");
}

/** The name at the head, or set beside it: "the foreign minister, Vera Lindqvist". */
function nameOf(doc: Doc, tree: Tree, nameAt: Int32Array, head: number): number {
  if (nameAt[head]! >= 0) return nameAt[head]!;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "appos" && nameAt[child]! >= 0) return nameAt[child]!;
  }
  return -1;
}

function formOf(doc: Doc, token: number): Candidate["form"] | undefined {
  const relation = deprelOf(doc, token);
  const tag = xposOf(doc, token);
  switch (uposOf(doc, token)) {
    case "PRON":
      if (relation === "expl" || relation === "det" || relation === "mark") return undefined;
      if (tag === "PRP" || tag === "PRP$") return "pronoun";
      return tag === "DT" && isDemonstrative(doc, token) ? "pronoun" : undefined;
    case "PROPN":
      return relation === "flat" || relation === "goeswith" || relation === "fixed" || relation === "appos"
        ? undefined
        : "name";
    case "NOUN":
      return relation === "compound" ||
        relation === "flat" ||
        relation === "fixed" ||
        relation === "case" ||
        relation === "goeswith" ||
        relation === "appos"
        ? undefined
        : "description";
    case "ADJ":
      if (tag === "NNP") return "name";
      return isOneOfTwo(doc, token) && !(relation === "amod" && isNoun(doc, doc.head[token]!))
        ? "description"
        : undefined;
    default:
      return undefined;
  }
}

function isDemonstrative(doc: Doc, token: number): boolean {
  const word = wordOf(doc, token).toLowerCase();
  return word === "this" || word === "that" || word === "these" || word === "those" || word === "both";
}

function isNoun(doc: Doc, token: number): boolean {
  return token >= 0 && (uposOf(doc, token) === "NOUN" || uposOf(doc, token) === "PROPN");
}

/** "the former", "the latter". */
export function isOneOfTwo(doc: Doc, token: number): boolean {
  if (token === 0 || wordOf(doc, token - 1).toLowerCase() !== "the") return false;
  const word = wordOf(doc, token).toLowerCase();
  return word === "former" || word === "latter";
}

/** Dependents that are no part of a noun phrase even where the noun is a predicate. */
function isOutside(relation: string): boolean {
  return (
    relation === "case" ||
    relation === "mark" ||
    relation === "cop" ||
    relation === "cc" ||
    relation === "cc:preconj" ||
    relation === "parataxis" ||
    relation === "discourse" ||
    relation === "advcl" ||
    relation === "vocative" ||
    relation.startsWith("aux") ||
    relation.startsWith("nsubj") ||
    relation.startsWith("csubj") ||
    relation === "expl"
  );
}

/** First token, one past the last without what is co-ordinated, and one past the last with it. */
function extentOf(doc: Doc, tree: Tree, head: number, form: Candidate["form"]): [number, number, number] {
  let first = head;
  let last = head + 1;
  let groupLast = 0;
  if (form === "pronoun") return [first, last, groupLast];
  let closed = false;
  let begin = 0;
  for (const child of childrenOf(tree, head)) {
    const relation = deprelOf(doc, child);
    if (relation === "case" || relation === "mark" || relation === "cop" || relation === "cc") {
      if (child > head && xposOf(doc, child) === "POS") last = Math.max(last, child + 1);
      else if (child < head) begin = tree.right[child]!;
    }
    if (relation === "punct" || isOutside(relation) || isAdrift(doc, tree, head, child)) continue;
    if (relation === "conj") {
      if (child > head && uposOf(doc, child) !== "VERB") groupLast = tree.right[child]!;
      closed = true;
    } else if (relation === "list" || relation === "dep") closed = true;
    else if (child < head) first = Math.min(first, tree.left[child]!);
    else if (!closed) last = Math.max(last, tree.right[child]!);
  }
  first = Math.max(first, Math.min(begin, head));
  while (first < head && uposOf(doc, first) === "PUNCT" && !isOpener(doc, first)) first += 1;
  if (first + 2 <= head && isAccordingTo(doc, first)) first += 2;
  return [first, withCloser(doc, first, last), groupLast];
}

function isOpener(doc: Doc, token: number): boolean {
  return /^["“‘([]|``$/u.test(wordOf(doc, token));
}

/** Takes in a quotation mark or bracket right after the phrase whose partner stands inside. */
function withCloser(doc: Doc, first: number, last: number): number {
  if (last >= doc.size || uposOf(doc, last) !== "PUNCT") return last;
  const opener = PARTNERS.get(wordOf(doc, last));
  if (opener === undefined) return last;
  let open = 0;
  for (let token = first; token < last && token < first + 40; token += 1) {
    if (wordOf(doc, token) === opener) open += 1;
    else if (wordOf(doc, token) === wordOf(doc, last)) open -= 1;
  }
  const unclosed = opener === wordOf(doc, last) ? open % 2 === 1 : open > 0;
  return unclosed ? last + 1 : last;
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ["”", "“"],
  ["’", "‘"],
  ['"', '"'],
  [")", "("],
  ["]", "["],
  ["''", "``"],
]);
