/** Where the wording of one side differs from that of the others. */
export interface Part {
  readonly text: string;
  /** No other side has these words. */
  readonly isOwn: boolean;
}

const WORDS = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** From this share of words of its own on, a text is another text, and marks would hide it. */
const TOO_DIFFERENT = 0.65;

/**
 * The text in parts, in order: words that occur in none of the others are its own. Where nearly all of them are, none is
 * marked.
 */
export function differing(text: string, others: readonly string[]): Part[] {
  const parts = compared(text, others);
  const own = parts.reduce((sum, part) => sum + (part.isOwn ? part.text.length : 0), 0);
  return own > text.length * TOO_DIFFERENT ? [{ text, isOwn: false }] : parts;
}

function compared(text: string, others: readonly string[]): Part[] {
  const known = new Set(
    others.flatMap((other) => [...other.toLowerCase().matchAll(WORDS)].map(([word]) => word)),
  );
  const parts: { text: string; isOwn: boolean }[] = [];
  const add = (piece: string, isOwn: boolean) => {
    const last = parts.at(-1);
    if (last?.isOwn === isOwn) last.text += piece;
    else if (piece !== "") parts.push({ text: piece, isOwn });
  };
  let end = 0;
  for (const match of text.matchAll(WORDS)) {
    const isOwn = !known.has(match[0].toLowerCase());
    const between = text.slice(end, match.index);
    add(between, isOwn && parts.at(-1)?.isOwn === true && between.trim() === "");
    add(match[0], isOwn);
    end = match.index + match[0].length;
  }
  add(text.slice(end), false);
  return parts;
}
