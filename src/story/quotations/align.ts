/** One wording turned into another, word by word. */
import type { Variant } from "../../record/quotation.ts";
import { wordsOf } from "../origins/wording.ts";

type Part = Variant["parts"][number];

/** Words of a wording that are held beside others; whoever speaks on is compared as far as this. */
const MOST_WORDS = 400;

interface Token {
  readonly key: string;
  /** The word with what stands before it. */
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  let end = 0;
  const words = wordsOf(text).slice(0, MOST_WORDS);
  return words.map((word, i) => {
    const to = i + 1 === words.length ? text.length : word.end;
    const token = { key: word.key, text: text.slice(end, to) };
    end = to;
    return token;
  });
}

/** Lengths of the longest common subsequences of what is left of two lists, row by row. */
function lengths(a: readonly Token[], b: readonly Token[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] =
        a[i]!.key === b[j]!.key ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

/** How many words two wordings have in common, in one order. */
export function wordsInCommon(a: string, b: string): number {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  return lengths(left, right)[0]![0]!;
}

/** The parts that make `to` of `from`: words of both, words that are left out, words that are added. */
export function turned(from: string, to: string): Part[] {
  const [left, right] = [tokensOf(from), tokensOf(to)];
  const rows = lengths(left, right);
  const parts: { kind: Part["kind"]; text: string }[] = [];
  const add = (kind: Part["kind"], { text }: Token) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i]!.key === right[j]!.key) {
      add("same", right[j]!);
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && rows[i + 1]![j]! >= rows[i]![j + 1]!))
      add("left out", left[i++]!);
    else add("added", right[j++]!);
  }
  return parts.map(({ kind, text }) => ({ kind, text: text.replace(/^[\s.,;:…]+(?=\S)|\s+$/g, "") }));
}

/** What is left out, added or put in place of what, in words. */
export function turnsInWords(parts: readonly Part[]): string[] {
  return parts.flatMap(({ kind, text }, i): string[] => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    if (kind === "added")
      return [before?.kind === "left out" ? `has “${text}” for “${before.text}”` : `adds “${text}”`];
    return kind === "left out" && after?.kind !== "added" ? [`leaves out “${text}”`] : [];
  });
}
