/**
 * When a finding counts as a gold item: the spans first (token IoU of one half), then the fields that its kind asks for.
 */
import type { Findings, Kind } from "../../../src/record/reading.ts";
import { sameFigure, sameUnit } from "./figures.ts";
import { accepted, type GoldItem, type GoldReport, ids, ranges } from "./gold.ts";
import { tokenIou, words } from "./match.ts";

/** What a finding looks like to the matcher, whatever its kind. */
export type Found = Findings[Kind][number];

export interface Side {
  readonly text: string;
  readonly gold: GoldReport;
  readonly found: Findings;
}

function bare(name: string): string {
  return words(name.replace(/['’]s$/, ""))
    .filter((word) => word !== "the" && word !== "a" && word !== "an")
    .join(" ");
}

/** Names and mentions of a gold actor or place. */
function goldNames(item: GoldItem): Set<string> {
  const mentions = Array.isArray(item.mentions) ? item.mentions.map(String) : [];
  return new Set([String(item.name), ...mentions].map(bare));
}

function foundNames(finding: Found): string[] {
  const named = finding as {
    name?: string;
    mentions?: readonly { text: string }[];
    references?: readonly { text: string }[];
  };
  const spans = [...(named.mentions ?? []), ...(named.references ?? [])];
  return [named.name ?? "", ...spans.map((span) => span.text)].map(bare).filter((name) => name !== "");
}

/** Whether one of the found references means one of the gold actors. */
function meansOneOf(
  side: Side,
  references: readonly { id: string; name: string }[],
  gold: readonly string[],
): boolean {
  return gold.some((id) => {
    const item = side.gold.items.actors?.find((actor) => actor.id === id);
    const names = item ? goldNames(item) : new Set([bare(id)]);
    return references.some((reference) => {
      const actor = side.found.actors.find((candidate) => candidate.id === reference.id);
      return (actor ? foundNames(actor) : [bare(reference.name)]).some((name) => names.has(name));
    });
  });
}

/** The gold lists of actors in a field, each alternative apart. */
function actorLists(item: GoldItem, field: string): readonly string[] {
  return [...ids(item, field), ...ids(item, `${field}_alt`)];
}

export function spansFit(side: Side, item: GoldItem, finding: Found, least = 0.5): boolean {
  const gold = ranges(item, side.text);
  return finding.at.some((span) => gold.some((range) => tokenIou(side.text, span, range) >= least));
}

/** Words that tell nothing about whether two paraphrases mean the same. */
const EMPTY = new Set(
  "a an the of to in on for and or with by at as from its his her their be is are was were will would it that".split(
    " ",
  ),
);

/** Half of the shorter paraphrase's telling words stand in the other; words count as one by their first five letters. */
function sameText(a: unknown, b: unknown): boolean {
  const stems = (text: unknown) => {
    const all = words(String(text));
    const telling = all.filter((word) => !EMPTY.has(word));
    return new Set((telling.length > 0 ? telling : all).map((word) => word.slice(0, 5)));
  };
  const [left, right] = [stems(a), stems(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 0 && shared >= 0.5 * Math.min(left.size, right.size);
}

/** The gold lists other values to accept under either name. */
function otherValues({ alt_values: others }: GoldItem): readonly unknown[] {
  return Array.isArray(others) ? others : [];
}

/** "65%" has its unit in the value. */
function unitInValue({ value, unit }: GoldItem): readonly unknown[] {
  return unit == null && /%$/.test(String(value)) ? ["%"] : [];
}

/** Whether a claim has the value: as a figure, as the same date or duration, else in words. */
function sameValue(item: GoldItem, value: unknown, claim: Findings["claims"][number]): boolean {
  const figure = sameFigure({ value, unit: item.unit }, claim);
  if (figure !== undefined) return figure;
  const text = String(value);
  return /^[\d./~?PYMWDTHS-]+$/.test(text) ? text === String(claim.value) : sameText(text, claim.value);
}

/** Whether a statement is told of the speaker that the gold names. */
export function isSaidBy(side: Side, item: GoldItem, statement: Findings["statements"][number]): boolean {
  return meansOneOf(side, statement.speaker, actorLists(item, "speaker"));
}

/** Whether a statement has the content of the gold. */
export function isSaid(side: Side, item: GoldItem, statement: Findings["statements"][number]): boolean {
  return ranges({ id: item.id, evidence: String(item.content) }, side.text).some(
    (range) => tokenIou(side.text, statement.content, range) >= 0.5,
  );
}

/**
 * Whether a finding that counts as the gold item is also exactly so: the same span; for actors and places, whose
 * evidence in the gold is the words around a name, one of the gold's mentions as it stands, and the kind.
 */
export function fitsExactly(kind: Kind, side: Side, item: GoldItem, finding: Found): boolean {
  if (kind !== "actors" && kind !== "places") return spansFit(side, item, finding, 1);
  const named = finding as Findings["actors" | "places"][number];
  const mentions = Array.isArray(item.mentions) ? item.mentions.map(String) : [];
  return (
    accepted(item, "kind").includes(named.kind) && named.mentions.some(({ text }) => mentions.includes(text))
  );
}

type FieldsFit = {
  readonly [K in Kind]: (side: Side, item: GoldItem, finding: Findings[K][number]) => boolean;
};

const fieldsFit: FieldsFit = {
  actors: () => true,
  places: () => true,
  times: (_, item, time) =>
    [item.value, ...ids(item, "alt_values")].some((value) => (value ?? undefined) === time.value),
  events: (side, item, event) =>
    accepted(item, "type").includes(event.type) &&
    accepted(item, "status").includes(event.status) &&
    (ids(item, "participants").length === 0 ||
      meansOneOf(side, event.participants, actorLists(item, "participants"))),
  statements: (side, item, statement) => isSaidBy(side, item, statement) && isSaid(side, item, statement),
  positions: (side, item, position) =>
    meansOneOf(side, position.holder, actorLists(item, "holder")) &&
    accepted(item, "issue").includes(position.issue) &&
    accepted(item, "stance").some((stance) => (stance ?? "open") === position.stance),
  proposals: (side, item, proposal) =>
    meansOneOf(side, proposal.proposer, actorLists(item, "proposer")) &&
    (item.terms as { party: string | null; does: string }[]).some((term) =>
      proposal.terms.some(
        (found) =>
          sameText(term.does, found.does) &&
          (term.party === null || found.party === undefined || meansOneOf(side, [found.party], [term.party])),
      ),
    ),
  claims: (_, item, claim) =>
    [...accepted(item, "value"), ...otherValues(item)].some((value) => sameValue(item, value, claim)) &&
    (/^P\d/.test(String(item.value)) ||
      [...accepted(item, "unit"), ...unitInValue(item)].some((value) => sameUnit(value, claim.unit))),
  citations: (_, item, citation) => item.outlet === null || sameText(item.outlet, citation.outlet ?? ""),
  problems: (_, item, problem) => accepted(item, "kind").includes(problem.kind),
};

/** Whether the finding counts as the gold item. */
export function fits(kind: Kind, side: Side, item: GoldItem, finding: Found): boolean {
  if (kind === "actors" || kind === "places") {
    const names = goldNames(item);
    return foundNames(finding).some((name) => names.has(name));
  }
  const check = fieldsFit[kind] as (side: Side, item: GoldItem, finding: Found) => boolean;
  return spansFit(side, item, finding) && check(side, item, finding);
}
