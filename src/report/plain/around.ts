/** What a site printed around a text and a scraper kept, told by a model that learnt from pages whose markup tells it. */
import { boostedModel, boostedScore } from "../boosted.ts";
import { isProselike, type Line } from "./line.ts";
import { LINE_FEATURES, lineFeatures } from "./line-features.ts";

/** Of fewer lines nothing can be told by their neighbours. */
const FEWEST = 6;
/** Longest text that is looked at, in lines. */
const MOST = 20_000;

/** Prose must not be lost: a line of sentences is left out only where so many times as much speaks against it. */
const SURER = 2.5;

/** Whether a line is to be left out. `threshold`: the score below which a line without a sentence is. */
export function isAround(line: Line, score: number, threshold: number): boolean {
  return score < (isProselike(line) ? threshold * SURER : threshold);
}

/** Marks as furniture what is hardly of the report; of lines whose kind is known only headings and items are looked at. */
export function markAround(lines: readonly Line[]): void {
  if (lines.length < FEWEST || lines.length >= MOST) return;
  const model = boostedModel("plain-body", LINE_FEATURES);
  const isFree = ({ kind, before }: Line): boolean =>
    before === undefined &&
    (kind === undefined || kind === "heading" || kind === "list item" || kind === "quote");
  const rows = lineFeatures(lines);
  const around = lines.filter(
    (line, i) => isFree(line) && isAround(line, boostedScore(model, rows[i]!), model.threshold),
  );
  // Where nothing would be left, the text is of a kind that the model does not know.
  if (lines.filter(isFree).length === around.length) return;
  for (const line of around) {
    line.kind = "furniture";
    line.why = "lines of the page around it";
    delete line.level;
  }
}
