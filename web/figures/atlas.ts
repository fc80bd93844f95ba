/** The base map, fetched only when a map is looked at. */
import type { Feature, FeatureCollection, Geometry, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface Country {
  readonly name: string;
  readonly a3: string;
}

/** An area that more than one claims; see `data/map/`. */
export interface Disputed {
  readonly shown: string;
  readonly claimants: readonly string[];
  readonly shape: Geometry;
}

export interface Atlas {
  readonly countries: FeatureCollection<Geometry, Country>;
  readonly borders: MultiLineString;
  readonly land: Feature<Geometry>;
  readonly disputed: readonly Disputed[];
}

type World = Topology<{ countries: GeometryCollection<Country>; land: GeometryCollection }>;

/** What `tools/page.ts` puts into `atlas.json`. */
export interface AtlasFile {
  readonly world: World;
  readonly disputed: {
    readonly features: readonly {
      readonly name: string;
      readonly shown: string;
      readonly claimants: readonly string[];
    }[];
    readonly areas: readonly {
      readonly shown: string;
      readonly claimants: readonly string[];
      readonly outline: readonly (readonly [number, number])[];
    }[];
  };
}

function atlasOf({ world, disputed }: AtlasFile): Atlas {
  const countries = feature(world, world.objects.countries) as FeatureCollection<Geometry, Country>;
  const shapes = new Map(countries.features.map((one) => [one.properties.name, one.geometry]));
  const land = feature(world, world.objects.land) as unknown as FeatureCollection | Feature<Geometry>;
  return {
    countries,
    borders: mesh(world, world.objects.countries, (a, b) => a !== b),
    land: land.type === "FeatureCollection" ? (land.features[0] as Feature<Geometry>) : land,
    disputed: [
      ...disputed.features.flatMap(({ name, shown, claimants }) => {
        const shape = shapes.get(name);
        return shape ? [{ shown, claimants, shape }] : [];
      }),
      ...disputed.areas.map(({ shown, claimants, outline }) => ({
        shown,
        claimants,
        shape: { type: "Polygon", coordinates: [clockwise(outline)] } satisfies Geometry,
      })),
    ],
  };
}

/** A closed ring, clockwise as d3-geo takes the inside of a shape on a sphere. */
function clockwise(outline: readonly (readonly [number, number])[]): [number, number][] {
  let doubled = 0;
  for (const [i, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    doubled += x * nextY - nextX * y;
  }
  const ring = outline.map(([x, y]): [number, number] => [x, y]);
  if (doubled > 0) ring.reverse();
  return [...ring, ring[0]!];
}

let loading: Promise<Atlas> | undefined;

/** The atlas that lies in the file, else the one that the server has. */
export function loadAtlas(): Promise<Atlas> {
  loading ??= (async () => {
    const held = document.getElementById("atlas");
    if (held) return atlasOf(JSON.parse(held.textContent ?? "") as AtlasFile);
    const answer = await fetch("./assets/atlas.json");
    if (!answer.ok) throw new Error(`the base map could not be fetched (${answer.status})`);
    return atlasOf((await answer.json()) as AtlasFile);
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
