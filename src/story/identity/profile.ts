/** Everything in a story that bears one name in one spelling: what is compared, so that work grows with the names and not with the reports. */
import { nameWords } from "../../compare/names.ts";
import { count } from "../growing/order.ts";
import type { Backing } from "./backing.ts";
import type { Verdict } from "./compare.ts";
import { type Item, officesOf, ownWords } from "./item.ts";

export interface Profile {
  readonly signature: string;
  /** An item of it; which one makes no difference. */
  readonly sample: Item;
  readonly words: readonly string[];
  /** By the id of the finding. */
  readonly items: Map<string, Item>;
  /** Profiles that may be the same, by signature. */
  readonly near: Map<string, Verdict>;
  /** How often each office is told, in comparable form and as written. */
  readonly offices: Map<string, number>;
  readonly roles: Map<string, number>;
  /** How often each profile is told to be whom it represents, and is named in its offices or in its own name. */
  readonly represents: Map<string, number>;
  readonly named: Map<string, number>;
  /** Words of its offices or its name that name nobody in its own report. */
  readonly hints: Map<string, number>;
}

export function profileOf(signature: string, sample: Item): Profile {
  return {
    signature,
    sample,
    words: ownWords(sample),
    items: new Map(),
    near: new Map(),
    offices: new Map(),
    roles: new Map(),
    represents: new Map(),
    named: new Map(),
    hints: new Map(),
  };
}

/** An organisation or body whose name has more words than one, or just the one. */
export function isBody({ sample: { of, finding } }: Profile): boolean {
  return of === "actor" && (finding.kind === "organisation" || finding.kind === "body");
}

/** Takes an item into the counts of its profile, or out of them. */
export function tally(profile: Profile, item: Item, backing: Backing | undefined, by: 1 | -1): void {
  if (by > 0) profile.items.set(item.finding.id, item);
  else profile.items.delete(item.finding.id);
  for (const office of officesOf(item)) count(profile.offices, office, by);
  if ("roles" in item.finding)
    for (const role of item.finding.roles) count(profile.roles, JSON.stringify(role), by);
  if (backing?.represents) count(profile.represents, backing.represents, by);
  for (const named of backing?.named ?? []) count(profile.named, named, by);
  for (const hint of backing?.hints ?? []) count(profile.hints, hint, by);
}

/** Two that stand once each in one report are told apart by it. */
export function inOneReport(a: Profile, b: Profile): boolean {
  if (a.items.size !== 1 || b.items.size !== 1) return false;
  const [left] = a.items.values();
  const [right] = b.items.values();
  return left!.report === right!.report;
}

export function shareOffice(a: Profile, b: Profile): boolean {
  const [few, many] = a.offices.size <= b.offices.size ? [a, b] : [b, a];
  for (const office of few.offices.keys()) if (many.offices.has(office)) return true;
  return false;
}

export function wordCount(name: string): number {
  return nameWords(name).length;
}
