/** What is told of each place: events there, and positions and figures whose quote names it. */
import type { Reference } from "../record/finding.ts";
import type { Identity } from "../record/judgement.ts";
import type { Place } from "../record/place.ts";
import type { PlaceHistory, ToldOfPlace } from "../record/place-history.ts";
import type { Reading } from "../record/reading.ts";
import { contains, type Span } from "../record/span.ts";

/** Issues under which a stance on a place is a claim to it. */
const CLAIMING = /territor|recognition|sovereign|withdrawal/i;

function names(place: Place, spans: readonly Span[]): boolean {
  return spans.some((span) => place.mentions.some((mention) => contains(span, mention)));
}

/** Identities by the findings in them. */
class Who {
  readonly #byId = new Map<string, Identity>();
  readonly #of = new Map<string, Identity>();

  constructor(identities: readonly Identity[]) {
    for (const identity of identities) {
      this.#byId.set(identity.id, identity);
      for (const id of identity.members) this.#of.set(id, identity);
    }
  }

  names(references: readonly Reference[]): string[] {
    return [...new Set(references.map(({ id, name }) => this.#of.get(id)?.name ?? name))];
  }

  /** Those for whom they speak in the end: a minister's word on a place is the state's. */
  parties(references: readonly Reference[]): string[] {
    return references.map(({ id, name }) => {
      let one = this.#of.get(id);
      const seen = new Set<Identity>();
      for (let next = one; next && !seen.has(next); next = this.#byId.get(next.represents ?? "")) {
        seen.add(next);
        one = next;
      }
      return one?.name ?? name;
    });
  }
}

function toldIn(reading: Reading, place: Place, who: Who): { told: ToldOfPlace[]; claimants: string[] } {
  const { report } = reading;
  const published = report.published.value;
  const claimants: string[] = [];
  const told: ToldOfPlace[] = [];
  const add = (finding: string, quote: Span, what: string, whose: readonly Reference[]) =>
    told.push({
      report: report.id,
      finding,
      quote,
      what,
      who: who.names(whose),
      ...(published ? { told: published } : {}),
    });
  for (const event of reading.events) {
    if (event.place?.id === place.id || names(place, event.at)) {
      add(event.id, event.at[0], `${event.subtype} · ${event.status}`, event.participants);
    }
  }
  for (const position of reading.positions) {
    if (!names(place, position.at)) continue;
    add(position.id, position.at[0], `${position.stance} · ${position.issue}`, position.holder);
    if (CLAIMING.test(position.issue)) claimants.push(...who.parties(position.holder));
  }
  for (const claim of reading.claims) {
    if (names(place, claim.at))
      add(claim.id, claim.at[0], `${claim.attribute} of ${claim.subject}`, claim.according);
  }
  return { told, claimants };
}

/** One card a place, the most mentioned first. */
export function placesOf(readings: readonly Reading[], identities: readonly Identity[]): PlaceHistory[] {
  const who = new Who(identities);
  const found = new Map<string, { reading: Reading; place: Place }>();
  for (const reading of readings) for (const place of reading.places) found.set(place.id, { reading, place });
  return identities
    .filter(({ of }) => of === "place")
    .map((identity): PlaceHistory => {
      const members = identity.members.flatMap((id) => found.get(id) ?? []);
      const parts = members.map(({ reading, place }) => toldIn(reading, place, who));
      const located = members.find(({ place }) => place.point)?.place;
      const country = members.find(({ place }) => place.country)?.place.country;
      return {
        id: identity.id,
        name: identity.name,
        kind: identity.kind,
        ...(country ? { country } : {}),
        ...(located?.point ? { point: located.point } : {}),
        mentions: members.reduce((sum, { place }) => sum + place.mentions.length, 0),
        reports: identity.reports,
        told: parts.flatMap(({ told }) => told).sort((a, b) => ((a.told ?? "~") < (b.told ?? "~") ? -1 : 1)),
        claimants: [...new Set(parts.flatMap((part) => part.claimants))].sort(),
      };
    })
    .sort((a, b) => b.told.length - a.told.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
}
