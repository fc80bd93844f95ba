/**
 * Every finding as a W3C Web Annotation on its report, found again by its quote and by its position.
 * https://www.w3.org/TR/annotation-model/
 */
import { type FindingOf, KINDS, type Kind, type Reading } from "../record/reading.ts";
import type { Span } from "../record/span.ts";
import type { Format } from "./format.ts";

/** Characters of context on either side, by which a quote that stands twice is told apart. */
const CONTEXT = 32;

const isLowSurrogate = (code: number) => code >= 0xdc00 && code < 0xe000;

/**
 * Positions of a text in Unicode code points, as the standard counts, for positions in UTF-16 code units, as Parley
 * does: at each index how many code points come before it.
 */
function codePointsBefore(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  for (let index = 0; index < text.length; index += 1) {
    const opens = !isLowSurrogate(text.charCodeAt(index)) || index === 0;
    before[index + 1] = before[index]! + (opens ? 1 : 0);
  }
  return before;
}

/** A slice that does not cut a character in two. */
function whole(text: string, start: number, end: number): string {
  const from = isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start;
  const to = end < text.length && isLowSurrogate(text.charCodeAt(end)) ? end - 1 : end;
  return text.slice(Math.min(from, to), to);
}

function target({ report }: Reading, { start, end, text: exact }: Span, before: Uint32Array) {
  return {
    source: report.url?.value ?? `urn:parley:report:${report.id}`,
    selector: [
      {
        type: "TextQuoteSelector",
        exact,
        prefix: whole(report.text, Math.max(0, start - CONTEXT), start),
        suffix: whole(report.text, end, Math.min(report.text.length, end + CONTEXT)),
      },
      { type: "TextPositionSelector", start: before[start], end: before[end] },
    ],
  };
}

/** What the annotation says of the quote: the kind as a tag, the finding as data. */
function body(kind: Kind, finding: FindingOf<Kind>) {
  const { at: _, ...value } = finding;
  return [
    { type: "TextualBody", purpose: "tagging", value: kind },
    { type: "TextualBody", purpose: "describing", format: "application/json", value: JSON.stringify(value) },
  ];
}

function* annotations(reading: Reading): Iterable<string> {
  const before = codePointsBefore(reading.report.text);
  for (const kind of KINDS) {
    for (const finding of reading[kind]) {
      const annotation = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        id: `urn:parley:${finding.id}`,
        type: "Annotation",
        motivation: "describing",
        body: body(kind, finding),
        target: finding.at.map((span) => target(reading, span, before)),
      };
      yield `${JSON.stringify(annotation)}\n`;
    }
  }
}

function* all(readings: readonly Reading[]): Iterable<string> {
  for (const reading of readings) yield* annotations(reading);
}

export const webAnnotation: Format = {
  name: "web-annotation",
  description: "W3C Web Annotations, one a line: findings on quotes, for annotation tools",
  mediaType: "application/ld+json",
  write: (story, options) => [{ name: "annotations.jsonl", text: all(story.seen(options).readings) }],
};
