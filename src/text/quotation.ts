import type { Range } from "../record/span.ts";

/** What stands between a pair of quotation marks. Offsets are half-open UTF-16 code units. */
export interface Quotation extends Range {
  /** First character after the opening mark, and the first of the closing one. */
  readonly inside: Range;
  /** How many quotations stand around it. */
  readonly depth: number;
  /** False where a mark is missing: the quotation then runs to the edge of its paragraph. */
  readonly paired: boolean;
  /** True where the paragraph ends without a closing mark and the next one opens again: one speech over several paragraphs. */
  readonly goesOn: boolean;
}

/** `family` says which marks belong together; an `either` mark is told by what stands beside it. */
interface Mark extends Range {
  readonly family: "double" | "single" | "guillemet" | "angle";
  readonly side: "open" | "close" | "either";
  /** A low mark („ ‚): its partner is a high mark that elsewhere opens. */
  readonly low: boolean;
}

const MARKS = /``|''|[“”„‟"«»‘’‚‛'‹›]/gu;

const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/“”"„«»‘‹›:,]/u;

/** Words that begin with an apostrophe. */
const ELIDED = /^(?:\d0s|em|til|tis|twas|cause|bout|round|n)(?![\p{L}\p{N}])/iu;

/** More marks than this inside each other is no quotation but noise; the rest are read as text. */
const DEEPEST = 16;

function letterAt(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at));
}

/** The side of a mark that may open or close: it opens after a gap, closes before one. */
function sideOf(text: string, start: number, end: number): Mark["side"] {
  const opensHere = start === 0 || BEFORE_OPENING.test(text.charAt(start - 1));
  const gapAfter = end >= text.length || /\s/u.test(text.charAt(end));
  if (opensHere && !gapAfter) return "open";
  if (!opensHere) return letterAt(text, end) ? "either" : "close";
  return "either";
}

/** Tells an apostrophe from a closing single mark; `text[at]` is the mark. */
function isApostrophe(text: string, at: number): boolean {
  if (letterAt(text, at + 1)) {
    const inWord = letterAt(text, at - 1);
    return (
      inWord ||
      (!BEFORE_OPENING.test(text.charAt(at - 1)) && at > 0) ||
      ELIDED.test(text.slice(at + 1, at + 8))
    );
  }
  return false;
}

function markAt(text: string, found: string, start: number): Mark | undefined {
  const end = start + found.length;
  const make = (family: Mark["family"], side: Mark["side"], low = false): Mark => ({
    start,
    end,
    family,
    side,
    low,
  });
  switch (found) {
    case "``":
      return make("double", "open");
    case "“":
    case "‟":
      return make("double", letterAt(text, start - 1) && !letterAt(text, end) ? "either" : "open");
    case "„":
      return make("double", "open", true);
    case "”":
      return make("double", sideOf(text, start, end) === "open" ? "either" : "close");
    case "''":
    case '"':
      return make("double", sideOf(text, start, end));
    case "«":
      return make("guillemet", letterAt(text, start - 1) ? "either" : "open");
    case "»":
      return make("guillemet", sideOf(text, start, end) === "open" ? "either" : "close");
    case "‹":
      return make("angle", letterAt(text, start - 1) ? "either" : "open");
    case "›":
      return make("angle", sideOf(text, start, end) === "open" ? "either" : "close");
    case "‚":
      // The low single mark is also a comma in some typewriting: it must open a word.
      return sideOf(text, start, end) === "open" ? make("single", "open", true) : undefined;
    case "‘":
    case "‛":
      return letterAt(text, start - 1) && letterAt(text, end)
        ? undefined
        : make("single", letterAt(text, start - 1) ? "close" : "open");
    default:
      if (isApostrophe(text, start)) return undefined;
      return make("single", sideOf(text, start, end));
  }
}

function marksIn(text: string, within: Range): Mark[] {
  const marks: Mark[] = [];
  const paragraph = text.slice(within.start, within.end);
  for (const found of paragraph.matchAll(MARKS)) {
    const mark = markAt(text, found[0], within.start + found.index);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** For each mark, how many later closing single marks have no opening one of their own. */
function closersAhead(marks: readonly Mark[]): Int32Array {
  const ahead = new Int32Array(marks.length + 1);
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!;
    const later = ahead[i + 1]!;
    if (mark.family !== "single") ahead[i] = later;
    else ahead[i] = mark.side === "open" ? Math.max(0, later - 1) : later + 1;
  }
  return ahead;
}

interface Open {
  readonly mark: Mark;
  readonly depth: number;
}

function readParagraph(text: string, within: Range): { closed: Quotation[]; open: Open | undefined } {
  const marks = marksIn(text, within);
  const ahead = closersAhead(marks);
  const stack: Open[] = [];
  const closed: Quotation[] = [];
  for (const [i, mark] of marks.entries()) {
    const partner = findPartner(stack, mark);
    const closes = partner >= 0 && mark.side !== "open";
    if (closes && !isPlural(text, mark, ahead[i + 1]!)) {
      const { mark: opening, depth } = stack[partner]!;
      // Marks left open inside the pair were none.
      stack.length = partner;
      closed.push({
        start: opening.start,
        end: mark.end,
        inside: { start: opening.end, end: mark.start },
        depth,
        paired: true,
        goesOn: false,
      });
    } else if (!closes && opensHere(text, mark, ahead[i + 1]!) && stack.length < DEEPEST) {
      stack.push({ mark, depth: stack.length });
    }
  }
  return { closed, open: stack.find(({ mark }) => mark.family !== "single") };
}

/** Where in the stack the mark's partner stands, or -1. Two alike in a row do not nest: the nearer one is meant. */
function findPartner(stack: readonly Open[], mark: Mark): number {
  for (let i = stack.length - 1; i >= 0; i--) {
    const { mark: opening } = stack[i]!;
    if (opening.family === mark.family) return i;
    // A single mark does not reach out of a double quotation.
    if (mark.family === "single") return -1;
  }
  return -1;
}

function opensHere(text: string, mark: Mark, closersLater: number): boolean {
  if (mark.side === "close") return false;
  if (mark.family === "single") {
    return closersLater > 0 && BEFORE_OPENING.test(text.charAt(mark.start - 1) || " ");
  }
  return mark.side === "open" || BEFORE_OPENING.test(text.charAt(mark.start - 1) || " ");
}

/** "the delegates' room": an apostrophe after s, before a word, while another mark waits to close. */
function isPlural(text: string, mark: Mark, closersLater: number): boolean {
  return (
    mark.family === "single" &&
    /s/iu.test(text.charAt(mark.start - 1)) &&
    /^ \p{L}/u.test(text.slice(mark.end, mark.end + 2)) &&
    closersLater > 0
  );
}

/**
 * The quotations of a text, by paragraph, in text order (an outer one before what it holds).
 * All kinds of marks are known: “ ” ‘ ’ " ' « » ‹ › „ “ ‚ ‘ `` ''. Apostrophes are told from single marks by
 * what stands beside them. Time is linear in the text, whatever marks it holds.
 *
 * @param paragraphs ranges in text order; a quotation never leaves its paragraph, see `goesOn`
 */
export function quotationsIn(text: string, paragraphs: readonly Range[]): readonly Quotation[] {
  const all: Quotation[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const { closed, open } = readParagraph(text, paragraph);
    if (open) {
      const next = paragraphs[i + 1];
      const end = paragraph.start + text.slice(paragraph.start, paragraph.end).trimEnd().length;
      // What seemed to stand inside an unclosed quotation stands beside a stray mark, unless the speech goes on.
      const goesOn = next !== undefined && opensWith(text, next, open.mark.family);
      closed.push({
        start: open.mark.start,
        end: Math.max(end, open.mark.end),
        inside: { start: open.mark.end, end: Math.max(end, open.mark.end) },
        depth: open.depth,
        paired: false,
        goesOn,
      });
    }
    closed.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const quotation of closed) all.push(quotation);
  }
  return all;
}

function opensWith(text: string, paragraph: Range, family: Mark["family"]): boolean {
  const start = paragraph.start + text.slice(paragraph.start, paragraph.end).search(/\S/u);
  const found =
    start < paragraph.start ? undefined : text.slice(start, start + 2).match(/^(?:``|''|[“”„‟"«»])/u);
  return found ? markAt(text, found[0], start)?.family === family : false;
}

/** The paragraphs of a plain text: its lines that hold anything. */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (/\S/u.test(text.slice(start, end))) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Index of the first quotation that starts at or after an offset, in a list in text order. */
export function firstQuotationFrom(quotations: readonly Quotation[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
