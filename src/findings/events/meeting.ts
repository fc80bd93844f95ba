/** What a meeting is besides an event: who hosts it, at which level, what it is about, and what comes of it. */
import { readFileSync } from "node:fs";
import type { Clause } from "../../language/clause.ts";
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import { MEETING_LEVELS, type MeetingLevel } from "../../record/event.ts";
import type { Reference } from "../../record/finding.ts";
import { meantBy, unique } from "./cast.ts";
import { isOfKind } from "./lexicon.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

export interface Meeting {
  readonly hosts: readonly Reference[];
  readonly level?: MeetingLevel;
  readonly agenda?: string;
}

const HOSTING = new Set(["host", "welcome", "receive"]);
/** Verbs whose infinitive tells what a meeting is for. */
const DISCUSSING = new Set(
  "discuss negotiate review finalise finalize prepare consider debate thrash hammer iron explore address".split(
    " ",
  ),
);
/** Verbs whose subject is a meeting and whose object its agenda. */
const DEALING = new Set(
  ["focus on", "centre on", "center on", "deal with", "touch on", "turn on", "revolve around"].concat(
    "cover address include concern feature list".split(" "),
  ),
);
/** How many sentences after a meeting may still tell of its agenda. */
const NEAR = 2;
const LONGEST = 160;

/** What the tellings of one meeting and the sentences after it say. */
export function meetingOf(group: readonly Telling[], index: TextIndex, actors: readonly Actor[]): Meeting {
  const hosts = unique(group.flatMap((telling) => hostsOf(telling, index, actors)));
  const level = levelOf(group, index.doc, actors);
  const agenda = agendaOf(group, index);
  return { hosts, ...(level ? { level } : {}), ...(agenda ? { agenda } : {}) };
}

/** "Norvia hosted talks", "a meeting hosted by Norvia", "Norvia, which hosts the talks". */
function hostsOf(telling: Telling, index: TextIndex, actors: readonly Actor[]): readonly Reference[] {
  const { doc } = index;
  const beside = telling.noun
    ? childrenOf(treeOf(doc), telling.token).flatMap((child) => index.clauseAt(child) ?? [])
    : [];
  return [telling.clause, ...beside]
    .filter((clause) => clause !== undefined)
    .filter(({ lemma }) => HOSTING.has(lemma))
    .flatMap(({ agents, passive }) =>
      agents.flatMap((phrase) => meantBy(phrase, doc, actors, passive ? "by" : "subject")),
    );
}

const levels = new Map<string, MeetingLevel>();
for (const line of readFileSync(
  new URL("../../../data/lexicon/events/levels.tsv", import.meta.url),
  "utf8",
).split("\n")) {
  const [level = "", words = ""] = line.split("\t");
  const known = MEETING_LEVELS.find((one) => one === level);
  if (known) for (const word of words.split(" ")) levels.set(word.replaceAll("-", " "), known);
}

/** The level that a title or description tells: the longest run of words that is listed. */
function levelIn(words: readonly string[]): MeetingLevel | undefined {
  for (let length = 3; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const phrase = words.slice(from, from + length).join(" ");
      const found = levels.get(phrase) ?? levels.get(phrase.replace(/s$/, ""));
      if (found) return found;
    }
  }
  return undefined;
}

/** By the words beside the meeting, else by the titles of those who come, where they agree. */
function levelOf(group: readonly Telling[], doc: Doc, actors: readonly Actor[]): MeetingLevel | undefined {
  for (const { noun, token, entry } of group) {
    if (entry.subtype === "summit") return "leaders";
    if (!noun) continue;
    const beside = childrenOf(treeOf(doc), token).filter((child) => child < token);
    const told = levelIn(beside.map((child) => lemmaOf(doc, child).toLowerCase()));
    if (told) return told;
  }
  const ids = new Set(group.flatMap(({ participants }) => participants.map(({ id }) => id)));
  const told = actors
    .filter(({ id, kind }) => ids.has(id) && (kind === "person" || kind === "group" || kind === "unnamed"))
    .map(({ name, kind, roles }) => {
      const titles = kind === "person" ? [] : [name];
      return levelIn(
        [...titles, ...roles.map(({ title }) => title)]
          .join(" ")
          .toLowerCase()
          .split(/[^\p{L}]+/u),
      );
    });
  const [first] = told;
  return first !== undefined && told.every((level) => level === first) ? first : undefined;
}

/** "Met to discuss the dam"; "On the agenda is the dam", "The talks will cover the dam" soon after. */
function agendaOf(group: readonly Telling[], index: TextIndex): string | undefined {
  for (const telling of group) {
    const own = telling.clause === undefined ? [] : index.below(telling.clause);
    for (const clause of own) {
      if (clause.mood !== "infinitive" || !DISCUSSING.has(clause.lemma.split(" ")[0]!)) continue;
      const found = objectOf(clause, index);
      if (found) return found;
    }
    for (let after = 0; after <= NEAR; after++) {
      for (const clause of index.in(telling.sentence + after)) {
        const found = onAgenda(clause, index, after > 0);
        if (found) return found;
      }
    }
  }
  return undefined;
}

function onAgenda(clause: Clause, index: TextIndex, isLater: boolean): string | undefined {
  const { doc } = index;
  if (clause.nominal) return undefined;
  const isListed = childrenOf(treeOf(doc), clause.predicate).some(
    (child) => lemmaOf(doc, child) === "agenda" && caseOf(doc, treeOf(doc), child) === "on",
  );
  // "On the agenda are the dam and the border".
  if (isListed && clause.copular && wordOf(doc, clause.predicate).toLowerCase() !== "agenda") {
    const { left, right } = treeOf(doc);
    const opens = wordOf(doc, left[clause.predicate]!).toLowerCase() === "on";
    if (!opens) return undefined;
    const first = afterCopula(clause.predicate, doc);
    const last = lastWord(right[clause.predicate]! - 1, doc);
    return short(doc.text.slice(doc.start[first], doc.end[last]));
  }
  const [subject] = clause.agents;
  const governs = clause.obliques.find(({ preposition }) => DEALING.has(`${clause.lemma} ${preposition}`));
  if (subject === undefined || !(governs || DEALING.has(clause.lemma))) return undefined;
  const noun = lemmaOf(doc, subject.head);
  if (noun !== "agenda" && !(isLater && isOfKind(noun, "session"))) return undefined;
  return governs ? short(doc.text.slice(governs.phrase.start, governs.phrase.end)) : objectOf(clause, index);
}

function afterCopula(head: number, doc: Doc): number {
  for (let token = head - 1; token >= 0 && doc.sentence[token] === doc.sentence[head]; token--) {
    const tag = uposOf(doc, token);
    if (tag === "AUX" || tag === "VERB") return token + 1;
  }
  return head;
}

function lastWord(token: number, doc: Doc): number {
  return uposOf(doc, token) === "PUNCT" ? token - 1 : token;
}

/** The words of the first object of a clause, or of the phrase that its particle governs, up to the last. */
function objectOf(clause: Clause, { doc }: TextIndex): string | undefined {
  const objects = [
    ...clause.patients,
    ...clause.obliques
      .filter(({ preposition }) => clause.lemma.endsWith(` ${preposition}`))
      .map(({ phrase }) => phrase),
  ].filter(({ start }) => start > doc.start[clause.predicate]!);
  if (objects.length === 0) return undefined;
  const start = Math.min(...objects.map((phrase) => phrase.start));
  const end = Math.max(...objects.map((phrase) => phrase.end));
  return short(doc.text.slice(start, end));
}

function short(text: string): string | undefined {
  const plain = text.replace(/\s+/g, " ").replace(/[\s,;:]+$/, "");
  return plain.length > 0 && plain.length < LONGEST ? plain : undefined;
}
