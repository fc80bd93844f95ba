import { type Doc, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { firstQuotationFrom, type Quotation } from "../../text/quotation.ts";
import { tokenFrom } from "./syntax.ts";

/** More words than this between a quotation and its cue, and they do not belong together. */
const FARTHEST = 16;

/**
 * The quotations around a cue that it reports: `“X,” she said`, `she said: “X”`, `“X,” she said, “Y.”` and
 * `“X,” she said. “Y.”`. Only quotations that stand free count; those built into a sentence are found with its content.
 */
export function quotedBy(doc: Doc, verb: number, quotations: readonly Quotation[]): readonly Quotation[] {
  const cue = { start: doc.start[verb]!, end: doc.end[verb]! };
  const beside = besideCue(cue, quotations);
  const before = beside.before && reachesBack(doc, verb, beside.before) ? beside.before : undefined;
  const after =
    beside.after && reachesOn(doc, verb, beside.after, before !== undefined) ? beside.after : undefined;
  const last = after ?? before;
  return [before, after, ...(last ? continued(last, quotations) : [])].filter((one) => one !== undefined);
}

/** More quotations than this in a row, and the reader too asks whose they are. */
const MOST_LONE = 8;

/**
 * The quotations that follow an offset with nothing between them but gaps, each of whole sentences: what somebody goes
 * on to say without a new cue. An offset that is the end of a sentence.
 */
export function loneAfter(
  text: string,
  offset: number,
  quotations: readonly Quotation[],
): readonly Quotation[] {
  const lone: Quotation[] = [];
  let reached = offset;
  for (
    let i = firstQuotationFrom(quotations, offset);
    i < quotations.length && lone.length < MOST_LONE;
    i++
  ) {
    const one = quotations[i]!;
    if (one.depth > 0) continue;
    const inside = text.slice(one.inside.start, one.inside.end).trim();
    const next = text.slice(one.end, one.end + 40);
    const isWhole =
      /^\W*\p{Lu}/u.test(inside) && /[.?!…]$/u.test(inside) && /^\s*(?:\n|$|["“]|\s\p{Lu})/u.test(next);
    if (text.slice(reached, one.start).trim() !== "" || !(isWhole || one.goesOn)) break;
    lone.push(one);
    reached = one.end;
  }
  return lone;
}

/** The paragraphs over which a quotation goes on. */
function continued(quotation: Quotation, quotations: readonly Quotation[]): readonly Quotation[] {
  const more: Quotation[] = [];
  let last = quotation;
  for (let i = firstQuotationFrom(quotations, quotation.end); last.goesOn && i < quotations.length; i++) {
    const next = quotations[i]!;
    if (next.depth > 0) continue;
    more.push(next);
    last = next;
  }
  return more;
}

/** The nearest quotations left and right of a cue, at the depth at which the cue itself stands. */
function besideCue(cue: Range, quotations: readonly Quotation[]): { before?: Quotation; after?: Quotation } {
  const at = firstQuotationFrom(quotations, cue.start);
  const around = innermostAround(cue, quotations, at);
  const depth = around ? around.depth + 1 : 0;
  const found: { before?: Quotation; after?: Quotation } = {};
  for (let i = at - 1; i >= 0 && i >= at - 8; i--) {
    const one = quotations[i]!;
    if (one === around) break;
    if (one.depth === depth && one.end <= cue.start) {
      found.before = one;
      break;
    }
  }
  const next = quotations[at];
  if (next && next.depth === depth && next.start >= cue.end && (!around || next.end <= around.end))
    found.after = next;
  return found;
}

/** The innermost quotation around a range, or none. Looks back over a bounded number of them. */
function innermostAround(range: Range, quotations: readonly Quotation[], at: number): Quotation | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 32; i--) {
    const one = quotations[i]!;
    if (one.start <= range.start && range.end <= one.end) return one;
    if (one.depth === 0) return undefined;
  }
  return undefined;
}

/** The innermost quotation that a range stands in, or none. */
export function quotationAround(range: Range, quotations: readonly Quotation[]): Quotation | undefined {
  return innermostAround(range, quotations, firstQuotationFrom(quotations, range.start + 1));
}

function reachesBack(doc: Doc, verb: number, quotation: Quotation): boolean {
  const { text } = doc;
  const last =
    text
      .slice(quotation.inside.start, quotation.inside.end)
      .replace(/["'”’\s]+$/u, "")
      .at(-1) ?? "";
  const next = text.slice(quotation.end, quotation.end + 2);
  const ends = /[?!…—–-]/u.test(last);
  const isOpen = last === "," || /^\s?,/u.test(next);
  if (!isOpen && !(ends && /^\s?\p{Ll}|^\s\p{Lu}/u.test(next))) return false;
  if (!quotation.paired || /[.?!]["”’')]?\s/u.test(text.slice(quotation.end, doc.start[verb]!))) return false;
  const from = tokenFrom(doc, quotation.end);
  for (let token = from; token < verb; token++)
    if (
      (uposOf(doc, token) === "VERB" && wordOf(doc, token + 1) !== "as") ||
      /^(?:although|though|while|whereas)$/iu.test(wordOf(doc, token))
    )
      return false;
  return verb - from <= FARTHEST;
}

function reachesOn(doc: Doc, verb: number, quotation: Quotation, hasBefore: boolean): boolean {
  const { text } = doc;
  const between = text.slice(doc.end[verb]!, quotation.start);
  const joint = between.trimEnd().at(-1) ?? "";
  const inside = text.slice(quotation.inside.start, quotation.inside.end).trimEnd();
  const first = tokenFrom(doc, doc.end[verb]!);
  const isWhole =
    quotation.goesOn ||
    /[.?!…]$/u.test(inside) ||
    /^[.?!]/u.test(text.slice(quotation.end, quotation.end + 1));
  if (joint === ":") return isNear(doc, first, tokenFrom(doc, quotation.start));
  if (joint === "," && !/\n/u.test(between)) {
    return (hasBefore || isSentence(inside)) && isNear(doc, first, tokenFrom(doc, quotation.start));
  }
  if (joint === "." && hasBefore && isWhole && !/\n/u.test(between)) {
    return (
      /^\.?\s*(?:$|[\p{Lu}\p{N}“"'‘«\n(])/u.test(text.slice(quotation.end, quotation.end + 4).trimStart()) &&
      !/[.?!]\s/u.test(between.trimEnd())
    );
  }
  return between.trim() === "" && isSentence(inside);
}

/** True for words that can stand alone: they begin with a capital and are more than one or two. */
function isSentence(inside: string): boolean {
  return /^\W*\p{Lu}/u.test(inside) && /\s\S+\s/u.test(inside);
}

/** True where no other verb and no more than a few words stand between two tokens. */
function isNear(doc: Doc, from: number, to: number): boolean {
  if (to - from > FARTHEST) return false;
  for (let token = from; token < to; token++) {
    if (uposOf(doc, token) === "VERB" && !isInner(doc, token, from, to)) return false;
  }
  return true;
}

/** A verb inside a noun phrase ("the man accused of leaking") does not come between. */
function isInner(doc: Doc, token: number, from: number, to: number): boolean {
  const above = doc.head[token]!;
  return above >= from && above < to && uposOf(doc, above) !== "VERB";
}
