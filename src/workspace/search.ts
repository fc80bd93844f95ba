/** From a question to reports, and in each to the places and findings that answer it. */
import { UserError } from "../record/diagnostic.ts";
import { extent } from "../record/edtf.ts";
import { type Finding, KINDS, type Reading } from "../record/reading.ts";
import { type Span, spanAt } from "../record/span.ts";
import type { Hit } from "../record/workspace.ts";
import { findingLine } from "../share/finding-line.ts";
import type { Store, TextQuery } from "../store/store.ts";
import {
  type Facet,
  facetToken,
  involved,
  issuesOf,
  namesIn,
  outletToken,
  periodsOf,
  periodToken,
} from "./index-entry.ts";
import { phrasesOf, type Term, termsOf } from "./terms.ts";
import type { SearchAnswer, SearchQuery } from "./workspace.ts";

const USUAL_LIMIT = 10;
const MOST_PASSAGES = 3;
const MOST_FINDINGS = 5;
/** A passage reaches no further than this on either side of a word. */
const REACH = 240;

function facetOf({ kind, actor, issue, stance }: SearchQuery): Facet | undefined {
  if (kind === undefined && actor === undefined && issue === undefined && stance === undefined)
    return undefined;
  return {
    ...(kind !== undefined && { kind }),
    ...(actor !== undefined && { actor }),
    ...(issue !== undefined && { issue }),
    ...(stance !== undefined && { stance }),
  };
}

/** @throws UserError where the text is no day */
function dayOf(text: string): number {
  const day = extent(text)?.from;
  if (day === undefined || !Number.isFinite(day))
    throw new UserError(`'${text}' is not a day such as 2031-04-02`);
  return day;
}

const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2100-12-31";

function textQuery(query: SearchQuery, limit: number): TextQuery {
  const phrases = phrasesOf(query.text);
  const facet = facetOf(query);
  const facets: string[][] = facet ? [[facetToken(facet)]] : [];
  if (query.outlet !== undefined) facets.push([outletToken(query.outlet)]);
  const isDated = query.from !== undefined || query.to !== undefined;
  const from = dayOf(query.from ?? FIRST_DAY);
  const to = dayOf(query.to ?? LAST_DAY) + 1;
  if (from >= to) throw new UserError(`no day is between ${query.from} and ${query.to}`);
  if (isDated) facets.push(periodsOf(from, to).map(periodToken));
  if (phrases.length === 0 && facets.length === 0) {
    throw new UserError("say what to look for: words, or a filter such as an actor or an issue");
  }
  return { phrases, facets, ...(isDated && { from, to }), limit: limit + 1, offset: query.offset ?? 0 };
}

/** Where the words and phrases of a question stand in a text. */
function marksIn(terms: readonly Term[], text: string, phrases: readonly (readonly string[])[]): Span[] {
  const marks = new Map<number, Span>();
  const byFirst = Map.groupBy(phrases, ([first]) => first!);
  for (const [i, { term, start }] of terms.entries()) {
    for (const phrase of byFirst.get(term) ?? []) {
      if (!phrase.every((one, k) => terms[i + k]?.term === one)) continue;
      const { end } = terms[i + phrase.length - 1]!;
      if ((marks.get(start)?.end ?? 0) < end) marks.set(start, spanAt(text, start, end));
    }
  }
  return [...marks.values()];
}

/** Where whole words begin in what was cut from before a mark. */
function wordsFrom(before: string, isWhole: boolean): number {
  const first = before.search(isWhole ? /\S/ : /(?<=\s)\S/);
  return first < 0 ? before.length : first;
}

/** Where whole words end in what was cut from behind a mark. */
function wordsTo(after: string, isWhole: boolean): number {
  const last = isWhole ? -1 : after.search(/\s\S*$/);
  return last < 0 ? after.length : last;
}

/** The sentence around a mark, as far as stops and line breaks show it; else whole words. */
function around(text: string, { start, end }: Span): { from: number; to: number } {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const left = [...before.matchAll(/\n|[.!?]["”’)]{0,2}\s/g)].at(-1);
  const right = /\n|[.!?]["”’)]{0,2}(?=\s|$)/.exec(after);
  const from =
    start - before.length + (left ? left.index + left[0].length : wordsFrom(before, start <= REACH));
  const to =
    end + (right ? right.index + right[0].trimEnd().length : wordsTo(after, end + REACH >= text.length));
  return { from: Math.min(Math.max(from, 0), start), to };
}

function distinct(marks: readonly Span[]): number {
  return new Set(marks.flatMap(({ text }) => termsOf(text).map(({ term }) => term))).size;
}

/** Passages with the most of the question in them; the first of the text where none has any. */
function passagesIn(text: string, marks: readonly Span[]): Hit["passages"] {
  const found: { from: number; to: number; marks: Span[] }[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (last && mark.start < last.to) {
      last.marks.push(mark);
      continue;
    }
    const { from, to } = around(text, mark);
    found.push({ from: Math.max(from, last?.to ?? 0), to: Math.max(to, mark.end), marks: [mark] });
  }
  return found
    .map((passage) => ({ ...passage, worth: distinct(passage.marks) }))
    .sort((a, b) => b.worth - a.worth || a.from - b.from)
    .slice(0, MOST_PASSAGES)
    .map(({ from, to, marks: own }) => ({ ...spanAt(text, from, to), marks: own }));
}

function fits(finding: Finding, facet: Facet, names: ReadonlyMap<string, readonly string[]>): boolean {
  const same = (a: string) =>
    termsOf(a)
      .map(({ term }) => term)
      .join(" ");
  const { actor, issue, stance } = facet;
  if (stance !== undefined && !("stance" in finding && finding.stance === stance)) return false;
  if (issue !== undefined && !issuesOf(finding).some((one) => one.toLowerCase() === issue.toLowerCase()))
    return false;
  if (actor === undefined) return true;
  return involved(finding).some((id) => (names.get(id) ?? []).some((name) => same(name) === same(actor)));
}

/** Findings that the filters let through, those with the most of the question in their quotes first. */
function findingsIn(reading: Reading, facet: Facet | undefined, marks: readonly Span[]): Hit["findings"] {
  const names = namesIn(reading);
  const kinds = facet?.kind ? [facet.kind] : KINDS.filter((kind) => kind !== "times" && kind !== "places");
  return kinds
    .flatMap((kind) =>
      reading[kind]
        .filter((finding) => facet === undefined || fits(finding, facet, names))
        .map((finding) => {
          const [at] = finding.at;
          const own = marks.filter(({ start, end }) => at.start <= start && end <= at.end);
          return { kind, finding, at, marks: own, worth: distinct(own) };
        }),
    )
    .filter(({ worth }) => worth > 0 || facet !== undefined)
    .sort((a, b) => b.worth - a.worth || a.at.start - b.at.start)
    .slice(0, MOST_FINDINGS)
    .map(({ kind, finding, at, marks: own }) => ({
      kind,
      id: finding.id,
      at,
      marks: own,
      line: findingLine(kind, finding),
    }));
}

function hitOf(reading: Reading, score: number, phrases: readonly (readonly string[])[], facet?: Facet): Hit {
  const { id, text, title, outlet, published, file } = reading.report;
  const marks = marksIn(termsOf(text), text, phrases);
  return {
    report: id,
    ...(title && { title: title.value }),
    ...(outlet && { outlet: outlet.value }),
    ...(published.value !== undefined && { published: published.value }),
    ...(file !== undefined && { file }),
    score,
    passages: passagesIn(text, marks),
    findings: findingsIn(reading, facet, marks),
  };
}

/** @throws UserError where nothing is asked, or a day is none */
export async function searched(store: Store, query: SearchQuery): Promise<SearchAnswer> {
  const limit = query.limit ?? USUAL_LIMIT;
  const asked = textQuery(query, limit);
  const found = await store.search(asked);
  const shown = found.slice(0, limit);
  const readings = await store.readings(shown.map(({ report }) => report));
  const scores = new Map(shown.map(({ report, score }) => [report, score]));
  return {
    hits: readings.map((reading) =>
      hitOf(reading, scores.get(reading.report.id)!, asked.phrases, facetOf(query)),
    ),
    more: found.length > limit,
  };
}
