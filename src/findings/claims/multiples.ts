/** "Premiums have tripled since the spring": by how many times something has grown. */

import { type Doc, lemmaOf, lowerOf, uposOf } from "../../language/doc.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { tailEnd } from "./telling.ts";

const TIMES: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["triple", 3],
  ["treble", 3],
  ["quadruple", 4],
  ["quintuple", 5],
]);

/** Every multiple that a verb of the sentence tells. */
export function multiples(index: TextIndex, first: number, last: number): Draft[] {
  const drafts: Draft[] = [];
  for (let token = first; token < last; token++) {
    const draft = multipleAt(index, token);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function multipleAt(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  const value = timesOf(doc, token);
  if (value === undefined) return undefined;
  const clause = index.clauseAt(token);
  if (clause === undefined || clause.negated) return undefined;
  // "Belmark has doubled its garrison": the garrison is what is twice as great.
  const [thing] = [...clause.patients, ...clause.agents];
  if (
    thing === undefined ||
    (clause.patients.length > 0 && clause.passive === false && thing.start < doc.start[token]!)
  )
    return undefined;
  const start = Math.min(thing.start, doc.start[token]!);
  const end = Math.max(thing.end, doc.end[token]!);
  if (end - start > 120) return undefined;
  const tail = thing.end > doc.end[token]! ? thing.end : tailEnd(doc, token);
  return {
    range: { start, end: tail },
    nucleus: { start, end },
    subject: subjectText(doc, thing),
    attribute: "increase",
    value,
    unit: "times",
    rule: "multiple",
    score: 0.65,
  };
}

/** Of "doubled", "tripling", as verbs; "a double blow" is none. */
function timesOf(doc: Doc, token: number): number | undefined {
  return uposOf(doc, token) === "VERB"
    ? (TIMES.get(lemmaOf(doc, token)) ?? TIMES.get(lowerOf(doc, token).replace(/d$/, "")))
    : undefined;
}
