/** Positions in terms: what is offered on a condition, and what stands in it. */
import { conditionsOf } from "../../../language/clauses/query.ts";
import type { Candidate } from "../candidate.ts";
import {
  contentsOf,
  core,
  holdersOf,
  isEarlier,
  lemmaAt,
  parties,
  quoteOf,
  sameSide,
  statementAround,
  trimmed,
} from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { isAsked, type Rule } from "./frame.ts";

/** "Belmark tied any relief to a withdrawal": relief is offered, the withdrawal demanded. */
export const byTie: Rule = (scene, clause) => {
  if (clause.nominal || clause.negated || !stanceLexicon().tying.has(clause.lemma)) return [];
  const holder = holdersOf(scene, clause.agents);
  const [offered] = clause.patients;
  const asked = clause.obliques.find(
    ({ preposition }) => preposition === "to" || preposition === "on",
  )?.phrase;
  if (holder.length === 0 || offered === undefined || asked === undefined) return [];
  const shared = { holder, clause, past: isEarlier(scene, clause, offered.start), rule: "tied", score: 0.7 };
  const whole = quoteOf(scene, clause, { start: offered.start, end: asked.end });
  return [
    { ...shared, stance: "offers", at: [whole], content: offered, condition: asked },
    { ...shared, stance: "demands", at: [trimmed(scene.doc.text, asked)], content: asked },
  ];
};

const WILLING = new Set(["will", "would", "can", "could", "be ready to", "be prepared to", "be willing to"]);

/** "Agron would stop the strikes if Belmark withdrew": an offer, and the demand that stands in its condition. */
export const byCondition: Rule = (scene, clause) => {
  const [condition] = conditionsOf(scene.clauses, clause).clauses;
  if (
    condition === undefined ||
    condition.nominal ||
    clause.negated ||
    isAsked(scene, clause) ||
    !WILLING.has(clause.modal)
  )
    return [];
  const statement = statementAround(scene, clause);
  const agents = holdersOf(scene, clause.agents);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  if (agents.length === 0) return [];
  const holder = speaker.length > 0 && sameSide(scene, speaker, agents) ? speaker : agents;
  const asked = holdersOf(scene, condition.agents);
  const offer: Candidate = {
    holder,
    stance: "offers",
    clause,
    at: [trimmed(scene.doc.text, clause)],
    content: trimmed(
      scene.doc.text,
      condition.start > clause.start ? { start: clause.start, end: condition.start } : clause,
    ),
    condition: trimmed(scene.doc.text, condition),
    past: false,
    rule: "conditional-offer",
    score: 0.75,
  };
  if (asked.length === 0 || sameSide(scene, asked, holder)) return [offer];
  return [
    offer,
    {
      holder,
      stance: "demands",
      clause: condition,
      at: [core(scene, condition)],
      content: core(scene, condition),
      past: false,
      rule: "condition-demand",
      score: 0.7,
    },
  ];
};

/** "war aims, which include neutrality and the loss of …": each item of a list of aims is a demand. */
export const byList: Rule = (scene, clause) => {
  if (clause.lemma !== "include" && clause.lemma !== "be" && !clause.copular) return [];
  const { nouns } = stanceLexicon();
  const subject = clause.agents.find((phrase) => (nouns.get(lemmaAt(scene, phrase.head)) ?? []).length > 0);
  if (subject === undefined || clause.lemma !== "include") return [];
  const [word] = nouns.get(lemmaAt(scene, subject.head)) ?? [];
  const owner = { ...subject, head: subject.head };
  const inside = scene.actors.filter((actor) =>
    [...actor.mentions, ...actor.references].some(
      (span) => owner.start <= span.start && span.end <= owner.end,
    ),
  );
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const holder =
    inside.length > 0 ? parties(scene, inside.slice(0, 1)) : parent ? holdersOf(scene, parent.agents) : [];
  if (word === undefined || holder.length === 0) return [];
  const contents = contentsOf(scene, clause, "");
  return contents.map((content, item) => ({
    holder,
    stance: word.stance,
    clause,
    at:
      item === 0
        ? [
            trimmed(scene.doc.text, { start: Math.min(subject.start, content.start), end: content.end }),
            content,
          ]
        : [content],
    content,
    past: false,
    rule: "list-of-aims",
    score: 0.75,
  }));
};
