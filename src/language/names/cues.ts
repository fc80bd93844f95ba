/** What the lists and the rest of the text say of each token, as small numbers for the recogniser. */
import { isUpper } from "../../text/characters.ts";
import { type Doc, lemmaOf, lowerOf, wordOf, xposOf } from "../doc.ts";
import { classBits } from "./classes.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { normalise } from "./spelling.ts";
import { beginsTitle, LONGEST_TITLE, type TitleKind, titles } from "./titles.ts";

/** Names longer than this many tokens are not looked for in the lists. */
const LONGEST_NAME = 9;

export const STATE = 1;
export const BODY = 2;
export const ORGANISATION = 4;
export const OUTLET = 8;
export const REGION = 16;
export const SUBDIVISION = 32;
export const LARGE_CITY = 64;
export const SMALL_CITY = 128;
/** The match has more than one word. */
export const LONG = 256;
/** The capital of a state. */
export const SEAT = 512;

const FIRST = 1;
const INSIDE = 2;

/** Columns over the tokens of a text. */
export interface Cues {
  /** The token has a capital letter. */
  readonly capital: Uint8Array;
  /** The sentence is in capitals throughout, or nearly. */
  readonly shouted: Uint8Array;
  /** A name may cover the token. */
  readonly open: Uint8Array;
  /** Kinds of the longest listed name that covers the token, as bits. */
  readonly listed: Uint16Array;
  /** 0 none, 1 first token of the listed name, 2 further ones. */
  readonly listedAt: Uint8Array;
  /** First token past the listed name that starts here, or 0. */
  readonly listedEnd: Int32Array;
  /** 0 none, 1 adjective of a state or region, 2 word for a people. */
  readonly people: Uint8Array;
  /** 0 none, 1 feminine, 2 masculine, 3 either. */
  readonly given: Uint8Array;
  /** 0 none, 1 office, 2 honorific, 3 rank, 4 role, 5 people; plus 8 on the first token. */
  readonly title: Uint8Array;
  /** Classes of words that head names ("Ministry", "River"), as bits. */
  readonly classes: Uint16Array;
  /** Last token of the run of capitalised words that the token is in, small words between them let through. */
  readonly runEnd: Int32Array;
  /** Place in that run, 0 first. */
  readonly runPlace: Uint8Array;
  /** 1 where a name may begin: a capital, a digit or a particle. */
  readonly begins: Uint8Array;
  /** What the word is seen with anywhere in the text, as bits. */
  readonly seen: Uint16Array;
}

const TITLE_CODES: Readonly<Record<TitleKind, number>> = {
  office: 1,
  honorific: 2,
  rank: 3,
  role: 4,
  people: 5,
};

function bitsOf(entries: readonly Entry[]): number {
  let bits = 0;
  for (const entry of entries) {
    if (entry.kind === "state") bits |= STATE;
    else if (entry.kind === "body") bits |= BODY;
    else if (entry.kind === "outlet") bits |= OUTLET;
    else if (entry.kind !== "place") bits |= ORGANISATION;
    else if (entry.place !== "city") bits |= entry.admin1 ? SUBDIVISION : REGION;
    else bits |= entry.capitalOf || (entry.people ?? 0) >= 300 ? LARGE_CITY : SMALL_CITY;
    if (entry.capitalOf) bits |= SEAT;
  }
  return bits;
}

function hasCapital(word: string): boolean {
  for (let at = 0; at < word.length && at < 24; at += 1) if (isUpper(word.charCodeAt(at))) return true;
  return false;
}

export function readCues(doc: Doc, lists: Gazetteer): Cues {
  const { size } = doc;
  const cues: Cues = {
    capital: new Uint8Array(size),
    shouted: new Uint8Array(size),
    open: new Uint8Array(size),
    listed: new Uint16Array(size),
    listedAt: new Uint8Array(size),
    listedEnd: new Int32Array(size),
    people: new Uint8Array(size),
    given: new Uint8Array(size),
    title: new Uint8Array(size),
    classes: new Uint16Array(size),
    runEnd: new Int32Array(size),
    runPlace: new Uint8Array(size),
    begins: new Uint8Array(size),
    seen: new Uint16Array(size),
  };
  for (let i = 0; i < size; i += 1) cues.capital[i] = hasCapital(wordOf(doc, i)) ? 1 : 0;
  for (let s = 0; s + 1 < doc.sentences.length; s += 1) {
    const first = doc.sentences[s]!;
    const last = doc.sentences[s + 1]!;
    markShouted(doc, cues, first, last);
    markOpen(cues, first, last);
    markListed(doc, cues, lists, first, last);
    markTitles(doc, cues, first, last);
    markRuns(doc, cues, first, last);
  }
  markSeen(doc, cues);
  return cues;
}

function markShouted(doc: Doc, cues: Cues, first: number, last: number): void {
  let upper = 0;
  let lower = 0;
  for (let i = first; i < last; i += 1) {
    const word = wordOf(doc, i);
    if (word.length < 4 || !/^\p{L}+$/u.test(word.slice(0, 40))) continue;
    if (word === word.toUpperCase()) upper += 1;
    else lower += 1;
  }
  if (upper > 2 && upper > 4 * lower) cues.shouted.fill(1, first, last);
}

/** A token is open where it has a capital, or stands within three tokens between two that have. */
function markOpen(cues: Cues, first: number, last: number): void {
  let before = -9;
  for (let i = first; i < last; i += 1) {
    if (cues.capital[i] !== 1) continue;
    if (i - before <= 4) for (let j = Math.max(first, before); j < i; j += 1) cues.open[j] = 1;
    cues.open[i] = 1;
    before = i;
  }
}

function markListed(doc: Doc, cues: Cues, lists: Gazetteer, first: number, last: number): void {
  let covered = first;
  for (let i = first; i < last; i += 1) {
    if (cues.open[i] !== 1) continue;
    const word = normalise(wordOf(doc, i));
    const shouted = cues.shouted[i] === 1;
    const gender = lists.givenName(shouted ? capitalised(word) : word);
    if (gender !== undefined) cues.given[i] = gender === "feminine" ? 1 : gender === "masculine" ? 2 : 3;
    const people = lists.faithOrPeople(word);
    if (lists.adjective(word) !== undefined || people === "adjective") cues.people[i] = 1;
    else if (lists.people(word) !== undefined || people === "people") cues.people[i] = 2;
    if (i < covered || word.length < 2) continue;
    const furthest = Math.min(last, i + LONGEST_NAME);
    for (let end = furthest; end > i; end -= 1) {
      if (doc.end[end - 1]! - doc.start[i]! > 80) continue;
      const phrase = doc.text.slice(doc.start[i], doc.end[end - 1]);
      const entries = entriesOf(lists, phrase, shouted);
      if (entries.length === 0) continue;
      const bits = bitsOf(entries) | (end > i + 1 ? LONG : 0);
      for (let j = i; j < end; j += 1) {
        cues.listed[j] = bits;
        cues.listedAt[j] = j === i ? FIRST : INSIDE;
        cues.open[j] = 1;
      }
      cues.listedEnd[i] = end;
      covered = end;
      break;
    }
  }
}

/** Capitals are looked up without regard to case where the sentence, or a longer word by itself, is in capitals. */
function entriesOf(lists: Gazetteer, phrase: string, shouted: boolean): readonly Entry[] {
  const direct = lists.named(phrase);
  if (direct.length > 0 || phrase.length < 4) return direct;
  return shouted || (phrase.length > 4 && phrase === phrase.toUpperCase())
    ? lists.namedInCapitals(phrase)
    : direct;
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function markTitles(doc: Doc, cues: Cues, first: number, last: number): void {
  const known = titles();
  for (let i = first; i < last; i += 1) {
    if (!beginsTitle(normalise(wordOf(doc, i)).toLowerCase())) continue;
    for (let end = Math.min(last, i + LONGEST_TITLE); end > i; end -= 1) {
      if (doc.end[end - 1]! - doc.start[i]! > 60) continue;
      const title = known.get(normalise(doc.text.slice(doc.start[i], doc.end[end - 1])).toLowerCase());
      if (title === undefined) continue;
      const code = TITLE_CODES[title.kinds[0]!];
      for (let j = i; j < end; j += 1) cues.title[j] = code | (j === i ? 8 : 0);
      i = end - 1;
      break;
    }
  }
}

const PARTICLES = new Set(
  "al el bin ben ibn abu bint de da do dos das del della di du la le van von der den ter ten zu af e y ul ur an ash as ad at-".split(
    " ",
  ),
);
const LET_THROUGH = new Set([
  "of",
  "the",
  "for",
  "and",
  "&",
  "de",
  "du",
  "la",
  "on",
  "'s",
  "’s",
  "-",
  "al",
  "in",
  "to",
]);

function markRuns(doc: Doc, cues: Cues, first: number, last: number): void {
  for (let i = first; i < last; i += 1) {
    const word = wordOf(doc, i);
    if (cues.capital[i] === 1) cues.classes[i] = classBits(word);
    if (cues.capital[i] === 1 || PARTICLES.has(word) || /^\d/.test(word)) cues.begins[i] = 1;
    if (cues.listedAt[i] === FIRST) cues.begins[i] = 1;
  }
  for (let i = first; i < last; i += 1) {
    if (cues.capital[i] !== 1) continue;
    let end = i;
    for (let j = i + 1; j < last && j < i + 12; j += 1) {
      if (cues.capital[j] === 1) end = j;
      else if (j - end > 2 || !LET_THROUGH.has(wordOf(doc, j))) break;
    }
    for (let j = i; j <= end; j += 1) {
      cues.runEnd[j] = end;
      cues.runPlace[j] = j - i;
    }
    i = end;
  }
}

const AFTER_TITLE = 1;
const AFTER_GIVEN = 2;
const SPEAKS = 4;
const AFTER_PLACE_WORD = 8;
const OWNS = 16;
const IN_LISTED = 32;
const LOWER = 64;
const BEFORE_CLASS = 128;
const AFTER_THE = 256;

const SPEECH = new Set([
  "say",
  "tell",
  "add",
  "warn",
  "argue",
  "insist",
  "note",
  "recall",
  "claim",
  "think",
  "believe",
]);
const PLACE_WORDS = new Set(["in", "near", "from", "at", "across", "outside", "throughout"]);
const CLASS_WORDS = new Set([
  "party",
  "inc",
  "corp",
  "ltd",
  "group",
  "university",
  "ministry",
  "company",
  "council",
  "agency",
  "union",
  "bank",
  "club",
  "league",
]);

/** What each capitalised word is seen with in the whole text: a name is one thing throughout. */
function markSeen(doc: Doc, cues: Cues): void {
  const bits = new Map<string, number>();
  const words: string[] = [];
  for (let i = 0; i < doc.size; i += 1) {
    const word = wordOf(doc, i);
    words.push(word);
    if (cues.capital[i] !== 1 || cues.shouted[i] === 1) continue;
    bits.set(word, (bits.get(word) ?? 0) | cuesAround(doc, cues, i));
  }
  const lower = new Set<string>();
  for (let i = 0; i < doc.size; i += 1)
    if (cues.capital[i] === 0 && words[i]!.length > 2) lower.add(words[i]!);
  for (let i = 0; i < doc.size; i += 1)
    if (cues.open[i] === 1)
      cues.seen[i] =
        (bits.get(words[i]!) ?? 0) |
        (cues.capital[i] === 1 && lower.has(words[i]!.toLowerCase()) ? LOWER : 0);
}

function cuesAround(doc: Doc, cues: Cues, i: number): number {
  let found = 0;
  const sameBefore = i > 0 && doc.sentence[i - 1] === doc.sentence[i];
  const sameAfter = i + 1 < doc.size && doc.sentence[i + 1] === doc.sentence[i];
  if (sameBefore) {
    const title = cues.title[i - 1]! & 7;
    if (title > 0 && title < 4) found |= AFTER_TITLE;
    if (cues.given[i - 1]! > 0 && cues.capital[i - 1] === 1) found |= AFTER_GIVEN;
    const before = lowerOf(doc, i - 1);
    if (PLACE_WORDS.has(before)) found |= AFTER_PLACE_WORD;
    if (before === "the") found |= AFTER_THE;
  }
  if (sameAfter) {
    if (SPEECH.has(lemmaOf(doc, i + 1))) found |= SPEAKS;
    if (xposOf(doc, i + 1) === "POS") found |= OWNS;
    if (CLASS_WORDS.has(lowerOf(doc, i + 1))) found |= BEFORE_CLASS;
  }
  if (cues.listed[i]! & LONG) found |= IN_LISTED;
  return found;
}
