/** Turns of an interview or a transcript: "Vann: We are studying it." is what Vann says, to the end of the paragraph. */
import { type Doc, tokenAt } from "../../language/doc.ts";
import { type Block, isProse } from "../../record/report.ts";
import type { Draft } from "./draft.ts";

/** One to four capitalised words and a colon at the beginning of a paragraph, with words behind it. */
const LABEL = /^\s*(\p{Lu}[\p{L}.'’-]*(?:[ \u00a0]\p{Lu}[\p{L}.'’-]*){0,3})\s*:\s+(?=\S)/u;

interface Turn {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Where the words of the turn begin and end. */
  readonly from: number;
  readonly to: number;
}

/** The turns of a text in which at least two speak, one of them more than once; else none: a colon alone is no turn. */
export function turns(doc: Doc, blocks: readonly Block[]): readonly Draft[] {
  const all = blocks.filter(isProse).flatMap((block) => turnsIn(doc.text, block));
  const labels = new Set(all.map(({ label }) => label));
  if (labels.size < 2 || all.length <= labels.size) return [];
  const asking = askers(doc.text, all);
  return all
    .filter(({ label }) => !asking.has(label))
    .map(({ start, end, from, to }): Draft => {
      const head = tokenAt(doc, end - 1);
      return {
        head,
        lemma: "say",
        speech: "say",
        cue: { start, end },
        sources: [{ start, end, head }],
        content: { start: from, end: to },
        parts: [{ start: from, end: to }],
        free: true,
        recipients: [],
        cited: [],
        negated: false,
        rule: "turn",
        score: 0.8,
      };
    });
}

/** Who asks in most of their turns: an interviewer puts questions for the paper and wants nothing. */
function askers(text: string, all: readonly Turn[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const { label, from, to } of all) {
    count.set(label, (count.get(label) ?? 0) + (text.slice(from, to).includes("?") ? 1 : -1));
  }
  return new Set([...count].filter(([, balance]) => balance > 0).map(([label]) => label));
}

/** A block may hold several lines, each a turn of its own. */
function turnsIn(text: string, block: Block): readonly Turn[] {
  const found: Turn[] = [];
  let at = block.start;
  for (const line of text.slice(block.start, block.end).split("\n")) {
    const label = LABEL.exec(line);
    if (label) {
      const start = at + line.indexOf(label[1]!);
      const from = at + label[0].length;
      const to = at + line.trimEnd().length;
      if (from < to) found.push({ label: label[1]!, start, end: start + label[1]!.length, from, to });
    }
    at += line.length + 1;
  }
  return found;
}
