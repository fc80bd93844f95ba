/** What stands above the body of a plain text: title, deck, section, lead; and the title's second printing. */

import { outletNamed } from "../../assets/outlets.ts";
import type { Fact, Published } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { isOutletWord } from "../furniture/lexicon.ts";
import { writtenDays } from "../metadata/date-text.ts";
import { endsSentence, isProselike, isTitleLike, type Line } from "./line.ts";

export interface Head {
  readonly title?: Fact;
  readonly outlet?: Fact;
  readonly published?: Published;
}

/** How many free lines from the start on may belong to the head. */
const LONGEST = 8;
/** A lead: the one sentence that some sites print above the headline or the text. */
const LEAD_WORDS = 45;
const LONELY_LEAD_WORDS = 28;
const TAIL = /\s[—–|·»-]\s([^—–|·»]{2,40})$/u;

/** Marks the head of a text. `known`: the title, where something else says it. */
export function markHead(text: string, lines: readonly Line[], known?: string): Head {
  const marked = lines.find((line) => line.kind === "heading" && line.level === 1);
  const free = lines.filter((line) => line.kind === undefined);
  const end = headLength(free, lines);
  const head = free.slice(0, end);
  const title =
    (known !== undefined && free.find((line) => fold(line.text) === fold(known))) ||
    marked ||
    titleAmong(head);
  if (title === undefined) {
    markLonelyLead(free);
    return {};
  }
  title.kind = "title";
  delete title.level;
  markRepeats(lines, title);
  for (const line of head) if (line.kind === undefined) markBeside(line, title);
  const facts = titleFacts(text, title);
  return { ...outletAbove(text, head), ...facts, ...dayAbove(text, head, title) };
}

/** How many free lines stand before the body begins. */
function headLength(free: readonly Line[], lines: readonly Line[]): number {
  const first = free.findIndex((line) => isProselike(line));
  if (first < 0) return free.length < 2 ? 0 : Math.min(1, free.length);
  if (first > 0) return Math.min(first, LONGEST);
  // One sentence above title-like lines that the body follows: the lead stands above the headline.
  const lead = free[0];
  const body = free.findIndex((line, i) => i > 0 && isProselike(line));
  const between = free.slice(1, body);
  const at = lead === undefined ? -1 : lines.indexOf(lead);
  const isUnbroken = between.every((line, i) => lines[at + 1 + i] === line);
  const isLead =
    lead !== undefined && body >= 2 && body < LONGEST && lead.words < LEAD_WORDS && isOneSentence(lead.text);
  return isLead && isUnbroken && between.every(isTitleLike) ? body : 0;
}

function isOneSentence(text: string): boolean {
  return !/[.!?][”"’]?\s+\p{Lu}\p{L}{2,}/u.test(text.replace(/\b(?:\p{Lu}\.)+|\b\p{Lu}\p{Ll}{1,3}\./gu, ""));
}

/** The first line of enough words; a title printed twice is surer than any. */
function titleAmong(head: readonly Line[]): Line | undefined {
  const all = head.filter(
    (line) => isTitleLike(line) && !/^by\s/i.test(line.text) && !isOutletName(line.text),
  );
  // A line with a day written out says when, not what.
  const undated = all.filter((line) => writtenDays(line.text).length === 0);
  const titles = undated.some(({ words }) => words >= 3) ? undated : all;
  const twice = titles.find((line, i) =>
    titles.some((other, j) => j > i && fold(other.text) === fold(line.text)),
  );
  return twice ?? titles.find((line) => line.words >= 4) ?? titles.find((line) => line.words >= 2);
}

/** Title, second: the same words again, alone or with a site's name behind them. */
function markRepeats(lines: readonly Line[], title: Line): void {
  const folded = fold(title.text);
  for (const line of lines) {
    if (line === title || (line.kind !== undefined && line.kind !== "heading")) continue;
    const other = fold(line.text);
    const tail = TAIL.exec(line.text);
    const withoutTail = tail === null ? undefined : fold(line.text.slice(0, tail.index));
    if (other !== folded && withoutTail !== folded) continue;
    line.kind = "furniture";
    line.why = "title printed twice";
  }
}

/** The other lines of the head: before the title, or between it and the body. */
function markBeside(line: Line, title: Line): void {
  const tail = TAIL.exec(line.text)?.[1];
  if (isProselike(line) || endsSentence(line)) line.kind = "deck";
  else if (tail !== undefined && isOutletLike(tail) && TAIL.exec(title.text) === null) {
    line.kind = "furniture";
    line.why = "another site's heading";
  } else if (line.words < 4 || isOutletName(line.text)) {
    line.kind = "furniture";
    line.why = isOutletName(line.text) ? "outlet's name" : "section label";
  } else line.kind = line.start < title.start ? "heading" : "deck";
  if (line.kind === "heading") line.level = 2;
}

/** A single short sentence alone above paragraphs of several sentences: the digest's lead. */
function markLonelyLead(free: readonly Line[]): void {
  const [lead, ...rest] = free;
  if (lead === undefined || rest.length < 3 || lead.words >= LONELY_LEAD_WORDS || !isOneSentence(lead.text))
    return;
  if (/[“”"]/.test(lead.text) || !isProselike(lead)) return;
  const following = rest.slice(0, 4);
  const long = following.every((line) => line.words >= lead.words * 1.5 && !isOneSentence(line.text));
  if (long) lead.kind = "deck";
}

/** A name of one to five capitalised words, one of which names a medium, or an outlet that is listed. */
export function isOutletLike(name: string): boolean {
  if (outletNamed(name) !== undefined) return true;
  const words = name.trim().split(/\s+/);
  if (
    words.length >= 6 ||
    !words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || /^(?:of|the|and)$/.test(word))
  )
    return false;
  return (
    words.some(isOutletWord) ||
    outletNamed(words[0] ?? "") !== undefined ||
    /\.(?:com|org|net|co\.\w\w)$/i.test(name)
  );
}

/** True for a line that is an outlet's name: a listed one, or several words one of which names a medium. */
function isOutletName(line: string): boolean {
  return outletNamed(line) !== undefined || (/\s/.test(line) && isOutletLike(line));
}

function outletAbove(text: string, head: readonly Line[]): Head {
  const line = head.find((other) => other.why === "outlet's name");
  if (line === undefined) return {};
  const at = spanAt(text, line.start, line.end);
  return { outlet: { value: outletNamed(at.text) ?? at.text, basis: "text", at } };
}

/** The one day that is written out above the body. */
function dayAbove(text: string, head: readonly Line[], title: Line): Head {
  const found = head
    .filter((line) => line !== title)
    .flatMap((line) => writtenDays(line.text).map((day) => ({ line, day })));
  const [first] = found;
  if (first === undefined || found.length >= 2) return {};
  const at = spanAt(text, first.line.start + first.day.start, first.line.start + first.day.end);
  return { published: { value: first.day.value, basis: "text", at, why: "the day written above the text" } };
}

/** The title's words without the site's name behind them, which says the outlet. */
function titleFacts(text: string, title: Line): Head {
  const hashes = /^#{1,6}\s+/.exec(title.text)?.[0].length ?? 0;
  const start = title.start + hashes;
  const tail = TAIL.exec(title.text);
  const name = tail?.[1];
  if (tail === null || name === undefined || !isOutletLike(name)) {
    const at = spanAt(text, start, title.end);
    return { title: { value: at.text, basis: "text", at } };
  }
  const at = spanAt(text, start, title.start + tail.index);
  const site = spanAt(text, title.end - name.length, title.end);
  return {
    title: { value: at.text, basis: "text", at },
    outlet: { value: outletNamed(name) ?? site.text, basis: "text", at: site },
  };
}

/** Words alone, for comparing two printings. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
