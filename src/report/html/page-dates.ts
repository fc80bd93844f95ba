/**
 * When a page was published and changed, from everything on it that says so. Each piece of evidence has a weight by its
 * kind; a day gains by every further kind that says the same, the heaviest wins, and where others disagree the reason
 * is kept. Dates of related stories, of downloads and of copyright lines carry little or nothing.
 */
import names from "../../../data/lexicon/page-dates.json" with { type: "json" };
import { dayNumber, formatDay } from "../../record/day.ts";
import type { Published } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { firstWrittenDay, type Reading } from "../metadata/date-text.ts";
import { type Candidate, datesInElements, datesInScripts, datesInText } from "./date-evidence.ts";
import type { Element } from "./element.ts";
import { isObject, textIn } from "./json-ld.ts";
import type { PageHead } from "./page-head.ts";
import type { VisibleText } from "./visible-text.ts";

export interface PageDates {
  readonly published?: Published;
  readonly modified?: Published;
}

export interface Around {
  readonly root: Element;
  readonly url?: string;
  /** No later day is believed. */
  readonly fetched?: string;
  /** Where the title stands among the runs; below 0: nowhere. */
  readonly titleRun: number;
}

const EARLIEST = "1995-01-01";
/** What a day gains by each further kind of evidence. */
const SUPPORT = 10;
/** Below this weight a day is looked for in scripts, too. */
const WEAK = 48;

/** The dates of a page. */
export function pageDates(head: PageHead, page: VisibleText, around: Around): PageDates {
  const how = orderFor(head);
  const published: Candidate[] = [];
  const modified: Candidate[] = [];
  const add = (
    list: Candidate[],
    kind: Candidate["kind"],
    value: string | undefined,
    weight: number,
    why: string,
  ): void => {
    const day = dayOf(value, how);
    if (day !== undefined) list.push({ day, kind, weight, why, ...utc(value) });
  };
  add(published, "json-ld", said(head.article?.datePublished), 100, "JSON-LD datePublished");
  add(published, "json-ld", said(head.article?.dateCreated), 62, "JSON-LD dateCreated");
  add(modified, "json-ld", said(head.article?.dateModified), 100, "JSON-LD dateModified");
  for (const object of head.jsonLd) {
    if (object !== head.article)
      add(published, "json-ld", said(object.datePublished), 50, "JSON-LD of another object");
  }
  for (const name of names.published) add(published, "meta", head.meta.get(name), 92, `meta ${name}`);
  for (const name of names.lesser) add(published, "meta", head.meta.get(name), 66, `meta ${name}`);
  for (const name of names.modified) add(modified, "meta", head.meta.get(name), 90, `meta ${name}`);
  const title = page.runs[around.titleRun]?.element;
  const inElements = datesInElements(head, title, (value) => dayOf(value, how));
  published.push(...inElements.published);
  modified.push(...inElements.modified);
  for (const address of new Set([around.url, head.canonical, head.meta.get("og:url")])) {
    const day = dayInAddress(address);
    if (day !== undefined) published.push({ day, kind: "address", weight: 72, why: "address" });
  }
  published.push(...datesInText(page, around.titleRun, { ...how, shortYears: true }));
  if (!published.some(({ weight }) => weight >= WEAK)) {
    published.push(...datesInScripts(around.root, (value) => dayOf(value, how)));
  }
  const isPossible = ({ day }: Candidate): boolean =>
    day >= EARLIEST && (around.fetched === undefined || day <= around.fetched);
  const possible = published.filter(isPossible);
  const changes = modified.filter(isPossible);
  // A page that only says when it was changed was published then or before.
  const fallback = changes.map((change) => ({
    ...change,
    weight: 34,
    why: `${change.why}, for want of another date`,
  }));
  const best = chosen(possible.length > 0 ? possible : fallback, page.text);
  const change = chosen(changes, page.text);
  return {
    ...(best !== undefined && { published: best }),
    ...(change !== undefined && { modified: change }),
  };
}

/** The day for which most speaks. */
function chosen(candidates: readonly Candidate[], text: string): Published | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const kinds = new Set(
      candidates.filter((c) => c.day === candidate.day && c.weight >= 40).map(({ kind }) => kind),
    );
    kinds.delete(candidate.kind);
    const total = candidate.weight + SUPPORT * kinds.size;
    if (best === undefined || total > most) [best, most] = [candidate, total];
  }
  if (best === undefined) return undefined;
  const winner = local(best, candidates);
  const number = numberOf(winner.day);
  const against = candidates.filter((c) => c.weight >= 60 && Math.abs(numberOf(c.day) - number) >= 2);
  const others = [...new Set(against.map((c) => `${c.why}: ${c.day}`))];
  return {
    value: winner.day,
    basis: winner.at === undefined ? "metadata" : "text",
    ...(winner.at !== undefined && { at: spanAt(text, winner.at.start, winner.at.end) }),
    why: others.length > 0 ? `${winner.why}; against ${others.slice(0, 3).join(", ")}` : winner.why,
  };
}

/**
 * A time in UTC may lie on the day beside the one that the place of publication counts, which the page then shows: the
 * day before in the Americas, the day after in East Asia and the Pacific.
 */
function local(best: Candidate, candidates: readonly Candidate[]): Candidate {
  const { utcHour } = best;
  if (utcHour === undefined) return best;
  const number = numberOf(best.day);
  const isBeside = ({ day }: Candidate): boolean => {
    const away = numberOf(day) - number;
    return (away === -1 && utcHour < 12) || (away === 1 && utcHour >= 10);
  };
  const shown = candidates.filter((c) => c.utcHour === undefined && c.weight >= WEAK);
  if (shown.some(({ day }) => day === best.day)) return best;
  return shown.filter(isBeside).sort((a, b) => b.weight - a.weight)[0] ?? best;
}

function numberOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayNumber(year, month, date);
}

/** Whether 10/8 is in August or in October, by the language of the page. */
function orderFor({ language, meta }: PageHead): Reading {
  const locale = (language ?? meta.get("og:locale") ?? "").toLowerCase().replace("_", "-");
  return { order: /^(?:en(?:-(?:us|ph|ca))?)?$/.test(locale) ? "month first" : "day first" };
}

/** The day in a value, which may be ISO 8601, RFC 2822, a count of seconds or plain words. */
function dayOf(value: string | undefined, how: Reading): string | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const days = Math.floor(Number(text) / (text.length === 13 ? 86_400_000 : 86_400));
    return days >= 9_000 && days < 30_000 ? formatDay(days) : undefined;
  }
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6}$|(?!\d))/.exec(text);
  if (compact !== null) return firstWrittenDay(`${compact[1]}-${compact[2]}-${compact[3]}`)?.value;
  return firstWrittenDay(text.replace(/^(\d{4}-\d\d-\d\d)T.*$/s, "$1"), how)?.value;
}

/** The hour of a time in UTC, for which the day may be another one where the page was made. */
function utc(value: string | undefined): { readonly utcHour?: number } {
  const hour = /^\d{4}-\d\d-\d\d[T ](\d\d).*(?:Z|[+-]00:?00)$/.exec(value?.trim() ?? "")?.[1];
  return hour === undefined ? {} : { utcHour: Number(hour) };
}

function said(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? said(value[0]) : isObject(value) ? textIn(value["@value"]) : textIn(value);
}

/** A full day in an address: /2025/08/10/, /2025-08-10-, 20250810, /10-08-2025. */
export function dayInAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const match =
    /[/_-]((?:19|20)\d\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?!\d)/.exec(address) ??
    /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//.exec(address);
  if (match !== null) return firstWrittenDay(`${match[1]}-${match[2]}-${match[3]}`)?.value;
  const reversed = /[/~_-](\d\d)-(\d\d)-((?:19|20)\d\d)(?!\d)/.exec(address);
  return reversed === null
    ? undefined
    : firstWrittenDay(`${reversed[1]}.${reversed[2]}.${reversed[3]}`)?.value;
}
