/** The lines of a PDF page in reading order, columns one after the other. */

/** A piece of text as a PDF draws it; lengths in points, counted from the page's lower left corner. */
export interface Glyphs {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** Number of the column, counted over the page in reading order. */
  readonly column: number;
}

type Piece = Omit<PageLine, "column">;

/** In parts of the letters' size: a gap between words, a gap that ends a piece, and a step to another baseline. */
const WORD_GAP = 0.15;
const PIECE_GAP = 1.2;
const BASELINE_STEP = 0.4;
/** A gutter is wider than this part of the letters' size and stands between at least so many lines on each side. */
const GUTTER = 0.8;
const GUTTER_LINES = 3;
const DEEPEST = 40;

export function pageLines(items: readonly Glyphs[]): readonly PageLine[] {
  const regions: Piece[][] = [];
  split(piecesOf(items), regions, 0);
  return regions.flatMap((region, column) => rows(region).map((line) => ({ ...line, column })));
}

/** Joins what is drawn side by side on one baseline. */
function piecesOf(items: readonly Glyphs[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { str, x, y, width, fontSize } of items) {
    if (str === "" || !Number.isFinite(x + y + width + fontSize)) continue;
    const last = pieces.at(-1);
    const size = Math.max(1, Math.abs(fontSize));
    const gap = last === undefined ? 0 : x - last.right;
    const goesOn =
      last !== undefined &&
      Math.abs(y - last.y) < size * BASELINE_STEP &&
      gap < size * PIECE_GAP &&
      gap > -size;
    if (!goesOn) {
      if (str.trim() !== "") pieces.push({ text: str, left: x, right: x + width, y, size });
      continue;
    }
    const space = gap >= size * WORD_GAP && !/\s$/.test(last.text) && !/^\s/.test(str) ? " " : "";
    const isMark = size < last.size * 0.8;
    pieces[pieces.length - 1] = {
      text: last.text + space + str,
      left: last.left,
      right: Math.max(last.right, x + width),
      y: isMark ? last.y : y,
      size: Math.max(last.size, str.trim() === "" ? 0 : size),
    };
  }
  return pieces;
}

/** Cuts a region at gutters, and where there are none at its widest gap, until no gutter is left (Nagy's XY cut). */
function split(pieces: Piece[], regions: Piece[][], depth: number): void {
  if (pieces.length === 0) return;
  const gutter = depth < DEEPEST ? gutterOf(pieces) : undefined;
  if (gutter !== undefined) {
    split(
      pieces.filter(({ left }) => left < gutter),
      regions,
      depth + 1,
    );
    split(
      pieces.filter(({ left }) => left >= gutter),
      regions,
      depth + 1,
    );
    return;
  }
  const cut = depth < DEEPEST ? crossCut(pieces) : undefined;
  if (cut === undefined) {
    regions.push(pieces);
    return;
  }
  split(
    pieces.filter(({ y }) => y >= cut),
    regions,
    depth + 1,
  );
  split(
    pieces.filter(({ y }) => y < cut),
    regions,
    depth + 1,
  );
}

/** Where no piece stands between lines on the left and lines on the right. */
function gutterOf(pieces: readonly Piece[]): number | undefined {
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  let right = Number.NEGATIVE_INFINITY;
  let best: { at: number; width: number } | undefined;
  sorted.forEach(({ left, right: end, size }, i) => {
    const width = left - right;
    const isBetween = i >= GUTTER_LINES && sorted.length - i >= GUTTER_LINES;
    if (isBetween && width >= size * GUTTER && width > (best?.width ?? 0)) best = { at: left, width };
    right = Math.max(right, end);
  });
  return best?.at;
}

/** The height at which cutting across lets a gutter appear on one side, where there is one; the first from above. */
function crossCut(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 2 * GUTTER_LINES + 1) return undefined;
  const sorted = [...pieces].sort((a, b) => b.y - a.y);
  for (let i = 1; i < sorted.length && i < MOST_CUTS; i++) {
    if (sorted[i - 1]!.y - sorted[i]!.y < sorted[i]!.size * BASELINE_STEP) continue;
    if (gutterOf(sorted.slice(i)) !== undefined) return sorted[i]!.y + 0.01;
  }
  for (let i = sorted.length - 1; i > 0 && i > sorted.length - MOST_CUTS; i--) {
    if (sorted[i - 1]!.y - sorted[i]!.y < sorted[i]!.size * BASELINE_STEP) continue;
    if (gutterOf(sorted.slice(0, i)) !== undefined) return sorted[i]!.y + 0.01;
  }
  return undefined;
}

/** How many lines from the top or the bottom a cut is tried at. */
const MOST_CUTS = 60;

/** From above to below; pieces on one baseline make one line. */
function rows(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.left - b.left);
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (last === undefined || last.y - piece.y >= Math.max(1, last.size) * BASELINE_STEP) {
      lines.push(piece);
      continue;
    }
    const [first, second] = piece.left < last.left ? [piece, last] : [last, piece];
    lines[lines.length - 1] = {
      text: `${first.text.trimEnd()} ${second.text.trimStart()}`,
      left: Math.min(last.left, piece.left),
      right: Math.max(last.right, piece.right),
      y: last.y,
      size: Math.max(last.size, piece.size),
    };
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== "");
}
