/** Somebody, and those who speak for them: a spokesman of a minister of a state speaks for the state. */
import type { Reference } from "../record/finding.ts";
import type { Identity } from "../record/judgement.ts";

/** Ids are those of identities and of the findings in them. */
export interface Voices {
  readonly own: ReadonlySet<string>;
  /** Of those who speak for them, each with the speaker. */
  readonly speakers: ReadonlyMap<string, Reference>;
}

function idsOf({ id, members }: Identity): string[] {
  return [id, ...members];
}

/** @param isMeant the identities that are asked for */
export function voicesOf(identities: readonly Identity[], isMeant: (identity: Identity) => boolean): Voices {
  const own = identities.filter(isMeant);
  const found = new Set(own);
  const behind = Map.groupBy(identities, ({ represents }) => represents ?? "");
  // Those who are found bring those who speak for them; a set that grows is walked to its end.
  for (const { id } of found) for (const one of behind.get(id) ?? []) found.add(one);
  const speakers = [...found].filter((one) => !own.includes(one));
  return {
    own: new Set(own.flatMap(idsOf)),
    speakers: new Map(
      speakers.flatMap((one) => idsOf(one).map((id) => [id, { id: one.id, name: one.name }] as const)),
    ),
  };
}

/**
 * Through whom something is theirs.
 * @param ids of those who hold, say or do it
 * @returns nobody where it is their own; the speakers through whom it is; undefined where it is not theirs
 */
export function heardThrough(
  { own, speakers }: Voices,
  ids: readonly string[],
): readonly Reference[] | undefined {
  if (ids.some((id) => own.has(id))) return [];
  const through = ids.flatMap((id) => speakers.get(id) ?? []);
  return through.length > 0 ? [...new Map(through.map((one) => [one.id, one])).values()] : undefined;
}
