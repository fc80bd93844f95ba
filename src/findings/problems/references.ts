import type { Citation } from "../../record/citation.ts";
import { extent } from "../../record/edtf.ts";
import type { Event } from "../../record/event.ts";
import { isProse, type Report } from "../../record/report.ts";
import type { Span } from "../../record/span.ts";
import { oddities } from "./address.ts";
import type { Dated } from "./told-days.ts";
import type { Trouble } from "./trouble.ts";

/** What is wrong with the footnotes of a report: each on its own, against the text, and against each other. */
export function* references(
  report: Report,
  citations: readonly Citation[],
  events: readonly Event[],
  told: readonly Dated[] = [],
): Iterable<Trouble> {
  const entries = citations.filter(({ by }) => by === "footnote");
  for (const entry of entries) {
    yield* unmarked(entry);
    const [first] = [...early(report, entry, events), ...earlyBy(report, entry, told)];
    if (first) yield first;
    yield* late(report, entry);
    yield* address(report, entry);
  }
  yield* repeated(entries);
  yield* withoutEntry(report, entries);
}

function* unmarked(entry: Citation): Iterable<Trouble> {
  if (entry.markedAt.length > 0 || entry.marker === undefined) return;
  yield {
    kind: "orphan citation",
    severity: "minor",
    at: entry.at[0],
    description: `No sentence refers to footnote ${entry.marker}.`,
    by: "references: marker",
    score: 0.95,
  };
}

/** An entry cannot tell what had not happened when it appeared. */
function* early({ text, blocks }: Report, entry: Citation, events: readonly Event[]): Iterable<Trouble> {
  const dated = entry.date === undefined ? undefined : extent(entry.date);
  if (dated?.to === undefined || entry.title === undefined) return;
  const title = stems(entry.title);
  for (const event of events) {
    if (event.status !== "held" || event.when === undefined || event.negated) continue;
    if (
      !blocks.some(
        (block) => isProse(block) && block.start <= event.at[0].start && event.at[0].end <= block.end,
      )
    )
      continue;
    const took = extent(event.when);
    if (took?.from === undefined || took.from < dated.to) continue;
    const shared = [...title].filter((word) => eventWords(event).has(word));
    if (shared.length < 2 && !isMarkedBehind(text, entry, event)) continue;
    yield {
      kind: "impossible date",
      severity: "major",
      at: entry.at[0],
      also: [event.at[0]],
      description: `Dated ${entry.date}, before what it is cited for: the text puts that on ${event.when} ("${clip(event.at[0].text)}").`,
      by: "references: before the event",
      score: 0.8,
    };
    return;
  }
}

/** Shares this many stems with a title, and it tells of the same. */
const SAME_STORY = 3;

/** A sentence of the text that tells, on a day it names, what the title of an entry from before that day tells. */
function* earlyBy({ text }: Report, entry: Citation, told: readonly Dated[]): Iterable<Trouble> {
  const dated = entry.date === undefined ? undefined : extent(entry.date);
  if (dated?.to === undefined || entry.title === undefined) return;
  const title = stems(entry.title);
  for (const { start, end, on } of told) {
    const took = extent(on);
    if (took?.from === undefined || took.from < dated.to) continue;
    const words = stems(text.slice(start, end));
    const shared = [...title].filter((stem) => words.has(stem)).length;
    if (shared < SAME_STORY || shared < title.size / 2) continue;
    yield {
      kind: "impossible date",
      severity: "major",
      at: entry.at[0],
      also: [{ start, end }],
      description: `Dated ${entry.date}, before what its title tells: the text puts that on ${on} ("${clip(text.slice(start, end))}").`,
      by: "references: before what it tells",
      score: 0.7,
    };
    return;
  }
}

/** Whether the entry's marker stands behind the event in the same sentence. */
function isMarkedBehind(text: string, { markedAt }: Citation, { at: [event] }: Event): boolean {
  return markedAt.some(
    ({ start }) => event.end <= start && !/[.!?]\s+\p{Lu}|\n/u.test(text.slice(event.end, start)),
  );
}

function* late({ published }: Report, entry: Citation): Iterable<Trouble> {
  const dated = entry.date === undefined ? undefined : extent(entry.date);
  const appeared = published.value === undefined ? undefined : extent(published.value);
  if (dated?.from === undefined || appeared?.to === undefined || dated.from < appeared.to) return;
  yield {
    kind: "impossible date",
    severity: "major",
    at: entry.at[0],
    description: `Dated ${entry.date}, after this report itself (${published.value}).`,
    by: "references: after the report",
    score: 0.85,
  };
}

function* address({ text }: Report, entry: Citation): Iterable<Trouble> {
  if (entry.url === undefined) return;
  const reasons = oddities(entry.url, {
    ...(entry.outlet !== undefined && { outlet: entry.outlet }),
    ...(entry.date !== undefined && { date: entry.date }),
    ...(entry.title !== undefined && { title: entry.title }),
  });
  if (reasons.length === 0) return;
  const start = text.indexOf(entry.url, entry.at[0].start);
  yield {
    kind: "implausible url",
    severity: "minor",
    at: { start, end: start + entry.url.length },
    description: `The address is implausible: ${reasons.join("; ")}.`,
    by: "references: address",
    score: 0.8,
  };
}

function* repeated(entries: readonly Citation[]): Iterable<Trouble> {
  const seen = new Map<string, Citation>();
  for (const entry of entries) {
    const key = entry.url ?? `${entry.outlet ?? ""}\n${entry.title ?? entry.at[0].text}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, entry);
      continue;
    }
    yield {
      kind: "repetition",
      severity: "minor",
      at: entry.at[0],
      also: [first.at[0]],
      description: `Footnote ${entry.marker ?? ""} names the same source as ${first.marker ?? "an earlier one"}.`,
      by: "references: twice",
      score: 0.85,
    };
  }
}

/** A marker in the text that no entry answers. */
function* withoutEntry({ text, blocks }: Report, entries: readonly Citation[]): Iterable<Trouble> {
  if (entries.length === 0) return;
  const known = new Set(entries.map(({ marker }) => marker?.replace(/\D/gu, "")));
  for (const block of blocks) {
    if (!isProse(block)) continue;
    for (const match of text.slice(block.start, block.end).matchAll(/\[\^?(\d{1,3})\]/gu)) {
      if (known.has(match[1]!)) continue;
      const start = block.start + match.index;
      yield {
        kind: "orphan citation",
        severity: "minor",
        at: { start, end: start + match[0].length },
        description: `The text refers to footnote ${match[0]}, which is not there.`,
        by: "references: entry",
        score: 0.9,
      };
    }
  }
}

const SMALL = new Set([
  "after",
  "with",
  "that",
  "this",
  "from",
  "have",
  "were",
  "will",
  "their",
  "into",
  "over",
  "says",
  "said",
  "news",
  "first",
]);

/** The first letters of longer words, so that "talks" meets "talk" and "shelling" meets "shelled". */
function stems(words: string): ReadonlySet<string> {
  const long = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3 && !SMALL.has(word));
  return new Set(long.map((word) => (word.length > 5 ? word.slice(0, 5) : word.replace(/s$/u, ""))));
}

function eventWords({ at, participants, place }: Event): ReadonlySet<string> {
  const text = at.map((span: Span) => span.text).join(" ");
  return stems([text, place?.name ?? "", ...participants.map(({ name }) => name)].join(" "));
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
