/**
 * The rules by which a clause shows a position. Each looks at one clause and gives candidates; none knows the agenda.
 */
import type { Clause } from "../../language/clause.ts";
import {
  childClauses,
  clausesOfSentence,
  conditionsOf,
  contentOf,
  verbOf,
} from "../../language/clauses/query.ts";
import { uposOf } from "../../language/doc.ts";
import { contains, type Range } from "../../record/span.ts";
import type { Candidate } from "./candidate.ts";
import {
  contentsOf,
  holdersOf,
  isEarlier,
  joinedContents,
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
  const condition = clauses[0] ?? obliques[0]?.phrase;
  return condition && trimmed(scene.doc.text, condition);
}

/** What is asked ("whether Belmark would accept") is not said. */
function isAsked(scene: Scene, clause: Clause): boolean {
  for (let at: Clause | undefined = clause, steps = 0; at !== undefined && steps < 4; steps++) {
    if (at.marker === "whether" || at.mood === "question") return true;
    at = at.parent >= 0 ? scene.clauses[at.parent] : undefined;
  }
  return false;
}

/** "No intention of", "no sign of": a noun before the clause that turns it round. */
function isTurned(scene: Scene, clause: Clause): boolean {
  const before = scene.doc.text.slice(Math.max(0, clause.start - 40), clause.start);
  const [, noun] =
    /\b(?:no|little|never any|not any|without)\s+["“‘']?(\w+)["”’']?\s+(?:of|to|that)?\s*(?:being\s*)?$/iu.exec(
      before,
    ) ?? [];
  return noun !== undefined && stanceLexicon().negatingNouns.includes(noun.toLowerCase());
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
  const negated = clause.negated !== isTurned(scene, clause);
  const stance = stanceIn(word.stance, { ...clause, negated });
  const holder = holdersOf(scene, clause.agents);
  // "Refused to rule out": the stance below is the one that is turned.
  const below = contentOf(scene.clauses, clause).find((each) => stanceAbove(scene, each) === clause);
  const inner = below && stanceLexicon().verbs.get(below.lemma)?.[0]?.stance;
  const composed =
    stance === "rejects" && (inner === "rejects" || inner === "opposes") ? "considers" : stance;
  if (composed === undefined || holder.length === 0 || isAsked(scene, clause)) return [];
  const condition = conditionRange(scene, clause);
  return contents.map((content, item) => {
    const quote = quoteOf(scene, clause, content);
    return {
      holder,
      stance: condition && composed === "accepts" ? "offers" : composed,
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

const SUGGESTING = new Set(["suggest", "hint", "signal", "imply", "indicate"]);
const TENTATIVE = new Set(["may", "might", "could"]);

/** The clause whose stance an infinitive belongs to: "refused" for "to accept" in "refused to accept". */
function stanceAbove(scene: Scene, clause: Clause): Clause | undefined {
  if (!clause.inherited || clause.mood !== "infinitive" || clause.parent < 0) return undefined;
  const parent = scene.clauses[clause.parent]!;
  const { verbs, adjectives } = stanceLexicon();
  return verbs.has(parent.lemma) || adjectives.has(parent.lemma) ? parent : undefined;
}

/** "Belmark rejects the plan", "Agron is pushing for a truce", "Belmark refused to withdraw". */
const byVerb: Rule = (scene, clause) => {
  if (clause.nominal || clause.copular || stanceAbove(scene, clause)) return [];
  for (const word of stanceLexicon().verbs.get(clause.lemma) ?? []) {
    const contents = contentsOf(scene, clause, word.preposition);
    if (contents.length === 0) continue;
    const tentative =
      SUGGESTING.has(clause.lemma) &&
      contentOf(scene.clauses, clause).some(({ modal }) => TENTATIVE.has(modal));
    const shown: StanceWord = tentative ? { ...word, stance: "considers" } : word;
    const all = [
      ...contents,
      ...joinedContents(scene, clause).filter((joined) => !contents.some((own) => contains(own, joined))),
    ];
    return withContent(scene, clause, shown, all, "stance-verb", 0.8);
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
  // An infinitive right behind the noun is its content, wherever the tree has hung it.
  const adjacent = clausesOfSentence(scene.clauses, clause.sentence).filter(
    (each) =>
      each.mood === "infinitive" &&
      each.start > clause.start &&
      each.start - scene.doc.end[clause.predicate]! <= 2,
  );
  const own = [
    ...contentOf(scene.clauses, clause),
    ...adjacent,
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
  const above = clause.parent >= 0 ? childClauses(scene.clauses, scene.clauses[clause.parent]!) : [];
  const question = [...childClauses(scene.clauses, clause), ...above].find((each) =>
    UNCLEAR_FRAMES.has(each.marker),
  );
  if (question === undefined) return [];
  const holder = holdersOf(scene, question.agents);
  if (holder.length === 0) return [];
  const top =
    clause.parent >= 0 && scene.clauses[clause.parent]!.start <= clause.start
      ? scene.clauses[clause.parent]!
      : clause;
  const at = trimmed(scene.doc.text, { start: Math.min(top.start, clause.start), end: question.end });
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
  if (clause.nominal || clause.role === "condition" || isAsked(scene, clause)) return [];
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

/** "Belmark has no intention of leaving", "sees little reason to sign". */
const byIntention: Rule = (scene, clause) => {
  if (clause.nominal || !["have", "see", "show", "express", "signal"].includes(clause.lemma)) return [];
  const noun = clause.patients.find((phrase) =>
    stanceLexicon().negatingNouns.includes(lemmaAt(scene, phrase.head)),
  );
  if (
    noun === undefined ||
    !(clause.negated || /^(?:no|little|zero)\b/i.test(scene.doc.text.slice(noun.start, noun.end)))
  )
    return [];
  const after = scene.doc.end[noun.head]!;
  const content = clausesOfSentence(scene.clauses, clause.sentence).find(
    (each) => !each.nominal && each.start >= after && each.start - after <= 5,
  );
  if (content === undefined) return [];
  const rejecting = { ...clause, negated: false };
  return withContent(
    scene,
    rejecting,
    { stance: "rejects", preposition: "" },
    [content],
    "no-intention",
    0.75,
  );
};

const IMPOSSIBLE = new Set(["can", "cannot", "could", "will", "would", "must", "should", "may"]);

/** "No deal can be made without the fishermen": what a speaker will not do without is asked for. */
const byWithout: Rule = (scene, clause) => {
  if (!clause.negated || clause.nominal || !IMPOSSIBLE.has(clause.modal)) return [];
  const statement = statementAround(scene, clause);
  const needed = clause.obliques.find(({ preposition }) => preposition === "without")?.phrase;
  const holder = statement ? parties(scene, statement.speaker) : [];
  if (statement === undefined || statement.negated || needed === undefined || holder.length === 0) return [];
  const range = trimmed(scene.doc.text, clause);
  const whole = { start: Math.min(statement.at[0].start, range.start), end: range.end };
  return [
    {
      holder,
      stance: "demands",
      clause,
      at: [range, whole],
      content: range,
      past: false,
      rule: "not-without",
      score: 0.75,
    },
  ];
};

const WILLING = new Set(["will", "would", "can", "could", "be ready to", "be prepared to", "be willing to"]);

/** "Agron would stop the strikes if Belmark withdrew": an offer, and the demand that stands in its condition. */
const byCondition: Rule = (scene, clause) => {
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
  byWithout,
  byIntention,
  byCondition,
  byList,
];
