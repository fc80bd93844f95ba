/** How a sentence puts what somebody wants: the verb that fits the report's words, and the words. */
import type { Shift } from "../../record/shift.ts";
import { GIVEN_UP } from "../stand.ts";
import type { Telling } from "../telling.ts";

type Stand = Shift["before"];

export interface Wanting {
  /** What stands before the quote: nothing, "that", "to", or the colon before a whole sentence. */
  readonly joint: "" | " that" | " to" | ":";
  /** Whether the quote goes on with "to …", which takes another verb: one refuses to come and rejects an offer. */
  readonly isAct: boolean;
  /** A stretch of the quote, unaltered but for its white space. */
  readonly words: string;
}

const AFTERTHOUGHT =
  /^(?:however|also|meanwhile|therefore|thus|then|instead|moreover|for (?:its|his|her|their) part)\b,?\s*/i;
const CLAUSE = /^(?:that|because)\s+/i;
/** A preposition that only links a noun to what it governs. */
const LINK = /^(?:of|for)\s+/i;
const MODAL = /\b(?:must|should|would|could|may|might|can(?:not)?|will|needs? to|is|are)\b/;
const DENIAL = /\b(?:not|no|never|cannot|nobody|nothing)\b|n['’]t\b/;
/** A verb as it stands after "to" or "would", known by the noun phrase behind it: "keep a truce". */
const BARE_VERB =
  /^(?!all|such|both|half|what|not|at|in|on|for|of|to|with|from|by|as)\p{Ll}{2,}(?<!ing|ed|s) (?:an?|the|its|their|his|her|our|any|all|no)\b/u;
/** Words after which "to …" is what the holder itself means to do. */
const GOVERNS =
  /(?:\b(?:offer|propos|agre|promis|pledg|volunteer|undert|refus|declin|seek|hop|plan|aim|push|press|try|intend|vow)\p{L}*|\b(?:ready|willing|prepared|unwilling|wants?|wanted|asks?|asked|and|or|also))\s*$/iu;
const MOST_BEFORE = 40;

/** The text without what only ties it to the sentence that it was taken from. */
function untied(text: string): { readonly rest: string; readonly isClause: boolean } {
  let rest = text.trim();
  let isClause = false;
  for (let i = 0; i < 4; i++) {
    if (CLAUSE.test(rest)) isClause = true;
    const next = rest
      .replace(AFTERTHOUGHT, "")
      .replace(CLAUSE, "")
      .replace(LINK, "")
      .replace(/^[“"'‘,\s]+/, "");
    if (next === rest) break;
    rest = next;
  }
  return { rest: rest.replace(/[,.;:\s]+$/, ""), isClause };
}

/** An odd mark out: one that opens or closes outside the stretch is left off or taken in. */
function balanced(text: string, after: string): string {
  const opened = text.split("“").length - text.split("”").length;
  const straight = text.split('"').length % 2 === 0;
  if (opened > 0 || straight) return text + (/^[.,]?[”"]/.exec(after)?.[0] ?? "");
  return opened < 0 ? text.replace(/”$/, "") : text;
}

/** `… our people," the minister`: a mark that closes what was opened before ends what was said. */
function saidOnly(text: string): string {
  const end = /[.,!?]["”]\s/.exec(text)?.index;
  const isOpened = end !== undefined && /["“]/.test(text.slice(0, end));
  return end === undefined || isOpened ? text : text.slice(0, end);
}

/** What is wanted, in words of the quote that make a sentence with a verb before them. */
export function wantingOf(
  telling: Pick<Telling, "readingOf">,
  { content, evidence, stance }: Stand,
): Wanting {
  const shown = evidence.findLast(({ quote }) => quote.text.includes(content)) ?? evidence.at(-1)!;
  const { quote } = shown;
  const text = telling.readingOf.get(shown.report)?.report.text ?? "";
  const put = (from: string, end: number) => balanced(from, text.slice(end, end + 2)).replace(/\s+/g, " ");
  const whole: Wanting = {
    joint: ":",
    isAct: false,
    words: put(
      quote.text
        .replace(/^(?:that|because) /i, "")
        .replace(/^[“"](?=[^”"]*$)/, "")
        .trim(),
      quote.end,
    ),
  };
  const at = quote.text.indexOf(content);
  if (at < 0 || stance === "open") return whole;
  const { rest, isClause } = untied(content);
  const start = quote.start + at + content.indexOf(rest);
  const said = saidOnly(rest);
  const words = put(said, start + said.length);
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start);
  if (rest.length < 3) return whole;
  if (/^to\s/i.test(rest))
    return GOVERNS.test(before) && stance !== "opposes" && stance !== "considers"
      ? { joint: "", isAct: true, words }
      : whole;
  if (BARE_VERB.test(rest))
    return stance === "offers" || stance === "accepts" ? { joint: " to", isAct: true, words } : whole;
  const against = stance === "rejects" || stance === "opposes";
  if (against && DENIAL.test(rest)) return whole;
  if (isClause || /\bthat [“"]?$/.test(before) || MODAL.test(rest.split(/\s+/).slice(0, 9).join(" ")))
    return stance === "demands" || stance === "considers" ? { joint: " that", isAct: false, words } : whole;
  const isThing = content.length < quote.text.length * 0.9 || /^(?:an?|\p{Ll}+ing) /u.test(rest);
  return isThing ? { joint: "", isAct: false, words } : { ...whole, words };
}

const CONDITION = /^[,\s]*(?:if|provided|unless|once|should|as long as|on (?:the )?condition)\b/i;

/** Whether the report goes on with a condition right behind the words. */
export function isConditional(telling: Pick<Telling, "readingOf">, { content, evidence }: Stand): boolean {
  return evidence.some(({ report, quote }) => {
    const at = quote.text.indexOf(content);
    const text = telling.readingOf.get(report)?.report.text ?? "";
    const end = quote.start + at + content.length;
    return at >= 0 && CONDITION.test(text.slice(end, end + 40));
  });
}

const ACTS: Readonly<Partial<Record<Stand["stance"], string>>> = {
  rejects: "refuses",
  accepts: "agrees",
  demands: "wants",
};

/** "Rejects", or "refuses" before "to …"; "gives way" where a demand is dropped. */
export function verbOf({ stance }: Stand, { isAct, joint, words }: Wanting): string {
  // What was demanded before is no more: "dropped its demand".
  if (stance === "accepts" && joint === ":" && GIVEN_UP.test(words)) return "gives way";
  return (isAct ? ACTS[stance] : undefined) ?? stance;
}

const DOING: Readonly<Record<string, string>> = {
  demands: "demanding",
  wants: "wanting",
  offers: "offering",
  accepts: "accepting",
  agrees: "agreeing",
  "gives way": "giving way",
  rejects: "rejecting",
  refuses: "refusing",
  supports: "supporting",
  opposes: "opposing",
  considers: "considering",
  open: "leaving open",
};

/** "Rejecting “the plan”". */
export function doing(telling: Pick<Telling, "readingOf">, stand: Stand): string {
  const wanting = wantingOf(telling, stand);
  return `${DOING[verbOf(stand, wanting)]}${wanting.joint} “${wanting.words}”`;
}
