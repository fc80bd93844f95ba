/** The terms of a proposal, from the clauses that tell them. */
import type { Clause } from "../../language/clause.ts";
import { childClauses, conditionsOf } from "../../language/clauses/query.ts";
import type { Agenda } from "../../record/agenda.ts";
import type { Reference } from "../../record/finding.ts";
import type { Proposal } from "../../record/proposal.ts";
import type { Range } from "../../record/span.ts";
import { core, trimmed } from "../positions/extent.ts";
import { holdersOf } from "../positions/holders.ts";
import { issueOf } from "../positions/issue-of.ts";
import type { Scene } from "../positions/scene.ts";
import { withoutMarker } from "./price.ts";

export type Term = Proposal["terms"][number];

/** What persons do themselves; all else that they offer, their side would have to do. */
const PERSONAL = new Set([
  "meet",
  "attend",
  "visit",
  "travel",
  "come",
  "speak",
  "talk",
  "resign",
  "step down",
  "sign",
  "testify",
]);

/** "bringing their ministers to the lake": what is asked of those who would come, and not of who brings them. */
const FETCHING = new Set(["bring", "bring together", "gather", "invite", "assemble"]);

/** Leaders, forces and offices act for their side: the side is the party to the terms. Of a person without a known side there is none. */
function partyTo(scene: Scene, clause: Clause): Reference | undefined {
  if (FETCHING.has(clause.lemma)) return undefined;
  const [reference] = clause.passive && clause.agents.length === 0 ? [] : holdersOf(scene, clause.agents);
  const actor = reference && scene.actors.find(({ id }) => id === reference.id);
  if (actor?.represents) return actor.represents;
  return actor?.kind === "person" && !PERSONAL.has(clause.lemma) ? undefined : reference;
}

const INSTEAD = /^instead\s/iu;

/** What a clause would have done: its party from its agents and its words behind them; all its words where nobody is known to act. */
export function termOf(scene: Scene, clause: Clause, told: Range, agenda: Agenda): Term {
  const { text } = scene.doc;
  const range = beforeSayer(text, told);
  const party = partyTo(scene, clause);
  const predicate = scene.doc.start[clause.predicate]!;
  const agentEnd =
    clause.inherited || party === undefined
      ? range.start
      : Math.max(range.start, ...clause.agents.map((phrase) => phrase.end));
  const start = agentEnd <= predicate ? agentEnd : range.start;
  const behind = INSTEAD.exec(text.slice(start, range.end))?.[0].length ?? 0;
  const does = withoutMarker(
    text,
    trimmed(text, { start: Math.min(start + behind, range.end - 1), end: range.end }),
  );
  return {
    ...(party ? { party } : {}),
    does: text.slice(does.start, does.end),
    issue: issueOf(range, scene.doc, agenda).issue,
  };
}

/** A term told by a noun phrase: nobody is said to act. */
export function nominalTerm(scene: Scene, range: Range, agenda: Agenda): Term {
  const does = trimmed(scene.doc.text, range);
  return { does: scene.doc.text.slice(does.start, does.end), issue: issueOf(range, scene.doc, agenda).issue };
}

/** A clause and what is co-ordinated to it or hangs on it as a participle: each is a term of its own. */
export function termsOf(scene: Scene, clause: Clause, agenda: Agenda): Term[] {
  const conditions = new Set(conditionsOf(scene.clauses, clause).clauses.map(({ id }) => id));
  const joined = childClauses(scene.clauses, clause).filter(
    (each) =>
      !each.nominal &&
      !conditions.has(each.id) &&
      (each.role === "conjunct" || each.role === "participle") &&
      each.start > clause.start,
  );
  const members = [clause, ...joined];
  return members.map((member, i) => {
    const next = members[i + 1];
    const { start, end } = beforeConditions(scene, member);
    const range = { start, end: next && start < next.start ? Math.min(end, next.start) : end };
    return termOf(scene, member, core(scene, range), agenda);
  });
}

const SAYER = /,\s(?:[\p{L}\d'’-]{1,30}\s){1,9}(?:said|says|added|told)\b/u;

/** "…, three people who had seen the paper said on Friday": a term ends where the words begin that say who tells it. */
export function beforeSayer(text: string, range: Range): Range {
  const at = SAYER.exec(text.slice(range.start, range.end));
  return at && at.index > 0 ? { start: range.start, end: range.start + at.index } : range;
}

/** A clause up to where its first condition begins. */
function beforeConditions(scene: Scene, clause: Clause): Range {
  const { clauses, obliques } = conditionsOf(scene.clauses, clause);
  const starts = [
    ...clauses.map(({ start }) => start),
    ...obliques.map(({ preposition, phrase }) => phrase.start - preposition.length - 1),
  ];
  return {
    start: clause.start,
    end: Math.min(clause.end, ...starts.filter((start) => start > clause.start)),
  };
}
