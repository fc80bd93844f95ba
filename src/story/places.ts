/** What is told of each place: events there, and positions and figures whose quote names it. */
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

function toldIn(reading: Reading, place: Place): { told: ToldOfPlace[]; claimants: string[] } {
  const { report } = reading;
  const published = report.published.value;
  const claimants: string[] = [];
  const told: ToldOfPlace[] = [];
  const add = (finding: string, quote: Span, what: string, who: readonly string[]) =>
    told.push({ report: report.id, finding, quote, what, who, ...(published ? { told: published } : {}) });
  for (const event of reading.events) {
    if (event.place?.id === place.id || names(place, event.at)) {
      add(
        event.id,
        event.at[0],
        `${event.subtype} · ${event.status}`,
        event.participants.map(({ name }) => name),
      );
    }
  }
  for (const position of reading.positions) {
    if (!names(place, position.at)) continue;
    const holders = position.holder.map(({ name }) => name);
    add(position.id, position.at[0], `${position.stance} · ${position.issue}`, holders);
    if (CLAIMING.test(position.issue)) claimants.push(...holders);
  }
  for (const claim of reading.claims) {
    if (names(place, claim.at))
      add(
        claim.id,
        claim.at[0],
        `${claim.attribute} of ${claim.subject}`,
        claim.according.map(({ name }) => name),
      );
  }
  return { told, claimants };
}

/** One card a place, the most mentioned first. */
export function placesOf(readings: readonly Reading[], identities: readonly Identity[]): PlaceHistory[] {
  const found = new Map<string, { reading: Reading; place: Place }>();
  for (const reading of readings) for (const place of reading.places) found.set(place.id, { reading, place });
  return identities
    .filter(({ of }) => of === "place")
    .map((identity): PlaceHistory => {
      const members = identity.members.flatMap((id) => found.get(id) ?? []);
      const parts = members.map(({ reading, place }) => toldIn(reading, place));
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
