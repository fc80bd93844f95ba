/** Lines that name the author: "By Jane Doe", "Written by Jane Doe and John Roe in Geneva". */

const BY = /^\s*(?:(?:written|reported|words|analysis|opinion|story|text) )?by:? (?=\p{Lu})/iu;
const LINKS: ReadonlySet<string> = new Set(
  "and & in for at of the de von van der den al bin la le di da with staff correspondent editor reporter writer desk".split(
    " ",
  ),
);
const MOST_WORDS = 16;
/** What an author is, behind a comma: "diplomatic correspondent in Geneva". */
const POST =
  /,\s[^,]{0,40}\b(?:correspondent|editor|reporter|writer|columnist|bureau chief|analyst|staff|desk)\b.{0,30}$/iu;

/** The author of a byline, as a range into the line; `undefined` where the line is none. */
export function bylineOf(line: string): { readonly start: number; readonly end: number } | undefined {
  if (line.length >= 140) return undefined;
  const by = BY.exec(line);
  if (by === null) return undefined;
  const start = by[0].length;
  const whole = line.trimEnd();
  const end = POST.exec(whole)?.index ?? whole.length;
  const words = line.slice(start, end).split(/[\s,|/]+/);
  const named = words.every(
    (word) => LINKS.has(word.toLowerCase()) || /^(?:\p{Lu}[\p{L}.'’-]*|)$/u.test(word),
  );
  return start < end && named && words.length < MOST_WORDS ? { start, end } : undefined;
}
