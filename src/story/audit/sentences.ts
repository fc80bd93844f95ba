/** The sentences of a report's prose. */
import { isProse, type Report } from "../../record/report.ts";
import { type Span, spanAt } from "../../record/span.ts";
import { NO_BREAK, splitSentences } from "../../text/sentences.ts";
import { Tokens, tokenise } from "../../text/tokens.ts";

/** Words below which a stretch claims nothing: a heading, a label. */
const LEAST_WORDS = 4;

export function sentencesOf({ text, blocks }: Report): Span[] {
  return blocks.filter(isProse).flatMap((block) => {
    const tokens = tokenise(text, block.start, block.end, new Tokens());
    const breaks = new Uint8Array(tokens.size);
    splitSentences(text, tokens, 0, tokens.size, breaks);
    const firsts = [...breaks.keys()].filter((token) => breaks[token] !== NO_BREAK);
    return firsts.flatMap((first, i) => {
      const last = (firsts[i + 1] ?? tokens.size) - 1;
      return last - first + 1 < LEAST_WORDS ? [] : [spanAt(text, tokens.start[first]!, tokens.end[last]!)];
    });
  });
}
