/** "The chiefs of staff, General Lund of Belmark and General Brook of Agria, met": persons told one by one. */
import type { Phrase } from "../../language/clause.ts";
import { type Doc, uposOf, wordOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { actorsIn } from "../who.ts";
import { kindOf } from "./locate.ts";

/** A list of persons with their titles takes no more words. */
const LONGEST = 40;
/** "of Belmark", "for Agria": what says whose a person is. Any other preposition ends the list. */
const WHOSE = /^(?:of|for|from|['’]s?)$/;

/**
 * The persons that stand between the first who acts and the verb, joined by "and", whatever the tree makes of them.
 * @returns none where there are fewer than two, or where a verb or another preposition stands among them
 */
export function delegationBefore(
  verb: number,
  agents: readonly Phrase[],
  doc: Doc,
  actors: readonly Actor[],
): readonly Reference[] {
  const from = Math.min(...agents.map(({ start }) => start));
  let joined = false;
  let first = verb;
  // From the verb back: its auxiliaries come first.
  for (let token = verb - 1; token >= 0 && doc.start[token]! >= from; token--) {
    const word = wordOf(doc, token).toLowerCase();
    const tag = uposOf(doc, token);
    const isVerb = tag === "VERB" || (tag === "AUX" && first < verb);
    const isStrange = /^(?:who|which|that|whose)$/.test(word) || (tag === "ADP" && !WHOSE.test(word));
    if (isVerb || isStrange || verb - token > LONGEST) return [];
    if (word === "and") joined = true;
    if (/^(?:NOUN|PROPN|PRON|CCONJ)$/.test(tag)) first = token;
  }
  if (!joined || first === verb) return [];
  const named = actorsIn({ start: doc.start[first]!, end: doc.start[verb]! }, actors);
  const persons = named.filter(({ id }) => kindOf(id, actors) === "person");
  return persons.length < 2 ? [] : persons;
}
