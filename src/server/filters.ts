/** What a list can be narrowed to: an actor, an issue, an outlet, a report, a kind. */
import { z } from "zod";
import { type Reference, referenceSchema } from "../record/finding.ts";
import type { Story, View } from "../story/story.ts";
import { heardThrough, voicesOf } from "../story/voices.ts";
import type { Edition } from "./edition.ts";

/** What an item is about; a list can be narrowed by those that are named here. */
export interface About<Item> {
  readonly actor?: (item: Item) => readonly (Reference | string | undefined)[];
  readonly issue?: (item: Item) => readonly string[];
  /** Reports that the item stands on; `outlet` and `report` narrow by them. */
  readonly report?: (item: Item) => readonly string[];
  readonly kind?: (item: Item) => string;
}

const described = {
  actor: z
    .string()
    .min(1)
    .max(200)
    .exactOptional()
    .describe("id or any name of an actor, case ignored; with those who speak for it"),
  issue: z.string().min(1).max(200).exactOptional().describe("name of an issue of the agenda"),
  outlet: z.string().min(1).max(200).exactOptional().describe("name of an outlet, case ignored"),
  report: z.string().min(1).max(64).exactOptional().describe("id of a report"),
  kind: z.string().min(1).max(64).exactOptional().describe("only this kind"),
};

export type Filters = { readonly [K in keyof typeof described]?: string };

/** The query parameters that a list takes. */
export function filtersOf<Item>(about: About<Item>): Record<string, z.ZodType> {
  const names = Object.keys(about) as (keyof About<Item>)[];
  return Object.fromEntries(
    names
      .flatMap((name) => (name === "report" ? (["outlet", "report"] as const) : [name]))
      .map((name) => [name, described[name]]),
  );
}

/** By whom an item was found, where it is the actor's only through those who speak for it. */
export interface Heard {
  readonly through?: readonly Reference[];
}

export const heardField = {
  through: z
    .array(referenceSchema)
    .exactOptional()
    .describe("with `actor`: found only through these, who speak for the one that was asked for"),
};

/** A test of whether an item is about an actor, or one who speaks for it; with what shows through whom. */
function heardBy<Item>(
  actor: string,
  about: NonNullable<About<Item>["actor"]>,
  { story, view }: Within,
): (item: Item) => Item | (Item & Heard) | undefined {
  const name = actor.toLowerCase();
  const voices = voicesOf(
    story.identities(view),
    ({ id, names }) => id === actor || names.some((one) => one.toLowerCase() === name),
  );
  return (item) => {
    const found = about(item).flatMap((one) => one ?? []);
    const ids = found.map((one) => (typeof one === "string" ? one : one.id));
    const isNamed = found.some((one) =>
      typeof one === "string" ? one === actor : one.id === actor || one.name.toLowerCase() === name,
    );
    const through = isNamed ? [] : heardThrough(voices, ids);
    return through && (through.length === 0 ? item : { ...item, through });
  };
}

/** Where the items come from. */
interface Within {
  readonly edition: Edition;
  readonly story: Story;
  readonly view: View;
}

/** The items that a query asks for. */
export function narrowed<Item>(
  items: readonly Item[],
  about: About<Item>,
  filters: Filters,
  within: Within,
): readonly (Item | (Item & Heard))[] {
  const { edition } = within;
  const tests: ((item: Item) => boolean)[] = [];
  const { actor, issue, outlet, report, kind } = filters;
  if (issue !== undefined && about.issue) {
    tests.push((item) => about.issue!(item).includes(issue));
  }
  if (outlet !== undefined && about.report) {
    const name = outlet.toLowerCase();
    tests.push((item) => about.report!(item).some((id) => edition.outletOf(id)?.toLowerCase() === name));
  }
  if (report !== undefined && about.report) tests.push((item) => about.report!(item).includes(report));
  if (kind !== undefined && about.kind) tests.push((item) => about.kind!(item) === kind);
  const found = tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)));
  if (actor === undefined || !about.actor) return found;
  const heard = heardBy(actor, about.actor, within);
  return found.flatMap((item) => heard(item) ?? []);
}
