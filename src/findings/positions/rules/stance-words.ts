/** Positions shown by a noun or an adjective for a stance, and by what is set, dropped or undertaken. */
import type { Clause } from "../../../language/clause.ts";
import { childClauses, clausesIn, contentOf } from "../../../language/clauses/query.ts";
import { uposOf, wordOf } from "../../../language/doc.ts";
import type { Reference } from "../../../record/finding.ts";
import type { Range } from "../../../record/span.ts";
import { actorsIn } from "../../who.ts";
import { contentsOf } from "../contents.ts";
import { core, quoteOf } from "../extent.ts";
import { holderOf, parties, sameSide } from "../holders.ts";
import { isEarlier, lemmaAt, type Scene, statementTelling } from "../scene.ts";
import { DROPPED, type StanceWord, stanceLexicon } from "../stances.ts";
import { isAsked, type Rule, withContent } from "./frame.ts";

const GIVING = new Set([
  "release",
  "free",
  "lift",
  "ease",
  "reopen",
  "open",
  "withdraw",
  "hand over",
  "give",
  "provide",
  "return",
  "pull back",
  "grant",
  "offer",
  "exchange",
  "swap",
  "send",
  "supply",
  "host",
  "pay",
]);

/** "Agron is ready to talk", "Belmark remains opposed to elections". */
export const byAdjective: Rule = (scene, clause) => {
  if (clause.nominal) return [];
  // "Is opposed" may be read as a passive: its subject is then what the verb is done to.
  const form = wordOf(scene.doc, clause.predicate).toLowerCase();
  const { adjectives } = stanceLexicon();
  const isState = clause.copular || clause.passive || uposOf(scene.doc, clause.predicate) === "ADJ";
  const subject =
    clause.passive && clause.agents.length === 0 ? { ...clause, agents: clause.patients } : clause;
  for (const word of isState ? (adjectives.get(clause.lemma) ?? adjectives.get(form) ?? []) : []) {
    const contents = contentsOf(scene, clause, word.preposition);
    // "Ready to release" gives something, "ready to talk" agrees to something.
    const gives =
      word.stance === "accepts" &&
      contentOf(scene.clauses, clause).some(
        ({ lemma }) => GIVING.has(lemma) || GIVING.has(lemma.split(" ")[0]!),
      );
    const shown: StanceWord = gives && !clause.negated ? { ...word, stance: "offers" } : word;
    if (contents.length > 0) return withContent(scene, subject, shown, contents, "stance-adjective", 0.75);
  }
  return [];
};

/** The stretch right after an offset in which a verb may follow its particle or marker. */
function behind(offset: number): Range {
  return { start: offset, end: offset + 40 };
}

/** What stands behind a noun with a preposition or "that", in its clause or in the one above it. */
function restBehind(scene: Scene, clause: Clause): readonly Range[] {
  const { text } = scene.doc;
  const after = scene.doc.end[clause.predicate]!;
  const told = /^\s+(?:that|to|for|of|on)\s/.exec(text.slice(after, clause.end));
  if (told) return [{ start: after + told[0].length, end: clause.end }];
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const that =
    above &&
    childClauses(scene.clauses, above).find(
      ({ marker, start, role }) =>
        marker === "that" && role === "content" && start > after - 1 && start - after <= 2,
    );
  return that ? [{ start: that.start + "that ".length, end: that.end }] : [];
}

/** "Belmark's demand for a truce", "voiced opposition to the plan": a noun with the holder before it or behind a light verb. */
export const byNoun: Rule = (scene, clause) => {
  if (!clause.nominal) return [];
  const lexicon = stanceLexicon();
  const [word] = lexicon.nouns.get(clause.lemma) ?? [];
  if (word === undefined) return [];
  const ruled = clause.obliques.filter(({ preposition }) =>
    ["for", "to", "of", "on", "against", "that"].includes(preposition),
  );
  // An infinitive right behind the noun is its content, wherever the tree has hung it.
  const noun = scene.doc.end[clause.predicate]!;
  // "a proposal by the Union to place": behind whose it is, too.
  const edge = Math.max(
    noun,
    ...clause.agents.filter(({ start }) => start - noun <= 8).map(({ end }) => end),
  );
  const adjacent = clausesIn(scene.clauses, scene.doc, behind(edge)).filter(
    (each) => each.mood === "infinitive" && each.start > clause.start && each.start - edge <= 2,
  );
  const rest = restBehind(scene, clause);
  const own = [
    ...contentOf(scene.clauses, clause),
    ...adjacent,
    ...clause.patients,
    ...ruled.map(({ phrase }) => phrase),
    ...rest,
  ];
  const contents = own.filter((range) => range.start >= scene.doc.end[clause.predicate]!).slice(0, 1);
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const isLight =
    parent && (lexicon.lightVerbs.has(parent.lemma) || lexicon.dropping.has(parent.lemma)) && !parent.negated;
  const light = isLight ? parent : undefined;
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

/** "set a deadline for a truce", "express a desire for peace": a stance noun that the syntax holds for a plain object. */
export const byLightVerb: Rule = (scene, clause) => {
  const lexicon = stanceLexicon();
  if (clause.nominal || clause.passive || clause.negated || !lexicon.lightVerbs.has(clause.lemma)) return [];
  // "made a withdrawal a condition for talks" is a tie.
  if (clause.patients.length > 1 && clause.lemma === "make") return [];
  const object = clause.patients.find((phrase) => lexicon.nouns.has(lemmaAt(scene, phrase.head)));
  const [word] = object ? (lexicon.nouns.get(lemmaAt(scene, object.head)) ?? []) : [];
  if (object === undefined || word === undefined) return [];
  const after = scene.doc.end[object.head]!;
  const told = /^\s+(?:that|to|for|of|on|against)\s+/.exec(scene.doc.text.slice(after, clause.end));
  // "Stressed Agron's refusal to talk": the stance is that of whose noun it is.
  const isOthers =
    actorsIn({ start: object.start, end: scene.doc.start[object.head]! }, scene.actors).length > 0;
  if (told === null || isOthers) return [];
  return withContent(
    scene,
    clause,
    word,
    [{ start: after + told[0].length, end: clause.end }],
    "light-verb",
    0.65,
  );
};

/** "Belmark has no intention of leaving", "sees little reason to sign". */
export const byIntention: Rule = (scene, clause) => {
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
  const content = clausesIn(scene.clauses, scene.doc, behind(after)).find(
    (each) => !each.nominal && each.start >= after && each.start - after <= 5,
  );
  if (content === undefined) return [];
  const rejecting = { ...clause, negated: false };
  const start = content.mood === "participle" ? scene.doc.start[content.predicate]! : content.start;
  return withContent(
    scene,
    rejecting,
    { stance: "rejects", preposition: "" },
    [{ start, end: content.end }],
    "no-intention",
    0.75,
  );
};

/** "…, a demand that Belmark has made since April": the noun says what the words before it are, and its relative clause whose. */
export const byMadeNoun: Rule = (scene, clause) => {
  if (clause.nominal || clause.role !== "relative" || !stanceLexicon().lightVerbs.has(clause.lemma))
    return [];
  const noun = clause.patients.find(({ head }) => stanceLexicon().nouns.has(lemmaAt(scene, head)));
  const [word] = noun ? (stanceLexicon().nouns.get(lemmaAt(scene, noun.head)) ?? []) : [];
  if (noun === undefined || word === undefined || clause.negated) return [];
  const { text } = scene.doc;
  const before = /,\s+(?:an?|the|its|his|her|their|long-standing|\s)*$/iu.exec(
    text.slice(Math.max(0, noun.start - 40), scene.doc.start[noun.head]),
  );
  const holder = holderOf(scene, clause);
  const sentence = scene.doc.sentences[clause.sentence];
  if (before === null || holder.length === 0 || sentence === undefined) return [];
  const end = Math.max(0, noun.start - 40) + before.index;
  const content = { start: Math.max(scene.doc.start[sentence]!, end - REACH), end };
  const at = core(scene, { start: noun.start, end: clause.end });
  return [
    {
      holder,
      stance: word.stance,
      clause,
      at: [at],
      content,
      past: isEarlier(scene, clause, at.start),
      rule: "made-noun",
      score: 0.7,
    },
  ];
};

/** Characters before an apposition that say what it is about. */
const REACH = 120;

/** "has given Belmark until Friday to accept": a deadline is a demand. */
export const byDeadline: Rule = (scene, clause) => {
  if (clause.nominal || clause.negated || clause.lemma !== "give" || isAsked(scene, clause)) return [];
  const { text } = scene.doc;
  const until = /\s(?:until|till|up to)\s/iu.exec(text.slice(scene.doc.end[clause.predicate], clause.end));
  const doing = clausesIn(scene.clauses, scene.doc, {
    start: scene.doc.end[clause.predicate]!,
    end: clause.end,
  }).find(({ mood }) => mood === "infinitive");
  const holder = holderOf(scene, clause);
  if (until === null || doing === undefined || holder.length === 0) return [];
  const content = core(scene, doing);
  return [
    {
      holder,
      stance: "demands",
      clause,
      at: [quoteOf(scene, clause, content)],
      content,
      past: isEarlier(scene, clause, content.start),
      rule: "ultimatum",
      score: 0.75,
    },
  ];
};

/** "dropped that condition": a stance noun that points back, given up. */
export const byDropped: Rule = (scene, clause) => {
  const { dropping, nouns } = stanceLexicon();
  if (clause.nominal || clause.negated || clause.passive || !dropping.has(clause.lemma)) return [];
  if (isAsked(scene, clause)) return [];
  const noun = clause.patients.find(({ head }) => nouns.has(lemmaAt(scene, head)));
  const [word] = noun ? (nouns.get(lemmaAt(scene, noun.head)) ?? []) : [];
  const stance = word && DROPPED[word.stance];
  const holder = holderOf(scene, clause);
  if (noun === undefined || stance === undefined || holder.length === 0) return [];
  if (!/^(?:that|this|those|these|the)\s/iu.test(scene.doc.text.slice(noun.start, noun.end))) return [];
  const at = quoteOf(scene, clause, { start: noun.start, end: core(scene, clause).end });
  return [
    {
      holder,
      stance,
      clause,
      at: [at],
      content: noun,
      past: isEarlier(scene, clause, noun.start),
      rule: "dropped",
      score: 0.7,
    },
  ];
};

const CONCEDING = new Set([
  ..."withdraw release free exchange swap lift ease reopen return cede halt suspend disarm allow admit grant recognise recognize dismantle observe respect honour honor abide refrain stop open let unfreeze relax loosen scrap waive drop evacuate vacate disband destroy dilute freeze cap limit restrict restore resume repatriate apologise apologize compensate share concede extend keep".split(
    " ",
  ),
  "pull back",
  "hand over",
  "move back",
  "move",
  "pull out",
  "give up",
  "give back",
  "stand down",
]);

/** "Belmark will release all prisoners on Monday": what a side is going to do on an issue, it has accepted. */
export const byUndertaking: Rule = (scene, clause) => {
  if (clause.nominal || clause.copular || clause.passive || clause.negated) return [];
  if (!CONCEDING.has(clause.lemma) || clause.role === "condition" || isAsked(scene, clause)) return [];
  const holder = holderOf(scene, clause);
  const isOwn = clause.modal === "would" && isOwnWord(scene, clause, holder);
  if (clause.modal !== "will" && clause.modal !== "going to" && !isOwn) return [];
  if (holder.length === 0 || (!isOwn && holder.some(({ id }) => !isSide(scene, id)))) return [];
  const content = core(scene, { start: scene.doc.start[clause.predicate]!, end: clause.end });
  return [
    {
      holder,
      stance: "accepts",
      clause,
      at: [quoteOf(scene, clause, content)],
      content,
      past: false,
      rule: "undertaking",
      score: 0.6,
    },
  ];
};

/** "said that it would observe a truce": told of the speaker's own side. */
function isOwnWord(scene: Scene, clause: Clause, holder: readonly Reference[]): boolean {
  const statement = statementTelling(scene, clause);
  if (statement === undefined || holder.length === 0) return false;
  return sameSide(scene, parties(scene, statement.speaker), holder);
}

function isSide(scene: Scene, id: string): boolean {
  const kind = scene.actors.find((actor) => actor.id === id)?.kind;
  return kind === "state" || kind === "organisation" || kind === "body" || kind === "group";
}
