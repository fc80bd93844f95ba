/** Positions that the report raises and leaves open. */
import { childClauses } from "../../../language/clauses/query.ts";
import type { Range } from "../../../record/span.ts";
import { core, trimmed } from "../extent.ts";
import { holdersOf } from "../holders.ts";
import type { Scene } from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { isAsked, type Rule } from "./frame.ts";

const UNCLEAR_FRAMES = new Set(["whether", "if"]);

/** "It remains unclear whether Belmark would accept": the report raises it and says that it is open. */
export const byOpenQuestion: Rule = (scene, clause) => {
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
  const asked = core(scene, question);
  const start = Math.min(top.start, clause.start);
  const shared = { holder, stance: "open", clause, past: false, rule: "open-question", score: 0.75 } as const;
  const named = namedIn(scene, question, asked);
  const at = (end: number) => trimmed(scene.doc.text, { start, end });
  return [
    { ...shared, at: [at(asked.end), asked], content: asked },
    ...named.map((content) => ({ ...shared, at: [at(content.end)] as const, content })),
  ];
};

/** ", including the northern dam": what the question names apart. */
function namedIn(scene: Scene, question: Range, asked: Range): readonly Range[] {
  const { text } = scene.doc;
  const including = /,?\s+(?:including|especially|among\s+them)\s+/iu.exec(
    text.slice(asked.start, question.end),
  );
  if (including === null) return [];
  const start = asked.start + including.index + including[0].length;
  return [core(scene, { start, end: question.end })];
}

/** "Belmark has not decided", "has yet to answer": the question stays open. */
export const byIndecision: Rule = (scene, clause) => {
  const [, told] = /^have yet to (.+)$/.exec(clause.lemma) ?? [];
  const yet = told ?? (clause.modal === "have yet to" ? clause.lemma : undefined);
  const isSilent =
    clause.negated &&
    clause.lemma === "say" &&
    childClauses(scene.clauses, clause).some(({ marker }) => UNCLEAR_FRAMES.has(marker));
  const isSaying =
    isSilent || (yet !== undefined && (yet === "say" || yet === "indicate" || yet === "announce"));
  if (clause.nominal || !(isSaying || stanceLexicon().deciding.has(yet ?? clause.lemma))) return [];
  const holder = holdersOf(scene, clause.agents);
  if (!(clause.negated || yet !== undefined) || holder.length === 0 || isAsked(scene, clause)) return [];
  const range = core(scene, clause);
  return [
    {
      holder,
      stance: "open",
      clause,
      at: [range],
      content: range,
      past: false,
      rule: "undecided",
      score: 0.65,
    },
  ];
};
