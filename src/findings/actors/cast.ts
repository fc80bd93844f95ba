/** Actors while they are gathered: drafts that names and descriptions are added to. */
import type { ActorKind } from "../../record/actor.ts";
import type { Range } from "../../record/span.ts";

export interface Role {
  readonly title: string;
  readonly of?: string;
}

export interface Draft {
  kind: ActorKind;
  name: string;
  readonly mentions: Range[];
  readonly references: Range[];
  readonly roles: Role[];
  entry?: string;
  /** Name of the state or organisation that it speaks for. */
  represents?: string;
  by: string;
  score: number;
  /** Token indices of the heads of its mentions, to find its references by. */
  readonly heads: Set<number>;
  /** People who are actors only because they act; given up where they stand for somebody who is named. */
  weak?: true;
}

export function draft(kind: ActorKind, name: string, by: string, score: number): Draft {
  return { kind, name, by, score, mentions: [], references: [], roles: [], heads: new Set() };
}

/** Adds a range unless it is there already. */
export function addRange(to: Range[], range: Range): void {
  let known = ranges.get(to);
  if (known === undefined) {
    known = new Set(to.map(({ start, end }) => `${start} ${end}`));
    ranges.set(to, known);
  }
  const key = `${range.start} ${range.end}`;
  if (known.has(key)) return;
  known.add(key);
  to.push({ start: range.start, end: range.end });
}

/** What each list holds, so that adding stays fast however often an actor is named. */
const ranges = new WeakMap<Range[], Set<string>>();

export function addRole(to: Role[], role: Role): void {
  const known = to.find((other) => other.title.toLowerCase() === role.title.toLowerCase());
  if (known === undefined) to.push(role);
  else if (known.of === undefined && role.of !== undefined) to[to.indexOf(known)] = role;
}

/** Everything of `from` goes over to `into`. */
export function absorb(into: Draft, from: Draft): void {
  for (const range of from.mentions) addRange(into.mentions, range);
  for (const range of from.references) addRange(into.references, range);
  for (const role of from.roles) addRole(into.roles, role);
  for (const head of from.heads) into.heads.add(head);
  if (from.entry !== undefined && into.entry === undefined) into.entry = from.entry;
  if (from.represents !== undefined && into.represents === undefined) into.represents = from.represents;
  if (from.score > into.score) into.score = from.score;
}
