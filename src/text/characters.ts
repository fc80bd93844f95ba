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

/** All code units but surrogates, as text, with the first of each part. */
const PARTS: readonly (readonly [from: number, text: string])[] = [
  [0, textOf(0, 0xd800)],
  [0xe000, textOf(0xe000, 0x10000)],
];

function textOf(from: number, to: number): string {
  return String.fromCharCode(
    ...Array.from({ length: Math.min(0x1000, to - from) }, (_, i) => from + i),
  ).concat(from + 0x1000 < to ? textOf(from + 0x1000, to) : "");
}

/** Kind of each code unit, one of the constants of this file. */
export const KIND: Uint8Array = kinds();

function kinds(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(SYMBOL);
  const set = (pattern: RegExp, kind: number): void => {
    for (const [from, text] of PARTS) {
      for (const { 0: run, index } of text.matchAll(pattern))
        table.fill(kind, from + index, from + index + run.length);
    }
  };
  // Direction marks and zero-width spaces part words like a space: no word is written with one inside.
  set(/[\s\p{Z}\p{Cc}\p{Cf}]+/gu, SPACE);
  set(/[\p{L}\p{Nl}\p{No}]+/gu, LETTER);
  set(/\p{Nd}+/gu, DIGIT);
  set(/(?:\p{M}|\xad|\u200c|\u200d|\u2060)+/gu, GLUE);
  set(/[)\]}»›”’]/gu, CLOSE);
  set(/[([{«‹“‘„‚¿¡]/gu, OPEN);
  set(/["'`]/gu, QUOTE);
  set(/[.!?…]/gu, STOP);
  return table.fill(SURROGATE, 0xd800, 0xe000);
}

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
