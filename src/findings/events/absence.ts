/** Who stays away from a meeting: "Agria was not invited", "Agria will not take part in the talks". */
import type { Clause } from "../../language/clause.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { meantBy, unique } from "./cast.ts";
import { matchNoun } from "./match.ts";
import type { Telling } from "./telling.ts";
import { type TextIndex, verbOf } from "./text-index.ts";

/** Verbs whose subject would come; where one is denied, its subject stays away. */
export const COMING: ReadonlySet<string> = new Set(["attend", "join", "participate", "take part"]);
/** Verbs whose subject does not come. */
const AWAY: ReadonlySet<string> = new Set(["stay away", "boycott", "skip", "shun", "snub", "miss"]);
/** How many sentences before the absence the meeting may be told. */
const NEAR = 2;

/** Whether a clause says that somebody is not asked to come. */
export function isUninvited({ lemma, negated, passive }: Clause): boolean {
  return passive && ((lemma === "invite" && negated) || (lemma === "exclude" && !negated));
}

/** Who is absent from each of the groups of tellings of one meeting. */
export function absentees(
  groups: readonly (readonly Telling[])[],
  index: TextIndex,
  actors: readonly Actor[],
): ReadonlyMap<readonly Telling[], readonly Reference[]> {
  const found = new Map<readonly Telling[], readonly Reference[]>();
  const toldIn = new Map<number, readonly Telling[]>();
  for (const group of groups) {
    if (group[0]?.entry.type !== "CONSULT") continue;
    for (const { sentence } of group) if (!toldIn.has(sentence)) toldIn.set(sentence, group);
  }
  if (toldIn.size === 0) return found;
  for (const clause of index.clauses) {
    const who = missing(clause, index, actors);
    if (who.length === 0) continue;
    const meeting = meetingOf(clause, toldIn);
    if (meeting === undefined) continue;
    const coming = new Set(meeting.flatMap(({ participants }) => participants.map(({ id }) => id)));
    const away = who.filter(({ id }) => !coming.has(id));
    if (away.length > 0) found.set(meeting, unique([...(found.get(meeting) ?? []), ...away]));
  }
  return found;
}

/** The actors that a clause tells away from a meeting. */
function missing(clause: Clause, { doc }: TextIndex, actors: readonly Actor[]): readonly Reference[] {
  const heads = [...clause.patients, ...clause.obliques.map(({ phrase }) => phrase)].map(({ head }) => head);
  const meets = heads.some((head) => matchNoun(head, doc)?.entry.type === "CONSULT");
  if (isUninvited(clause)) {
    const bare = clause.obliques.every(({ preposition }) => preposition !== "to" && preposition !== "from");
    return meets || bare ? clause.patients.flatMap((phrase) => meantBy(phrase, doc, actors)) : [];
  }
  const staysAway = AWAY.has(clause.lemma) && !clause.negated && clause.tense !== "none";
  const isDenied = clause.negated && COMING.has(verbOf(clause, doc));
  // "Norvia stayed away", "Norvia will not attend": the meeting was told before.
  const bare = clause.patients.length === 0 && (clause.lemma === "stay away" || clause.lemma === "attend");
  if (!(staysAway || isDenied) || !(meets || bare)) return [];
  return clause.agents.flatMap((phrase) => meantBy(phrase, doc, actors, "subject"));
}

/** The meeting that is told in the same sentence or last before it. */
function meetingOf(
  { sentence }: Clause,
  toldIn: ReadonlyMap<number, readonly Telling[]>,
): readonly Telling[] | undefined {
  for (let back = 0; back <= NEAR; back++) {
    const meeting = toldIn.get(sentence - back);
    if (meeting !== undefined) return meeting;
  }
  return undefined;
}
