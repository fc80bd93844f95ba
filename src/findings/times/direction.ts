/**
 * Whether the words around an expression speak of the past or of what is to come, where nobody has read the clause.
 *
 * The nearest verb or cue before the expression in its sentence decides, else the nearest after it. Cues are the
 * class `direction` of `times.tsv`; other words in -ed count as past.
 */
import { BREAK, indexOf, isCapital, isGlued, OTHER, type Scan, textOf, wordAt, wordSet } from "./scan.ts";
import type { Direction } from "./slot.ts";

const REACH = 14;
/** After these a participle says nothing of the tense: "will be signed". */
const AUXILIARIES = wordSet("be to");
for (const word of [
  ".",
  ";",
  "?",
  "!",
  ":",
  "until",
  "till",
  "as",
  "since",
  "of",
  "ahead",
  "'s",
  "soon",
  "early",
  "not",
])
  indexOf(word);
const [STOP, SEMICOLON, QUESTION, BANG] = [indexOf("."), indexOf(";"), indexOf("?"), indexOf("!")];

/** True where a sentence ends with this token. */
export function endsSentence(scan: Scan, token: number): boolean {
  const word = scan.word[token];
  if (word === BREAK || word === QUESTION || word === BANG || word === SEMICOLON) return true;
  if (word !== STOP || isGlued(scan, token + 1)) return false;
  const before = token > 0 ? textOf(scan, token - 1) : "";
  return (
    token + 1 >= scan.size ||
    (isNewStart(scan, token + 1) &&
      before.length >= 2 &&
      !/^(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)$/.test(
        before,
      ))
  );
}

function isNewStart(scan: Scan, token: number): boolean {
  return isCapital(scan, token) || !/^[a-z0-9]/.test(textOf(scan, token));
}

/** Words beside a date that count for more than the tense: "until Tuesday" and "as soon as Tuesday" lie ahead. */
export function directionBefore(scan: Scan, first: number, last: number): Direction | undefined {
  const [word, before] = [wordAt(scan, first - 1)?.text, wordAt(scan, first - 2)?.text];
  if ((word === "until" || word === "till") && !isCapital(scan, first - 1) && before !== "not")
    return "future";
  if (word === "since" || TELLINGS.has(wordAt(scan, last)?.text ?? "")) return "past";
  if (word === "of" && before === "ahead") return "future";
  if (
    wordAt(scan, last)?.text === "'s" &&
    last + 1 < scan.size &&
    !APPOINTMENTS.has(wordAt(scan, last + 1)?.text ?? "")
  )
    return "past";
  return word === "as" && (before === "soon" || before === "early") ? "future" : undefined;
}

/** What a day may still bring: "Friday's talks" lie where the tense puts them, "Friday's ruling" lies behind. */
const APPOINTMENTS = wordSet(
  "talk talks meeting meetings summit vote election elections ballot session sessions round conference deadline visit trip hearing ceremony address speech call gathering negotiations match game event events launch opening debate referendum",
);

/** "A Saturday report", "Friday's statement": what is told was told. */
const TELLINGS = wordSet(
  "report reports statement statements interview interviews article editorial announcement remarks broadcast post",
);

export function directionAround(scan: Scan, first: number, last: number): Direction | undefined {
  for (let at = first - 1; at >= Math.max(0, first - REACH) && !endsSentence(scan, at); at -= 1) {
    const direction = directionOf(scan, at);
    if (direction !== undefined) return direction;
  }
  for (let at = last; at < Math.min(scan.size, last + REACH) && !endsSentence(scan, at); at += 1) {
    const direction = directionOf(scan, at);
    if (direction !== undefined) return direction;
  }
  return undefined;
}

function directionOf(scan: Scan, at: number): Direction | undefined {
  const word = wordAt(scan, at);
  if (word?.direction !== undefined) return word.direction;
  if (scan.word[at] !== OTHER || isCapital(scan, at)) return undefined;
  const end = scan.end[at] ?? 0;
  const length = end - (scan.start[at] ?? 0);
  const isPast =
    length >= 5 && scan.text.charCodeAt(end - 1) === 100 && scan.text.charCodeAt(end - 2) === 101;
  return isPast && !AUXILIARIES.has(wordAt(scan, at - 1)?.text ?? "") ? "past" : undefined;
}
