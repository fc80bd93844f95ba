/** What a list can be narrowed to: an actor, an issue, an outlet, a report, a kind. */
import { z } from "zod";
import type { Reference } from "../record/finding.ts";
import type { Story, View } from "../story/story.ts";
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

/** Every id under which an actor, or one who speaks for it, is referred to: of identities and of the findings in them. */
function idsOf(actor: string, story: Story, view: View): ReadonlySet<string> {
  const wanted = actor.toLowerCase();
  const identities = story.identities(view);
  const found = new Set(
    identities.filter(({ id, names }) => id === actor || names.some((name) => name.toLowerCase() === wanted)),
  );
  // A spokesman of a minister of a state speaks for the state: those who join bring others, until nobody joins.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    const ids = new Set([...found].map(({ id }) => id));
    for (const identity of identities) if (ids.has(identity.represents ?? "")) found.add(identity);
  }
  return new Set([actor, ...[...found].flatMap(({ id, members }) => [id, ...members])]);
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
  { edition, story, view }: Within,
): readonly Item[] {
  const tests: ((item: Item) => boolean)[] = [];
  const { actor, issue, outlet, report, kind } = filters;
  if (actor !== undefined && about.actor) {
    const ids = idsOf(actor, story, view);
    const name = actor.toLowerCase();
    tests.push((item) =>
      about.actor!(item).some((one) =>
        typeof one === "string" ? ids.has(one) : one && (ids.has(one.id) || one.name.toLowerCase() === name),
      ),
    );
  }
  if (issue !== undefined && about.issue) {
    tests.push((item) => about.issue!(item).includes(issue));
  }
  if (outlet !== undefined && about.report) {
    const name = outlet.toLowerCase();
    tests.push((item) => about.report!(item).some((id) => edition.outletOf(id)?.toLowerCase() === name));
  }
  if (report !== undefined && about.report) tests.push((item) => about.report!(item).includes(report));
  if (kind !== undefined && about.kind) tests.push((item) => about.kind!(item) === kind);
  return tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)));
}
