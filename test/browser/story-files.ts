/** Stories as HTML files, for browsers to open from disk. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { storyPage } from "../../src/page/story-page.ts";
import { read } from "../../src/read.ts";
import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import { exampleReports } from "../server/stand.ts";

export async function exampleReadings(): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const { bytes, options } of exampleReports()) readings.push(await read(bytes, options));
  return readings;
}

export interface Files {
  /** Writes a story, and gives the address of the file. */
  readonly write: (
    name: string,
    readings: readonly Reading[],
    judgements?: readonly HumanJudgement[],
  ) => string;
  readonly writeText: (name: string, html: string) => string;
  readonly remove: () => void;
}

export function storyFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), "parley-page-"));
  const writeText = (name: string, html: string) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    return pathToFileURL(file).href;
  };
  return {
    write: (name, readings, judgements = []) => writeText(name, storyPage([{ name, readings }], judgements)),
    writeText,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The example with its cities somewhere on the earth, so that a map can be drawn of it. */
export function located(readings: readonly Reading[]): Reading[] {
  const points: Readonly<Record<string, { latitude: number; longitude: number }>> = {
    Aldersund: { latitude: 60.4, longitude: 22.3 },
    Brannholm: { latitude: 59.3, longitude: 18.1 },
    Corvaine: { latitude: 46.2, longitude: 6.1 },
    Deshkal: { latitude: 45.6, longitude: 34.2 },
    "Orrin Heights": { latitude: 43.1, longitude: 41.2 },
    "Halvern dam": { latitude: 42.9, longitude: 38.9 },
  };
  return readings.map((reading) => ({
    ...reading,
    places: reading.places.map((place) => {
      const point = points[place.name];
      return point ? { ...place, point } : place;
    }),
  }));
}
