/** The expressions of a text as TIMEX3 would tag them: ranges are two expressions, vague ones have codes. */
import type { TimeExpression } from "./find.ts";
import type { Mod } from "./meaning.ts";

export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly mod?: string;
}

const MODS: Readonly<Record<Mod, string>> = {
  earlier: "START",
  later: "AFTER",
  start: "START",
  first: "START",
  last: "END",
  mid: "MID",
  end: "END",
  about: "APPROX",
  less: "LESS_THAN",
  more: "MORE_THAN",
  "at most": "EQUAL_OR_LESS",
  "at least": "EQUAL_OR_MORE",
  before: "BEFORE",
  after: "AFTER",
};

export function toTimex(text: string, expressions: readonly TimeExpression[]): readonly Timex[] {
  return expressions.flatMap((expression) => {
    const { start, end, meaning, resolution } = expression;
    if (meaning.kind === "range") return halves(text, expression);
    const type = meaning.kind === "length" ? "DURATION" : resolution.type;
    const mod = resolution.mod === undefined ? {} : { mod: MODS[resolution.mod] };
    return [{ start, end, type: type.toUpperCase() as Timex["type"], value: resolution.timex, ...mod }];
  });
}

/** "Aug. 9-10" is tagged as "Aug. 9" and "10". */
function halves(text: string, { start, end, resolution }: TimeExpression): Timex[] {
  const [first = "", last = ""] = resolution.timex.split("/");
  const separator = /\s?[-\u2013\u2014]\s?|\s(?:to|through|and)\s/.exec(text.slice(start, end));
  if (separator === null) return [{ start, end, type: "DATE", value: resolution.timex }];
  const middle = start + separator.index;
  return [
    { start, end: middle, type: "DATE", value: first },
    { start: middle + separator[0].length, end, type: "DATE", value: last },
  ];
}
