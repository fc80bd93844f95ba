/** Positions in terms: what is offered on a condition, and what stands in it. */
import type { Clause, Phrase } from "../../../language/clause.ts";
import { ancestorsOf, clausesIn, contentOf } from "../../../language/clauses/query.ts";
import type { Range } from "../../../record/span.ts";
import { exchangeIn } from "../../proposals/exchange.ts";
import { tieIn } from "../../proposals/tie.ts";
import { actorsIn } from "../../who.ts";
import type { Candidate } from "../candidate.ts";
import { contentsOf } from "../contents.ts";
import { parted, quoteOf, trimmed } from "../extent.ts";
import { holdersOf, parties, sameSide } from "../holders.ts";
import { isEarlier, lemmaAt, type Scene } from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { demandInPrice, isAsked, type Rule } from "./frame.ts";

/** "Belmark tied any relief to a withdrawal": relief is offered, the withdrawal demanded. */
export const byTie: Rule = (scene, clause) => {
  const tie = isAsked(scene, clause) ? undefined : tieIn(scene, clause);
  if (tie === undefined) return [];
  const { holder, offered, asked } = tie;
  const past = isEarlier(scene, clause, offered.start);
  const shared = { holder, clause, past, rule: "tied", score: 0.7 };
  const whole = quoteOf(scene, clause, {
    start: Math.min(offered.start, asked.start),
    end: Math.max(offered.end, asked.end),
  });
  return [
    { ...shared, stance: "offers", at: [whole], content: offered, condition: asked },
    { ...shared, stance: "demands", at: [trimmed(scene.doc.text, asked)], content: asked },
  ];
};

/** What would be done, without who would do it: "his government" says nothing of what is offered. */
function withoutSubject(scene: Scene, clause: Clause, content: Range, holder: Candidate["holder"]): Range {
  // "inspectors can return": whom it lets do so is part of it.
  const doers = holdersOf(scene, clause.agents);
  if (doers.length > 0 && !sameSide(scene, doers, holder)) return content;
  const verb = scene.doc.start[clause.predicate]!;
  // "A meeting could take place": the event is what is offered.
  const isEvent = clause.agents.some(({ head }) =>
    scene.clauses.some(({ nominal, predicate }) => nominal && predicate === head),
  );
  return isEvent || clause.passive || clause.copular || verb <= content.start || verb >= content.end
    ? content
    : { start: verb, end: content.end };
}

const TENTATIVE = new Set(["may", "might", "could"]);

/** "Agron would stop the strikes if Belmark withdrew": an offer, and the demand that stands in its condition. */
export const byCondition: Rule = (scene, clause) => {
  const exchange = isAsked(scene, clause) ? undefined : exchangeIn(scene, clause);
  if (exchange === undefined) return [];
  const { holder, given, price, withheld } = exchange;
  const { text } = scene.doc;
  const gives = given.map((member, i): Candidate => {
    const next = given[i + 1]?.start ?? member.end;
    const isBefore = price.outer.start > member.start;
    // "hand" of "hand over the captives": the tree has hung the rest elsewhere.
    const isCut = isBefore && given.length === 1 && member.end - member.start < 12;
    const content = trimmed(text, {
      start: isBefore ? member.start : Math.max(member.start, Math.min(price.outer.end, member.end - 1)),
      end: isCut ? price.outer.start : Math.min(member.end, next, isBefore ? price.outer.start : member.end),
    });
    const withPrice = {
      start: Math.min(content.start, price.outer.start),
      end: Math.max(content.end, price.outer.end),
    };
    const isNextTo = i === given.length - 1 || !isBefore;
    return {
      holder,
      stance: withheld ? "rejects" : TENTATIVE.has(member.modal) ? "considers" : "offers",
      clause: member,
      at: isNextTo ? [withPrice, content] : [content],
      content: withoutSubject(scene, member, content, holder),
      condition: price.range,
      past: false,
      rule: withheld ? "kept-back" : "conditional-offer",
      score: 0.75,
    };
  });
  return [...gives, ...demandInPrice(scene, holder, price)];
};

/** The noun that a subject stands for: its own head, or the word before "which" and "that". */
function nounBehind(scene: Scene, subject: Phrase): { lemma: string; start: number } {
  const { text } = scene.doc;
  if (!/^(?:which|that)$/i.test(text.slice(subject.start, subject.end)))
    return { lemma: lemmaAt(scene, subject.head), start: subject.start };
  const before = /([\p{L}-]+),?\s*$/u.exec(text.slice(Math.max(0, subject.start - 40), subject.start));
  const word = before?.[1]?.toLowerCase() ?? "";
  return { lemma: word.replace(/s$/, ""), start: subject.start - (before?.[0].length ?? 0) };
}

/** The items of a list of doings: "include Agron leaving the valley, ending its bid, and paying for the dam". */
function listedDoings(scene: Scene, clause: Clause): readonly Range[] {
  const [content] = contentOf(scene.clauses, clause);
  const object = clause.patients[0] ?? content;
  if (object === undefined) return [];
  const doings = clausesIn(scene.clauses, scene.doc, { start: object.start, end: clause.end }).filter(
    ({ start, mood, nominal }) => mood === "participle" && !nominal && object.start <= start,
  );
  if (doings.length < 2) return contentsOf(scene, clause, "");
  return parted(scene.doc.text, [
    { start: object.start, end: clause.end },
    ...doings.filter(({ start }) => start > object.start),
  ]);
}

/** "war aims, which include neutrality and the loss of …": each item of a list of aims is a demand. */
export const byList: Rule = (scene, clause) => {
  if (clause.lemma !== "include" || clause.nominal) return [];
  const { nouns } = stanceLexicon();
  const subject = clause.agents.find((phrase) => nouns.has(nounBehind(scene, phrase).lemma));
  if (subject === undefined) return [];
  const { lemma, start } = nounBehind(scene, subject);
  const [word] = nouns.get(lemma) ?? [];
  const inside = parties(scene, actorsIn({ start: subject.start, end: subject.end }, scene.actors));
  const above = ancestorsOf(scene.clauses, clause).map((each) => holdersOf(scene, each.agents));
  const holder = inside.length > 0 ? inside.slice(0, 1) : (above.find((found) => found.length > 0) ?? []);
  if (word === undefined || holder.length === 0) return [];
  return listedDoings(scene, clause).map((content, item) => ({
    holder,
    stance: word.stance,
    clause,
    at:
      item === 0
        ? [trimmed(scene.doc.text, { start: Math.min(start, content.start), end: content.end }), content]
        : [content],
    content,
    past: false,
    rule: "list-of-aims",
    score: 0.75,
  }));
};
