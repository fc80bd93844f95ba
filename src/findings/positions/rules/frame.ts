/** What the rules for positions share: how a candidate is made from a clause and its content. */
import type { Clause } from "../../../language/clause.ts";
import {
  childClauses,
  clausesIn,
  conditionsOf,
  contentOf,
  isReporting,
} from "../../../language/clauses/query.ts";
import { wordOf } from "../../../language/doc.ts";
import type { Range } from "../../../record/span.ts";
import { type Price, priceFor, priceInWords, withoutMarker } from "../../proposals/price.ts";
import type { Candidate } from "../candidate.ts";
import { doingsOf } from "../contents.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { holderOf, holdersOf, sameSide } from "../holders.ts";
import { isEarlier, type Scene } from "../scene.ts";
import { DROPPED, type StanceWord, stanceIn, stanceLexicon } from "../stances.ts";

export type Rule = (scene: Scene, clause: Clause) => readonly Candidate[];

/** "would open the gates and keep the truce if …": the condition of the last of several verbs is that of all. */
export function sharedConditions(scene: Scene, clause: Clause): readonly Clause[] {
  return childClauses(scene.clauses, clause)
    .filter(
      ({ role, modal, inherited }) =>
        role === "conjunct" && inherited && modal === clause.modal && modal !== "",
    )
    .flatMap((each) => conditionsOf(scene.clauses, each).clauses);
}

export function conditionRange(scene: Scene, clause: Clause): Range | undefined {
  const { clauses, obliques } = conditionsOf(scene.clauses, clause);
  const joined = clauses.length > 0 ? [] : sharedConditions(scene, clause);
  const condition = clauses[0] ?? joined[0] ?? obliques[0]?.phrase;
  return condition && withoutMarker(scene.doc.text, core(scene, condition));
}

const SUPPOSING = new Set([
  "if",
  "unless",
  "should",
  "provided that",
  "in case",
  "before",
  "until",
  "once",
  "as soon as",
  "only after",
  "only if",
  "as long as",
]);

/** Whether the sentence of a clause ends in a question mark. */
function isQuestion({ doc }: Scene, clause: Clause): boolean {
  const last = (doc.sentences[clause.sentence + 1] ?? doc.size) - 1;
  return last >= 0 && /\?["”’'»)\s]*$/u.test(doc.text.slice(doc.start[last]! - 2, doc.end[last]));
}

/** What is asked ("whether Belmark would accept") or supposed ("if it spurned the offer") is not said. */
export function isAsked(scene: Scene, clause: Clause): boolean {
  if (SUPPOSING.has(clause.marker) || isQuestion(scene, clause)) return true;
  const [own] = clause.inherited ? [] : clause.agents;
  // "but only at the end and once delegations have agreed": supposed, whatever the tree hung it on.
  const before = own ? scene.doc.text.slice(Math.max(clause.start, own.start - 12), own.start) : "";
  if (/\band\s(?:only\s)?(?:once|unless|until)\s$/iu.test(before)) return true;
  for (let at: Clause | undefined = clause, steps = 0; at !== undefined && steps < 4; steps++) {
    if (at.marker === "whether" || at.mood === "question") return true;
    const isPartOf: boolean = at.role === "content" || at.role === "conjunct" || at.role === "nominal";
    at = isPartOf && at.parent >= 0 ? scene.clauses[at.parent] : undefined;
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

function isDropping(scene: Scene, clause: Clause): boolean {
  const { dropping } = stanceLexicon();
  // "walked back its demand": the particle that the tree has lost.
  const next = clause.predicate + 1 < scene.doc.size ? wordOf(scene.doc, clause.predicate + 1) : "";
  return (
    dropping.has(clause.lemma) ||
    (/^(?:back|up|down|off|aside)$/u.test(next) && dropping.has(`${clause.lemma} ${next}`)) ||
    isLetGo(scene, clause)
  );
}

/** "has let go of its demand" */
export function isLetGo({ doc }: Scene, { lemma, predicate }: Clause): boolean {
  return lemma === "go" && predicate > 0 && /^let/iu.test(wordOf(doc, predicate - 1));
}

/** "dropped its demand", "stopped insisting": the clause that tells the stance as given up. */
function dropperOf(scene: Scene, clause: Clause): Clause | undefined {
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const isObject = parent?.patients.some(
    (phrase) => phrase.start <= clause.start && clause.start < phrase.end,
  );
  const governs = clause.nominal
    ? isObject
    : (clause.role === "content" || clause.role === "purpose") && clause.inherited;
  return parent && (governs || isLetGo(scene, parent)) && !parent.negated && isDropping(scene, parent)
    ? parent
    : undefined;
}

/** "no longer insists on reparations" */
function isNoLonger({ doc }: Scene, { predicate }: Clause): boolean {
  const verb = doc.start[predicate]!;
  return /\bno longer\s(?:\p{Ll}{1,20}\s)?$/u.test(doc.text.slice(Math.max(0, verb - 40), verb));
}

/** Who offers something for a price asks for it, where the other side would have to act. */
export function demandInPrice(scene: Scene, holder: Candidate["holder"], price: Price): Candidate[] {
  const { clause } = price;
  // "Once the observers have reported that the gates are open": the report is not what is wanted.
  const isReport = clause && isReporting(clause) && !stanceLexicon().yielding.has(clause.lemma);
  if (clause && isReport && !clause.nominal && contentOf(scene.clauses, clause).length > 0) return [];
  const doers = clause ? holdersOf(scene, clause.passive ? clause.patients : clause.agents) : [];
  const isOwn = doers.length > 0 && sameSide(scene, doers, holder);
  if (isOwn || (clause !== undefined && doers.length === 0 && clause.agents.length === 0 && !clause.passive))
    return [];
  const results = clause ? childClauses(scene.clauses, clause).filter(isResult) : [];
  const shown = clause ?? clauseAt(scene, price.range.start);
  if (shown === undefined) return [];
  return [
    {
      holder,
      stance: "demands",
      clause: shown,
      at: [price.outer, price.range, ...sentenceWith(scene, price)],
      content: price.range,
      past: false,
      rule: "condition-demand",
      score: 0.7,
    },
    ...results.map((result): Candidate => {
      const content = core(scene, result);
      return {
        holder,
        stance: "demands",
        clause: result,
        at: [content],
        content,
        past: false,
        rule: "condition-result",
        score: 0.65,
      };
    }),
  ];
}

/** "Without inspections, the senate will not ratify": a bare thing shows its price only with the words around it. */
function sentenceWith(scene: Scene, { clause, range }: Price): readonly Range[] {
  if (clause !== undefined) return [];
  const around = clausesIn(scene.clauses, scene.doc, range).find((each) => !each.nominal);
  const above =
    around ??
    scene.clauses.find((each) => !each.nominal && each.start <= range.start && range.end <= each.end);
  return above ? [core(scene, above)] : [];
}

/** "…, granting Belmark full control": what the condition would bring about. */
function isResult({ role, mood, nominal, lemma }: Clause): boolean {
  return role === "participle" && mood === "participle" && !nominal && RESULTING.has(lemma);
}

const RESULTING = new Set([
  "give",
  "grant",
  "leave",
  "allow",
  "let",
  "cede",
  "put",
  "hand",
  "hand over",
  "secure",
  "place",
]);

function clauseAt(scene: Scene, offset: number): Clause | undefined {
  return scene.clauses.find(({ start, end }) => start <= offset && offset < end);
}

/** "Belmark, which had long refused, accepted them": the verb and its content alone, where much stands before them. */
function verbQuote(scene: Scene, clause: Clause, quote: Range): readonly Range[] {
  const verb = scene.doc.start[clause.predicate]!;
  const [agent] = clause.inherited ? [] : clause.agents;
  const isFar = agent !== undefined && agent.end < verb && verb - agent.end > FAR && verb < quote.end;
  return isFar ? [{ start: verb, end: quote.end }] : [];
}

const FAR = 30;

/** "the terms they agreed on at the talks": what stands behind the preposition is not what was agreed. */
const STRANDED = /^(?:at|in|by|during|after|before|on)\s/iu;

/** "are willing to take men in, and say that …": a second finite verb of theirs. */
const SAYS = /^(?:and\s+)?(?:say|argue|insist|add|warn|maintain)\s+that\b/iu;

/** "The league should be ready": what somebody asks of those who would do it. */
export function isUrged({ modal }: Clause): boolean {
  return stanceLexicon().demandModals.has(modal) && modal !== "be to";
}

/** The candidates of one stance word, one for each item of its content. */
export function withContent(
  scene: Scene,
  clause: Clause,
  word: StanceWord,
  contents: readonly Range[],
  rule: string,
  score: number,
): Candidate[] {
  const negated = !isNoLonger(scene, clause) && clause.negated !== isTurned(scene, clause);
  const stance = stanceIn(word.stance, { ...clause, negated });
  const holder = holderOf(scene, clause);
  // "Refused to rule out": the stance below is the one that is turned.
  const below = contentOf(scene.clauses, clause).find((each) => stanceAbove(scene, each) === clause);
  const inner = below && stanceLexicon().verbs.get(below.lemma)?.[0]?.stance;
  const composed =
    stance === "rejects" && (inner === "rejects" || inner === "opposes") ? "considers" : stance;
  if (composed === undefined || holder.length === 0 || isAsked(scene, clause)) return [];
  // "The league should be ready to …" is what its speaker asks of the league.
  if (isUrged(clause) && (composed === "accepts" || composed === "offers")) return [];
  const isGiving = composed === "accepts" || composed === "offers" || composed === "considers";
  const price = isGiving
    ? (priceFor(scene, [clause, ...doingsOf(scene, clause), ...contentOf(scene.clauses, clause)], false) ??
      priceInWords(scene, clause))
    : undefined;
  const condition = price?.range ?? conditionRange(scene, clause);
  const until = composed === "rejects" ? untilIn(scene, clause) : undefined;
  const isOver = isNoLonger(scene, clause);
  const dropper = isOver ? clause : dropperOf(scene, clause);
  const dropped = dropper && DROPPED[composed];
  const isOffer = condition !== undefined && (composed === "accepts" || composed === "offers");
  const candidates = contents
    .filter(({ start, end }) => !STRANDED.test(scene.doc.text.slice(start, end)))
    .filter(({ start, end }) => !SAYS.test(scene.doc.text.slice(start, end)))
    .map((whole, item): Candidate => {
      const told = core(scene, whole);
      // What is offered ends where its condition begins.
      const limit = price?.outer.start ?? condition?.start;
      const isInside = limit !== undefined && told.start < limit && limit < told.end;
      const content = isInside ? trimmed(scene.doc.text, { start: told.start, end: limit }) : told;
      const terms = isOffer ? condition : composed === "rejects" ? until : undefined;
      const withTerms =
        terms && terms.start > content.end ? { start: content.start, end: terms.end } : content;
      const quote = quoteOf(scene, aspectAbove(scene, clause), withTerms);
      return {
        holder,
        stance: isOffer ? "offers" : composed,
        clause,
        at: item === 0 ? [quote, withTerms, ...verbQuote(scene, clause, quote)] : [withTerms],
        content,
        ...(condition ? { condition } : {}),
        past: isEarlier(scene, clause, content.start),
        rule,
        score,
      };
    });
  if (price !== undefined && dropped === undefined) {
    const past = candidates.some((candidate) => candidate.past);
    return [...candidates, ...demandInPrice(scene, holder, price).map((each) => ({ ...each, past }))];
  }
  if (dropper === undefined || dropped === undefined) return candidates;
  const given = candidates.map((each): Candidate => {
    const quote = quoteOf(scene, dropper, each.content);
    const verb = scene.doc.start[dropper.predicate]!;
    return { ...each, stance: dropped, past: false, at: [quote], content: { start: verb, end: quote.end } };
  });
  return [...given, ...candidates.map((each) => ({ ...each, past: true }))];
}

/** "refuses to talk until the army has left": what has to come first for what is refused. */
function untilIn(scene: Scene, clause: Clause): Range | undefined {
  const below = [clause, ...doingsOf(scene, clause)].flatMap((each) => childClauses(scene.clauses, each));
  const found = below.find(
    ({ role, marker, nominal }) =>
      !nominal && ((role === "time" && UNTIL.has(marker)) || marker === "unless") && marker !== "",
  );
  return found && withoutMarker(scene.doc.text, core(scene, found));
}

const UNTIL = new Set(["until", "till", "before", "unless"]);

const ASPECTS = new Set(["continue", "begin", "start", "keep", "go on", "cease", "proceed", "tend"]);

/** "it continues to reject": told from who goes on doing so. */
function aspectAbove(scene: Scene, clause: Clause): Clause {
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  return above && ASPECTS.has(above.lemma) && clause.role === "content" ? above : clause;
}

/** "Refusal to accept", "no sign of accepting": the noun right before a clause says what becomes of it. */
export function hangsOnNoun(scene: Scene, clause: Clause): boolean {
  if (clause.mood !== "infinitive" && clause.mood !== "participle") return false;
  const before = scene.doc.text.slice(Math.max(0, clause.start - 40), clause.start);
  const [, noun] = /([\p{L}-]+)["”’']?\s+(?:of\s+)?(?:being\s+)?$/u.exec(before) ?? [];
  const word = noun?.toLowerCase() ?? "";
  // "A deadline for Agron to accept": the doing is Agron's to come, whoever set the deadline.
  if (/\bfor\s+(?:the\s+)?(?:\p{L}+\s+){1,2}$/u.test(before)) return true;
  return stanceLexicon().nouns.has(word) || stanceLexicon().negatingNouns.includes(word);
}

/** "let the allies offer guarantees": what is let happen is nobody's stance yet. */
const LETTING = new Set(["let", "allow", "permit", "enable"]);

/** Behind these stands a thing: "marched against the tax to protest" wants the protest apart. */
const NOMINAL = new Set(["against", "over", "at", "behind", "about", "of", "from", "with"]);

/** The clause whose stance an infinitive belongs to: "refused" for "to accept" in "refused to accept". */
export function stanceAbove(scene: Scene, clause: Clause): Clause | undefined {
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  if (parent === undefined || clause.role === "conjunct") return undefined;
  if (LETTING.has(parent.lemma)) return parent;
  if (!clause.inherited || clause.mood !== "infinitive") return undefined;
  const { verbs, adjectives, influencing } = stanceLexicon();
  const isStance =
    (verbs.get(parent.lemma) ?? []).some(({ preposition }) => !NOMINAL.has(preposition)) ||
    adjectives.has(parent.lemma) ||
    influencing.has(parent.lemma);
  return isStance ? parent : undefined;
}
