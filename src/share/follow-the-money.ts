/**
 * Actors, reports, events and roles as FollowTheMoney entities, one a line, for investigation tools.
 * https://followthemoney.tech/explorer/
 */
import type { ActorKind } from "../record/actor.ts";
import { formatDay } from "../record/day.ts";
import { extent } from "../record/edtf.ts";
import type { History } from "../record/history.ts";
import { idOf } from "../record/id.ts";
import type { Identity } from "../record/judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const SCHEMA: { readonly [K in ActorKind]: string } = {
  person: "Person",
  state: "PublicBody",
  organisation: "Organization",
  body: "PublicBody",
  group: "Organization",
  outlet: "Organization",
  unnamed: "LegalEntity",
};

function entity(
  id: string,
  schema: string,
  properties: Record<string, readonly (string | undefined)[]>,
): Entity {
  const kept = Object.entries(properties)
    .map(([name, values]) => [name, values.filter((value): value is string => Boolean(value))] as const)
    .filter(([, values]) => values.length > 0);
  return { id, schema, properties: Object.fromEntries(kept) };
}

/** Dates as FollowTheMoney has them: a prefix of an ISO 8601 day, or first and last day of an interval. */
function dates(value: string | undefined): Record<string, readonly string[]> {
  if (value === undefined) return {};
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return { date: [value] };
  const stretch = extent(value);
  if (!stretch) return {};
  return {
    ...(Number.isFinite(stretch.from) ? { startDate: [formatDay(stretch.from)] } : {}),
    ...(Number.isFinite(stretch.to) ? { endDate: [formatDay(stretch.to - 1)] } : {}),
  };
}

function article({ report }: Reading): Entity {
  return entity(report.id, "Article", {
    title: [report.title?.value ?? report.file ?? report.id],
    publisher: [report.outlet?.value],
    author: [report.byline?.value],
    publishedAt: [formattedDay(report.published.value)],
    sourceUrl: [report.url?.value],
    language: [report.language],
    fileName: [report.file],
  });
}

function formattedDay(value: string | undefined): string | undefined {
  return value?.match(/^\d{4}(-\d\d(-\d\d)?)?/)?.[0];
}

function actor(identity: Identity): Entity {
  return entity(identity.id, SCHEMA[identity.kind as ActorKind], {
    name: [identity.name],
    alias: identity.names.filter((name) => name !== identity.name),
    proof: identity.reports,
    ...(identity.kind === "person"
      ? { position: identity.roles.map(({ title, of }) => (of ? `${title}, ${of}` : title)) }
      : {}),
  });
}

function representation(identity: Identity): Entity[] {
  if (!identity.represents) return [];
  const properties = {
    agent: [identity.id],
    client: [identity.represents],
    role: identity.roles.map(({ title }) => title),
  };
  return [entity(idOf("representation", identity.id, identity.represents), "Representation", properties)];
}

function event(history: History): Entity {
  const involved = [...history.participants, ...history.recipients].map(({ id }) => id);
  return entity(history.id, "Event", {
    name: [history.name],
    summary: [`${history.type}: ${history.subtype}, ${history.status}`],
    involved: [...new Set(involved)],
    location: [history.place?.name],
    description: history.steps.map(({ evidence }) => evidence.quote.text),
    proof: history.corroboration.reports,
    ...dates(history.when),
  });
}

function* entities(story: Story, options: WriteOptions): Iterable<Entity> {
  for (const reading of story.seen(options).readings) yield article(reading);
  const actors = story.identities(options).filter(({ of }) => of === "actor");
  for (const identity of actors) yield actor(identity);
  for (const identity of actors) yield* representation(identity);
  for (const history of story.timeline(options)) yield event(history);
}

function* lines(story: Story, options: WriteOptions): Iterable<string> {
  for (const one of entities(story, options)) yield `${JSON.stringify(one)}\n`;
}

export const followTheMoney: Format = {
  name: "ftm",
  description: "FollowTheMoney entities, one a line: people, bodies, reports, events",
  mediaType: "application/jsonl",
  write: (story, options) => [{ name: "entities.ftm.json", text: lines(story, options) }],
};
