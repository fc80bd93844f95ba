/**
 * Turns of a transcript or an interview: "VANN: We are studying it." is what Vann says, up to the next turn. A colon
 * alone is no turn: at least two must speak, one of them more than once, one of them by name, and they must talk the
 * way people do who face each other. Questions and answers that nobody is named for, lists of terms and checks of
 * claims are none.
 */
import labels from "../../../data/lexicon/labels.json" with { type: "json" };
import { type Block, isProse, type Part } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";

const NO_SPEAKERS: ReadonlySet<string> = new Set(labels.noSpeakers);
const UNNAMED: ReadonlySet<string> = new Set(labels.unnamed);

/** A label is no longer, in characters and words. */
const LONGEST = 80;
const MOST_WORDS = 7;
const WORD = /^\p{Lu}[\p{L}\d.'’-]*$/u;
const LINK = /^(?:of|the|for|and|de|von|van|der|al|bin|to|in)$/u;
/** What may stand behind a name: "(via interpreter)", "[in Sarnish]". */
const BRACKET = /\s?[([][^()[\]]{1,40}[)\]]$/u;
/** Words by which people who talk mean themselves and each other. */
const FACING = /\b(?:I|[Ww]e|[Uu]s|[Oo]ur|[Mm]y|[Mm]e|[Yy]ou|[Yy]our)\b|\?/u;
/** Shares of turns that must be such talk, and in which somebody else spoke before. */
const TALK = 0.4;
const CHANGES = 0.6;

interface Turn {
  readonly start: number;
  /** The label ends here, and the words begin there. */
  readonly labelEnd: number;
  readonly from: number;
  readonly end: number;
  /** Which block it begins in. */
  readonly block: number;
  /** Who speaks: the last word of the name, in lower case. */
  readonly who: string;
}

/** The turns of a text in order; none where it is no transcript. */
export function turnsOf(text: string, blocks: readonly Block[]): readonly Part[] {
  const spoken = blocks.filter((block) => isProse(block) && block.kind !== "title");
  const opened = spoken.flatMap((block, i) => linesOf(text, block).flatMap((line) => turnAt(text, line, i)));
  if (new Set(opened.map(({ who }) => who)).size >= opened.length) return [];
  const turns = opened.map((turn, i): Turn => {
    const next = opened[i + 1];
    return {
      ...turn,
      end: next === undefined ? lastOf(text, spoken, turn) : endOf(text, spoken, turn, next),
    };
  });
  if (!isTranscript(text, turns)) return [];
  return turns.map(({ start, labelEnd, from, end }) => {
    return { kind: "turn", start, end, label: spanAt(text, start, labelEnd), from: Math.min(from, end) };
  });
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string, block: Block): readonly Line[] {
  const lines: Line[] = [];
  let start = block.start;
  for (const line of text.slice(block.start, block.end).split("\n")) {
    const shown = line.trim();
    const from = start + line.indexOf(shown);
    if (shown !== "") lines.push({ start: from, end: from + shown.length });
    start += line.length + 1;
  }
  return lines;
}

/** The turn that a line opens. */
function turnAt(text: string, { start, end }: Line, block: number): readonly Turn[] {
  const head = text.slice(start, Math.min(end, start + LONGEST));
  const colon = /:(?=\s|$)/u.exec(head)?.index;
  // "Q" is often written without a colon, before a wide gap.
  const bare =
    colon === undefined ? /^Q(?=[.]?[ \u00a0\t]{1,10}\p{Lu})[.]?/u.exec(head)?.[0].length : undefined;
  const at = colon ?? bare;
  if (at === undefined || (colon === head.length - 1 && start + head.length < end)) return [];
  const label = head.slice(0, at).replace(BRACKET, "");
  const name = label.split(",", 1)[0]!.trim();
  const words = name.replace(BRACKET, "").split(/\s+/u);
  if (words.length >= MOST_WORDS || !words.every((word, i) => WORD.test(word) || (i > 0 && LINK.test(word))))
    return [];
  const who = words.at(-1)!.toLowerCase();
  if (NO_SPEAKERS.has(name.toLowerCase()) || NO_SPEAKERS.has(who) || /\d/u.test(who)) return [];
  const behind = start + at + (colon === undefined ? 0 : 1);
  const gap = /^\s*/u.exec(text.slice(behind))?.[0].length ?? 0;
  return [{ start, labelEnd: start + name.length, from: behind + gap, end, block, who }];
}

function isTranscript(text: string, turns: readonly Turn[]): boolean {
  const who = new Set(turns.map((turn) => turn.who));
  if (who.size < 2) return false;
  if ([...who].every((one) => UNNAMED.has(one))) return false;
  const talk = turns.filter(({ from, end }) => FACING.test(text.slice(from, end))).length;
  const changes = turns.filter((turn, i) => i > 0 && turn.who !== turns[i - 1]!.who).length;
  return talk >= turns.length * TALK && changes >= (turns.length - 1) * CHANGES;
}

/** A turn goes on over what follows, up to the next, a heading or a paragraph that tells of the speaker. */
function endOf(text: string, blocks: readonly Block[], turn: Turn, next: Turn): number {
  let { end } = turn;
  for (let i = turn.block; i <= next.block; i++) {
    const block = blocks[i]!;
    const start = Math.max(block.start, turn.end);
    const words = text.slice(start, Math.min(block.end, next.start)).trimEnd();
    if (words === "") continue;
    if ((block.kind === "heading" && i > turn.block) || tellsOf(words, turn)) break;
    end = start + words.length;
  }
  return end;
}

/** The last turn goes on as long as somebody is heard talking; what follows may be the paper's own words. */
function lastOf(text: string, blocks: readonly Block[], turn: Turn): number {
  let { end } = turn;
  for (let i = turn.block; i < blocks.length; i++) {
    const block = blocks[i]!;
    const words = text.slice(Math.max(block.start, turn.end), block.end).trimEnd();
    if (words === "") continue;
    const isFirst = end < turn.from;
    if ((block.kind === "heading" && i > turn.block) || tellsOf(words, turn)) break;
    if (!isFirst && !FACING.test(words)) break;
    end = block.end;
  }
  return end;
}

/** People do not call themselves by their names. */
function tellsOf(words: string, { who }: Turn): boolean {
  return !UNNAMED.has(who) && words.toLowerCase().includes(who);
}
