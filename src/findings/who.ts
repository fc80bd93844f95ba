import type { Phrase } from "../language/clause.ts";
import { type Doc, lemmaOf, wordOf } from "../language/doc.ts";
import type { Actor } from "../record/actor.ts";
import type { Reference } from "../record/finding.ts";
import { contains, overlap, type Range } from "../record/span.ts";

/** One place where an actor is named or referred to. */
interface Sighting extends Range {
  readonly actor: Actor;
}

/** Made once for a list of actors: every place where one of them stands, in text order. */
const sightings = new WeakMap<readonly Actor[], readonly Sighting[]>();

function sightingsOf(actors: readonly Actor[]): readonly Sighting[] {
  const known = sightings.get(actors);
  if (known) return known;
  const all = actors.flatMap((actor) =>
    [...actor.mentions, ...actor.references].map(({ start, end, text }) => ({
      start,
      end: Math.min(end, start + headLength(text)),
      actor,
    })),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  // A name inside a longer one ("Belmark" in "Bank of Belmark") is not seen on its own.
  const outermost: Sighting[] = [];
  for (const one of all) {
    const last = outermost.at(-1);
    const hidden = last && contains(last, one) && !contains(one, last);
    if (!hidden) outermost.push(one);
  }
  sightings.set(actors, outermost);
  return outermost;
}

/** "The movement that controls the valley": the words before what is told of it. */
function headLength(text: string): number {
  const clause = text.search(/,? (?:that|which|who|whose) /);
  return clause < 1 ? text.length : clause;
}

/** Index of the first sighting that ends after an offset; sightings are outermost, so ends ascend with starts. */
function firstAfter(sorted: readonly Sighting[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function seenIn(range: Range, actors: readonly Actor[]): readonly Sighting[] {
  const sorted = sightingsOf(actors);
  const seen: Sighting[] = [];
  for (let i = firstAfter(sorted, range.start); i < sorted.length && sorted[i]!.start < range.end; i++) {
    seen.push(sorted[i]!);
  }
  return seen;
}

function toReferences(seen: readonly Sighting[]): readonly Reference[] {
  const found = new Map(seen.map(({ actor }) => [actor.id, { id: actor.id, name: actor.name }]));
  return [...found.values()];
}

/** The last place inside a range where an actor stands, and who it is. */
export function lastSeen(range: Range, actors: readonly Actor[]): { at: Range; who: Reference } | undefined {
  const last = seenIn(range, actors).at(-1);
  return (
    last && { at: { start: last.start, end: last.end }, who: { id: last.actor.id, name: last.actor.name } }
  );
}

/** The actors that are named or referred to inside a range, in text order, each once. */
export function actorsIn(range: Range, actors: readonly Actor[]): readonly Reference[] {
  return toReferences(seenIn(range, actors));
}

/** "The island nation of Agria": Agria. */
function namedBy({ head, end }: Phrase, doc: Doc): Range | undefined {
  if (!/^(?:nation|country|state|republic|kingdom|emirate|sultanate)$/.test(lemmaOf(doc, head).toLowerCase()))
    return undefined;
  const of = head + 1;
  const name = of + 1;
  if (name >= doc.size || wordOf(doc, of) !== "of" || doc.end[name]! > end) return undefined;
  return /^\p{Lu}/u.test(wordOf(doc, name)) ? { start: doc.start[name]!, end: doc.end[name]! } : undefined;
}

/**
 * Whom a phrase means: the actors that stand on its head ("envoy" in "Belmark's envoy"), else nobody.
 * Several only where one mention means several ("both leaders").
 */
export function actorsOf(phrase: Phrase, doc: Doc, actors: readonly Actor[]): readonly Reference[] {
  const head = { start: doc.start[phrase.head] ?? 0, end: doc.end[phrase.head] ?? 0 };
  const seen = seenIn(phrase, actors).filter((one) => overlap(one, head));
  const named = seen.length > 0 ? phrase : namedBy(phrase, doc);
  if (named === undefined || named === phrase) return toReferences(seen);
  return toReferences(seenIn(named, actors));
}
