/** What somebody has in mind, told with "would": "wants a council in which both would sit", "would have both armies leave". */
import type { Clause } from "../../language/clause.ts";
import { childClauses } from "../../language/clauses/query.ts";
import type { Agenda } from "../../record/agenda.ts";
import { contentsOf } from "../positions/contents.ts";
import { quoteOf, trimmed } from "../positions/extent.ts";
import { holderOf } from "../positions/holders.ts";
import type { Scene } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import type { Draft } from "./draft.ts";
import { floated } from "./floated.ts";
import { nominalTerm, termsOf } from "./terms.ts";

/** "has called for a council in which both would sit": a thing that is asked for, with how it would work. */
export function envisioned(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const word = (stanceLexicon().verbs.get(clause.lemma) ?? []).find(({ stance }) => stance === "demands");
  if (word === undefined || clause.nominal || clause.negated || clause.mood === "question") return undefined;
  const { text } = scene.doc;
  const told = childClauses(scene.clauses, clause).find(
    ({ nominal, modal, negated, obliques }) =>
      !nominal &&
      !negated &&
      modal === "would" &&
      obliques.some(
        ({ preposition, phrase }) =>
          /^(?:in|under)$/u.test(preposition) && text.slice(phrase.start, phrase.end) === "which",
      ),
  );
  const [content] = told ? contentsOf(scene, clause, word.preposition) : [];
  const proposer = holderOf(scene, clause);
  if (told === undefined || content === undefined || proposer.length === 0) return undefined;
  if (content.start >= told.end) return undefined;
  const range = trimmed(text, { start: content.start, end: Math.max(content.end, told.end) });
  return {
    proposer,
    to: [],
    terms: [nominalTerm(scene, range, agenda)],
    at: [quoteOf(scene, clause, range), range],
    status: "floated",
    rule: "envisioned",
    score: 0.6,
  };
}

/** "Kastro would have both armies leave": what somebody would see done, as terms. */
export function wouldHave(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  if (clause.lemma !== "have" || clause.modal !== "would" || clause.nominal || clause.negated)
    return undefined;
  const proposer = holderOf(scene, clause);
  const done = childClauses(scene.clauses, clause).find(
    ({ role, mood, nominal, agents, start }) =>
      role === "content" && mood === "infinitive" && !nominal && agents.length > 0 && start > clause.start,
  );
  if (proposer.length === 0 || done === undefined) return undefined;
  return floated(scene, clause, proposer, termsOf(scene, done, agenda), "envisioned");
}
