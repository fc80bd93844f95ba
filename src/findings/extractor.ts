import type { Analysis } from "../language/analysis.ts";
import type { Agenda } from "../record/agenda.ts";
import { idOf } from "../record/id.ts";
import type { FindingOf, Findings, Kind } from "../record/reading.ts";
import type { Report } from "../record/report.ts";
import type { Grounds } from "../record/span.ts";

/** A user's list of names that mean one actor: the first is the name to show. */
export type Aliases = readonly (readonly [string, ...string[]])[];

/** What every extractor may look at. */
export interface Context {
  readonly report: Report;
  readonly language: Analysis;
  readonly agenda: Agenda;
  readonly aliases: Aliases;
}

/** One kind of finding made from the text and from kinds that were made before. */
export interface Extractor<Makes extends Kind = Kind, Needs extends Kind = Kind> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly makes: Makes;
  extract(context: Context, found: Pick<Findings, Needs>): Iterable<FindingOf<Makes>>;
}

/** Declares an extractor; the types hold `extract` to what `needs` and `makes` say. */
export function extractor<Makes extends Kind, Needs extends Kind = never>(
  declared: Extractor<Makes, Needs>,
): Extractor<Makes, Needs> {
  return declared;
}

/** The fields that an extractor gives; the id is made from the span, and `according` is worked out for all kinds in one place. */
export type Fields<K extends Kind> = Omit<FindingOf<K>, "id" | "at" | "according">;

/**
 * A finding of the report in hand.
 * @param key what tells it from another finding of its kind on the same span (a name, an issue, a value)
 */
export function finding<K extends Kind>(
  context: Context,
  kind: K,
  at: Grounds,
  key: string,
  fields: Fields<K>,
): FindingOf<K> {
  const id = idOf(kind, context.report.id, at[0].start, at[0].end, key);
  return { id, at, according: [], ...fields } as unknown as FindingOf<K>;
}
