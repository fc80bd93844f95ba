/** What kind of character a code unit is, and its folded form, as two tables over all UTF-16 code units. */

export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Invisible: separates nothing, belongs to the word around it (soft hyphen, joiners, combining marks). */
export const GLUE = 4;
export const SYMBOL = 5;
export const OPEN = 6;
export const CLOSE = 7;
export const QUOTE = 8;
export const STOP = 9;
export const SURROGATE = 10;

const CLOSERS = ")]}»›”’";
const OPENERS = "([{«‹“‘„‚¿¡";

function kindOf(code: number): number {
  if (code < 0x20 || code === 0x7f) return SPACE;
  if (code >= 0xd800 && code < 0xe000) return SURROGATE;
  const char = String.fromCharCode(code);
  if (/[\p{L}\p{Nl}\p{No}]/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/\p{M}/u.test(char) || code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060)
    return GLUE;
  // Direction marks and zero-width spaces part words like a space: no word is written with one inside.
  if (/[\s\p{Z}\p{Cc}\p{Cf}]/u.test(char)) return SPACE;
  if (CLOSERS.includes(char)) return CLOSE;
  if (OPENERS.includes(char)) return OPEN;
  if (char === '"' || char === "'" || char === "`") return QUOTE;
  if (char === "." || char === "!" || char === "?" || char === "…") return STOP;
  return SYMBOL;
}

/** Kind of each code unit, one of the constants of this file. */
export const KIND: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code));

function foldOf(code: number): number {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code;
  if (KIND[code] === GLUE) return 0;
  if (KIND[code] === DIGIT) return 48;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) return 39;
  if (code === 0x201c || code === 0x201d || code === 0x201e) return 34;
  if (code === 0x2010 || code === 0x2011) return 45;
  if (KIND[code] !== LETTER) return code;
  const low = String.fromCharCode(code).toLowerCase();
  return low.length === 1 ? low.charCodeAt(0) : code;
}

/** Lower-case form of each code unit with typographic quotes and hyphens made plain; 0 for what is dropped. */
export const FOLD: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => foldOf(code));

/** True for a capital letter. */
export function isUpper(code: number): boolean {
  return code < 0x80 ? code >= 65 && code <= 90 : KIND[code] === LETTER && FOLD[code] !== code;
}

/** True for a raised digit, as footnote marks are written. */
export function isRaised(code: number): boolean {
  return (
    code === 0xb9 || code === 0xb2 || code === 0xb3 || code === 0x2070 || (code >= 0x2074 && code < 0x207a)
  );
}
