import { calendar } from "./calendar.ts";
import { followTheMoney } from "./follow-the-money.ts";
import type { Format } from "./format.ts";
import { geoJson } from "./geojson.ts";
import { graphMl } from "./graphml.ts";
import { jsonLines } from "./json-lines.ts";
import { plover } from "./plover.ts";
import { csvTables } from "./tables.ts";
import { timelineJs } from "./timeline-js.ts";
import { webAnnotation } from "./web-annotation.ts";

/** Every format out, in the order in which `parley export --help` lists them. A new one is one file and one line here. */
export const formats: readonly Format[] = [
  jsonLines,
  csvTables,
  webAnnotation,
  plover,
  followTheMoney,
  calendar,
  geoJson,
  timelineJs,
  graphMl,
];
