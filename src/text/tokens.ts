/**
 * Tokens: syntactic words after the conventions of Universal Dependencies for English.
 *
 * Hyphened words are parted ("peace-keeping" is three tokens) unless they start with a bound prefix ("non-aligned"),
 * contractions are parted ("don't": `do`, `n't`), abbreviations keep their full stop. One pass, linear in the text.
 */
import { LEADING, OTHER } from "./abbreviations.ts";
import {
  CLOSE,
  DIGIT,
  FOLD,
  GLUE,
  isRaised,
  isUpper,
  KIND,
  LETTER,
  SPACE,
  STOP,
  SURROGATE,
} from "./characters.ts";

/** Growing columns of token offsets, half-open UTF-16 code units. */
export class Tokens {
  size = 0;
  start: Int32Array = new Int32Array(256);
  end: Int32Array = new Int32Array(256);

  push(start: number, end: number): void {
    if (this.size === this.start.length) {
      const grown = new Int32Array(this.size * 2);
      grown.set(this.start);
      this.start = grown;
      const ends = new Int32Array(this.size * 2);
      ends.set(this.end);
      this.end = ends;
    }
    this.start[this.size] = start;
    this.end[this.size] = end;
    this.size += 1;
  }
}

/** Parts before a hyphen that stay with what follows. */
const BOUND = new Set(
  "non e mid re anti pre co pro cross post semi ex sub multi counter mini un socio inter intra neo over pan psycho".split(
    " ",
  ),
);
const UNITS = new Set(
  "am pm k m b bn tn km kg cm mm ft mph kph mw gw kw kwh ghz mhz hz gb mb tb lb lbs sq x pct".split(" "),
);
/** Fused words and where the second part starts. */
const FUSED = new Map<string, number>([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["dont", 2],
  ["cant", 2],
  ["wont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["isnt", 2],
  ["wasnt", 3],
  ["arent", 3],
  ["havent", 4],
  ["im", 1],
  ["ive", 1],
  ["youre", 3],
  ["youll", 3],
  ["thats", 4],
]);
const CLITICS = new Set(["s", "m", "d", "re", "ve", "ll"]);
const TOP_DOMAINS = new Set(
  "com org net gov edu info mil int io eu uk us de fr ru ua cn il ir ch tv news html htm php pdf doc xls".split(
    " ",
  ),
);

const DOT = 46;
const HYPHEN = 45;

/**
 * Tokens of `text` between `from` and `to`, added to `into`.
 * @returns `into`, for which offsets count from the start of `text`.
 */
export function tokenise(
  text: string,
  from = 0,
  to: number = text.length,
  into: Tokens = new Tokens(),
): Tokens {
  let at = from;
  while (at < to) {
    if (KIND[text.charCodeAt(at)] === SPACE) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < to && KIND[text.charCodeAt(end)] !== SPACE) end += 1;
    chunk(text, at, end, into);
    at = end;
  }
  return into;
}

/** A run without white space. */
function chunk(text: string, start: number, end: number, into: Tokens): void {
  let at = start;
  // Up to here it is known that no address starts.
  let searched = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const kind = KIND[code];
    if (at >= searched && (isWordy(kind) || code === 64)) {
      const address = addressAt(text, at, end);
      searched = address.limit;
      if (address.end > at) {
        into.push(at, address.end);
        at = address.end;
        continue;
      }
    }
    if (isWordy(kind)) at = word(text, at, end, into);
    else if (kind === SURROGATE) at = supplementary(text, at, end, into);
    else at = mark(text, at, end, into);
  }
}

function isWordy(kind: number | undefined): boolean {
  return kind === LETTER || kind === DIGIT || kind === GLUE;
}

/** End of the web or mail address that starts at `at` (`at` for none), and how far the text was looked through. */
function addressAt(text: string, at: number, end: number): { end: number; limit: number } {
  let stop = at;
  let hasAt = -1;
  let scheme = false;
  let dot = -1;
  let slash = -1;
  for (; stop < end; stop += 1) {
    const code = text.charCodeAt(stop);
    if (code === 64 && hasAt < 0) hasAt = stop;
    else if (code === DOT) {
      if (slash < 0) dot = stop;
    } else if (code === 47) {
      if (slash < 0) slash = stop;
    } else if (code === 58) {
      if (text.charCodeAt(stop + 1) === 47 && text.charCodeAt(stop + 2) === 47 && stop > at && slash < 0)
        scheme = true;
      else if (slash < 0) break;
    } else if (
      code === 60 ||
      code === 62 ||
      code === 34 ||
      KIND[code] === CLOSE ||
      code === 0x201c ||
      code === 124
    )
      break;
    else if ((code === 40 || code === 44 || code === 59 || code === 91) && !scheme) break;
  }
  const limit = stop;
  while (stop > at && isTrailing(text.charCodeAt(stop - 1))) stop -= 1;
  if (scheme) return { end: stop, limit };
  const host = slash >= 0 && slash < stop ? slash : stop;
  return { end: isAddress(text, at, host, stop, hasAt, dot) ? stop : at, limit };
}

/** Whether [at, stop) is an address without a scheme: mail, a handle, or a host with a known ending. */
function isAddress(text: string, at: number, host: number, stop: number, sign: number, dot: number): boolean {
  if (sign > at && sign + 1 < stop && dot > sign && sign < host && isWordy(KIND[text.charCodeAt(sign - 1)]))
    return true;
  if (sign === at && stop > at + 2 && isWordy(KIND[text.charCodeAt(at + 1)])) return true;
  if (sign >= 0 || dot <= at || dot + 1 >= host || host - dot > 6) return false;
  if (!TOP_DOMAINS.has(folded(text, dot + 1, host))) return false;
  // "the U.S.-led": a letter, a dot and two letters is an abbreviation, not a host.
  return dot - at >= 3 || folded(text, at, Math.min(at + 4, stop)) === "www.";
}

function isTrailing(code: number): boolean {
  const kind = KIND[code];
  return (
    kind === STOP || kind === CLOSE || code === 44 || code === 59 || code === 58 || code === 39 || code === 34
  );
}

/** Folded slice; only for short slices, bounded by the caller. */
function folded(text: string, start: number, end: number): string {
  let out = "";
  for (let at = start; at < end; at += 1) {
    const code = FOLD[text.charCodeAt(at)]!;
    if (code !== 0) out += String.fromCharCode(code);
  }
  return out;
}

/** Longest word looked up in a list; longer ones are in none. */
const LOOKUP = 16;

function isBound(text: string, start: number, end: number): boolean {
  return end - start <= LOOKUP && BOUND.has(folded(text, start, end));
}

/** One word with its inner marks; pushes one or more tokens and returns where it stopped. */
function word(text: string, start: number, end: number, into: Tokens): number {
  let at = start;
  let lastDot = -1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isWordy(KIND[code]) || code === 95) {
      at += 1;
      continue;
    }
    if (at + 1 >= end || !isWordy(KIND[text.charCodeAt(at + 1)]) || !joins(text, start, at, end, lastDot))
      break;
    if (code === DOT) lastDot = at;
    at += 1;
  }
  if (at < end && text.charCodeAt(at) === DOT && keepsStop(text, start, at, end)) at += 1;
  part(text, start, at, into);
  return at;
}

/** Whether the mark at `at`, which has word characters on both sides, stays inside the word. */
function joins(text: string, start: number, at: number, end: number, lastDot: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const digits = KIND[before] === DIGIT && KIND[after] === DIGIT;
  switch (code) {
    case DOT:
      if (digits) return true;
      if (isRaised(after)) return false;
      // "ended.Then": two sentences that lost their space.
      return !(isUpper(after) && at - (lastDot < 0 ? start : lastDot + 1) > 2 && !isUpper(before));
    case 44:
    case 58:
      return digits;
    case 47:
      return digits || (at - start === 1 && (at + 2 >= end || !isWordy(KIND[text.charCodeAt(at + 2)])));
    case 39:
    case 0x2019:
    case 96:
      return true;
    case 38:
      return isUpper(before) && isUpper(after);
    case HYPHEN:
    case 0x2010:
    case 0x2011:
      if (digits) return isNumberGroup(text, start, at, end);
      return isBound(text, start, at);
    default:
      return false;
  }
}

/** "555-0199", "11-20-2000": telephone numbers and the like, but not the range "10-12". */
function isNumberGroup(text: string, start: number, at: number, end: number): boolean {
  let left = at - 1;
  while (left >= start && KIND[text.charCodeAt(left)] === DIGIT) left -= 1;
  let right = at + 1;
  while (right < end && KIND[text.charCodeAt(right)] === DIGIT) right += 1;
  if (left >= start && text.charCodeAt(left) === HYPHEN) return true;
  if (right < end && text.charCodeAt(right) === HYPHEN) return true;
  return at - left === 4 && right - at === 5;
}

/** Whether the full stop at `at` belongs to the word from `start`. */
function keepsStop(text: string, start: number, at: number, end: number): boolean {
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
  if (KIND[next] === STOP) return false;
  const length = at - start;
  if (length > LOOKUP) return false;
  // An initial: one capital letter, but not the pronoun.
  if (length === 1) return isUpper(text.charCodeAt(start)) && text.charCodeAt(start) !== 73;
  const form = folded(text, start, at);
  if (LEADING.has(form)) return form !== "no" || followedByDigit(text, at + 1);
  if (OTHER.has(form)) return isUpper(text.charCodeAt(start)) || !AMBIGUOUS.has(form);
  return isInitials(text, start, at);
}

/** Abbreviations that are words too, taken for one only with a capital. */
const AMBIGUOUS = new Set(
  "jan mar jun sat sun ill ind miss la co est ext min max ore wash mass pa ma mo del inc".split(" "),
);

function followedByDigit(text: string, at: number): boolean {
  let next = at;
  while (next < at + 3 && KIND[text.charCodeAt(next)] === SPACE) next += 1;
  return KIND[text.charCodeAt(next)] === DIGIT;
}

/** "U.S", "J.D", "a.m": single letters with dots between them. */
function isInitials(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const isDot = text.charCodeAt(at) === DOT;
    if ((at - start) % 2 === 0 ? KIND[text.charCodeAt(at)] !== LETTER : !isDot) return false;
  }
  return end - start >= 3;
}

/** Pushes the word, parted into its syntactic words. */
function part(text: string, start: number, end: number, into: Tokens): void {
  if (KIND[text.charCodeAt(start)] === DIGIT && end - start <= 2 * LOOKUP) {
    let at = start;
    while (at < end && KIND[text.charCodeAt(at)] !== LETTER) at += 1;
    if (at < end && end - at <= 3 && UNITS.has(folded(text, at, end))) {
      into.push(start, at);
      into.push(at, end);
      return;
    }
  }
  if (end - start <= 8) {
    const cut = FUSED.get(folded(text, start, end));
    if (cut !== undefined) {
      into.push(start, start + cut);
      into.push(start + cut, end);
      return;
    }
  }
  const cut = clitic(text, start, end);
  if (cut > start) part(text, start, cut, into);
  into.push(cut, end);
}

/** Where the clitic of "they've", "isn't", "envoy’s" starts; `start` where there is none. */
function clitic(text: string, start: number, end: number): number {
  for (let at = end - 2; at >= end - 3 && at > start; at -= 1) {
    if (FOLD[text.charCodeAt(at)] !== 39 && text.charCodeAt(at) !== 96) continue;
    const tail = folded(text, at + 1, end);
    if (CLITICS.has(tail)) return at;
    if (tail === "t" && at - 1 > start && FOLD[text.charCodeAt(at - 1)] === 110) return at - 1;
  }
  return start;
}

/** An emoji with what modifies it, or a run of letters outside the basic plane. */
function supplementary(text: string, start: number, end: number, into: Tokens): number {
  let at = start;
  const point = text.codePointAt(at) ?? 0;
  const isLetter = point > 0xffff && /\p{L}/u.test(String.fromCodePoint(point));
  at += point > 0xffff ? 2 : 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    const next = text.codePointAt(at) ?? 0;
    if (KIND[code] === GLUE) at += 1;
    else if (next > 0xffff && (text.charCodeAt(at - 1) === 0x200d || isModifier(next))) at += 2;
    else if (next > 0xffff && isLetter && /\p{L}/u.test(String.fromCodePoint(next))) at += 2;
    else break;
  }
  into.push(start, at);
  return at;
}

function isModifier(point: number): boolean {
  return point >= 0x1f3fb && point < 0x1f400;
}

/** A mark that is no word: "...", "?!", "--", a quotation mark, a bracket. */
function mark(text: string, start: number, end: number, into: Tokens): number {
  const code = text.charCodeAt(start);
  let at = start + 1;
  const next = at < end ? text.charCodeAt(at) : 32;
  if (FOLD[code] === 39 && isWordy(KIND[next])) {
    at = afterApostrophe(text, start, end);
    if (at > start + 1) {
      into.push(start, at);
      return at;
    }
    at = start + 1;
  } else if (code === DOT && KIND[next] === DIGIT && KIND[text.charCodeAt(start - 1)] !== DIGIT) {
    while (at < end && KIND[text.charCodeAt(at)] === DIGIT) at += 1;
  } else if (KIND[code] === STOP) {
    while (at < end && KIND[text.charCodeAt(at)] === STOP) at += 1;
  } else if ("-*=_~+#|<>,'`".includes(text[start]!)) {
    while (at < end && text.charCodeAt(at) === code) at += 1;
  } else if (code === 58 || code === 59) {
    if (next === 45 && at + 1 < end && (text[at + 1] === ")" || text[at + 1] === "(")) at += 2;
    else if (next === 41 || next === 40) at += 1;
  }
  while (at < end && KIND[text.charCodeAt(at)] === GLUE) at += 1;
  into.push(start, at);
  return at;
}

/** End of "'s" after a closing mark, of "'90s" and of "'em"; `start + 1` for a quotation mark. */
function afterApostrophe(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && at < start + 5 && isWordy(KIND[text.charCodeAt(at)])) at += 1;
  if (at < end && isWordy(KIND[text.charCodeAt(at)])) return start + 1;
  const tail = folded(text, start + 1, at);
  if (CLITICS.has(tail) && start > 0 && KIND[text.charCodeAt(start - 1)] !== SPACE) return at;
  if (tail === "em" || tail === "til" || tail === "tis") return at;
  return /^\d\ds?$/.test(tail) ? at : start + 1;
}
