/** Those who stand between the two sides of a conflict or a table: mediators, hosts, those who watch a truce. */
import type { Doc } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { isPaired } from "./paired.ts";
import type { Telling } from "./telling.ts";

/** What they do. */
const DEEDS: ReadonlySet<string> = new Set([
  "mediation",
  "hosting",
  "shuttle",
  "supervision",
  "observer mission",
  "deployment of monitors",
]);
const MEDIATORS = /\b(?:mediat(?:or|ors|ing|ed)|facilitators?|go-between|brokers?|guarantors?)\b/i;
const WATCHING =
  /\b(?:monitoring|observer|verification|peacekeeping|ceasefire) (?:mission|force|team|group)\b/i;
/** What follows the name of one who watches or leads: "League observers", "under Norvian auspices". */
const WATCHED = /^(?:['’]s?)? (?:observers?|monitors(?! the\b| all\b| its\b)|peacekeepers?|auspices)\b/i;
/** "Norvia, which is mediating", "a Norvian-brokered truce": words between a name and what it does for others. */
const MEDIATING_AFTER =
  /^(?:['’]s)?(?:,? (?:which|who|that|has|have|had|is|are|was|were|been)){0,3}(?: [\p{Ll}-]+){0,2}[ -](?:mediat(?:or|ors|ing|ed|es|ion)|facilitators?|facilitat(?:ing|ed|es)|go-between|broker(?:s|ed|ing)?)\b(?! between| with)/u;
/** "Talks mediated by Norvia", "a swap arranged by the League", "mediates for Norvia". */
const MEDIATING_BEFORE =
  /\b(?:(?:mediat(?:or|ors|ed|ion)|facilitat(?:ors?|ed)|brokered|go-between|good offices)(?: by| of| from)?|(?:arranged|supervised|monitored|overseen) by|mediat(?:es|ed|ing) (?:for|on behalf of)),? (?:the )?$/u;

/** Ids of the sides that stand between the others. */
export function mediatorsOf(
  tellings: readonly Telling[],
  actors: readonly Actor[],
  doc: Doc,
  sideOf: (one: Reference) => readonly Reference[],
): ReadonlySet<string> {
  const told = tellings.flatMap((telling) => {
    const { entry, participants } = telling;
    if (isToBoth(telling, doc) || isCourier(telling, doc)) return participants;
    if (!DEEDS.has(entry.subtype)) return [];
    return entry.frame === "together" ? participants.slice(0, 1) : participants;
  });
  const titled = actors.filter(
    ({ name, roles, mentions }) =>
      MEDIATORS.test(name) ||
      WATCHING.test(name) ||
      roles.some(({ title }) => MEDIATORS.test(title)) ||
      mentions.some((at) => isNamedBetween(at, doc.text)),
  );
  return new Set([...told, ...titled].flatMap(sideOf).map(({ id }) => id));
}

/** "Carried messages between the floors". */
function isCourier({ entry, quote }: Telling, { text }: Doc): boolean {
  return (
    entry.subtype === "delivery of a message" && /\bbetween\b/.test(text.slice(quote.start, quote.end + 20))
  );
}

function isNamedBetween({ start, end }: Range, text: string): boolean {
  const after = text.slice(end, end + 60);
  return (
    WATCHED.test(after) ||
    MEDIATING_AFTER.test(after) ||
    MEDIATING_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** "Called on both sides to": whoever does is neither. */
function isToBoth({ entry, noun, clause }: Telling, doc: Doc): boolean {
  if (noun || clause === undefined || entry.type !== "REQUEST") return false;
  const objects = [...clause.patients, ...clause.recipients, ...clause.obliques.map(({ phrase }) => phrase)];
  return objects.some((phrase) => isPaired(phrase, doc));
}
