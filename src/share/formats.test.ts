/** Every format out is read back by its own schema, or by a library of those who use it. */
// @ts-expect-error its declarations leave out the file endings that Node asks for
import { textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { defaultModel, Model } from "@opensanctions/followthemoney";
import { check } from "@placemarkio/check-geojson";
import { parse as parseCsv } from "csv-parse/sync";
import { MultiDirectedGraph } from "graphology";
import { parse as parseGraphml } from "graphology-graphml";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findingSchemas, KINDS, type Reading } from "../record/reading.ts";
import { tell } from "../story/tell.ts";
import { Teller } from "../story/teller.ts";
import { formats } from "./formats.ts";

const HOSTILE = '=HYPERLINK("x") <script>alert(1)</script> & "quotes" 🕊️ \u202e';

/** The reading with a point for each of its places, as the gazetteer gives one to real places. */
function located(reading: Reading): Reading {
  const places = reading.places.map((place) => ({ ...place, point: { latitude: 41.5, longitude: -7.25 } }));
  return { ...reading, places };
}

const story = tell([
  located(
    new Teller(
      "Morrow Post",
      "2031-03-02",
      `🕊️ Orlan demands a buffer zone. Vesk and Orlan will meet in Karth on 9 March. The Tamm talks were called off. Orlan rejects tariffs. 1,200 people fled. ${HOSTILE}`,
    )
      .actor("Orlan", "state", { entry: "state:ORL" })
      .actor("Vesk", "state")
      .place("Karth", "city")
      .place("Tamm", "city")
      .position("Orlan", "demands", "buffer zone", "a buffer zone")
      .position("Orlan", "rejects", "tariffs", "rejects tariffs")
      .event("will meet", "CONSULT", "meeting", "planned", {
        participants: ["Vesk", "Orlan"],
        place: "Karth",
        when: "2031-03-09",
      })
      .event("talks were called off", "CONSULT", "meeting", "cancelled", {
        participants: ["Vesk", "Orlan"],
        place: "Tamm",
        when: "2031-03-20",
      })
      .claim("people", "displaced", 1200, "1,200 people fled", { unit: "people" })
      .claim("text", "hostile", HOSTILE, HOSTILE)
      .reading(),
  ),
  new Teller("Vesk Daily", "2031-03-01", "Morrow Post reports that Orlan struck Vesk on 27 February 2031.")
    .actor("Orlan", "state", { entry: "state:ORL" })
    .actor("Vesk", "state")
    .event("struck", "ASSAULT", "strike", "held", {
      participants: ["Orlan"],
      recipients: ["Vesk"],
      when: "2031-02-27",
    })
    .reading(),
]);

function written(name: string): ReadonlyMap<string, string> {
  const format = formats.find((one) => one.name === name)!;
  return new Map(format.write(story, {}).map((file) => [file.name, [...file.text].join("")]));
}

function only(name: string): string {
  const [text] = written(name).values();
  return text!;
}

function jsonLinesOf(name: string): readonly unknown[] {
  return only(name)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("every format has a name of its own, and the same story gives the same bytes", () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  for (const { name } of formats) expect([...written(name)]).toEqual([...written(name)]);
});

describe("JSON Lines", () => {
  test("findings fit the schemas of the record, and no publisher's text goes out", () => {
    const lines = jsonLinesOf("jsonl") as readonly { kind: string; finding?: unknown; text?: string }[];
    for (const kind of KINDS) {
      for (const line of lines.filter((one) => one.kind === kind)) findingSchemas[kind].parse(line.finding);
    }
    expect(lines.filter(({ kind }) => kind === "report")).toHaveLength(2);
    expect(lines.filter(({ kind }) => kind === "events")).toHaveLength(3);
    expect(lines.every((line) => line.kind !== "report" || line.text === undefined)).toBe(true);
  });

  test("texts go out where they are asked for", () => {
    const format = formats.find(({ name }) => name === "jsonl")!;
    const [file] = format.write(story, { withTexts: true });
    expect([...file!.text].join("")).toContain("will meet in Karth on 9 March. The");
  });
});

test("CSV tables are read back whole, and no cell is a formula", () => {
  const tables = written("csv");
  const claims = parseCsv(tables.get("claims.csv")!, { columns: true }) as Record<string, string>[];
  expect(claims.map(({ value }) => value)).toEqual(["1200", `'${HOSTILE}`]);
  const events = parseCsv(tables.get("events.csv")!, { columns: true }) as Record<string, string>[];
  expect(events).toHaveLength(3);
  expect(events.find(({ quote }) => quote === "will meet")).toMatchObject({
    participants: "Vesk; Orlan",
    status: "planned",
    outlet: "Morrow Post",
  });
  for (const text of tables.values()) {
    for (const row of parseCsv(text) as string[][]) {
      for (const cell of row) expect(cell).not.toMatch(/^(?:[=+@]|-(?!\d))/);
    }
  }
});

describe("Web Annotation", () => {
  const texts = new Map(story.readings.map(({ report }) => [`urn:parley:report:${report.id}`, report.text]));
  const selector = z.tuple([
    z.object({
      type: z.literal("TextQuoteSelector"),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
    }),
    z.object({ type: z.literal("TextPositionSelector"), start: z.int(), end: z.int() }),
  ]);
  const annotation = z.object({
    "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
    id: z.url(),
    type: z.literal("Annotation"),
    target: z.array(z.object({ source: z.string(), selector })).min(1),
  });

  test("each quote is found again by its position in code points and by its quote selector", async () => {
    const found = jsonLinesOf("web-annotation").map((line) => annotation.parse(line));
    expect(found.length).toBeGreaterThan(9);
    for (const { source, selector } of found.flatMap(({ target }) => target)) {
      const [quote, position] = selector;
      const text = texts.get(source)!;
      expect([...text].slice(position.start, position.end).join("")).toBe(quote.exact);
      const chunk = { data: text };
      const scope = {
        currentChunk: chunk,
        nextChunk: () => null,
        previousChunk: () => null,
        precedesCurrentChunk: () => false,
      };
      const matches: string[] = [];
      for await (const match of textQuoteSelectorMatcher(quote)(scope)) {
        matches.push(text.slice(match.startIndex, match.endIndex));
      }
      expect(matches).toEqual([quote.exact]);
    }
  });
});

test("PLOVER events have the fields that the manual requires, and only what took place", () => {
  const record = z.object({
    id: z.string(),
    date: z.iso.date(),
    enddate: z.iso.date(),
    actor: z.array(z.object({ entity_text: z.string(), code: z.string().length(3).exactOptional() })).min(1),
    recipient: z.array(z.object({ entity_text: z.string() })),
    event: z.array(z.string()).min(1),
    quad_code: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  });
  const records = jsonLinesOf("plover").map((line) => record.parse(line));
  expect(records).toMatchObject([
    {
      date: "2031-02-27",
      actor: [{ entity_text: "Orlan", code: "ORL" }],
      recipient: [{ entity_text: "Vesk" }],
      event: ["ASSAULT"],
      quad_code: 4,
    },
  ]);
});

test("FollowTheMoney entities have schemas and properties of its model, and point at each other", () => {
  const model = new Model(defaultModel);
  const entities = jsonLinesOf("ftm") as unknown as {
    id: string;
    schema: string;
    properties: Record<string, string[]>;
  }[];
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  expect(known.size).toBe(entities.length);
  for (const { schema, properties } of entities) {
    for (const [name, values] of Object.entries(properties)) {
      const property = model.getSchema(schema).getProperty(name);
      expect(values.every((value) => !property.type.isEntity || known.has(value))).toBe(true);
    }
  }
  expect(entities.filter(({ schema }) => schema === "Event").length).toBeGreaterThan(1);
});

test("the calendar is read by a calendar library, with what is called off cancelled", () => {
  const text = only("ical");
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const read = events.map((event) => [
    String(event.getFirstPropertyValue("status")),
    String(event.getFirstPropertyValue("dtstart")),
    String(event.getFirstPropertyValue("dtend")),
  ]);
  expect(read.sort()).toEqual([
    ["CANCELLED", "2031-03-20", "2031-03-21"],
    ["CONFIRMED", "2031-03-09", "2031-03-10"],
  ]);
  expect(text).toContain("DTSTAMP:20310302T000000");
});

test("GeoJSON holds, with longitude first, and a place knows what happens there", () => {
  const collection = check(only("geojson"));
  expect(collection).toMatchObject({
    features: [
      {
        geometry: { type: "Point", coordinates: [-7.25, 41.5] },
        properties: { name: "Karth", events: [{ when: "2031-03-09", status: "planned" }] },
      },
      { properties: { name: "Tamm", events: [{ status: "cancelled" }] } },
    ],
  });
});

test("TimelineJS has dated slides, and text is no markup", () => {
  const date = z.strictObject({
    year: z.int(),
    month: z.int().min(1).max(12).exactOptional(),
    day: z.int().min(1).max(31).exactOptional(),
  });
  const timeline = z.object({
    title: z.object({ text: z.object({ headline: z.string(), text: z.string() }) }),
    events: z.array(
      z.strictObject({
        unique_id: z.string(),
        start_date: date,
        end_date: date.exactOptional(),
        text: z.object({ headline: z.string().min(1), text: z.string() }),
        group: z.string(),
      }),
    ),
  });
  const { events } = timeline.parse(JSON.parse(only("timelinejs")));
  expect(events.map(({ start_date }) => start_date)).toContainEqual({ year: 2031, month: 3, day: 9 });
  expect(only("timelinejs")).not.toContain("<script");
});

test("GraphML is read by a graph library, with every report a node", () => {
  const graph = parseGraphml(MultiDirectedGraph, only("graphml"), { addMissingNodes: false });
  for (const { report } of story.readings) expect(graph.hasNode(report.id)).toBe(true);
  expect(graph.size).toBe(story.sources().length);
});
