/** The two sides that a report is about: of the war or quarrel, and of the table where they talk. */
import { type Doc, tokenAt } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { mediatorsOf } from "./between.ts";
import { isPaired } from "./paired.ts";
import type { Telling } from "./telling.ts";

/** Types in which the sides of a conflict show themselves. */
const HOSTILE: ReadonlySet<string> = new Set([
  "ASSAULT",
  "RETREAT",
  "CONCEDE",
  "COERCE",
  "MOBILIZE",
  "ACCUSE",
  "THREATEN",
  "SANCTION",
]);
/** Types in which both sit at one table. */
const JOINT: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "COOPERATE"]);
const GOVERNING = /\b(?:government|administration|junta|regime|authorities|army|military)$/i;
const REBELS = /\b(?:rebels|insurgents|guerrillas|separatists|militants|fighters|movement)$/i;
/** Names that those who fight a government give themselves. */
const FRONT =
  /\b(?:Front|Movement|Resistance|Liberation|Brigades?|Militia|Fighters|Sons|Union|Army|Alliance|Coalition)\b/;
/** What stands between two names of one pair: "and", "and the", a dash. */
const JOINED = /^(?: and (?:the )?|[-–—]| versus | vs\.? )$/;
/** So often hostile events must name a side that is never shown against the other. */
const SOMETIMES = 3;
/** So often a text names its sides. */
const OFTEN = 4;
/** Organisations that watch and write. */
const OBSERVING =
  /\b(?:Institute|Centre|Center|Observatory|Agency|News|University|Foundation|Committee|Commission|Tribunal|Court|Society|Council)\b/;
/** A pair needs as much to be taken for the sides. */
const ENOUGH = 1.5;

/** Each in the order of the text; empty where the text leaves it open. */
export interface Sides {
  readonly ofConflict: readonly Reference[];
  readonly ofTalks: readonly Reference[];
}

type SideOf = (one: Reference) => readonly Reference[];

/** The sides of a text by what its tellings say of them; where they tell only of the one, they stand for the other too. */
export function sidesOf(tellings: readonly Telling[], actors: readonly Actor[], doc: Doc): Sides {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const inOrder = (found: readonly Reference[]) => {
    const at = ({ id }: Reference) => byId.get(id)?.mentions[0]?.start ?? 0;
    return [...found].sort((a, b) => at(a) - at(b));
  };
  const known = new Map<string, readonly Reference[]>();
  const sideOf: SideOf = (one) => {
    const found = known.get(one.id) ?? sideOfActor(one, byId);
    known.set(one.id, found);
    return found;
  };
  const between = mediatorsOf(tellings, actors, doc, sideOf);
  const allied = alliesAmong(tellings, actors, sideOf);
  const shared = sharedSentences(actors, doc, sideOf);
  const isTogether = ([a, b]: readonly Reference[], least: number) =>
    a !== undefined &&
    b !== undefined &&
    !allied.has(`${a.id} ${b.id}`) &&
    shared.filter((pair) => pair.some(({ id }) => id === a.id) && pair.some(({ id }) => id === b.id))
      .length >= least;
  const { foes, often } = hostileSides(tellings, sideOf, between);
  const areFoes = often >= SOMETIMES || areOpposed(foes, tellings, sideOf);
  const hostile = inOrder(isTogether(foes, areFoes ? 0 : 1) ? foes : []);
  const paired = jointSides(tellings, actors, doc, sideOf, { between, allied, shared });
  const foremost = paired.length > 0 || hostile.length > 0 ? [] : foremostSides(actors, sideOf, between);
  const joint = inOrder(isTogether(foremost, 1) ? foremost : paired);
  return {
    ofConflict: hostile.length > 0 ? hostile : joint,
    ofTalks: joint.length > 0 ? joint : hostile,
  };
}

/** Whether one does something hostile to the other. */
function areOpposed([a, b]: readonly Reference[], tellings: readonly Telling[], sideOf: SideOf): boolean {
  return tellings.some(({ entry, participants, recipients }) => {
    if (!HOSTILE.has(entry.type) && entry.type !== "REJECT") return false;
    const acting = participants.flatMap(sideOf).map(({ id }) => id);
    const suffering = recipients.flatMap(sideOf).map(({ id }) => id);
    const is = (one?: Reference, other?: Reference) =>
      one !== undefined && other !== undefined && acting.includes(one.id) && suffering.includes(other.id);
    return is(a, b) || is(b, a);
  });
}

/** The two that hostile events name most, and how often the second of them; none where a third is named as often. */
function hostileSides(
  tellings: readonly Telling[],
  sideOf: SideOf,
  between: ReadonlySet<string>,
): { readonly foes: readonly Reference[]; readonly often: number } {
  const counts = new Map<string, { side: Reference; count: number }>();
  for (const { entry, participants, recipients } of tellings) {
    if (!HOSTILE.has(entry.type)) continue;
    // What one does alone says less of a quarrel than what he does to another.
    const weight = participants.length > 0 && recipients.length > 0 ? 2 : 1;
    for (const side of unique([...participants, ...recipients].flatMap(sideOf))) {
      if (between.has(side.id)) continue;
      counts.set(side.id, { side, count: (counts.get(side.id)?.count ?? 0) + weight });
    }
  }
  const [first, second, third] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || second === undefined || second.count <= (third?.count ?? 0))
    return { foes: [], often: 0 };
  return { foes: [first.side, second.side], often: second.count };
}

interface Pair {
  readonly sides: readonly [Reference, Reference];
  readonly score: number;
  /** They meet, agree or stand in one breath, not only in one sentence. */
  readonly said: boolean;
}

/** What is known of the sides before they are paired. */
interface Known {
  readonly between: ReadonlySet<string>;
  /** "a b" for the ids of each two that stand together. */
  readonly allied: ReadonlySet<string>;
  /** The two that a sentence names, sentence by sentence. */
  readonly shared: readonly (readonly [Reference, Reference])[];
}

/** The two that most often meet, agree or are named in one breath; none where another pair comes near. */
function jointSides(
  tellings: readonly Telling[],
  actors: readonly Actor[],
  doc: Doc,
  sideOf: SideOf,
  { between, allied, shared }: Known,
): readonly Reference[] {
  const pairs = new Map<string, Pair>();
  const add = (a: Reference, b: Reference, score: number, said = true) => {
    if (a.id === b.id || between.has(a.id) || between.has(b.id) || allied.has(`${a.id} ${b.id}`)) return;
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    const known = pairs.get(key);
    pairs.set(key, {
      sides: known?.sides ?? [a, b],
      score: (known?.score ?? 0) + score,
      said: said || known?.said === true,
    });
  };
  for (const { entry, participants, clause, noun } of tellings) {
    // "Both sides" is whoever a pronoun was taken for.
    if (!noun && clause?.agents.some((phrase) => isPaired(phrase, doc))) continue;
    const own = JOINT.has(entry.type) ? unique(participants.flatMap(sideOf)) : [];
    if (own.length === 2) add(own[0]!, own[1]!, 2);
  }
  for (const [a, b] of namedTogether(actors, doc, sideOf)) add(a, b, 1);
  for (const [a, b] of shared) add(a, b, 0.5, false);
  const [first, second] = [...pairs.values()].sort((a, b) => b.score - a.score);
  // Who is only named beside another, as a state is beside its capital, may be anybody to it.
  if (first === undefined || first.score < ENOUGH || !first.said) return [];
  return second !== undefined && second.score * 1.5 > first.score ? [] : first.sides;
}

/** The two that a text names most, by far more often than any third. */
function foremostSides(
  actors: readonly Actor[],
  sideOf: SideOf,
  between: ReadonlySet<string>,
): readonly Reference[] {
  const counts = new Map<string, { side: Reference; count: number }>();
  for (const actor of actors) {
    if (actor.kind === "outlet" || OBSERVING.test(actor.name)) continue;
    for (const side of sideOf(actor)) {
      const known = counts.get(side.id)?.count ?? 0;
      counts.set(side.id, { side, count: known + actor.mentions.length + actor.references.length });
    }
  }
  const [first, second, third] = [...counts.values()]
    .filter(({ side }) => !between.has(side.id))
    .sort((a, b) => b.count - a.count);
  if (first === undefined || second === undefined || second.count < OFTEN) return [];
  return second.count < 1.5 * (third?.count ?? 0) ? [] : [first.side, second.side];
}

interface Naming {
  readonly at: Range;
  readonly side: Reference;
}

/** Every place where a side, or an office or envoy of it, is named, in text order. */
function namings(actors: readonly Actor[], sideOf: SideOf): Naming[] {
  return actors
    .filter(({ kind }) => kind !== "outlet")
    .flatMap((actor) => sideOf(actor).flatMap((side) => actor.mentions.map((at) => ({ at, side }))))
    .sort((a, b) => a.at.start - b.at.start);
}

/** "Belmark and Agria", "Belmark–Agria": named in one breath. */
function namedTogether(
  actors: readonly Actor[],
  { text }: Doc,
  sideOf: SideOf,
): (readonly [Reference, Reference])[] {
  const named = namings(
    actors.filter(({ kind }) => kind !== "person" && kind !== "unnamed"),
    sideOf,
  );
  const found: (readonly [Reference, Reference])[] = [];
  for (let i = 1; i < named.length; i++) {
    const [a, b] = [named[i - 1]!, named[i]!];
    if (b.at.start - a.at.end > 10 || b.at.start < a.at.end) continue;
    // A third name in the list parts them: "Agria, Belmark and Norvia".
    const listed = text.slice(Math.max(0, a.at.start - 2), a.at.start) === ", ";
    if (!listed && JOINED.test(text.slice(a.at.end, b.at.start))) found.push([a.side, b.side]);
  }
  return found;
}

/** The two sides that a sentence names, where it names no third. */
function sharedSentences(
  actors: readonly Actor[],
  doc: Doc,
  sideOf: SideOf,
): (readonly [Reference, Reference])[] {
  const bySentence = Map.groupBy(
    namings(actors, sideOf),
    ({ at }) => doc.sentence[tokenAt(doc, at.start)] ?? -1,
  );
  return [...bySentence.values()].flatMap((named) => {
    const [a, b, third] = unique(named.map(({ side }) => side));
    return a !== undefined && b !== undefined && third === undefined ? [[a, b] as const] : [];
  });
}

/** The state, organisation or government that an actor is, belongs to or speaks for. */
function sideOfActor({ id, name }: Reference, actors: ReadonlyMap<string, Actor>): Reference[] {
  const actor = actors.get(id);
  if (actor === undefined) return [];
  const { represents, kind } = actor;
  if (represents !== undefined && represents.id !== id)
    return actors.get(represents.id)?.kind === "outlet" ? [] : [represents];
  if (kind === "state" || kind === "organisation") return [{ id, name }];
  if (kind !== "group" && kind !== "body" && kind !== "unnamed") return [];
  const known = [...actors.values()].filter(
    (other) => other.kind === "state" || other.kind === "organisation",
  );
  // "The government of Belmark", "the Front's spokesman", "foreign ministers of Belmark and Agria".
  const owners = known.filter((other) =>
    ` ${name.replace(/['’]s?(?= )|,/g, "")} `.includes(` ${other.name} `),
  );
  if (owners.length > 0) return owners.map((owner) => ({ id: owner.id, name: owner.name }));
  if (kind === "unnamed") return [];
  if (REBELS.test(name)) {
    const [front, second] = known.filter((other) => FRONT.test(other.name));
    return [front === undefined || second !== undefined ? { id, name } : { id: front.id, name: front.name }];
  }
  if (!GOVERNING.test(name)) return actor.entry === undefined && !isFaction(actor) ? [] : [{ id, name }];
  // "The army", "the government": of the state whose government is named in full, where there is one.
  const [state, another] = unique(
    [...actors.values()]
      .filter(
        (other) => other.kind === "body" && other.id !== id && GOVERNING.test(other.name.split(" of ")[0]!),
      )
      .flatMap((other) => {
        const whose = known.find(
          ({ kind: one, name: of }) => one === "state" && other.name.endsWith(` ${of}`),
        );
        return whose ? [{ id: whose.id, name: whose.name }] : [];
      }),
  );
  return [state !== undefined && another === undefined ? state : { id, name }];
}

/** "The Liberation Congress", "the Coastal Council": a body with a name of its own that belongs to nobody. */
function isFaction({ kind, name }: Actor): boolean {
  return kind === "body" && FACTION.test(name);
}

const FACTION = /^(?:\p{Lu}[\p{L}'’-]* )+(?:Council|Congress|Front|Movement|Alliance|Coalition|Assembly)$/u;

/** Pairs of one camp: those whom one group names in one breath, three or more, and whoever backs the other. */
function alliesAmong(
  tellings: readonly Telling[],
  actors: readonly Actor[],
  sideOf: SideOf,
): ReadonlySet<string> {
  const allied = new Set<string>();
  const ally = (sides: readonly Reference[]) => {
    for (const a of sides) for (const b of sides) if (a.id !== b.id) allied.add(`${a.id} ${b.id}`);
  };
  for (const actor of actors) {
    if (actor.kind !== "group" && actor.kind !== "unnamed") continue;
    const sides = unique(sideOf(actor));
    if (sides.length > 2 && sides.length < MANY) ally(sides);
  }
  for (const { entry, participants, recipients, status } of tellings)
    if (entry.subtype === "endorsement" && (status === "ongoing" || status === "held"))
      ally([...participants, ...recipients].slice(0, 2).flatMap(sideOf));
  return allied;
}

/** More than these no sentence lists. */
const MANY = 40;

function unique(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.id, one])).values()];
}
