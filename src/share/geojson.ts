/** Places with what happened there, as GeoJSON. https://www.rfc-editor.org/rfc/rfc7946 */
import type { History } from "../record/history.ts";
import type { Identity } from "../record/judgement.ts";
import type { Place } from "../record/place.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";

/** The first place of an identity that the gazetteer has a point for. */
function locatedPlace(identity: Identity, places: ReadonlyMap<string, Place>): Place | undefined {
  return identity.members.map((id) => places.get(id)).find((place) => place?.point);
}

function happening({ id, name, when, status, corroboration }: History) {
  return { id, name, ...(when ? { when } : {}), status, origins: corroboration.origins.length };
}

function feature(identity: Identity, place: Place, histories: readonly History[]) {
  const { latitude, longitude } = place.point!;
  return {
    type: "Feature",
    id: identity.id,
    geometry: { type: "Point", coordinates: [longitude, latitude] },
    properties: {
      name: identity.name,
      kind: identity.kind,
      ...(place.country ? { country: place.country } : {}),
      reports: identity.reports,
      events: histories.filter((history) => history.place?.id === identity.id).map(happening),
      quote: place.at[0].text,
    },
  };
}

function write(story: Story, options: WriteOptions): string {
  const places = new Map(
    story.seen(options).readings.flatMap((reading) => reading.places.map((place) => [place.id, place])),
  );
  const histories = story.histories(options);
  const features = story.identities(options).flatMap((identity) => {
    const place = identity.of === "place" ? locatedPlace(identity, places) : undefined;
    return place ? [feature(identity, place, histories)] : [];
  });
  return `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;
}

export const geoJson: Format = {
  name: "geojson",
  description: "GeoJSON of the places, with what happened there",
  mediaType: "application/geo+json",
  write: (story, options) => [{ name: "places.geojson", text: [write(story, options)] }],
};
