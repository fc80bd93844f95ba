/** Lines to paragraphs: words that a line's end cut are made whole, everything else stays as it is. */
import type { PageLine } from "./page-lines.ts";

export interface Paragraph {
  readonly text: string;
  /** Size of its letters in points. */
  readonly size: number;
}

/** Of the usual step between two lines: a wider one begins a paragraph. */
const WIDE_STEP = 1.3;
/** In letters' sizes: an indent that begins a paragraph, and how much a last line may be shorter than the others. */
const INDENT = 0.8;
const SHORT = 4;

export function paragraphsOf(lines: readonly PageLine[]): readonly Paragraph[] {
  const usual = usualStep(lines);
  const whole = new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{1,40}(?:-\p{L}{1,40}){1,5}/gu) ?? []),
  );
  const paragraphs: { text: string; size: number }[] = [];
  let last: PageLine | undefined;
  let edges = { left: 0, right: 0 };
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (last === undefined || line.column !== last.column) edges = edgesOf(lines, line.column);
    if (paragraph === undefined || last === undefined || begins(line, last, usual, edges)) {
      paragraphs.push({ text: line.text, size: line.size });
    } else paragraph.text = joined(paragraph.text, line.text, whole);
    last = line;
  }
  return paragraphs;
}

/** The median step from line to line inside columns, in letters' sizes. */
function usualStep(lines: readonly PageLine[]): number {
  const steps = lines
    .flatMap((line, i) => {
      const last = lines[i - 1];
      return last?.column === line.column && last.y > line.y ? [(last.y - line.y) / line.size] : [];
    })
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 1.2;
}

function edgesOf(lines: readonly PageLine[], column: number): { left: number; right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) {
    if (line.column !== column) continue;
    left = Math.min(left, line.left);
    right = Math.max(right, line.right);
  }
  return { left, right };
}

function begins(
  line: PageLine,
  last: PageLine,
  usual: number,
  edges: { left: number; right: number },
): boolean {
  if (Math.abs(line.size - last.size) > last.size * 0.12) return true;
  const ended = /[.!?:][”"’')\]\d]{0,4}$/.test(last.text);
  // From column to column and from page to page a sentence that has not ended goes on.
  if (line.column !== last.column) return ended || !/^[\p{Ll}\d“"‘(]/u.test(line.text);
  const step = (last.y - line.y) / line.size;
  if (step > usual * WIDE_STEP || /^(?:[•▪◦–—*-]|\d{1,2}[.)]|\[\d{1,3}\])\s/.test(line.text)) return true;
  const isIndented =
    line.left - edges.left >= line.size * INDENT && last.left - edges.left < last.size * INDENT;
  const wasShort = edges.right - last.right >= last.size * SHORT;
  return isIndented || (wasShort && ended);
}

/** The hyphen at a line's end goes, unless the word has one elsewhere in the text. */
function joined(text: string, next: string, whole: ReadonlySet<string>): string {
  if (text.endsWith("\u00ad")) return text.slice(0, -1) + next;
  const before = /(\p{L}{1,40})-$/u.exec(text.slice(-60))?.[1];
  const after = /^\p{Ll}+(?:-\p{L}+)*/u.exec(next.slice(0, 60))?.[0];
  if (before === undefined || after === undefined)
    return /[\p{L}\d][-–—]$/u.test(text) ? text + next : `${text} ${next}`;
  return whole.has(`${before}-${after}`.toLowerCase()) ? text + next : text.slice(0, -1) + next;
}
