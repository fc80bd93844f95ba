/**
 * Which issue of the agenda a stretch of text is about.
 *
 * Terms are sequences of base forms; between two words of a term the text may have determiners, possessives and
 * modifiers ("halt all its offensives" is the term "halt offensive"). Longer terms weigh more, the first one
 * named weighs most among equals, and weak terms speak only where no strong one does.
 */
import { type Doc, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import type { Agenda, Issue } from "../../record/agenda.ts";
import type { Range } from "../../record/span.ts";

/** Tokens that may stand between two words of a term. */
const SKIPPED = new Set(["DET", "PRON", "ADJ", "ADV", "PUNCT", "PART", "NUM"]);
/** In the terms of an agenda auxiliaries and names may stand there too: "the army will leave", "presence of Agron troops". */
const SKIPPED_IN_TERMS = new Set([...SKIPPED, "AUX", "PROPN"]);
const MOST_SKIPPED = 3;
/** Words of a term that the text need not have. */
const ARTICLES = new Set(["the", "a", "an", "its", "their", "his", "her"]);

interface Term {
  readonly issue: number;
  readonly words: readonly string[];
  readonly role: "strong" | "weak" | "against";
}

type Index = ReadonlyMap<string, readonly Term[]>;

const indices = new WeakMap<Agenda, Index>();

function termsOf(issue: Issue, at: number): Term[] {
  const split = (text: string) => {
    const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
    return words.filter((word, i) => i === 0 || !ARTICLES.has(word));
  };
  const terms = (list: readonly string[] | undefined, role: Term["role"]) =>
    (list ?? []).map((text) => ({ issue: at, words: split(text), role }));
  return [...terms(issue.terms, "strong"), ...terms(issue.weak, "weak"), ...terms(issue.against, "against")];
}

function indexOf(agenda: Agenda): Index {
  const known = indices.get(agenda);
  if (known) return known;
  const index = new Map<string, Term[]>();
  for (const term of agenda.flatMap(termsOf)) {
    const [first] = term.words;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), term]);
  }
  indices.set(agenda, index);
  return index;
}

/** Base forms are learnt and may keep an ending: "troops" and "troop" are one word here. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Each word of a text in its base form and as it stands, in lower case and without the ending of a plural. */
interface Forms {
  readonly bases: readonly string[];
  readonly words: readonly string[];
}

const forms = new WeakMap<Doc, Forms>();

/** Made once for a text. */
function formsOf(doc: Doc): Forms {
  const known = forms.get(doc);
  if (known) return known;
  const names = doc.lemmaNames.map((name) => singular(name.toLowerCase()));
  const made = {
    bases: Array.from(doc.lemma, (lemma) => names[lemma] ?? ""),
    words: doc.lowerWords.map(singular),
  };
  forms.set(doc, made);
  return made;
}

/** One past the last token of the term that begins at a token, or -1. */
export function matchEnd(
  doc: Doc,
  first: number,
  limit: number,
  words: readonly string[],
  skipping: ReadonlySet<string> = SKIPPED,
): number {
  const { bases, words: own } = formsOf(doc);
  let at = first;
  for (const word of words) {
    let skipped = 0;
    while (at < limit && bases[at] !== word && own[at] !== word) {
      if (at === first || skipped === MOST_SKIPPED || !skipping.has(uposOf(doc, at))) return -1;
      // "end Agron's war" is no "end the war".
      if (uposOf(doc, at) === "PROPN" && isOwner(doc, at + 1)) return -1;
      skipped++;
      at++;
    }
    if (at >= limit) return -1;
    at++;
  }
  return at;
}

const NONE: readonly Term[] = [];

function candidates({ bases, words }: Forms, token: number, index: Index): readonly Term[] {
  const [base, form] = [bases[token]!, words[token]!];
  const lemma = index.get(base) ?? NONE;
  const byWord = form === base ? NONE : (index.get(form) ?? NONE);
  return byWord.length === 0 ? lemma : [...lemma, ...byWord];
}

/** A term of the agenda in a text: its first token, and one past its last. */
export interface Hit extends Term {
  readonly first: number;
  readonly end: number;
}

const hits = new WeakMap<Agenda, WeakMap<Doc, readonly (readonly Hit[] | undefined)[]>>();

/** The terms of an agenda that begin at each token; made once for a text, which is asked for many overlapping ranges. */
function hitsIn(doc: Doc, agenda: Agenda): readonly (readonly Hit[] | undefined)[] {
  const texts = hits.get(agenda) ?? new WeakMap<Doc, readonly (readonly Hit[] | undefined)[]>();
  hits.set(agenda, texts);
  const known = texts.get(doc);
  if (known) return known;
  const index = indexOf(agenda);
  const forms = formsOf(doc);
  const found = Array.from({ length: doc.size }, (_, token) => {
    const terms = candidates(forms, token, index);
    if (terms.length === 0) return undefined;
    const here = terms
      .map((term) => ({
        ...term,
        first: token,
        end: matchEnd(doc, token, doc.size, term.words, SKIPPED_IN_TERMS),
      }))
      .filter(({ end, role }) => end >= 0 && (role !== "strong" || !isOwner(doc, end)));
    return here.length === 0 ? undefined : here;
  });
  texts.set(doc, found);
  return found;
}

/** "the mediators' plan": whose something is, is not what it is about. */
function isOwner(doc: Doc, end: number): boolean {
  return end < doc.size && uposOf(doc, end) === "PART" && /^['’]s?$/u.test(wordOf(doc, end));
}

export interface IssueMatch {
  readonly issue: string;
  /** Weight of the terms found; 0 for `other`. */
  readonly weight: number;
}

/** The terms of an agenda that stand whole in a range, in its order, without those that a phrase there rules out. */
export function termsWithin(range: Range, doc: Doc, agenda: Agenda): readonly Hit[] {
  const all = hitsIn(doc, agenda);
  const within: Hit[] = [];
  const first = tokenAt(doc, range.start);
  const limit = Math.min(doc.size, tokenAt(doc, range.end - 1) + 1);
  for (let token = first; token < doc.size && doc.start[token]! < range.end; token++) {
    const here = all[token];
    if (here === undefined) continue;
    const whole = here.filter(({ end }) => end <= limit);
    for (const hit of whole)
      if (hit.role !== "against" && !whole.some((other) => rulesOut(other, hit))) within.push(hit);
  }
  return within;
}

/** Whether a phrase says that a term does not mean its issue. */
function rulesOut(phrase: Hit, term: Hit): boolean {
  return phrase.role === "against" && phrase.issue === term.issue;
}

/** The issue that a range is about; `other` where no term of the agenda stands in it. */
export function issueOf(range: Range, doc: Doc, agenda: Agenda): IssueMatch {
  const strong = new Map<number, number>();
  const weak = new Map<number, number>();
  for (const { issue, words, role } of termsWithin(range, doc, agenda)) {
    const weights = role === "strong" ? strong : weak;
    const early = weights.size === 0 ? 0.5 : 0;
    weights.set(issue, Math.max(weights.get(issue) ?? 0, words.length + early));
  }
  const [best] = [...(strong.size > 0 ? strong : weak)].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return { issue: "other", weight: 0 };
  return { issue: agenda[best[0]]?.name ?? "other", weight: strong.size > 0 ? best[1] : best[1] / 2 };
}
