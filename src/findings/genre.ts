/** Whether a text is news of public affairs at all: games, markets, recipes and novels are full of attacks and truces. */
import { readFileSync } from "node:fs";
import { type Doc, lowerOf } from "../language/doc.ts";

/** A genre is sure from this many points on, and from this many in a hundred words, with a telling word among them. */
const SURE = 6;
const DENSE = 2.5;
/** Headlines: at least so many lines, and at most this share of them whole sentences. */
const LINES = 6;
const WHOLE = 0.25;

/** A line that says what the text is. */
const LABEL = /^[^\p{L}\n]*(?:satire|parody|short story|fiction)[^\p{L}\n]*$/imu;

/** Word → genre and points. */
const cues = new Map<string, readonly [string, number][]>();
for (const line of readFileSync(new URL("../../data/lexicon/genres.tsv", import.meta.url), "utf8").split(
  "\n",
)) {
  if (line === "" || line.startsWith("#")) continue;
  const [genre = "", weight = "", words = ""] = line.split("\t");
  for (const word of words.split(" ")) cues.set(word, [...(cues.get(word) ?? []), [genre, Number(weight)]]);
}

const known = new WeakMap<Doc, boolean>();

/** True where words or layout show that the text reports no public affairs; nothing in it is a negotiation's. */
export function isOffTopic(doc: Doc): boolean {
  let off = known.get(doc);
  if (off === undefined) {
    off = LABEL.test(doc.text) || isOtherGenre(doc) || isLongAgo(doc.text) || isListOfHeadlines(doc.text);
    known.set(doc, off);
  }
  return off;
}

function isOtherGenre(doc: Doc): boolean {
  const points = new Map<string, number>();
  const strong = new Map<string, number>();
  const seen = new Set<string>();
  for (let token = 0; token < doc.size; token++) {
    const word = lowerOf(doc, token);
    const found = cues.get(word);
    if (found === undefined || seen.has(word)) continue;
    seen.add(word);
    for (const [genre, weight] of found) {
      points.set(genre, (points.get(genre) ?? 0) + weight);
      if (weight > 1) strong.set(genre, (strong.get(genre) ?? 0) + 1);
    }
  }
  const least = Math.max(SURE, (DENSE * doc.size) / 100);
  return [...points].some(([genre, sum]) => sum >= least && strong.has(genre));
}

/** Years of earlier centuries, and none of this one or the last half of the one before. */
function isLongAgo(text: string): boolean {
  const years =
    text.match(/(?<![\d.,$€£])\b(?:1[0-9]|20)\d\d\b(?![,.]\d|\d| (?:people|crowns|dollars))/g) ?? [];
  const old = years.filter((year) => Number(year) < 1900).length;
  return old > 1 && !years.some((year) => Number(year) >= 1950);
}

/** Line after line without a full stop. */
function isListOfHeadlines(text: string): boolean {
  const lines = text.split("\n").filter((line) => /\p{L}/u.test(line));
  if (lines.length < LINES) return false;
  const whole = lines.filter((line) => /[.!?"”’)]\s*$/.test(line) && line.length > 90).length;
  return whole / lines.length < WHOLE && lines.every((line) => line.length < 140);
}
