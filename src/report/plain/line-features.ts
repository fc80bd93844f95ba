/**
 * What is known of each line of a text before it is decided whether it belongs to the report or was printed around it:
 * whole numbers about its words, its neighbours, the stretch of prose that is longest, and how much of its vocabulary
 * it shares with that stretch. The names in `FEATURES` are the columns of the model.
 */

import { furnitureCode } from "../furniture/lexicon.ts";
import { isLabel } from "../html/labels.ts";
import { endsSentence, isProselike, type Line } from "./line.ts";

const SIDES = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [4, 12];

export const FEATURES: readonly string[] = [
  ..."words length commas capitalShare digitShare wordLength signs endsStop ends startsLower quotes furniture label afterBlank repeats".split(
    " ",
  ),
  ...SIDES.flatMap((side) => ["words", "stop", "furniture"].map((what) => `${what}${side}`)),
  ...WINDOWS.flatMap((size) => ["prose", "furniture", "words"].map((what) => `${what} within ${size}`)),
  ..."position wordsBefore proseBefore proseAfter gapBefore gapAfter lines pageProse".split(" "),
  ..."inMain beforeMain afterMain mainShare shared sharedRare".split(" "),
];

/** Raised whenever the features change: a model that learnt from others is refused. */
export const LINE_FEATURES = "plain-body-1";

const FAR = 40;
/** Words of so many letters carry what a text is about. */
const LONG = 5;

interface Known {
  readonly line: Line;
  readonly isProse: boolean;
  readonly stop: number;
  readonly furniture: number;
  readonly long: readonly string[];
  readonly folded: string;
}

/** One row of features a line. */
export function lineFeatures(lines: readonly Line[]): readonly Int32Array[] {
  const known = lines.map(knownOf);
  const prefix = new Sums(known);
  const main = mainStretch(known);
  const vocabulary = vocabularyOf(known, main);
  const counts = new Map<string, number>();
  for (const { folded } of known) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const gaps = gapsOf(known);
  return known.map((own, i) =>
    Int32Array.from([
      ...wordsOf(own, counts),
      ...SIDES.flatMap((side) => sideOf(known[i + side])),
      ...WINDOWS.flatMap((size) => prefix.around(i, size)),
      percent(i, known.length),
      percent(prefix.words[i]!, prefix.words.at(-1)!),
      percent(prefix.prose[i]!, prefix.prose.at(-1)!),
      percent(prefix.prose.at(-1)! - prefix.prose[i + 1]!, prefix.prose.at(-1)!),
      gaps.before[i]!,
      gaps.after[i]!,
      Math.min(999, known.length),
      Math.min(9999, prefix.prose.at(-1)!),
      i >= main.from && i < main.to ? 1 : 0,
      Math.min(FAR, Math.max(0, main.from - i)),
      Math.min(FAR, Math.max(0, i - main.to + 1)),
      percent(prefix.prose[main.to]! - prefix.prose[main.from]!, prefix.prose.at(-1)!),
      ...sharedOf(own, i, main, vocabulary),
    ]),
  );
}

function knownOf(line: Line): Known {
  const folded = line.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const long = [...new Set(folded.split(" ").filter((word) => word.length >= LONG && !/\d/u.test(word)))];
  return {
    line,
    isProse: isProselike(line),
    stop: endsSentence(line) ? 1 : 0,
    furniture: furnitureCode(line.text),
    long,
    folded,
  };
}

function wordsOf({ line, stop, furniture, folded }: Known, counts: ReadonlyMap<string, number>): number[] {
  const { text, words } = line;
  const end = text.at(-1) ?? "";
  return [
    Math.min(300, words),
    Math.min(2000, text.length),
    Math.min(30, count(text, /[,;،、]/gu)),
    percent(count(text, /(?<!\p{L})\p{Lu}/gu), words),
    percent(count(text, /\p{N}/gu), text.length),
    Math.min(200, Math.round((text.length * 10) / Math.max(1, words))),
    Math.min(20, count(text, /[|•·©»›→–]/gu)),
    stop,
    ".!?…".includes(end) ? 1 : end === ":" ? 2 : '”"’»)'.includes(end) ? 3 : /\d/u.test(end) ? 4 : 0,
    /^\p{Ll}/u.test(text) ? 1 : 0,
    Math.min(9, count(text, /[“”"«»„]/gu)),
    furniture,
    isLabel(text) ? 1 : 0,
    line.afterBlank ? 1 : 0,
    Math.min(9, counts.get(folded) ?? 1),
  ];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((part * 100) / whole);
}

function sideOf(other: Known | undefined): number[] {
  return other === undefined ? [-1, -1, -1] : [Math.min(300, other.line.words), other.stop, other.furniture];
}

/** Sums up to each line, for any window at once. */
class Sums {
  readonly words: number[] = [0];
  readonly prose: number[] = [0];
  readonly proseLines: number[] = [0];
  readonly furniture: number[] = [0];

  constructor(known: readonly Known[]) {
    known.forEach(({ line, isProse, furniture }, i) => {
      this.words.push(this.words[i]! + line.words);
      this.prose.push(this.prose[i]! + (isProse ? line.words : 0));
      this.proseLines.push(this.proseLines[i]! + (isProse ? 1 : 0));
      this.furniture.push(this.furniture[i]! + (furniture > 0 ? 1 : 0));
    });
  }

  /** Lines of prose, of furniture, and words a line, in so many lines on each side. */
  around(i: number, size: number): number[] {
    const from = Math.max(0, i - size);
    const to = Math.min(this.words.length - 1, i + size + 1);
    const lines = to - from;
    return [
      percent(this.proseLines[to]! - this.proseLines[from]!, lines),
      percent(this.furniture[to]! - this.furniture[from]!, lines),
      Math.min(100, Math.floor((this.words[to]! - this.words[from]!) / lines)),
    ];
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch with most prose and least else: the largest sum, where prose counts for its words and else against it. */
function mainStretch(known: readonly Known[]): Stretch {
  let best: Stretch = { from: 0, to: 0 };
  let [most, sum, from] = [0, 0, 0];
  known.forEach(({ line, isProse }, i) => {
    if (sum <= 0) [sum, from] = [0, i];
    sum += isProse ? Math.min(60, line.words) : -12;
    if (sum > most) [most, best] = [sum, { from, to: i + 1 }];
  });
  return best;
}

/** In how many lines of the main stretch each long word stands. */
function vocabularyOf(known: readonly Known[], { from, to }: Stretch): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (let i = from; i < to; i++)
    for (const word of known[i]!.long) lines.set(word, (lines.get(word) ?? 0) + 1);
  return lines;
}

/** Shares of its long words that also stand elsewhere in the main stretch, in any line and in at least three. */
function sharedOf(
  { long }: Known,
  i: number,
  { from, to }: Stretch,
  vocabulary: ReadonlyMap<string, number>,
): number[] {
  if (long.length === 0) return [-1, -1];
  const own = i >= from && i < to ? 1 : 0;
  const elsewhere = long.map((word) => (vocabulary.get(word) ?? 0) - own);
  return [
    percent(elsewhere.filter((lines) => lines > 0).length, long.length),
    percent(elsewhere.filter((lines) => lines >= 3).length, long.length),
  ];
}

/** Lines to the last prose before, and to the next behind. */
function gapsOf(known: readonly Known[]): {
  readonly before: readonly number[];
  readonly after: readonly number[];
} {
  const run = (lines: readonly Known[]): number[] => {
    let gap = FAR;
    return lines.map(({ isProse }) => {
      const here = gap;
      gap = isProse ? 0 : Math.min(FAR, gap + 1);
      return here;
    });
  };
  return { before: run(known), after: run(known.toReversed()).reverse() };
}
