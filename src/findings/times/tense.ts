/**
 * Whether the clause that governs a place in the text speaks of the past or of what is to come: "Friday" in
 * "met on Friday" is behind, in "the meeting scheduled for Friday" ahead.
 */
import type { Clause } from "../../language/clause.ts";
import { childClauses, isReporting } from "../../language/clauses/query.ts";
import type { Direction } from "./slot.ts";

/** What a clause says of the time of its adverbials; "present" points to a day ahead, but not to a month or year. */
export type Tense = Direction | "present";
/** Reads the tense that governs a place in the text; `undefined` leaves it to the words around. */
export type TenseAt = (start: number, end: number) => Tense | undefined;

/** Verbs of which the object lies ahead of the one who plans it. */
const PLANNING = new Set(
  "plan schedule set expect slate intend aim hope prepare propose await arrange invite agree want seek offer promise pledge vow threaten urge ask call demand due ready postpone delay".split(
    " ",
  ),
);
/** Nouns of speech: a demand made "in a statement on Friday" was made. */
const TELLING = new Set(
  "statement speech remark interview letter report tweet post comment address".split(" "),
);
/** After these the present tense tells of what is to come: "if they accept it on Tuesday". */
const AWAITED = new Set([
  "if",
  "unless",
  "once",
  "until",
  "before",
  "as soon as",
  "provided that",
  "as long as",
]);
/** Verbs that put their object before what the text tells. */
const AFTERWARDS = new Set(["follow", "succeed", "come after"]);

/** @param clauses of `text`, as `readClauses` gives them */
export function tenseOf(clauses: readonly Clause[], text: string): TenseAt {
  const byStart = [...clauses].sort((a, b) => a.start - b.start || b.end - a.end);
  return (start, end) => {
    // By its first word: "on Friday, 14 June" may reach over the end of its clause.
    const clause = innermost(byStart, start, start + 1);
    if (clause === undefined) return undefined;
    if (PLANNING.has(clause.lemma) && !clause.nominal && standsBehindPlan(clauses, clause, start))
      return "future";
    const parent = clauses[clause.parent];
    // "…, on Thursday, the ministry announced": the comma parts the day from the announcing.
    const opens = start - clause.start < "during ".length;
    const before = clause.role === "parenthesis" && parent !== undefined && opens && text[end] === ",";
    return tenseOfClause(before ? parent : clause, clauses, text, 0);
  };
}

/** "Invited the envoy for talks on 18 May": right behind what is planned the day is that of the plan. */
function standsBehindPlan(clauses: readonly Clause[], clause: Clause, start: number): boolean {
  return childClauses(clauses, clause).some(
    ({ nominal, lemma, end }) =>
      nominal && !TELLING.has(lemma) && end < start && start - end <= " on ".length,
  );
}

/** Clauses that are looked at before a place: sentences hold fewer. */
const MOST = 40;

/** The shortest clause that holds the place. */
function innermost(byStart: readonly Clause[], start: number, end: number): Clause | undefined {
  let low = 0;
  let high = byStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byStart[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let best: Clause | undefined;
  for (let i = low - 1; i >= Math.max(0, low - MOST); i -= 1) {
    const clause = byStart[i];
    if (clause === undefined || clause.end < end) continue;
    if (best === undefined || clause.end - clause.start < best.end - best.start) best = clause;
  }
  return best;
}

const PLANS =
  /\b(?:invitation|plan|decision|agreement|offer|proposal|deal|promise|pledge|order|request|call|deadline)s?\s+$/iu;

function followsNoun(clause: Clause, text: string): boolean {
  return PLANS.test(text.slice(Math.max(0, clause.start - 30), clause.start));
}

const DEEPEST = 8;

function tenseOfClause(
  clause: Clause,
  clauses: readonly Clause[],
  text: string,
  depth: number,
): Tense | undefined {
  const parent = clause.parent < 0 || depth >= DEEPEST ? undefined : clauses[clause.parent];
  const above = (): Tense | undefined =>
    parent === undefined ? undefined : tenseOfClause(parent, clauses, text, depth + 1);
  if (clause.nominal) {
    if (parent !== undefined && AFTERWARDS.has(parent.lemma)) return "past";
    // "They invited the envoy to talks on 18 May": the talks come after the inviting.
    if (parent !== undefined)
      return PLANNING.has(parent.lemma) && !parent.nominal && !TELLING.has(clause.lemma) ? "future" : above();
    // A headline without a finite verb: "Belmark to free all captives on Monday".
    return text.startsWith("to ", clause.start) ? "future" : undefined;
  }
  if (clause.modal === "could" && clause.negated) return "past";
  if (clause.tense === "future" || clause.modal !== "")
    return clause.aspect.startsWith("perfect") ? "past" : "future";
  if (
    PLANNING.has(clause.lemma) &&
    (clause.passive || clause.mood === "participle" || clause.tense === "present")
  )
    return "future";
  if (clause.tense === "past" || clause.aspect.startsWith("perfect")) return "past";
  if (AFTERWARDS.has(clause.lemma)) return "past";
  if (clause.tense === "present") {
    if (clause.aspect === "progressive" || AWAITED.has(clause.marker)) return "future";
    return isReporting(clause) ? "past" : "present";
  }
  // "Accepted its invitation to meet on 18 May": a noun with an infinitive looks ahead.
  if (clause.mood === "infinitive" && followsNoun(clause, text)) return "future";
  if (clause.mood === "infinitive" || clause.role === "purpose") {
    const told =
      parent !== undefined &&
      parent.tense === "past" &&
      !PLANNING.has(parent.lemma) &&
      clause.role !== "purpose";
    return told ? above() : "future";
  }
  if (clause.mood === "participle") return clause.passive ? "past" : above();
  return undefined;
}
