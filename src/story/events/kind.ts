/** Which kinds of event reports may mean by one happening. */
import type { Event } from "../../record/event.ts";

/** Families of subtypes: the words that reports use for one and the same thing. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    "meeting",
    "summit",
    "talks",
    "round of talks",
    "visit",
    "hosting",
    "consultation",
    "conference",
    "gathering",
    "session",
    "negotiation",
    "mediation",
    "contact",
  ],
  ["ceasefire", "truce", "armistice", "end of fighting", "halt of offensive"],
  ["prisoner exchange", "release of prisoners", "release", "handover"],
  ["strike", "attack", "shelling", "bombing", "raid", "assault"],
  ["war", "fighting", "invasion", "offensive", "clash"],
  ["withdrawal", "pull-back", "pullback", "pull-out", "retreat"],
  ["easing of sanctions", "lifting of sanctions", "end of sanctions", "easing"],
  ["sanctions", "embargo", "ban", "asset freeze", "economic pressure", "tariffs"],
  ["cession of territory", "territorial concessions", "territory swap", "concessions"],
  ["rejection", "refusal", "veto"],
  ["agreement", "deal", "settlement", "pact", "treaty", "compromise"],
  ["acceptance", "acceptance of demands", "consent", "approval"],
];

function familyOf(subtype: string): string | undefined {
  const family = FAMILIES.find((words) => words.some((word) => subtype.includes(word)));
  return family?.[0];
}

/** A gathering of people in one room; calls and video conferences are kinds of their own. */
export function isGathering({ type, subtype, medium }: Event): boolean {
  if (type !== "CONSULT" || medium === "phone" || medium === "virtual") return false;
  return familyOf(subtype) === "meeting";
}

/** "Confer by video link": the medium in words. */
const BY_VIDEO =
  /\b(?:by|via|over|in an?|on an?) (?:\p{L}+ )?(?:video|zoom)|\b(?:video|virtual|online) (?:call|conference|link|meeting|summit|talks|session)/iu;

/** The key that two tellings of one event share. */
export function kindOf(event: Event): string {
  const { type, subtype, medium, at } = event;
  const verbal = event.verbal ? "said " : "";
  if (type === "CONSULT" && (medium === "phone" || subtype === "call")) return "call";
  const isVideo = medium === "virtual" || subtype === "video conference" || BY_VIDEO.test(at[0].text);
  if (type === "CONSULT" && isVideo) return "video";
  const family = familyOf(subtype);
  // What a truce or a release is filed under differs from report to report; the word for it does not.
  return verbal + (family ?? `${type} ${subtype}`);
}
