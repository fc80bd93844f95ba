/**
 * Numbers in English text: digits, words, fractions, magnitudes and ranges.
 *
 *   12   1,200   3.5   twelve   twenty-one   two hundred and six   a dozen   half a million   1.2bn
 *   two-thirds   a quarter of   three and a half   10 to 15   10-15   between four and six   dozens
 *
 * Left alone: dates (2031-05-04), ordinals (5th, third), clock times (14:30), and figures that are part of a word (F-16, G7).
 */

/** A number as it stands in the text. */
export interface Figure {
  /** First character, and one past the last, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** The number; the lower end of a range. */
  readonly value: number;
  /** The upper end of a range. */
  readonly upTo?: number;
  /** True for "dozens", "hundreds", which give an order of magnitude only. */
  readonly vague: boolean;
  /** True for parts of one: "half", "two-thirds". */
  readonly fraction: boolean;
}

const WORDS = new Map<string, number>(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS = new Map<string, number>(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]),
);
const MAGNITUDES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const SHORT_MAGNITUDES = new Map<string, number>([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);
const PARTS = new Map<string, number>([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["eighth", 8],
  ["tenth", 10],
]);
/** Plurals that name an order of magnitude: the least number that they can mean. */
const VAGUE = new Map<string, number>([
  ["dozens", 24],
  ["scores", 40],
  ["hundreds", 200],
  ["thousands", 2000],
  ["millions", 2e6],
  ["billions", 2e9],
]);

/** Words other than digits that a number may begin with. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...["a", "an", "half", "dozen"],
  ...[...WORDS, ...TENS, ...VAGUE].map(([word]) => word),
]);

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

interface Read {
  readonly value: number;
  /** Index of the first word after it. */
  readonly next: number;
  readonly vague?: boolean;
  readonly fraction?: boolean;
  /** The magnitude word that ended it, so that "5 to 10 million" spreads it. */
  readonly magnitude?: number;
}

/** Every number in `text` from `from` to `to`, in text order. Linear in the length. */
export function readFigures(text: string, from = 0, to = text.length): Figure[] {
  const words = split(text, from, to);
  const figures: Figure[] = [];
  let i = 0;
  while (i < words.length) {
    const first = readOne(words, i);
    if (first === undefined) {
      i++;
      continue;
    }
    const range = readRange(words, i, first);
    const last = range ?? first;
    figures.push({
      start: words[i]!.start,
      end: words[last.next - 1]!.end,
      value: range ? range.low : first.value,
      ...(range ? { upTo: range.high } : {}),
      vague: first.vague ?? false,
      fraction: first.fraction ?? false,
    });
    i = last.next;
  }
  return figures;
}

/** The number that an ordinal stands for: "third" → 3, "21st" → 21; undefined for other words. */
export function ordinalOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(lower);
  if (digits) return Number(digits[1]);
  const [tens, unit] = lower.split("-");
  const at = ORDINALS.indexOf(unit ?? lower) + 1;
  if (at === 0) return undefined;
  if (unit === undefined) return at;
  const ten = TENS.get(tens!);
  return ten === undefined || at > 9 ? undefined : ten + at;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

function split(text: string, from: number, to: number): Word[] {
  const pattern = /\d(?:[\d,.:/-]*\d)?[A-Za-z]*|[A-Za-z]+|\S/g;
  pattern.lastIndex = from;
  const words: Word[] = [];
  const push = (text: string, start: number) =>
    words.push({ text, lower: text.toLowerCase(), start, end: start + text.length });
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const { index } = match;
    const range = isDigit(match[0]) && /^(\d[\d,.]*)-(\d[\d,.]*)([A-Za-z]*)$/.exec(match[0]);
    if (range && isNumeral(range[1]!) && isNumeral(range[2]!)) {
      const middle = index + range[1]!.length;
      push(range[1]!, index);
      push("-", middle);
      push(range[2]! + range[3]!, middle + 1);
      continue;
    }
    // "20km": a number with its measure.
    const measured = isDigit(match[0]) && /^(\d[\d,.]*)(kms?|kgs?|ha|cm|mm)$/.exec(match[0]);
    if (measured) {
      push(measured[1]!, index);
      push(measured[2]!, index + measured[1]!.length);
    } else push(match[0], index);
  }
  return words;
}

/** Whether a word begins with a digit. */
function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code < 58;
}

function isNumeral(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text) || /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text);
}

function wordAt(words: readonly Word[], i: number): string {
  return words[i]?.lower ?? "";
}

/** One number that begins at word `i`. */
function readOne(words: readonly Word[], i: number): Read | undefined {
  const word = words[i];
  if (word === undefined || !(isDigit(word.text) || BEGINNINGS.has(word.lower))) return undefined;
  return readDigits(words, i) ?? readVague(words, i) ?? readPart(words, i) ?? readWords(words, i);
}

function readDigits(words: readonly Word[], i: number): Read | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  const match = /^(\d[\d,.]*)([A-Za-z]*)$/.exec(word.text);
  if (!match || !isNumeral(match[1]!)) return undefined;
  if (isGlued(words, i)) return undefined;
  const short = match[2]!.toLowerCase();
  const scale = SHORT_MAGNITUDES.get(short);
  if (short !== "" && scale === undefined) return undefined;
  const value = Number(match[1]!.replaceAll(",", "")) * (scale ?? 1);
  return withMagnitude(words, value, i + 1);
}

/** True for the 16 of "F-16" and the 7 of "G.7": part of a name, not a number. */
function isGlued(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  const letters = words[i - 2];
  if (before === undefined || before.end !== words[i]!.start) return false;
  if (/^[A-Za-z]/.test(before.text)) return true;
  if (!/^[-–./]$/.test(before.text) || letters?.end !== before.start) return false;
  return /^[A-Za-z]+$/.test(letters.text) && readWords(words, i - 2) === undefined;
}

function withMagnitude(words: readonly Word[], value: number, next: number): Read {
  const gap = /^[-–]$/.test(wordAt(words, next)) ? 1 : 0;
  const magnitude = MAGNITUDES.get(wordAt(words, next + gap));
  if (magnitude !== undefined) return { value: value * magnitude, next: next + gap + 1, magnitude };
  const half = andPart(words, next);
  return half ? { value: value + half.value, next: half.next } : { value, next };
}

/** "and a half", "and three quarters" after a whole number. */
function andPart(words: readonly Word[], i: number): Read | undefined {
  if (wordAt(words, i) !== "and") return undefined;
  const part = readPart(words, i + 1, true);
  return part?.fraction ? part : undefined;
}

function readVague(words: readonly Word[], i: number): Read | undefined {
  const value = VAGUE.get(wordAt(words, i));
  if (value === undefined) return undefined;
  const of = wordAt(words, i + 1) === "of" ? VAGUE.get(wordAt(words, i + 2)) : undefined;
  return of === undefined
    ? { value, next: i + 1, vague: true }
    : { value: (value / 2) * of, next: i + 3, vague: true };
}

/** "half", "a third of", "two-thirds", "three quarters", "half a million", "a dozen". */
function readPart(words: readonly Word[], i: number, afterAnd = false): Read | undefined {
  let at = i;
  let count = 1;
  const first = wordAt(words, at);
  const counted = WORDS.get(first);
  const article = first === "a" || first === "an";
  if (article) at++;
  else if (counted !== undefined) {
    count = counted;
    at++;
    if (/^[-–]$/.test(wordAt(words, at))) at++;
  }
  const noun = wordAt(words, at);
  if (noun === "dozen") return { value: count * 12, next: at + 1 };
  const part = PARTS.get(noun) ?? PARTS.get(noun.replace(/ves$/, "f").replace(/s$/, ""));
  if (part === undefined) return undefined;
  const bare = !article && counted === undefined;
  if (noun === "half" && bare) return readHalf(words, at);
  if (bare) return undefined;
  // "a third meeting", "one third party" are no fractions: what is divided must be named, or a count come before a plural.
  const divided = wordAt(words, at + 1) === "of" || (count > 1 && noun.endsWith("s")) || isChangeBy(words, i);
  if (!afterAnd && !divided) return undefined;
  return { value: count / part, next: at + 1, fraction: true };
}

/** "fallen by half", "by more than a third": what is divided goes without saying. */
function isChangeBy(words: readonly Word[], i: number): boolean {
  for (let at = i - 1; at >= 0 && i - at < 4; at--) {
    if (wordAt(words, at) === "by") return true;
    if (
      !/^(?:more|less|than|over|nearly|almost|about|around|roughly|just|under|some)$/.test(wordAt(words, at))
    )
      return false;
  }
  return false;
}

/** "Fewer than half take part": not "more than half way", "nearly half past". */
function isHalfOfAll(words: readonly Word[], at: number): boolean {
  return (
    /^(?:than|nearly|almost)$/.test(wordAt(words, at - 1)) &&
    /^[a-z]+$/.test(wordAt(words, at + 1)) &&
    !/^(?:way|past|hour|day|year|decade|century|time|back|mast|brother|sister|empty|full|hearted)$/.test(
      wordAt(words, at + 1),
    )
  );
}

function readHalf(words: readonly Word[], at: number): Read | undefined {
  const article = /^an?$/.test(wordAt(words, at + 1)) ? 1 : 0;
  const scaled = wordAt(words, at + 1 + article);
  const magnitude = scaled === "dozen" ? 12 : MAGNITUDES.get(scaled);
  if (magnitude !== undefined) return { value: magnitude / 2, next: at + 2 + article };
  if (
    !/^(?:of|the|its|their|his|her|all)$/.test(wordAt(words, at + 1)) &&
    !isChangeBy(words, at) &&
    !isHalfOfAll(words, at)
  )
    return undefined;
  return { value: 0.5, next: at + 1, fraction: true };
}

/** "two hundred and six thousand", "a hundred": magnitudes in falling order, as English builds them. */
function readWords(words: readonly Word[], i: number): Read | undefined {
  let total = 0;
  let group = 0;
  let seen = false;
  let last: number | undefined;
  let at = i;
  if (/^an?$/.test(wordAt(words, at)) && MAGNITUDES.has(wordAt(words, at + 1))) {
    group = 1;
    at++;
  }
  for (; at < words.length; at++) {
    const word = wordAt(words, at);
    const unit = WORDS.get(word);
    const ten = TENS.get(word);
    const magnitude = MAGNITUDES.get(word);
    const free = !seen || group % 100 === 0;
    if (ten !== undefined && free) {
      const hyphen = /^[-–]$/.test(wordAt(words, at + 1)) ? 1 : 0;
      const digit = WORDS.get(wordAt(words, at + 1 + hyphen)) ?? 0;
      const joined = digit > 0 && digit < 10;
      group += ten + (joined ? digit : 0);
      if (joined) at += 1 + hyphen;
    } else if (unit !== undefined && free && (group === 0 || unit > 0)) group += unit;
    else if (magnitude === 100 && (seen || group === 1) && group < 100) group = Math.max(group, 1) * 100;
    else if (magnitude !== undefined && magnitude > 100 && (seen || group === 1)) {
      total += Math.max(group, 1) * magnitude;
      group = 0;
    } else if (word === "and" && last === 100 && isSmall(wordAt(words, at + 1))) continue;
    else break;
    seen = true;
    last = magnitude;
  }
  if (!seen) return undefined;
  const half = andPart(words, at);
  const value = total + group + (half?.value ?? 0);
  return { value, next: half?.next ?? at, ...(last === undefined ? {} : { magnitude: last }) };
}

function isSmall(word: string): boolean {
  return WORDS.has(word) || TENS.has(word);
}

interface ReadRange {
  readonly low: number;
  readonly high: number;
  readonly next: number;
}

function readRange(words: readonly Word[], i: number, first: Read): ReadRange | undefined {
  const joint = wordAt(words, first.next);
  const between = wordAt(words, i - 1) === "between" && joint === "and";
  if (!between && !/^(?:to|-|–|or)$/.test(joint)) return undefined;
  const currency = /^[$€£¥]$/.test(wordAt(words, first.next + 1)) ? 1 : 0;
  const second = readOne(words, first.next + 1 + currency);
  if (second === undefined || second.fraction || first.fraction) return undefined;
  const spread =
    second.magnitude !== undefined &&
    first.magnitude === undefined &&
    first.value * second.magnitude < second.value;
  const low = spread ? first.value * second.magnitude! : first.value;
  if (!(low < second.value)) return undefined;
  return { low, high: second.value, next: second.next };
}
