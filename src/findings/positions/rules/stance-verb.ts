/** Positions shown by a verb for a stance, and what such a verb says without showing one. */
import type { Clause } from "../../../language/clause.ts";
import { childClauses, contentOf } from "../../../language/clauses/query.ts";
import { childrenOf } from "../../../language/clauses/tree.ts";
import { deprelOf, uposOf } from "../../../language/doc.ts";
import { contains, type Range } from "../../../record/span.ts";
import { isIdiom, nounEntries } from "../../events/lexicon.ts";
import { actorsOf } from "../../who.ts";
import { contentsOf, joinedContents } from "../contents.ts";
import { holderOf, holdersOf, sameSide } from "../holders.ts";
import { isUnnamed, isVerb, lemmaAt, type Scene } from "../scene.ts";
import { type StanceWord, stanceLexicon } from "../stances.ts";
import { hangsOnNoun, isLetGo, type Rule, stanceAbove, withContent } from "./frame.ts";

/** Analysts and observers have opinions, not positions: "analysts suggested that …". */
function isOnlooker(scene: Scene, clause: Clause): boolean {
  return SUGGESTING.has(clause.lemma) && holderOf(scene, clause).every(({ id }) => isUnnamed(scene, id));
}

const SUGGESTING = new Set(["suggest", "hint", "signal", "imply", "indicate"]);

/** "suggested this could mean a loss": what something comes down to is a reading, no wish. */
const MEANING = new Set(["mean", "imply", "amount to", "lead to", "result in", "depend", "take"]);

const TENTATIVE = new Set(["may", "might", "could"]);

/** The lexicon's words for a verb; "agreed on" of "a truce that they agreed on" has its content before it. */
function wordsFor({ lemma, patients }: Clause): readonly StanceWord[] {
  const { verbs } = stanceLexicon();
  const [verb = "", preposition] = lemma.split(" ");
  const stranded =
    patients.length > 0 ? (verbs.get(verb) ?? []).filter((word) => word.preposition === preposition) : [];
  return verbs.get(lemma) ?? stranded.map((word) => ({ ...word, preposition: "" }));
}

/** "Belmark rejects the plan", "Agron is pushing for a truce", "Belmark refused to withdraw". */
export const byVerb: Rule = (scene, clause) => {
  const lets = clause.lemma === "let" ? contentOf(scene.clauses, clause) : [];
  if (lets.some((each) => isLetGo(scene, each) || each.lemma === "know" || each.lemma === "known")) return [];
  if (!isVerb(scene, clause) || stanceAbove(scene, clause) || hangsOnNoun(scene, clause)) return [];
  // "Denied that Belmark had offered": told so that it is not so.
  const above = clause.role === "content" ? scene.clauses[clause.parent]?.lemma : undefined;
  if (above === "deny") return [];
  // "Agreed to let the allies offer guarantees": an infinitive with a subject of its own is not yet done.
  if (clause.mood === "infinitive" && !clause.inherited && clause.agents.length > 0) return [];
  if (isGuess(scene, clause) || isSilence(scene, clause) || isAssertion(scene, clause)) return [];
  if (isAdvice(clause) || isUpsideDown(scene, clause) || isUntold(scene, clause)) return [];
  if (isFigure(scene, clause) || isResult(clause) || isDeploring(scene, clause)) return [];
  if (isForecast(scene, clause) || isFeltForSomebody(scene, clause)) return [];
  if (isOnlooker(scene, clause) || isInquiry(scene, clause) || isDenial(scene, clause)) return [];
  for (const word of wordsFor(clause)) {
    const contents = reasonsOf(scene, clause) ?? contentsOf(scene, clause, word.preposition);
    if (contents.length === 0) continue;
    if (word.stance === "considers" && isJudgement(scene, clause)) return [];
    if ((word.stance === "considers" || word.stance === "rejects") && isInquest(scene, contents)) return [];
    // Who demands that something must not be, opposes it.
    const forbids =
      word.stance === "demands" && contentOf(scene.clauses, clause).some(({ negated }) => negated);
    const wanted = suggested(scene, clause) ?? (forbids ? "opposes" : word.stance);
    // "doubted that Agron would agree": told as not to be had.
    const isDoubted = above === "doubt" && (wanted === "accepts" || wanted === "supports");
    const stance = isDoubted ? "opposes" : wanted;
    const shown: StanceWord = { ...word, stance };
    const all = [
      ...contents,
      ...joinedContents(scene, clause).filter((joined) => !contents.some((own) => contains(own, joined))),
    ];
    return withContent(scene, clause, shown, all, "stance-verb", 0.8);
  }
  return [];
};

/** "expects the talks to resume" foresees; only of somebody who is to do it does one expect it as due. */
function isForecast(scene: Scene, clause: Clause): boolean {
  if (clause.lemma !== "expect") return false;
  if (clause.passive || holderOf(scene, clause).every(({ id }) => isUnnamed(scene, id))) return true;
  const [content] = contentOf(scene.clauses, clause);
  if (content === undefined || content.mood !== "infinitive" || content.agents.length === 0) return true;
  const doers = holdersOf(scene, content.agents);
  return doers.length === 0 || sameSide(scene, doers, holderOf(scene, clause)) || !YIELDING(content.lemma);
}

const YIELDING = (lemma: string): boolean => {
  const { yielding } = stanceLexicon();
  return yielding.has(lemma) || yielding.has(lemma.split(" ")[0]!);
};

/** Verbs that show a stance towards things only: who is liked or feared is no matter. */
const FELT = new Set([
  "like",
  "fear",
  "hate",
  "greet",
  "cheer",
  "dislike",
  "salute",
  "defend",
  "question",
  "challenge",
  "bless",
  "toast",
  "celebrate",
  "mock",
  "mistrust",
  "distrust",
  "defy",
  "second",
  "bar",
  "embrace",
  "adopt",
  "take up",
  "regret",
  "promote",
  "undermine",
  "test",
  "assess",
  "evaluate",
  "extend",
  "advance",
  "initial",
  "grant",
  "concede",
  "sketch",
  "outline",
  "imagine",
]);

/** "feared the army": who or what is felt for is named by a name alone. */
function isFeltForSomebody(scene: Scene, clause: Clause): boolean {
  if (!FELT.has(clause.lemma)) return false;
  return (
    clause.patients.some((phrase) => actorsOf(phrase, scene.doc, scene.actors).length > 0) ||
    clause.patients.length === 0
  );
}

/** "considers that far too early": what somebody thinks of a thing. */
function isJudgement({ doc, tree }: Scene, { lemma, predicate }: Clause): boolean {
  if (lemma !== "consider") return false;
  return childrenOf(tree, predicate).some(
    (child) =>
      child > predicate && deprelOf(doc, child) === "xcomp" && /^(?:ADJ|ADV|NOUN)$/u.test(uposOf(doc, child)),
  );
}

/** "looking into reports of deaths", "rejected claims of a retreat": what is asked or denied happened or did not. */
function isInquest({ doc }: Scene, contents: readonly Range[]): boolean {
  return contents.every(({ start, end }) => INQUIRED.test(doc.text.slice(start, end)));
}

const INQUIRED =
  /^(?:(?:the|a|an|any|these|those|such|all|its|their)\s+)?(?:\p{L}+\s+)?(?:reports?|allegations?|accusations?|complaints?|incidents?|causes?|claims?|circumstances|evidence|damage|deaths?)\b/iu;

const ASSERTING = new Set(["insist", "swear", "stress", "maintain", "argue"]);

/** "insist that the talks were worth holding": that something is so, no wish. */
function isAssertion(scene: Scene, clause: Clause): boolean {
  if (!ASSERTING.has(clause.lemma)) return false;
  const content = contentOf(scene.clauses, clause).find(({ nominal }) => !nominal);
  if (content === undefined || content.mood !== "statement" || content.modal !== "") return false;
  const isSo = content.tense === "past" || content.aspect !== "simple";
  const form = scene.doc.text.slice(content.start, scene.doc.start[content.predicate]);
  const isState = content.copular && /\s(?:is|are|was|were|has|have|had)\s/u.test(`${form} `);
  return (isSo || isState) && !stanceLexicon().evaluations.has(content.lemma);
}

/** Verbs and adjectives by which the stance below is somebody's guess, or did not come about. */
const GUESSING = new Set([
  "suspect",
  "fail",
  "unlikely",
  "likely",
  "appear",
  "seem",
  "expect",
  "able",
  "unable",
]);

/** "without agreeing on a truce", "suspect it of seeking", "is unlikely to accept": nobody has said so. */
export function isUntold(scene: Scene, clause: Clause): boolean {
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  if (clause.mood === "participle" && clause.marker === "without") return true;
  if (
    /^(?:be\s)?(?:unlikely|likely|expected|able|unable|said|thought|believed)\b|^(?:seem|appear|expect|fail) to$/u.test(
      clause.modal,
    )
  )
    return true;
  const { text } = scene.doc;
  const verb = scene.doc.start[clause.predicate]!;
  if (
    /\b(?:short of|instead of|rather than|far from|likely to|unlikely to)\s+$/u.test(
      text.slice(Math.max(0, verb - 20), verb),
    )
  )
    return true;
  if (above && GUESSING.has(above.lemma) && clause.role !== "relative" && clause.mood !== "statement")
    return true;
  const [own] = clause.inherited ? [] : clause.agents;
  if (own === undefined) return false;
  // "No state would allow", "you want": of nobody in particular.
  if (
    /^(?:no|any|every|each|you|one|nobody|no one|anyone|everyone|few|who)\b/iu.test(
      text.slice(own.start, own.end),
    )
  )
    return true;
  // "in exchange for Agron dropping its claim": what another is to do.
  const before = text.slice(Math.max(0, own.start - 20), own.start);
  return clause.mood === "participle" && /\b(?:for|without|on|of|about)\s+$/u.test(before);
}

/** "suggested that it meant more", "suggested that he had critics in mind": what is so, not what shall be. */
function isGuess(scene: Scene, clause: Clause): boolean {
  if (!SUGGESTING.has(clause.lemma)) return false;
  return contentOf(scene.clauses, clause).some(
    ({ lemma, tense, mood, modal }) =>
      MEANING.has(lemma) || (tense === "past" && mood === "statement" && modal === ""),
  );
}

/** What a suggestion comes to: "suggested that they might meet" considers it, "that they should stop" asks it of them. */
function suggested(scene: Scene, clause: Clause): StanceWord["stance"] | undefined {
  if (!SUGGESTING.has(clause.lemma)) return undefined;
  const modals = contentOf(scene.clauses, clause).map(({ modal }) => modal);
  if (modals.some((modal) => TENTATIVE.has(modal))) return "considers";
  return modals.some((modal) => modal === "should" || modal === "must") ? "demands" : undefined;
}

/** "She should ask for more": what somebody else would have the holder do. */
function isAdvice({ modal }: Clause): boolean {
  return modal === "should" || modal === "ought to";
}

/** "Pressed their advantage", "accepted the prize": turns of phrase that the event lexicon knows. */
function isFigure(scene: Scene, { lemma, patients }: Clause): boolean {
  return patients.some(({ head }) => isIdiom(lemma, lemmaAt(scene, head)));
}

/** ", allowing the group to go on": what comes of something, not what somebody lets happen. */
function isResult({ lemma, mood, passive }: Clause): boolean {
  return mood === "participle" && !passive && /^(?:allow|let)$/.test(lemma);
}

/** "Turned the sentence upside down" turns nothing down. */
function isUpsideDown({ doc }: Scene, { lemma, start, end }: Clause): boolean {
  return lemma.endsWith(" down") && /\bupside down\b/i.test(doc.text.slice(start, end));
}

/** "Condemned the shelling": what was done is deplored, and nothing is wanted of anybody. */
function isDeploring(scene: Scene, { lemma, patients }: Clause): boolean {
  if (!BLAMING.has(lemma) || patients.length === 0) return false;
  return patients.every(({ head }) =>
    nounEntries(lemmaAt(scene, head)).some(({ type }) => type === "ASSAULT"),
  );
}

const KEEPING_BACK = new Set(["refuse", "decline"]);

/** "declined to say", "refused to give details": silence is no stance. */
function isSilence(scene: Scene, clause: Clause): boolean {
  if (!KEEPING_BACK.has(clause.lemma)) return false;
  return contentOf(scene.clauses, clause).some(
    (each) => isSaying(each) || each.patients.some(({ head }) => TOLD.has(lemmaAt(scene, head))),
  );
}

/** Verbs and nouns of telling: whoever keeps them back has not said anything. */
const SAYING = new Set([
  "say",
  "comment",
  "speculate",
  "elaborate",
  "specify",
  "discuss",
  "answer",
  "confirm",
  "disclose",
  "reveal",
  "describe",
  "explain",
  "name",
  "identify",
  "estimate",
  "predict",
]);
const TOLD = new Set([
  "figure",
  "number",
  "detail",
  "date",
  "name",
  "comment",
  "estimate",
  "explanation",
  "timetable",
  "timeline",
]);

function isSaying({ lemma }: Clause): boolean {
  return SAYING.has(lemma.split(" ")[0]!);
}

/** "asked whether he would withdraw" wants to know and no more. */
function isInquiry(scene: Scene, clause: Clause): boolean {
  const asks = clause.lemma === "ask" || clause.lemma === "inquire" || clause.lemma === "press";
  return asks && contentOf(scene.clauses, clause).some(({ marker }) => ASKING.has(marker));
}

/** "denied that its guns had struck the station": what is denied is a fact, unless a stance is. */
function isDenial(scene: Scene, clause: Clause): boolean {
  if (clause.lemma !== "deny") return false;
  const { verbs, yielding } = stanceLexicon();
  return contentOf(scene.clauses, clause).some(
    ({ lemma, modal, tense, mood }) =>
      mood === "statement" && tense === "past" && modal === "" && !verbs.has(lemma) && !yielding.has(lemma),
  );
}

const ASKING = new Set(["whether", "if", "how", "why", "when", "what", "where"]);

const BLAMING = new Set(["criticise", "criticize", "condemn", "denounce", "praise", "rebuke", "applaud"]);

/** "criticised the minister for talking to rebels": what is criticised is the doing. */
function reasonsOf(scene: Scene, clause: Clause): readonly Range[] | undefined {
  if (!BLAMING.has(clause.lemma)) return undefined;
  const verb = scene.doc.end[clause.predicate]!;
  const joint = /\sfor\s+(?=\p{L}+ing\b|having\b|the\b|its\b|his\b|her\b|their\b)/u.exec(
    scene.doc.text.slice(verb, clause.end),
  );
  if (joint === null) return undefined;
  const start = verb + joint.index + joint[0].length;
  const next = childClauses(scene.clauses, clause).filter(
    (each) => each.role === "conjunct" && each.start > start,
  );
  return [{ start, end: Math.min(clause.end, ...next.map((each) => each.start)) }];
}
