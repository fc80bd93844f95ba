/**
 * The rules by which a clause shows a position. Each looks at one clause and gives candidates; none knows the agenda.
 */
import type { Clause } from "../../language/clause.ts";
import { childClauses, conditionsOf, contentOf, verbOf } from "../../language/clauses/query.ts";
import { uposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Candidate } from "./candidate.ts";
import {
  contentsOf,
  holdersOf,
  isEarlier,
  lemmaAt,
  parties,
  quoteOf,
  type Scene,
  sameSide,
  statementAround,
  trimmed,
} from "./scene.ts";
import { type StanceWord, stanceIn, stanceLexicon } from "./stances.ts";

export type Rule = (scene: Scene, clause: Clause) => readonly Candidate[];

function conditionRange(scene: Scene, clause: Clause): Range | undefined {
  const { clauses, obliques } = conditionsOf(scene.clauses, clause);
  return clauses[0] ?? obliques[0]?.phrase;
}

/** The candidates of one stance word, one for each item of its content. */
function withContent(
  scene: Scene,
  clause: Clause,
  word: StanceWord,
  contents: readonly Range[],
  rule: string,
  score: number,
): Candidate[] {
  const stance = stanceIn(word.stance, clause);
  const holder = holdersOf(scene, clause.agents);
  if (stance === undefined || holder.length === 0 || clause.mood === "question") return [];
  const condition = conditionRange(scene, clause);
  return contents.map((content, item) => {
    const quote = quoteOf(scene, clause, content);
    return {
      holder,
      stance: condition && stance === "accepts" ? "offers" : stance,
      clause,
      at: item === 0 ? [quote] : [trimmed(scene.doc.text, content)],
      content,
      ...(condition ? { condition } : {}),
      past: isEarlier(scene, clause, content.start),
      rule,
      score,
    };
  });
}

/** "Belmark rejects the plan", "Agron is pushing for a truce", "Belmark refused to withdraw". */
const byVerb: Rule = (scene, clause) => {
  if (clause.nominal || clause.copular) return [];
  for (const word of stanceLexicon().verbs.get(clause.lemma) ?? []) {
    const contents = contentsOf(scene, clause, word.preposition);
    if (contents.length > 0) return withContent(scene, clause, word, contents, "stance-verb", 0.8);
  }
  return [];
};

/** "Agron is ready to talk", "Belmark remains opposed to elections". */
const byAdjective: Rule = (scene, clause) => {
  if (!clause.copular && uposOf(scene.doc, clause.predicate) !== "ADJ") return [];
  for (const word of stanceLexicon().adjectives.get(clause.lemma) ?? []) {
    const contents = contentsOf(scene, clause, word.preposition);
    if (contents.length > 0) return withContent(scene, clause, word, contents, "stance-adjective", 0.75);
  }
  return [];
};

/** "Belmark's demand for a truce", "voiced opposition to the plan": a noun with the holder before it or behind a light verb. */
const byNoun: Rule = (scene, clause) => {
  if (!clause.nominal) return [];
  const lexicon = stanceLexicon();
  const [word] = lexicon.nouns.get(clause.lemma) ?? lexicon.verbs.get(verbOf(clause)) ?? [];
  if (word === undefined) return [];
  const behind = clause.obliques.filter(({ preposition }) =>
    ["for", "to", "of", "on", "against", "that"].includes(preposition),
  );
  const own = [
    ...contentOf(scene.clauses, clause),
    ...clause.patients,
    ...behind.map(({ phrase }) => phrase),
  ];
  const contents = own.filter((range) => range.start >= scene.doc.end[clause.predicate]!).slice(0, 1);
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const light = parent && lexicon.lightVerbs.has(parent.lemma) && !parent.negated ? parent : undefined;
  const speaker = clause.agents.length > 0 ? clause : light;
  if (speaker === undefined) return [];
  return withContent(
    scene,
    { ...clause, agents: speaker.agents, inherited: speaker === light && light.inherited },
    word,
    contents,
    "stance-noun",
    0.7,
  );
};

const UNCLEAR_FRAMES = new Set(["whether", "if"]);

/** "It remains unclear whether Belmark would accept": the report raises it and says that it is open. */
const byOpenQuestion: Rule = (scene, clause) => {
  if (
    !stanceLexicon().open.has(clause.lemma) &&
    !(clause.negated && ["clear", "certain", "sure"].includes(clause.lemma))
  )
    return [];
  const question = childClauses(scene.clauses, clause).find((each) => UNCLEAR_FRAMES.has(each.marker));
  if (question === undefined) return [];
  const holder = holdersOf(scene, question.agents);
  if (holder.length === 0) return [];
  const at = trimmed(scene.doc.text, { start: clause.start, end: question.end });
  return [
    {
      holder,
      stance: "open",
      clause,
      at: [at],
      content: question,
      past: false,
      rule: "open-question",
      score: 0.75,
    },
  ];
};

/** What a speaker says must or must not be: "the border must not be moved by force", "Agron should release the crew". */
const byModal: Rule = (scene, clause) => {
  if (clause.nominal || clause.role === "condition" || clause.mood === "question") return [];
  const { demandModals, refusalModals } = stanceLexicon();
  const statement = statementAround(scene, clause);
  if (statement === undefined || statement.negated) return [];
  const holder = parties(scene, statement.speaker);
  if (holder.length === 0) return [];
  const own = (): boolean => {
    const agents = holdersOf(scene, clause.agents);
    return agents.length > 0 && sameSide(scene, agents, holder);
  };
  const isDemand = demandModals.has(clause.modal);
  const isRefusal = clause.negated && refusalModals.has(clause.modal) && own();
  if (!isDemand && !isRefusal) return [];
  const range = trimmed(scene.doc.text, clause);
  const whole = {
    start: Math.min(statement.at[0].start, range.start),
    end: Math.max(range.end, Math.min(statement.at[0].end, range.end)),
  };
  const stance = isRefusal ? "rejects" : clause.negated ? "opposes" : "demands";
  const condition = conditionRange(scene, clause);
  const opens = Math.abs(statement.content.start - clause.start) < 8 || clause.parent < 0;
  return [
    {
      holder,
      stance,
      clause,
      at: opens ? [whole, range] : [range],
      content: range,
      ...(condition ? { condition } : {}),
      past: false,
      rule: isRefusal ? "own-refusal" : "modal-demand",
      score: isRefusal ? 0.75 : 0.7,
    },
  ];
};

const WILLING = new Set(["will", "would", "can", "could", "be ready to", "be prepared to", "be willing to"]);

/** "Agron would stop the strikes if Belmark withdrew": an offer, and the demand that stands in its condition. */
const byCondition: Rule = (scene, clause) => {
  const [condition] = conditionsOf(scene.clauses, clause).clauses;
  if (condition === undefined || condition.nominal || clause.negated || !WILLING.has(clause.modal)) return [];
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
    content: clause,
    condition,
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
      at: [trimmed(scene.doc.text, condition)],
      content: condition,
      past: false,
      rule: "condition-demand",
      score: 0.7,
    },
  ];
};

/** "war aims, which include neutrality and the loss of …": each item of a list of aims is a demand. */
const byList: Rule = (scene, clause) => {
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

/** Every rule, in the order in which they are asked. */
export const rules: readonly Rule[] = [
  byVerb,
  byAdjective,
  byNoun,
  byOpenQuestion,
  byModal,
  byCondition,
  byList,
];
