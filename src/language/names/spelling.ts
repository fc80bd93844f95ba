/** One written form for names that differ only in accents, apostrophes, hyphens and spaces. */

const MARKS = /\p{M}/gu;
const SPECIAL: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  ı: "i",
  đ: "d",
  Đ: "D",
  æ: "ae",
  ß: "ss",
  ð: "d",
  þ: "th",
};

/** The form under which names are kept: one kind of apostrophe, hyphen and space. */
export function normalise(phrase: string): string {
  return /[^ -~]|\s\s/.test(phrase)
    ? phrase
        .normalize("NFC")
        .replace(/[’‘ʼ`´]/g, "'")
        .replace(/[‐‑]/g, "-")
        .replace(/\s+/g, " ")
    : phrase;
}

/** Without accents and the quotation marks of transliterations; the same string where there are none. */
export function withoutAccents(name: string): string {
  if (!/[^ -~]/.test(name)) return name;
  return name
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[łŁøØıđĐæßðþ]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/['‘’ʼ]/g, "")
    .normalize("NFC");
}
