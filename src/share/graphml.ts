/** Who rests on whom as GraphML, for graph tools. http://graphml.graphdrawing.org/ */
import type { Dependence } from "../record/corroboration.ts";
import type { Reading } from "../record/reading.ts";
import type { Story } from "../story/story.ts";
import type { Format, WriteOptions } from "./format.ts";
import { escapeMarkup } from "./markup.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

const NODE_ATTRIBUTES = ["kind", "label", "title", "published", "file", "url"];
const EDGE_ATTRIBUTES = ["kind", "passage"];

/** Characters that XML 1.0 cannot hold, not even escaped. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function xml(text: string): string {
  return escapeMarkup(text.replace(NOT_XML, "\u{FFFD}"));
}

function keys(element: string, names: readonly string[]): string[] {
  return names.map(
    (name) => `  <key id="${element}.${name}" for="${element}" attr.name="${name}" attr.type="string"/>`,
  );
}

function data(element: string, attributes: Attributes): string {
  return Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `<data key="${element}.${name}">${xml(value)}</data>`)
    .join("");
}

function node(id: string, attributes: Attributes): string {
  return `    <node id="${xml(id)}">${data("node", attributes)}</node>`;
}

function reportNode({ report }: Reading): string {
  return node(report.id, {
    kind: "report",
    label: report.outlet?.value ?? report.file ?? report.id,
    title: report.title?.value,
    published: report.published.value,
    file: report.file,
    url: report.url?.value,
  });
}

function edge({ from, on, kind, passages }: Dependence, index: number): string {
  const passage = passages.find(({ report }) => report === from)?.text;
  const ends = `source="${xml(from)}" target="${xml(on)}"`;
  return `    <edge id="e${index}" ${ends}>${data("edge", { kind, passage })}</edge>`;
}

/** Reports, and the sources outside the story that they name, as nodes; an edge from a report to what it rests on. */
function* lines(story: Story, options: WriteOptions): Iterable<string> {
  const { readings } = story.seen(options);
  const dependences = story.sources(options);
  const reports = new Set(readings.map(({ report }) => report.id));
  const outside = new Set(dependences.map(({ on }) => on).filter((on) => !reports.has(on)));
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">';
  yield* keys("node", NODE_ATTRIBUTES);
  yield* keys("edge", EDGE_ATTRIBUTES);
  yield '  <graph id="sources" edgedefault="directed">';
  for (const reading of readings) yield reportNode(reading);
  for (const name of outside) yield node(name, { kind: "source", label: name });
  yield* dependences.map(edge);
  yield "  </graph>";
  yield "</graphml>";
}

export const graphMl: Format = {
  name: "graphml",
  description: "GraphML of who rests on whom",
  mediaType: "application/graphml+xml",
  write: (story, options) => [
    { name: "sources.graphml", text: [...lines(story, options)].map((line) => `${line}\n`) },
  ],
};
