import { isProse, type Report } from "../../record/report.ts";
import type { Trouble } from "./trouble.ts";

/** What each pattern shows went wrong with the text on its way here. */
const SIGNS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\uFFFD+/gu, what: "Characters were lost when the text was decoded" },
  {
    pattern: /(?:â€[™œ\u009d“”˜¦]|Ã[©¨¼¶¤Ÿ±]|Â[«»°§ ])+/gu,
    what: "The text was decoded in the wrong charset",
  },
  {
    pattern: /&(?:amp|quot|nbsp|lt|gt|#\d{2,5}|#x[\da-f]{2,5});/giu,
    what: "A character reference of HTML was left in the text",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(the|a|an|of|to|in|and|for|with|is|was|on|at|by|from) \1(?![\p{L}\p{N}'’-])/giu,
    what: "A word stands twice in a row",
  },
  {
    pattern: /\{\{[^{}\n]{0,60}\}\}|\[(?:insert|tk|todo|placeholder)\b[^\]\n]{0,60}\]/giu,
    what: "A template was left unfilled",
  },
];

/** Places where the text itself is damaged. */
export function* garbled({ text, blocks }: Report): Iterable<Trouble> {
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const words = text.slice(block.start, block.end);
    for (const { pattern, what } of SIGNS) {
      const match = words.matchAll(pattern).next().value;
      if (!match) continue;
      const start = block.start + match.index;
      const end = start + match[0].length;
      yield {
        kind: "garbled",
        severity: "minor",
        at: { start, end },
        description: `${what}: "${match[0]}".`,
        by: `garbled: ${what.toLowerCase()}`,
        score: 0.8,
      };
    }
  }
}
