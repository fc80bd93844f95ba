/**
 * Sentences with their stances marked, and the issue of each: `stance<TAB>[holder] … {content} … <condition><TAB>issue`;
 * of several stances, marks are numbered and the outer columns have one word each, joined by ";".
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "../../src/record/span.ts";

/** One stance in a sentence: what it is about, and who holds it where that is marked. */
export interface MarkedStance {
  readonly stance: string;
  readonly content: Range;
  readonly holder?: Range;
  /** Issue of the agenda that ships, where somebody has said which. */
  readonly issue?: string;
}

export interface MarkedSentence {
  readonly text: string;
  readonly stances: readonly MarkedStance[];
}

interface Mark {
  readonly kind: string;
  /** Numbers of the stances that it belongs to; empty where a sentence has one. */
  readonly numbers: readonly number[];
  readonly range: Range;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}", "<": ">" };

/** The text without its marks, and the marks. @throws Error where marks are not balanced */
function unmarked(line: string, where: string): { text: string; marks: readonly Mark[] } {
  let text = "";
  const open: { kind: string; numbers: readonly number[]; start: number }[] = [];
  const marks: Mark[] = [];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    const top = open.at(-1);
    if (CLOSING[sign] !== undefined) {
      const numbers = /^\d(?:,\d)* /u.exec(line.slice(at + 1, at + 9))?.[0] ?? "";
      open.push({
        kind: sign,
        numbers: numbers.trim().split(",").filter(Boolean).map(Number),
        start: text.length,
      });
      at += numbers.length;
    } else if (top !== undefined && sign === CLOSING[top.kind]) {
      marks.push({ kind: top.kind, numbers: top.numbers, range: { start: top.start, end: text.length } });
      open.pop();
    } else text += sign;
  }
  if (open.length > 0) throw new Error(`${where}: a mark is not closed`);
  return { text, marks };
}

/** One line. @throws Error where marks are not balanced or a stance has no content */
export function readMarked(line: string, where: string): MarkedSentence {
  const [labels = "", marked = "", matters = ""] = line.split("\t");
  const issues = matters.split(";");
  const { text, marks } = unmarked(marked, where);
  const markOf = (kind: string, number: number) =>
    marks.find((mark) => mark.kind === kind && (mark.numbers.length === 0 || mark.numbers.includes(number)))
      ?.range;
  const stances = labels.split(";").flatMap((stance, i): MarkedStance[] => {
    if (stance === "none") return [];
    const content = markOf("{", i + 1);
    if (content === undefined) throw new Error(`${where}: "${stance}" has no content`);
    const holder = markOf("[", i + 1);
    return [{ stance, content, ...(holder && { holder }), ...(issues[i] && { issue: issues[i] }) }];
  });
  return { text, stances };
}

/** All sentences of a folder, file by file in the order of their names. */
export function readFolder(folder: string): readonly (readonly MarkedSentence[])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) =>
      readFileSync(join(folder, name), "utf8")
        .split("\n")
        .flatMap((line, i) =>
          line === "" || line.startsWith("#") ? [] : [readMarked(line, `${name}:${i + 1}`)],
        ),
    );
}
