/** The title or role words that stand with a person's name. */
import { type Doc, wordOf, xposOf } from "../doc.ts";
import type { Cues } from "./cues.ts";

const MODIFIERS = new Set(
  "former ex then acting interim outgoing incoming newly appointed elected late current senior top chief special deputy first second vice new longtime veteran disgraced ousted exiled new long-time foreign general national security defense defence".split(
    " ",
  ),
);
const OPENERS = new Set(
  "what whether when where while after before but and or if as though although since once that why how because until unless with by for from to in on at both either neither meanwhile then so yet also".split(
    " ",
  ),
);
const LONGEST_BEFORE = 14;
const LONGEST_AFTER = 16;

const codeOf = (cues: Cues, i: number): number => cues.title[i]! & 7;
const isTitle = (cues: Cues, i: number): boolean => codeOf(cues, i) > 0 && codeOf(cues, i) < 5;

/** Tokens [first, last) of the title, or undefined. */
export function titleOf(
  doc: Doc,
  cues: Cues,
  first: number,
  last: number,
): { first: number; last: number } | undefined {
  const own = before(doc, cues, first);
  // "The Minister of Trade, Honourable Vera Moll": the address says nothing of her office.
  const office = own !== undefined && isAddress(cues, own) ? beforeComma(doc, cues, own.first) : undefined;
  if (office !== undefined && own !== undefined) return { first: office.first, last: own.last };
  return own ?? beforeComma(doc, cues, first) ?? titleAfter(doc, cues, last);
}

/** Nothing but forms of address: "Dr.", "Honourable". */
function isAddress(cues: Cues, { first, last }: { first: number; last: number }): boolean {
  for (let i = first; i < last; i += 1) if (codeOf(cues, i) !== 2) return false;
  return true;
}

/** "Belmark's foreign minister, …": whose minister must be said, or "the", so that no list is taken for it. */
function beforeComma(doc: Doc, cues: Cues, first: number): { first: number; last: number } | undefined {
  if (first < 2 || wordOf(doc, first - 1) !== "," || doc.sentence[first - 2] !== doc.sentence[first])
    return undefined;
  const found = before(doc, cues, first - 1) ?? withDomain(doc, cues, first - 1);
  if (found === undefined || found.last - found.first > 10) return undefined;
  const owned =
    found.first < found.last && cues.capital[found.first] === 1 && (cues.title[found.first]! & 7) === 0;
  const definite = found.first > 0 && /^(?:the|its|their|his|her)$/i.test(wordOf(doc, found.first - 1));
  return owned || definite ? found : undefined;
}

/** "The Minister of Trade and Mines, …": an office by what it is for, back from the comma. */
function withDomain(doc: Doc, cues: Cues, last: number): { first: number; last: number } | undefined {
  const floor = Math.max(doc.sentences[doc.sentence[last]!]!, last - LONGEST_BEFORE);
  for (let i = last - 1; i > floor; i -= 1) {
    if (/^(?:of|for)$/.test(wordOf(doc, i)) && codeOf(cues, i - 1) === 1) {
      const office = before(doc, cues, i);
      return office && { first: office.first, last };
    }
    if (!/^(?:NNPS?|NNS?|JJ|CC|DT|IN|POS)$/.test(xposOf(doc, i))) return undefined;
  }
  return undefined;
}

/** "Belmark's Foreign Minister …", "former U.S. special envoy …", "Gen. …". */
function before(doc: Doc, cues: Cues, first: number): { first: number; last: number } | undefined {
  const floor = Math.max(doc.sentences[doc.sentence[first]!]!, first - LONGEST_BEFORE);
  let start = first;
  let seen = -1;
  for (let i = first - 1; i >= floor; i -= 1) {
    const word = wordOf(doc, i);
    if (isTitle(cues, i) && codeOf(cues, i) < 5) {
      start = i;
      if (seen < 0) seen = i;
      continue;
    }
    if (seen < 0) break;
    if (!mayStandIn(doc, cues, i, floor)) break;
    if (cues.capital[i] === 1 || MODIFIERS.has(word.toLowerCase())) start = i;
  }
  if (seen < 0) return undefined;
  return { first: start, last: first };
}

const LINKS = new Set(["of", "for", "to"]);

/** Words that a title may hold besides title words: names, adjectives, "of the", "'s". */
function mayStandIn(doc: Doc, cues: Cues, i: number, floor: number): boolean {
  const word = wordOf(doc, i).toLowerCase();
  if (cues.capital[i] === 1 && OPENERS.has(word)) return false;
  if (cues.capital[i] === 1)
    return (
      cues.listed[i] !== 0 || cues.people[i] !== 0 || xposOf(doc, i + 1) === "POS" || !isTitle(cues, i - 1)
    );
  if (word === "and") return i > floor && isTitle(cues, i - 1);
  // "A spokeswoman for Prime Minister …" names another person's title.
  if (LINKS.has(word)) return !isTitle(cues, i + 1);
  if (word === "the") return i > floor && LINKS.has(wordOf(doc, i - 1).toLowerCase());
  return MODIFIERS.has(word) || xposOf(doc, i) === "POS" || word === "-" || word === "&";
}

/** ", the country's chief negotiator,": up to the next comma, with a title word in it before any verb. */
export function titleAfter(doc: Doc, cues: Cues, last: number): { first: number; last: number } | undefined {
  if (last + 1 >= doc.size || wordOf(doc, last) !== "," || doc.sentence[last] !== doc.sentence[last - 1])
    return undefined;
  const ceiling = Math.min(doc.sentences[doc.sentence[last]! + 1]!, last + 1 + LONGEST_AFTER);
  let found = false;
  let end = last + 1;
  for (let i = last + 1; i < ceiling; i += 1) {
    const word = wordOf(doc, i);
    const tag = xposOf(doc, i);
    if (/^[,.;:—–()"“”]$/.test(word)) break;
    // "…, chaired by Vera Moll, the minister said": somebody else speaks.
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tag)) return undefined;
    if (/^(?:WP|WDT|WP\$|WRB|PRP|CC)$/.test(tag) && !(word === "and" && found)) break;
    if (!found && /^(?:VB|VBG|VBN|IN|TO|RB)$/.test(tag)) return undefined;
    if (isTitle(cues, i) && codeOf(cues, i) !== 2) found = true;
    end = i + 1;
  }
  if (!found || endsInName(cues, last + 1, end)) return undefined;
  return { first: last + 1, last: end };
}

/** ", Danish Prime Minister Odo Lund, …" is the next of a list, no title of the one before. */
function endsInName(cues: Cues, first: number, last: number): boolean {
  for (let i = last - 1; i > first; i -= 1) {
    if (cues.capital[i] !== 1 || cues.listed[i] !== 0) return isTitle(cues, i) && i < last - 1;
    if (isTitle(cues, i)) return i < last - 1;
  }
  return false;
}
