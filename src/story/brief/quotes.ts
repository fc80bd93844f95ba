/** Sentences about what outlets made of one quotation. */
import type { Brief } from "../../record/brief.ts";
import type { Quotation, Variant } from "../../record/quotation.ts";
import { turnsInWords } from "../quotations/align.ts";
import type { Telling } from "../telling.ts";
import type { Footnotes } from "./footnotes.ts";
import { datedSourceOf, listed } from "./words.ts";

type Sentence = Brief["sections"][number]["sentences"][number];

/** Words that may go or come without a change of what is said. */
const LIGHT = /^(?:the|a|an|and|but|so|that|then|now|also|well|he|she|they|we|it)?[\s.,;:…—–-]*$/i;

function isTelling({ parts }: Variant): boolean {
  return parts.some(({ kind, text }) => kind !== "same" && !LIGHT.test(text));
}

/** Whether some report leaves out or changes more of a quotation than a word of no weight. */
export function isReworded({ variants }: Quotation): boolean {
  return variants.some(isTelling);
}

/** Characters of a quotation that are shown. */
const SHOWN = 120;
/** Words of a piece that are shown. */
const PIECE = 8;

function shortened(parts: Variant["parts"]): Variant["parts"] {
  return parts.map(({ kind, text }) => {
    const words = text.split(/\s+/);
    return { kind, text: words.length <= PIECE ? text : `${words.slice(0, PIECE).join(" ")} …` };
  });
}

function cut(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, text.lastIndexOf(" ", SHOWN))} …`;
}

/** "Leaves out “A”", "leaves out “B”" as "leaves out “A” and “B”". */
function joined(turns: readonly string[]): string {
  const verb = (turn: string) => turn.slice(0, turn.indexOf(" “"));
  return turns
    .map((turn, i) =>
      i > 0 && verb(turn) === verb(turns[i - 1]!) ? turn.slice(verb(turn).length + 1) : turn,
    )
    .join(" and ");
}

/** "What Ral Tenn said, “…”, is not told alike: the Courier leaves out “…”". */
export function quotationSentence(
  telling: Telling,
  { speaker, variants }: Quotation,
  notes: Footnotes,
): Sentence {
  const [full, ...others] = variants as readonly [Variant, ...Variant[]];
  const told = others.filter(isTelling);
  const turns = told.map(({ evidence, parts }) => {
    const sources = [...new Set(evidence.map(({ report }) => datedSourceOf(telling, report)))];
    return `${listed(sources)} ${joined(turnsInWords(shortened(parts)))}`;
  });
  const who = speaker.length > 0 ? `What ${listed(speaker.map(({ name }) => name))} said` : "What was said";
  return {
    text: `${who}, “${cut(full.text).replace(/[.,;]$/, "")}”, is not quoted alike: ${turns.join("; ")}.`,
    footnotes: [...new Set([full, ...told].flatMap(({ evidence }) => notes.numbersOf(evidence, 2)))],
  };
}
