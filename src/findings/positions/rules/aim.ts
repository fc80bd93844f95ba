/** "Agron's stated aim is the return of all prisoners": what a noun for a stance is said to be. */

import { uposOf } from "../../../language/doc.ts";
import { actorsIn } from "../../who.ts";
import { core, trimmed } from "../extent.ts";
import { parties } from "../holders.ts";
import { lemmaAt } from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { isAsked, type Rule } from "./frame.ts";

const BEING = /^\s(?:is|are|was|were|remains|remain|has been|have been)\s(?:still\s|that\s)?/u;

export const byAim: Rule = (scene, clause) => {
  const [subject] = clause.agents;
  // "was left out" is done to it, and says nothing of what it is.
  if (uposOf(scene.doc, clause.predicate) === "VERB") return [];
  if (
    !clause.copular ||
    clause.inherited ||
    clause.negated ||
    subject === undefined ||
    isAsked(scene, clause)
  )
    return [];
  const [word] = stanceLexicon().nouns.get(lemmaAt(scene, subject.head)) ?? [];
  const { text } = scene.doc;
  const being = BEING.exec(text.slice(subject.end, clause.end));
  if (word?.stance !== "demands" || being === null) return [];
  const holder = parties(scene, actorsIn(subject, scene.actors)).slice(0, 1);
  const content = core(scene, { start: subject.end + being[0].length, end: clause.end });
  if (holder.length === 0) return [];
  const at = trimmed(text, { start: subject.start, end: content.end });
  const past = /\s(?:was|were)\s/u.test(being[0]);
  return [
    { holder, stance: "demands", clause, at: [at, content], content, past, rule: "stated-aim", score: 0.7 },
  ];
};
