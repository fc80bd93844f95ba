/** Who answered a proposal, and how: "Agron turned it down", "terms that Belmark rejected at the time". */
import type { Clause } from "../../language/clause.ts";
import { contentOf } from "../../language/clauses/query.ts";
import type { Range } from "../../record/span.ts";
import { holderOf, holdersOf, sameSide } from "../positions/holders.ts";
import { isAsked } from "../positions/rules/frame.ts";
import { lemmaAt, type Scene } from "../positions/scene.ts";
import { actorsIn } from "../who.ts";
import type { Draft } from "./draft.ts";
import { type Answer, proposalLexicon } from "./lexicon.ts";

/** Characters behind a proposal in which a bare "it" or "the offer" still means it. */
const NEAR = 600;

export interface Answered {
  readonly draft: Draft;
  readonly by: readonly { readonly id: string; readonly name: string }[];
  readonly how: Answer;
  readonly at: Range;
}

/** The answers that the clauses of a report give to its proposals. */
export function answersTo(scene: Scene, drafts: readonly Draft[]): Answered[] {
  if (drafts.length === 0) return [];
  return scene.clauses.flatMap((clause) => answerIn(scene, clause, drafts) ?? []);
}

function answerIn(scene: Scene, clause: Clause, drafts: readonly Draft[]): Answered | undefined {
  const how = proposalLexicon().answering.get(clause.lemma);
  if (how === undefined || clause.nominal || clause.copular || isAsked(scene, clause)) return undefined;
  if (clause.mood !== "statement" || clause.role === "condition") return undefined;
  if (clause.modal !== "" && clause.modal !== "will" && !(clause.modal === "would" && clause.negated))
    return undefined;
  const object =
    clause.patients[0] ??
    clause.obliques.find(({ preposition }) => preposition === "to" || preposition === "on")?.phrase;
  const by = clause.passive ? holdersOf(scene, clause.agents) : holderOf(scene, clause);
  if (object === undefined || by.length === 0 || contentOf(scene.clauses, clause).length > 0)
    return undefined;
  const draft = meant(scene, clause, object, by, drafts);
  if (draft === undefined) return undefined;
  const turned = clause.negated ? NEGATED[how] : how;
  return { draft, by, how: turned, at: { start: clause.start, end: clause.end } };
}

const NEGATED: Readonly<Record<Answer, Answer>> = {
  accepted: "rejected",
  welcomed: "rejected",
  rejected: "considered",
  considered: "rejected",
};

const PRONOUN = /^(?:it|that|this|them|these|those|which)$/iu;
const POINTING = /^(?:the|this|that|these|those|his|her|its|their|such|both|[\p{L}\s.-]+['’]s)\s/iu;

/** The proposal that an object points to: its owner's, the one it stands beside, else the nearest before. */
function meant(
  scene: Scene,
  clause: Clause,
  object: Range & { head: number },
  by: readonly { id: string; name: string }[],
  drafts: readonly Draft[],
): Draft | undefined {
  const { text } = scene.doc;
  const words = text.slice(object.start, object.end);
  const told = drafts.find(
    ({ at: [quote] }) =>
      object.start <= quote.start && quote.start <= object.end && quote.end <= clause.end + 1,
  );
  if (told) return told;
  const lemma = lemmaAt(scene, object.head);
  const isPlanWord = proposalLexicon().plans.has(lemma) || proposalLexicon().agreements.has(lemma);
  const isOthers = ({ proposer }: Draft) =>
    proposer.length === 0 || !sameSide(scene, proposer, by as readonly { id: string; name: string }[]);
  if (isPlanWord) {
    const owner = actorsIn({ start: object.start, end: scene.doc.start[object.head]! }, scene.actors);
    const owned = drafts.filter(
      ({ proposer }) => owner.length > 0 && proposer.length > 0 && sameSide(scene, owner, proposer),
    );
    if (owner.length > 0) return owned.findLast(isOthers);
  }
  const before = drafts.filter(
    (draft) => isOthers(draft) && draft.at[0].start < clause.start && object.start - lastEnd(draft) <= NEAR,
  );
  const isWithin = (draft: Draft) => draft.at[0].start <= object.start && object.start <= lastEnd(draft) + 4;
  if (isPlanWord && (POINTING.test(`${words} `) || words.toLowerCase() === lemma || /^terms?$/iu.test(words)))
    return before.findLast(isWithin) ?? before.at(-1);
  return PRONOUN.test(words)
    ? before.findLast((draft) => object.start - lastEnd(draft) <= NEAR / 3)
    : undefined;
}

function lastEnd({ at }: Draft): number {
  return Math.max(...at.map(({ end }) => end));
}
