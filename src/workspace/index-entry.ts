/** What a report is found by: its words, the words of its record, and its facets. */
import { createHash } from "node:crypto";
import { formatDay } from "../record/day.ts";
import { extent } from "../record/edtf.ts";
import { type Finding, KINDS, type Kind, type Reading } from "../record/reading.ts";
import type { IndexEntry } from "../store/store.ts";
import { termsOf } from "./terms.ts";

/** Raised whenever the words or facets of a report come out otherwise than before: all reports are indexed anew. */
export const INDEX_VERSION = "1";

/** What a finding can be asked for by; all of them hold of one finding. */
export interface Facet {
  readonly kind?: Kind;
  readonly actor?: string;
  readonly issue?: string;
  readonly stance?: string;
}

/** Words of a longer text are not indexed: PostgreSQL holds no more than a megabyte a text. */
const MOST_TERMS = 50_000;
/** Names under which one actor of a report can be asked for. */
const MOST_NAMES = 4;
/** An interval of more months is asked for by its years. */
const MOST_MONTHS = 24;

function joined(text: string): string {
  return termsOf(text)
    .slice(0, MOST_TERMS)
    .map(({ term }) => term)
    .join(" ");
}

/** One word for what cannot be mistaken for a word of a text. */
function token(...parts: readonly string[]): string {
  return `q${createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 15)}`;
}

export function facetToken({ kind, actor, issue, stance }: Facet): string {
  const name = actor === undefined ? "" : joined(actor);
  return token("finding", kind ?? "", name, issue?.toLowerCase() ?? "", stance ?? "");
}

export function outletToken(outlet: string): string {
  return token("outlet", joined(outlet.replace(/^the\s+/i, "")));
}

export function periodToken(period: string): string {
  return token("published", period);
}

/** Months as 2031-04 of the days from `from` up to and without `to`; years where there are too many. */
export function periodsOf(from: number, to: number): string[] {
  const [first, last] = [formatDay(from), formatDay(to - 1)];
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const end = last.slice(0, 7);
  for (let name = first.slice(0, 7); name <= end && months.length <= MOST_MONTHS; ) {
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  if (months.length <= MOST_MONTHS) return months;
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  return Array.from({ length: years }, (_, i) => String(Number(first.slice(0, 4)) + i).padStart(4, "0"));
}

/** Ids of all actors and places that a finding points at. */
export function involved(finding: Finding): string[] {
  const ids: string[] = [finding.id];
  for (const [field, value] of Object.entries(finding)) {
    if (field === "at" || field === "by" || field === "judged") continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === "object" && one !== null && "id" in one && "name" in one) ids.push(String(one.id));
    }
  }
  return ids;
}

/** What a finding is about: of a proposal the issues of its terms. */
export function issuesOf(finding: Finding): string[] {
  if ("issue" in finding) return [finding.issue];
  return "terms" in finding ? [...new Set(finding.terms.map(({ issue }) => issue))] : [];
}

/** The names of each actor and place of a reading, by id. */
export function namesIn({ actors, places }: Reading): Map<string, string[]> {
  return new Map(
    [...actors, ...places].map(({ id, name, mentions }) => [
      id,
      [...new Set([name, ...mentions.map(({ text }) => text)])].slice(0, MOST_NAMES),
    ]),
  );
}

function addFacets(into: Set<string>, kind: Kind, finding: Finding, names: readonly string[]): void {
  const stance = "stance" in finding ? finding.stance : undefined;
  const issues: (string | undefined)[] = [undefined, ...issuesOf(finding)];
  for (const actor of [undefined, ...names]) {
    for (const issue of issues) {
      for (const said of stance === undefined ? [undefined] : [undefined, stance]) {
        for (const own of [undefined, kind]) {
          into.add(
            facetToken({
              ...(own && { kind: own }),
              ...(actor !== undefined && { actor }),
              ...(issue !== undefined && { issue }),
              ...(said && { stance: said }),
            }),
          );
        }
      }
    }
  }
}

function facetsOf(reading: Reading): string[] {
  const { outlet, published } = reading.report;
  const facets = new Set<string>();
  if (outlet) facets.add(outletToken(outlet.value));
  const stretch = published.value === undefined ? undefined : extent(published.value);
  if (stretch && Number.isFinite(stretch.to)) {
    for (const period of periodsOf(stretch.to - 1, stretch.to)) {
      facets.add(periodToken(period));
      facets.add(periodToken(period.slice(0, 4)));
    }
  }
  const names = namesIn(reading);
  for (const kind of KINDS) {
    for (const finding of reading[kind]) {
      const own = new Set(involved(finding).flatMap((id) => names.get(id) ?? []));
      addFacets(facets, kind, finding, [...own]);
    }
  }
  return [...facets];
}

/** The record in words: who, on what, how. */
function recordOf(reading: Reading): string {
  const words = [
    ...reading.actors.map(({ name }) => name),
    ...reading.places.map(({ name }) => name),
    ...reading.events.map(({ subtype }) => subtype),
    ...reading.positions.flatMap(({ issue, stance }) => [issue, stance]),
  ];
  return [...new Set(words)].join("\n");
}

/** Everything that a report is found by, from its reading alone. */
export function indexEntry(reading: Reading): IndexEntry {
  const { title, text } = reading.report;
  return {
    title: joined(title?.value ?? ""),
    text: joined(text),
    record: joined(recordOf(reading)),
    facets: facetsOf(reading),
    version: INDEX_VERSION,
  };
}
