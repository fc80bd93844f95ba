/** From what a person wants to say to a judgement that can be kept: ids and names to quotes, words to values. */
import type { Conflict } from "../record/conflict.ts";
import { UserError } from "../record/diagnostic.ts";
import type { Reference } from "../record/finding.ts";
import type { Anchor, HumanJudgement } from "../record/human-judgement.ts";
import { idOf } from "../record/id.ts";
import type { Identity } from "../record/judgement.ts";
import { type Finding, KINDS, type Kind, type Reading } from "../record/reading.ts";
import { withField } from "../story/judged/corrected.ts";
import type { Story } from "../story/story.ts";
import type { JudgementDraft } from "./workspace.ts";

interface Found {
  readonly reading: Reading;
  readonly kind: Kind;
  readonly finding: Finding;
}

/** What stands in the workspace and can be judged. */
export interface Judgeable {
  /** As the program made them: what has been rejected is here. */
  readonly readings: readonly Reading[];
  readonly stories: readonly Story[];
}

function anchorOf({ reading, kind, finding }: Found): Anchor {
  const name =
    "name" in finding
      ? finding.name
      : "content" in finding && typeof finding.content === "string"
        ? finding.content
        : finding.at[0].text;
  return { kind, id: finding.id, report: reading.report.id, quote: finding.at[0], name };
}

function conflictAnchor({ id, about, sides }: Conflict): Anchor {
  const [first] = sides.flatMap(({ evidence }) => evidence);
  if (!first) throw new UserError(`the conflict ${id} has no quote`);
  return { kind: "conflicts", id, report: first.report, quote: first.quote, name: about };
}

function findingsById(readings: readonly Reading[]): Map<string, Found> {
  return new Map(
    readings.flatMap((reading) =>
      KINDS.flatMap((kind) =>
        reading[kind].map((finding) => [finding.id, { reading, kind, finding }] as const),
      ),
    ),
  );
}

/** The first of all stories' things that has an id. */
function among<Thing extends { readonly id: string }>(
  stories: readonly Story[],
  things: (story: Story) => readonly Thing[],
  what: string,
): Thing | undefined {
  for (const story of stories) {
    const found = things(story).find(({ id }) => id === what);
    if (found) return found;
  }
  return undefined;
}

/** What is called so in a story; an actor rather than a place. @throws UserError where several are */
function calledSo(story: Story, what: string, name: string): Identity[] {
  const called = story
    .identities()
    .filter(({ id, names }) => id === what || names.some((one) => one.toLowerCase() === name));
  const actors = called.filter((identity) => identity.of === "actor");
  const identities = actors.length === 1 ? actors : called;
  if (identities.length > 1) {
    throw new UserError(`“${what}” is the name of several: ${identities.map(({ id }) => id).join(", ")}`);
  }
  return identities;
}

/** Everything that one id, or one name of an actor or place, stands for. */
function meant({ stories }: Judgeable, byId: ReadonlyMap<string, Found>, what: string): Anchor[] {
  const finding = byId.get(what);
  if (finding) return [anchorOf(finding)];
  const conflict = among(stories, (story) => story.conflicts(), what);
  if (conflict) return [conflictAnchor(conflict)];
  const history = among(stories, (story) => story.histories(), what);
  const members = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []).map(anchorOf);
  if (history) return members(history.steps.map(({ evidence }) => evidence.finding));
  const name = what.toLowerCase();
  const own = members(stories.flatMap((story) => calledSo(story, what, name).flatMap((one) => one.members)));
  const exact = own.filter((anchor) => anchor.name.toLowerCase() === name);
  if (own.length === 0) throw new UserError(`nothing in this workspace has the id or the name “${what}”`);
  return [...exact, ...own.filter((anchor) => !exact.includes(anchor))];
}

/** Names as references to the actors and places that a reading calls so. */
function references(reading: Reading, names: readonly string[]): Reference[] | undefined {
  const all = [...reading.actors, ...reading.places];
  const found = names.map((name) => {
    const wanted = name.trim().toLowerCase();
    const one = all.find(
      (finding) =>
        finding.name.toLowerCase() === wanted ||
        finding.mentions.some(({ text }) => text.toLowerCase() === wanted),
    );
    return one && { id: one.id, name: one.name };
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Words from a command line as the value that a field takes: a word, a number, yes or no, names of actors, JSON. */
function valueFor({ reading, kind, finding }: Found, field: string, value: unknown): unknown {
  const candidates: unknown[] = [value];
  if (typeof value === "string") {
    const isNumber = /^-?\d+(?:\.\d+)?$/.test(value);
    if (isNumber) candidates.unshift(Number(value));
    if (/^(?:true|false|null|[[{].*)$/s.test(value)) candidates.push(parsed(value));
    const refs = references(reading, value.split(","));
    if (refs) candidates.push(refs[0], refs);
    const start = field === "at" ? reading.report.text.indexOf(value) : -1;
    if (start >= 0 && value !== "") candidates.push({ start, end: start + value.length });
  }
  const fitting = candidates.find((one) => withField(reading, kind, finding, field, one) !== undefined);
  if (fitting === undefined) {
    throw new UserError(`${JSON.stringify(value)} cannot be the ${field} of this ${kind.replace(/s$/, "")}`);
  }
  return fitting;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ONE_KIND = "only what is of one kind can be the same or not the same";

function pairFrom(groups: readonly (readonly Anchor[])[]): Anchor[] {
  const [left, right] = groups;
  if (groups.length !== 2 || !left || !right)
    throw new UserError("name two: that is what is the same or not");
  const a = left[0]!;
  const b = right.find(({ id }) => id !== a.id);
  if (!b) throw new UserError("these two are one finding");
  if (a.kind !== b.kind) throw new UserError(ONE_KIND);
  return [a, b];
}

function corrected(byId: ReadonlyMap<string, Found>, on: readonly Anchor[], draft: JudgementDraft): unknown {
  const { field, value } = draft;
  if (field === undefined || value === undefined)
    throw new UserError("a correction needs a field and its value");
  if (on.every(({ kind }) => kind === "conflicts")) {
    if (field === "strength" && (value === "firm" || value === "soft")) return value;
    throw new UserError("of a conflict the strength can be corrected: firm or soft");
  }
  const values = on.map(({ id }) => valueFor(byId.get(id)!, field, value));
  if (new Set(values.map((one) => JSON.stringify(one))).size > 1) {
    throw new UserError(
      `${JSON.stringify(value)} means different things in the reports; correct one finding at a time`,
    );
  }
  return values[0];
}

/**
 * A judgement to keep.
 * @throws UserError where what it is about is not there, or it cannot be said of it
 */
export function judgementFrom(judgeable: Judgeable, draft: JudgementDraft, when: string): HumanJudgement {
  const { verdict, field, note, who } = draft;
  const byId = findingsById(judgeable.readings);
  const groups = draft.on.map((what) => meant(judgeable, byId, what));
  const isPair = verdict === "same" || verdict === "not the same";
  const on = isPair ? pairFrom(groups) : groups.flat();
  if (on.length === 0) throw new UserError("name what the judgement is about");
  if (verdict === "annotate" && !note) throw new UserError("an annotation needs a note");
  const value = verdict === "correct" ? corrected(byId, on, draft) : undefined;
  const said = [verdict, field ?? "", JSON.stringify(value ?? ""), note ?? "", who, when];
  return {
    id: idOf("judgement", ...said, ...on.map(({ id }) => id)),
    verdict,
    on,
    ...(verdict === "correct" && field !== undefined && { field, value }),
    ...(note !== undefined && { note }),
    who,
    when,
  };
}
