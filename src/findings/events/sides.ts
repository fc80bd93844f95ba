/** The two sides that a report is about: of the war or quarrel, and of the table where they talk. */
import type { Phrase } from "../../language/clause.ts";
import { type Doc, tokenAt } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
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
/** Those who stand between the sides. */
const BETWEEN: ReadonlySet<string> = new Set(["mediation", "hosting", "shuttle"]);
const MEDIATORS = /\b(?:mediat(?:or|ors|ing|ed)|facilitators?|go-between|brokers?|guarantors?)\b/i;
const GOVERNING = /\b(?:government|administration|junta|regime|authorities|army|military)$/i;
const REBELS = /\b(?:rebels|insurgents|guerrillas|separatists|militants|fighters|movement)$/i;
/** Names that those who fight a government give themselves. */
const FRONT =
  /\b(?:Front|Movement|Resistance|Liberation|Brigades?|Militia|Fighters|Sons|Union|Army|Alliance|Coalition)\b/;
/** What stands between two names of one pair: "and", "and the", a dash. */
const JOINED = /^(?: and (?:the )?|[-–—]| versus | vs\.? )$/;
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
  const hostile = inOrder(hostileSides(tellings, sideOf, between));
  const paired = jointSides(tellings, actors, doc, sideOf, between);
  const joint = inOrder(
    paired.length > 0 || hostile.length > 0 ? paired : foremostSides(actors, sideOf, between),
  );
  return {
    ofConflict: hostile.length > 0 ? hostile : joint,
    ofTalks: joint.length > 0 ? joint : hostile,
  };
}

/** The two that hostile events name most; none where a third is named as often. */
function hostileSides(
  tellings: readonly Telling[],
  sideOf: SideOf,
  between: ReadonlySet<string>,
): readonly Reference[] {
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
  if (first === undefined || second === undefined || second.count <= (third?.count ?? 0)) return [];
  return [first.side, second.side];
}

/** The two that most often meet, agree or are named in one breath; none where another pair comes near. */
function jointSides(
  tellings: readonly Telling[],
  actors: readonly Actor[],
  doc: Doc,
  sideOf: SideOf,
  between: ReadonlySet<string>,
): readonly Reference[] {
  const pairs = new Map<string, { sides: readonly [Reference, Reference]; score: number }>();
  const add = (a: Reference, b: Reference, score: number) => {
    if (a.id === b.id || between.has(a.id) || between.has(b.id)) return;
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    const known = pairs.get(key);
    if (known) known.score += score;
    else pairs.set(key, { sides: [a, b], score });
  };
  for (const { entry, participants, clause, noun } of tellings) {
    // "Both sides" is whoever a pronoun was taken for.
    if (!noun && clause?.agents.some((phrase) => isPaired(phrase, doc))) continue;
    const own = JOINT.has(entry.type) ? unique(participants.flatMap(sideOf)) : [];
    if (own.length === 2) add(own[0]!, own[1]!, 2);
  }
  for (const [a, b] of namedTogether(actors, doc, sideOf)) add(a, b, 1);
  for (const [a, b] of sharedSentences(actors, doc, sideOf)) add(a, b, 0.5);
  const [first, second] = [...pairs.values()].sort((a, b) => b.score - a.score);
  if (first === undefined || first.score < ENOUGH) return [];
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

/** "Both sides", "the two parties", "the warring factions". */
export function isPaired({ start, head }: Phrase, doc: Doc): boolean {
  return PAIRED.test(doc.text.slice(start, doc.end[head]!));
}

const PAIRED =
  /^(?:(?:both|the two|each|neither|either|the (?:warring|rival|opposing)) (?:warring |rival |opposing )?(?:sides?|part(?:y|ies)|governments?|countr(?:y|ies)|neighbours|neighbors|states|nations|capitals?|delegations?|factions|camps?)|the (?:parties|sides|delegations|negotiators))$/i;

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

/** "Carried messages between the floors" */
function isCourier({ entry, quote }: Telling, { text }: Doc): boolean {
  return (
    entry.subtype === "delivery of a message" && /\bbetween\b/.test(text.slice(quote.start, quote.end + 20))
  );
}

/** "Norvia, which is mediating", "a Norvian-brokered truce": words between a name and what it does for others. */
const MEDIATING_AFTER =
  /^(?:['’]s)?(?:,? (?:which|who|that|has|have|had|is|are|was|were|been)){0,3}(?: [\p{Ll}-]+){0,2}[ -](?:mediat(?:or|ors|ing|ed|es|ion)|facilitators?|facilitat(?:ing|ed|es)|go-between|broker(?:s|ed|ing)?)\b(?! between| with)/u;
/** "Talks mediated by Norvia", "mediators from Norvia". */
const MEDIATING_BEFORE =
  /\b(?:mediat(?:or|ors|ed|ion)|facilitat(?:ors?|ed)|brokered|go-between|good offices)(?: by| of| from)?,? (?:the )?$/u;

/** Whoever a text shows at bringing others together. */
function seenMediating(actors: readonly Actor[], { text }: Doc): readonly Actor[] {
  const isMediating = ({ start, end }: Range) =>
    MEDIATING_AFTER.test(text.slice(end, end + 60)) ||
    MEDIATING_BEFORE.test(text.slice(Math.max(0, start - 40), start));
  return actors.filter(({ mentions }) => mentions.some(isMediating));
}

/** Who mediates between the sides is none of them. */
function mediatorsOf(
  tellings: readonly Telling[],
  actors: readonly Actor[],
  doc: Doc,
  sideOf: SideOf,
): ReadonlySet<string> {
  const told = tellings
    .filter((telling) => BETWEEN.has(telling.entry.subtype) && telling.participants.length > 0)
    .map(({ participants }) => participants[0]!);
  const couriers = tellings
    .filter((telling) => isCourier(telling, doc))
    .flatMap(({ participants }) => participants);
  const titled = actors.filter(
    ({ name, roles }) => MEDIATORS.test(name) || roles.some(({ title }) => MEDIATORS.test(title)),
  );
  return new Set(
    [...told, ...couriers, ...titled, ...seenMediating(actors, doc)].flatMap(sideOf).map(({ id }) => id),
  );
}

/** The state, organisation or government that an actor is, belongs to or speaks for. */
function sideOfActor({ id, name }: Reference, actors: ReadonlyMap<string, Actor>): Reference[] {
  const actor = actors.get(id);
  if (actor === undefined) return [];
  const { represents, kind } = actor;
  if (represents !== undefined && represents.id !== id) return [represents];
  if (kind === "state" || kind === "organisation") return [{ id, name }];
  if (kind !== "group" && kind !== "body" && kind !== "unnamed") return [];
  const known = [...actors.values()].filter(
    (other) => other.kind === "state" || other.kind === "organisation",
  );
  // "The government of Belmark", "the Front's spokesman", "foreign ministers of Belmark and Agria".
  const owners = known.filter((other) => ` ${name.replace(/['’]s?(?= )/g, "")} `.includes(` ${other.name} `));
  if (owners.length > 0) return owners.map((owner) => ({ id: owner.id, name: owner.name }));
  if (kind === "unnamed") return [];
  if (REBELS.test(name)) {
    const [front, second] = known.filter((other) => FRONT.test(other.name));
    return [front === undefined || second !== undefined ? { id, name } : { id: front.id, name: front.name }];
  }
  if (!GOVERNING.test(name)) return actor.entry === undefined ? [] : [{ id, name }];
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

function unique(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.id, one])).values()];
}
