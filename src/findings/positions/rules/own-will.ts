/** Positions shown by what a party will not do, holds impossible before something else, or sees no need for. */
import type { Clause } from "../../../language/clause.ts";
import type { Actor } from "../../../record/actor.ts";
import type { Range } from "../../../record/span.ts";
import { priceFor } from "../../proposals/price.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { holderOf, parties, sameSide } from "../holders.ts";
import { isEarlier, type Scene, statementTelling } from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { conditionRange, demandInPrice, isAsked, type Rule } from "./frame.ts";

const IMPOSSIBLE = new Set(["can", "cannot", "could", "will", "would", "must", "should", "may"]);

const FIRST_THINGS =
  /\s((?:so\s+long\s+as|as\s+long\s+as|while|until|till|unless|before)\s+)(?=[^,;:.]{8})/iu;

/** "No truce can begin while Agron remains in the valley": what a speaker holds impossible until something changes. */
export const byImpossible: Rule = (scene, clause) => {
  if (!clause.negated || clause.nominal || !IMPOSSIBLE.has(clause.modal) || isAsked(scene, clause)) return [];
  const statement = statementTelling(scene, clause);
  const holder = statement ? parties(scene, statement.speaker) : [];
  if (statement === undefined || statement.negated || holder.length === 0) return [];
  if (NO_DOING.has(clause.lemma) && clause.lemma !== "be" && clause.lemma !== "have") return [];
  const verb = scene.doc.end[clause.predicate]!;
  const last = sentenceEnd(scene, clause);
  const joint = FIRST_THINGS.exec(scene.doc.text.slice(verb, Math.min(last, verb + LONGEST_REACH)));
  if (joint === null || /[;:.]|,\s+(?:and|but)\s/u.test(joint.input.slice(0, joint.index))) return [];
  const start = verb + joint.index + 1;
  const stop = /,\s+(?:and|but|while|which|who|\p{L}+ing)\s|\s(?:and|but)\sthat\s|[;:.”"]/u.exec(
    scene.doc.text.slice(start, last),
  );
  const asked = trimmed(scene.doc.text, { start, end: stop ? start + stop.index : last });
  const main = trimmed(scene.doc.text, { start: clause.start, end: start });
  const whole = { start: main.start, end: asked.end };
  const content = { start: start + joint[1]!.length, end: asked.end };
  const shared = { holder, clause, past: false, rule: "not-before", score: 0.7 } as const;
  const own = holderOf(scene, clause);
  // What the speaker's own side holds back is an exchange, and read as one.
  if (own.length > 0 && sameSide(scene, own, holder) && clause.modal !== "can") return [];
  const isStill = /^(?:so|as|while)/iu.test(joint[1]!);
  return [
    { ...shared, stance: "rejects", at: [whole, main], content: main, condition: content },
    ...(isStill ? [] : [{ ...shared, stance: "demands" as const, at: [asked, content] as const, content }]),
  ];
};

/** Characters behind a verb in which what has to come first is told. */
const LONGEST_REACH = 160;

function sentenceEnd({ doc }: Scene, { sentence }: Clause): number {
  return doc.end[(doc.sentences[sentence + 1] ?? doc.size) - 1]!;
}

/** Modals by which a party says what it is going to do or not. */
const INTENDING = new Set(["will", "would", "shall", "going to", "be going to", "be willing to"]);

/** Verbs that say how things are, or what is said and known: their negation refuses nothing. */
const NO_DOING = new Set(
  "be have know say comment tell speak mean happen need matter last work help hurt cost affect change become seem appear remain lead result solve bring win lose die exist understand forget believe think see hear feel like expect hope want wish name identify specify elaborate confirm disclose reveal discuss-details draw survive suffice hesitate tire expire fall rise".split(
    " ",
  ),
);

/** "Belmark will not open the gates until the siege ends": a party's own doing, refused. */
export const byRefusal: Rule = (scene, clause) => {
  const lexicon = stanceLexicon();
  if (clause.nominal || clause.copular || clause.passive || !clause.negated) return [];
  if (NO_DOING.has(clause.lemma) || LEAVING.has(clause.lemma)) return [];
  if (/\b(?:pull|walk|back)\s+(?:out|away)\b/u.test(wordsOf(scene, clause))) return [];
  if (isAsked(scene, clause) || clause.role === "condition") return [];
  // "We are not giving up one metre": a plan told as under way, in somebody's own words.
  const isUnderWay = clause.modal === "" && clause.aspect === "progressive" && clause.tense === "present";
  const isOwnWord = isUnderWay && lexicon.yielding.has(clause.lemma);
  if (!INTENDING.has(clause.modal) && !isOwnWord) return [];
  const holder = holderOf(scene, clause);
  const isSure = lexicon.yielding.has(clause.lemma);
  if (holder.length === 0 || lexicon.verbs.has(clause.lemma) || isNobody(scene, clause)) return [];
  if (!isSure && !holder.some(({ id }) => isPartTaker(scene, id))) return [];
  const range = core(scene, clause);
  const told = priceFor(scene, [clause], true);
  // "not for a promise": only what has to come first is a price for what is refused.
  const isFirst = told && /^(?:unless|until|till|before|without)\b/iu.test(wordsOf(scene, told.outer));
  const price = isFirst ? told : undefined;
  const condition = price?.range ?? conditionRange(scene, clause);
  const whole = { start: range.start, end: Math.max(range.end, price?.outer.end ?? 0) };
  return [
    {
      holder,
      stance: "rejects",
      clause,
      at: [whole, range],
      content: range,
      ...(condition ? { condition } : {}),
      past: false,
      rule: "will-not",
      score: isSure ? 0.65 : 0.6,
    },
    ...(price ? demandInPrice(scene, holder, price) : []),
  ];
};

function wordsOf({ doc }: Scene, { start, end }: Range): string {
  return doc.text.slice(start, end);
}

/** "would not pull out of the treaty": who will not leave stays, and refuses nothing. */
const LEAVING = new Set([
  "pull out",
  "walk away",
  "walk out",
  "back out",
  "renege",
  "quit",
  "back down",
  "object",
  "oppose",
  "stand",
  "interfere",
  "block",
  "obstruct",
]);

/** "Nobody here will": of nobody in particular. */
function isNobody(scene: Scene, { agents }: Clause): boolean {
  const [own] = agents;
  return (
    own !== undefined && /^(?:no|any|every|each|you|one)\s/iu.test(scene.doc.text.slice(own.start, own.end))
  );
}

function isPartTaker(scene: Scene, id: string): boolean {
  const actor = scene.actors.find((each) => each.id === id);
  return actor !== undefined && (isNamed(actor.kind) || actor.represents !== undefined);
}

function isNamed(kind: Actor["kind"]): boolean {
  return kind !== "unnamed" && kind !== "group" && kind !== "outlet";
}

/** "We do not need a guardian", "saw no need for a foreign presence": what a party can do without, it opposes. */
export const byNoNeed: Rule = (scene, clause) => {
  if (clause.nominal || clause.copular || isAsked(scene, clause)) return [];
  const { text } = scene.doc;
  const verb = scene.doc.end[clause.predicate]!;
  const isNeed =
    clause.negated && clause.lemma === "need" && clause.modal === "" && clause.patients.length > 0;
  const told =
    /^\s+(?:no|little|any)\s+(?:(?:further|more|real|present|urgent|immediate)\s+)?(?:need|reason|use|point|place|room|role|sense|merit|justification|grounds|cause)\s+(?:for|in|to)\s+/u.exec(
      text.slice(verb, clause.end),
    );
  const isSeen =
    told !== null && (clause.lemma === "see" || clause.lemma === "find" || clause.lemma === "have");
  if (!isNeed && !isSeen) return [];
  if (isSeen && !clause.negated && !/^\s+(?:no|little)/u.test(told[0])) return [];
  const statement = statementTelling(scene, clause);
  const agents = holderOf(scene, clause);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  if (isNeed && !(speaker.length > 0 && agents.length > 0 && sameSide(scene, agents, speaker))) return [];
  if (agents.length === 0) return [];
  const start = isNeed ? clause.patients[0]!.start : verb + told![0].length;
  if (start < verb) return [];
  const content = core(scene, { start, end: clause.end });
  return [
    {
      holder: agents,
      stance: "opposes",
      clause,
      at: [quoteOf(scene, clause, content), core(scene, clause)],
      content,
      past: isEarlier(scene, clause, content.start),
      rule: "no-need",
      score: 0.7,
    },
  ];
};
