/** A plain text in chunks: lines, or several lines that were one paragraph before something wrapped them. */

export interface Chunk {
  /** Range in the text, without white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** True where a blank line, or the start of the text, stands before it. */
  readonly afterBlank: boolean;
}

const LINE = /[^\r\n\f\v\u2028\u2029\u0085]+/g;
/** Widths between which a program may have wrapped lines, in characters. */
const NARROWEST = 40;
const WIDEST = 130;

/** The chunks of a text from an offset on, in order. */
export function chunksOf(text: string, from = 0): readonly Chunk[] {
  const lines = linesOf(text, from);
  const chunks: Chunk[] = [];
  for (let i = 0; i < lines.length; ) {
    let j = i + 1;
    while (j < lines.length && lines[j]?.afterBlank === false) j++;
    const group = lines.slice(i, j);
    if (group.length >= 2 && isWrapped(group)) chunks.push(joined(text, group));
    else for (const line of group) chunks.push(line);
    i = j;
  }
  return chunks;
}

function linesOf(text: string, from: number): readonly Chunk[] {
  const lines: Chunk[] = [];
  let last = from;
  LINE.lastIndex = from;
  for (let match = LINE.exec(text); match !== null; match = LINE.exec(text)) {
    const line = match[0].trim();
    if (line === "") continue;
    const start = match.index + match[0].indexOf(line);
    const gap = text.slice(last, match.index);
    const afterBlank = lines.length === 0 || breaksIn(gap) >= 2;
    lines.push({ start, end: start + line.length, text: line, afterBlank });
    last = match.index + match[0].length;
  }
  return lines;
}

function breaksIn(gap: string): number {
  return gap.match(/\r\n|[\r\n\f\v\u2028\u2029\u0085]/g)?.length ?? 0;
}

/** True where each line was broken only because the next word would not have fitted any more. */
function isWrapped(lines: readonly Chunk[]): boolean {
  let width = 0;
  for (const { text } of lines) width = Math.max(width, text.length);
  if (width < NARROWEST || width >= WIDEST) return false;
  let full = 0;
  let lower = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]?.text ?? "";
    const next = lines[i + 1]?.text ?? "";
    if (line.length + 1 + (next.split(" ", 1)[0] ?? "").length < width - 2) return false;
    if (/^(?:[-*•>#]|\d+[.)]) /.test(next) || /^\[\d+\]/.test(next)) return false;
    if (!/[.!?”"’]$/.test(line)) full++;
    if (/^\p{Ll}/u.test(next)) lower++;
  }
  return full * 2 >= lines.length - 1 && lower * 2 >= lines.length - 1;
}

function joined(text: string, lines: readonly Chunk[]): Chunk {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  return { start, end, text: text.slice(start, end), afterBlank: lines[0]?.afterBlank ?? true };
}
