/**
 * For tests: a sentence read as a report of its own, as far as events and claims. Who and where is given by name, so
 * that these tests hold whatever the recogniser of names makes of invented ones.
 */

import { readClauses } from "../../language/clauses/read-clauses.ts";
import { parse } from "../../language/parse.ts";
import type { Actor } from "../../record/actor.ts";
import type { Claim } from "../../record/claim.ts";
import type { Event } from "../../record/event.ts";
import type { Place } from "../../record/place.ts";
import type { Findings } from "../../record/reading.ts";
import { type Grounds, type Span, spanAt } from "../../record/span.ts";
import { claims } from "../claims/claims.ts";
import { type Context, finding } from "../extractor.ts";
import { times } from "../times/times.ts";
import { events } from "./events.ts";

const STATES = ["Belmark", "Agria", "Norvia", "Tarsk"];
const PERSONS = ["Odo Lund", "Ada Brook"];
const CITIES = ["Velden"];
const PEOPLE =
  /\b(?:(?:an?|the|two|four|nine|forty) )?(?:Agrian |Norvian |coast )?(?:envoys?|premier|king|queen|president|chancellor|minister|ministers|rebels|miners?|students|farmers|soldiers|police|court|leaders|parliament|dockers|garrison|army|navy|league|delegates|delegation|hackers|guards?|towns|newspaper|jets|general|engineers|smugglers|officers|inspectors|observers|islanders|negotiators?|doctors|families|sailors|bankers|diplomats|officials?|forger|general|governor|candidates)(?: of (?:the )?(?:Tarsk|Agria|Belmark and Agria|Belmark|Norvia|Agria and Norvia))?\b/gi;

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => spanAt(text, index, index + words.length));
}

function actorsNamed(context: Context): Actor[] {
  const { text } = context.report;
  const actor = (name: string, kind: Actor["kind"], mentions: Span[]) =>
    finding(context, "actors", mentions as unknown as Grounds, name, {
      kind,
      name,
      mentions,
      references: [],
      roles: [],
      modality: "asserted",
      by: "given",
      score: 1,
    });
  const states = STATES.map((name) => [name, spansOf(text, new RegExp(`\\b${name}\\b`, "g"))] as const);
  const people = spansOf(text, PEOPLE).map((span) =>
    actor(span.text.replace(/^(?:an?|the) /i, ""), "group", [span]),
  );
  const persons = PERSONS.map((name) => [name, spansOf(text, new RegExp(`\\b${name}\\b`, "g"))] as const);
  return [
    ...persons.filter(([, spans]) => spans.length > 0).map(([name, spans]) => actor(name, "person", spans)),
    ...states.filter(([, spans]) => spans.length > 0).map(([name, spans]) => actor(name, "state", spans)),
    ...people,
  ];
}

function placesNamed(context: Context): Place[] {
  return CITIES.flatMap((name) => {
    const mentions = spansOf(context.report.text, new RegExp(`\\b${name}\\b`, "g"));
    if (mentions.length === 0) return [];
    const fields = {
      kind: "city" as const,
      name,
      mentions,
      modality: "asserted" as const,
      by: "given",
      score: 1,
    };
    return [finding(context, "places", mentions as unknown as Grounds, name, fields)];
  });
}

/** The cases of a file: sentence and what is expected, parted by " => ". */
export function readCases(text: string): readonly (readonly [string, string])[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [sentence = "", expected = ""] = line.split(" => ");
      return [sentence, expected] as const;
    });
}

export function readSentence(text: string): {
  readonly events: readonly Event[];
  readonly claims: readonly Claim[];
} {
  const doc = parse(text);
  const context: Context = {
    report: {
      id: "0000000000000000",
      text,
      language: "en",
      blocks: [{ kind: "paragraph", start: 0, end: text.length }],
      published: { value: "2031-05-10", basis: "given" },
      diagnostics: [],
    },
    language: { doc, names: [], mentions: [], entities: [], clauses: readClauses(doc) },
    agenda: [],
    aliases: [],
  };
  const none: Findings = {
    actors: [],
    places: [],
    times: [],
    events: [],
    statements: [],
    positions: [],
    proposals: [],
    claims: [],
    citations: [],
    problems: [],
  };
  const timed = { ...none, times: [...times.extract(context, none)] };
  const placed = { ...timed, actors: actorsNamed(context), places: placesNamed(context) };
  const told = { ...placed, events: [...events.extract(context, placed)] };
  return { events: told.events, claims: [...claims.extract(context, told)] };
}

export function showEvent({ type, subtype, status, participants, recipients, place, when }: Event): string {
  const names = (list: Event["participants"]) => list.map(({ name }) => name).join(", ");
  const where = `@${place?.name ?? ""}`;
  return `${type}/${subtype} ${status} [${names(participants)}] -> [${names(recipients)}] ${where}${when ? ` ${when}` : ""}`;
}

export function showClaim({ value, upTo, unit, qualifier }: Claim): string {
  return [`${value}${upTo === undefined ? "" : `..${upTo}`}`, qualifier ?? "", unit ?? ""]
    .filter(Boolean)
    .join(" ");
}
