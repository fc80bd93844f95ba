/** Whose a plan is that a report tells of. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { ancestorsOf, isReporting } from "../../language/clauses/query.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { holdersOf, parties, statesMeant } from "../positions/holders.ts";
import { lemmaAt, type Scene } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { actorsIn } from "../who.ts";
import type { Draft } from "./draft.ts";
import { proposalLexicon } from "./lexicon.ts";

/** A plan as a clause names it. */
export interface Plan {
  readonly phrase: Phrase;
  readonly noun: string;
  readonly isSubject: boolean;
}

const BETWEEN = /\bbetween\s/iu;

/** Who a plan is of: named in its phrase, the author of the participle behind it, who presents it above, who is known for it. */
export function ownerOf(
  scene: Scene,
  plan: Plan,
  clause: Clause,
  known: readonly Draft[],
): readonly Reference[] {
  const { start, end, head } = plan.phrase;
  const front = { start, end: scene.doc.start[head]! };
  const before = [...actorsIn(front, scene.actors), ...statesMeant(scene, front)];
  if (before.length > 0) return parties(scene, before).slice(0, 2);
  const behind = { start: scene.doc.end[head]!, end };
  if (/^\s*(?:from|by|of|between)\s/iu.test(scene.doc.text.slice(behind.start, end)))
    return parties(scene, actorsIn(behind, scene.actors)).slice(0, 2);
  const described = ownerDescribed(scene, front);
  if (described.length > 0) return parties(scene, described);
  const author = authorBehind(scene, plan, clause);
  if (author.length > 0) return author;
  const above = ancestorsOf(scene.clauses, clause);
  const { authoring } = proposalLexicon();
  // "is working to persuade the envoys to accept a plan": the plan is the persuader's.
  const seller = above.find(({ lemma }) => stanceLexicon().influencing.has(lemma));
  const presenter = above.find(({ lemma, nominal }) => !nominal && authoring.has(lemma));
  for (const each of [seller, presenter]) {
    const found = each ? holdersOf(scene, each.agents) : [];
    if (found.length > 0) return found;
  }
  const earlier = known.findLast(({ noun, proposer }) => noun === plan.noun && proposer.length > 0);
  if (earlier && isDefinite(scene, plan.phrase)) return earlier.proposer;
  return earlier?.proposer ?? whoPresented(scene, plan, clause) ?? ownerAbove(scene, above);
}

/** "the mediators' draft" after "mediators from Agron": a group that is called by its noun. */
function ownerDescribed(scene: Scene, { start, end }: Range): readonly Reference[] {
  const noun = /\b(\p{Ll}{3,20}s)['’]\s?$/u.exec(scene.doc.text.slice(start, end))?.[1];
  if (noun === undefined) return [];
  const isCalled = new RegExp(`^(?:the\\s+)?${noun}\\b`, "iu");
  return scene.actors
    .filter(({ kind, mentions }) => kind === "group" && mentions.some(({ text }) => isCalled.test(text)))
    .slice(0, 1)
    .map(({ id, name }) => ({ id, name }));
}

/** Who acts above, where they do not answer it: who turns a plan down did not make it. */
function ownerAbove(scene: Scene, above: readonly Clause[]): readonly Reference[] {
  const { answering } = proposalLexicon();
  if (above.some(({ lemma, nominal }) => !nominal && answering.has(lemma))) return [];
  // "The draft, a diplomat said, provides for": who tells of it did not make it.
  return (
    above
      .filter((each) => !isReporting(each))
      .map((each) => holdersOf(scene, each.agents))
      .find((found) => found.length > 0) ?? []
  );
}

function isDefinite(scene: Scene, { start, end }: Range): boolean {
  return /^(?:the|this|that|these|those|its|it)\b/iu.test(scene.doc.text.slice(start, end));
}

/** "a draft presented by Norwick", "the deal discussed between Belmark and Agron". */
function authorBehind(scene: Scene, plan: Plan, clause: Clause): readonly Reference[] {
  const { authoring } = proposalLexicon();
  const from = scene.doc.end[plan.phrase.head]!;
  const told = scene.clauses
    .slice(Math.max(0, clause.id - 8), clause.id + 8)
    .find(
      ({ predicate, lemma, nominal }) =>
        !nominal &&
        authoring.has(lemma) &&
        scene.doc.start[predicate]! >= from &&
        scene.doc.start[predicate]! - from <= 40 &&
        !/[.!?]\s/u.test(scene.doc.text.slice(from, scene.doc.start[predicate])),
    );
  if (told === undefined || told === clause) return [];
  const between = told.obliques.filter(
    ({ preposition }) => BETWEEN.test(`${preposition} `) || preposition === "with",
  );
  const named = [
    ...told.agents.filter(({ start }) => start !== plan.phrase.start),
    ...between.map(({ phrase }) => phrase),
  ];
  return holdersOf(scene, named);
}

/** Nouns by which one set of terms is called by turns. */
const PAPERS = new Set([
  "draft",
  "text",
  "document",
  "paper",
  "plan",
  "proposal",
  "package",
  "offer",
  "blueprint",
  "outline",
]);

/** Verbs that bring a plan along, behind "with". */
const BRINGING = new Set([
  "arrive",
  "come",
  "present",
  "return",
  "travel",
  "fly in",
  "turn up",
  "provide",
  "go",
]);

/** "a draft seen by reporters … The draft, presented by Norwick on Tuesday": whoever is said to have made or brought it; before all else by the same noun. */
function whoPresented(scene: Scene, plan: Plan, told: Clause): readonly Reference[] | undefined {
  const { authoring } = proposalLexicon();
  const makers = scene.clauses.flatMap((clause) => {
    if (clause.nominal || clause === told) return [];
    const things = [
      ...(authoring.has(clause.lemma) ? clause.patients : []),
      ...(BRINGING.has(clause.lemma)
        ? clause.obliques.filter(({ preposition }) => preposition === "with").map(({ phrase }) => phrase)
        : []),
    ];
    const nouns = things.map(({ head }) => lemmaAt(scene, head));
    const isSame = nouns.includes(plan.noun);
    const isLike = PAPERS.has(plan.noun) && nouns.some((noun) => PAPERS.has(noun));
    const who = isSame || isLike ? holdersOf(scene, clause.agents) : [];
    return who.length > 0 ? [{ who, isSame, clause }] : [];
  });
  const near = makers.findLast(({ clause }) => clause.id <= told.id) ?? makers[0];
  return (makers.find(({ isSame }) => isSame) ?? near)?.who;
}
