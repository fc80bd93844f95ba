/** What a model sees of a stretch of text to tell which issue it is about. Names and numbers are masked. */
import { type Doc, lemmaOf, tokenAt, uposOf } from "../../../language/doc.ts";
import { type Features, hashOf } from "../../../language/model-features.ts";
import type { Range } from "../../../record/span.ts";
import type { IssueMatch } from "../issue-of.ts";

/** Raised whenever a feature changes: weights learnt for others are of no use. */
export const ISSUE_FEATURES = "issues-1";

const TELLING = new Set(["NOUN", "VERB", "ADJ", "ADV"]);

/** Letters by which words of one family agree: "enrich", "enrichment". */
const STEM = 5;

/** Words around a stretch that are looked at, on either side. */
const AROUND = 12;

function tellingWords(doc: Doc, first: number, end: number): readonly string[] {
  const words: string[] = [];
  for (let token = first; token < end; token++)
    if (TELLING.has(uposOf(doc, token))) words.push(lemmaOf(doc, token).toLowerCase());
  return words;
}

/** Fills `into` with the features of a range; `terms` is what the terms of the agenda say of it. */
export function issueFeatures(doc: Doc, range: Range, terms: IssueMatch, into: Features): void {
  into.clear();
  const first = tokenAt(doc, range.start);
  const end = Math.min(doc.size, tokenAt(doc, range.end - 1) + 1);
  const sentence = doc.sentence[first]!;
  const floor = Math.max(doc.sentences[sentence]!, first - AROUND);
  const roof = Math.min(doc.sentences[sentence + 1] ?? doc.size, end + AROUND);
  const inside = tellingWords(doc, first, end);
  const say = (template: number, value: string) => into.add(template, hashOf(value));
  say(100, "always");
  say(101, `${terms.issue} ${terms.weight >= 1}`);
  say(102, `${terms.issue} ${inside.length > 6}`);
  for (const [i, word] of inside.slice(0, 24).entries()) {
    say(103, word);
    say(104, word.slice(0, STEM));
    if (i > 0) say(105, `${inside[i - 1]} ${word}`);
  }
  for (const word of [...tellingWords(doc, floor, first), ...tellingWords(doc, end, roof)]) say(106, word);
}
