/** Everything in a story that bears one name in one spelling: what is compared, so that work grows with the names and not with the reports. */
import { nameWords } from "../../compare/names.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reading } from "../../record/reading.ts";
import { count } from "../growing/order.ts";
import { namedAmong, type Principal, principalsOf } from "../principals.ts";
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
  };
}

/** An organisation or body whose name has more words than one, or just the one. */
export function isBody({ sample: { of, finding } }: Profile): boolean {
  return of === "actor" && (finding.kind === "organisation" || finding.kind === "body");
}

/** Whom an actor speaks for, by signature, as its own report has it. */
export interface Backing {
  readonly represents: string | undefined;
  readonly named: readonly string[];
}

/** States and organisations that the offices of an actor name; where none does, those in its own name. */
function namedBy(actor: Actor, principals: readonly Principal[]): string[] {
  const offices = actor.roles.flatMap(({ title, of }) => [...(of ? [of] : []), title]);
  const byOffice = offices.flatMap((office) => namedAmong(principals, office));
  const found =
    byOffice.length > 0 || actor.kind === "person" ? byOffice : namedAmong(principals, actor.name);
  return [...new Set(found)].filter((id) => id !== actor.id);
}

/** Characters before a name in which its office may stand. */
const BEFORE = 60;
const OFFICE =
  /\b(?:ministers?|president|premier|chancellor|envoy|secretary|ambassador|leader|chief|king|queen|general|negotiator|spokes\p{L}+|official)\b/iu;

/** "The Tamori foreign minister, Josun Hadry": whom the words of an office right before a name name. */
function namedBefore({ text }: Reading["report"], actor: Actor, principals: readonly Principal[]): string[] {
  return actor.mentions.flatMap(({ start, text: name }) => {
    const before = text.slice(Math.max(0, start - BEFORE), start).replace(/,\s*$/, "");
    const words = before
      .slice(before.search(/[^.,;:()“”"\n]*$/))
      .trim()
      .split(/\s+/)
      .slice(-5);
    const at = words.findIndex((word) => namedAmong(principals, word).length > 0);
    const office = words.slice(at).join(" ");
    // The title may be part of the mention: "Tamori | Foreign Minister Hadry".
    const isOffice =
      at >= 0 && OFFICE.test(`${office} ${name}`) && !/\b(?:and|with|to|by|that|said)\b/.test(office);
    return isOffice ? namedAmong(principals, office) : [];
  });
}

/** Works out for every actor of a reading whom it speaks for. */
export function backingsOf(
  reading: Reading,
  signatures: ReadonlyMap<string, string>,
): (actor: Actor) => Backing {
  const principals = principalsOf(reading);
  return (actor) => {
    const named = namedBy(actor, principals);
    const isUnknown = named.length === 0 && actor.kind === "person" && !actor.represents;
    const found = isUnknown ? new Set(namedBefore(reading.report, actor, principals)) : named;
    return {
      represents: actor.represents && signatures.get(actor.represents.id),
      named: [...found].flatMap((id) => signatures.get(id) ?? []),
    };
  };
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
