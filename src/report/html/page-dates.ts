/**
 * When a page was published and changed, from everything on it that says so. Each piece of evidence has a weight by its
 * kind; the heaviest wins, and where others disagree the reason is kept. Dates of related stories, of downloads and of
 * copyright lines carry little or nothing.
 */
import { dayNumber } from "../../record/day.ts";
import type { Published } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { firstWrittenDay, type Reading, writtenDays } from "../metadata/date-text.ts";
import { type Element, shownText } from "./element.ts";
import { isObject, textIn } from "./json-ld.ts";
import type { PageHead } from "./page-head.ts";
import type { VisibleText } from "./visible-text.ts";

export interface PageDates {
  readonly published?: Published;
  readonly modified?: Published;
}

interface Candidate {
  readonly day: string;
  readonly weight: number;
  readonly why: string;
  readonly at?: { readonly start: number; readonly end: number };
}

export interface Around {
  readonly url?: string;
  /** No later day is believed. */
  readonly fetched?: string;
  /** Where the title stands among the runs; below 0: nowhere. */
  readonly titleRun: number;
}

const PUBLISHED_META = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "article:published",
  "parsely-pub-date",
  "publish-date",
  "publishdate",
  "publish_date",
  "publication_date",
  "publication-date",
  "publicationdate",
  "pubdate",
  "date.published",
  "dc.date.issued",
  "dcterms.issued",
  "dc.issued",
  "citation_publication_date",
  "citation_date",
  "citation_online_date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "cxenseparse:recs:articlepublishtime",
  "bt:pubdate",
  "published_time",
  "pdate",
  "article.published",
  "originalpublicationdate",
  "rnews:datepublished",
  "dateissued",
  "article_date_original",
  "article:publicationdate",
  "shareaholic:article_published_time",
  "last-published",
  "displaydate",
  "ptime",
  "createdate",
  "og:pubdate",
  "vr:published_time",
  "date_published",
  "published-date",
  "published",
  "og:publish_date",
  "article.created",
];
const LESSER_META = [
  "date",
  "dc.date",
  "dc.date.created",
  "dcterms.date",
  "dcterms.created",
  "dc.created",
  "datecreated",
  "created",
  "og:date",
  "article_date",
  "article:date",
  "citation_year",
  "release_date",
  "dcterms.available",
  "dc.date.available",
  "time",
  "uploaddate",
  "article:create_at",
];
const MODIFIED_META = [
  "article:modified_time",
  "og:updated_time",
  "og:article:modified_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "dcterms.modified",
  "dc.date.modified",
  "dc.modified",
  "modified",
  "revised",
  "date.modified",
  "dateupdate",
  "updated_time",
  "lastmodified",
  "article:modified",
];
const EARLIEST = "1995-01-01";

/** The dates of a page. */
export function pageDates(head: PageHead, page: VisibleText, around: Around): PageDates {
  const how = orderFor(head);
  const published: Candidate[] = [];
  const modified: Candidate[] = [];
  const add = (list: Candidate[], value: string | undefined, weight: number, why: string): void => {
    const day = dayOf(value, how);
    if (day !== undefined) list.push({ day, weight, why });
  };
  add(published, said(head.article?.datePublished), 100, "JSON-LD datePublished");
  add(published, said(head.article?.dateCreated), 62, "JSON-LD dateCreated");
  add(modified, said(head.article?.dateModified), 100, "JSON-LD dateModified");
  for (const object of head.jsonLd) {
    if (object !== head.article) add(published, said(object.datePublished), 50, "JSON-LD of another object");
  }
  for (const name of PUBLISHED_META) add(published, head.meta.get(name), 92, `meta ${name}`);
  for (const name of LESSER_META) add(published, head.meta.get(name), 80, `meta ${name}`);
  for (const name of MODIFIED_META) add(modified, head.meta.get(name), 90, `meta ${name}`);
  for (const element of head.dated) datedElement(element, published, modified, how);
  const address = around.url ?? head.canonical ?? head.meta.get("og:url");
  add(published, dayInAddress(address), 72, "address");
  published.push(...datesInText(page, around.titleRun, how));
  const last = around.fetched;
  const isPossible = ({ day }: Candidate): boolean => day >= EARLIEST && (last === undefined || day <= last);
  const possible = published.filter(isPossible);
  const changes = modified.filter(isPossible);
  // A page that only says when it was changed was published then or before.
  const fallback = changes.map((candidate) => ({
    ...candidate,
    weight: 34,
    why: `${candidate.why}, for want of another date`,
  }));
  const best = chosen(possible.length > 0 ? possible : fallback, page.text);
  const change = chosen(changes, page.text);
  return {
    ...(best !== undefined && { published: best }),
    ...(change !== undefined && { modified: change }),
  };
}

/** The heaviest; of equals the one that most others support, then the first. */
function chosen(candidates: readonly Candidate[], text: string): Published | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (best === undefined || candidate.weight > best.weight) best = candidate;
  }
  if (best === undefined) return undefined;
  const { day, why } = best;
  const number = numberOf(day);
  const others = [
    ...new Set(
      candidates
        .filter((c) => c.weight >= 60 && Math.abs(numberOf(c.day) - number) >= 2)
        .map((c) => `${c.why}: ${c.day}`),
    ),
  ];
  const isText = best.at !== undefined;
  return {
    value: day,
    basis: isText ? "text" : "metadata",
    ...(best.at !== undefined && { at: spanAt(text, best.at.start, best.at.end) }),
    why: others.length > 0 ? `${why}; against ${others.slice(0, 3).join(", ")}` : why,
  };
}

function numberOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayNumber(year, month, date);
}

/** Whether 10/8 is in August or in October, by the language of the page. */
function orderFor({ language, meta }: PageHead): Reading {
  const locale = (language ?? meta.get("og:locale") ?? "").toLowerCase().replace("_", "-");
  if (/^en-(?:us|ph|ca)/.test(locale)) return { order: "month first" };
  if (/^en$|^$/.test(locale)) return { order: "month first" };
  return { order: "day first" };
}

/** The day in a value, which may be ISO 8601, RFC 2822, a count of seconds or plain words. */
export function dayOf(value: string | undefined, how: Reading): string | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const days = Math.floor(Number(text) / (text.length === 13 ? 86_400_000 : 86_400));
    return days >= 9_000 && days < 30_000 ? isoOf(days) : undefined;
  }
  const compact =
    /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(text) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)(?=\d{4,6}$)/.exec(text);
  if (compact !== null) return firstWrittenDay(`${compact[1]}-${compact[2]}-${compact[3]}`)?.value;
  return firstWrittenDay(text.replace(/^(\d{4}-\d\d-\d\d)T.*$/s, "$1"), how)?.value;
}

function isoOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function said(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? said(value[0]) : isObject(value) ? textIn(value["@value"]) : textIn(value);
}

function datedElement(element: Element, published: Candidate[], modified: Candidate[], how: Reading): void {
  const { name, attributes } = element;
  const value =
    attributes.datetime ??
    attributes.content ??
    (name === "abbr" ? attributes.title : undefined) ??
    attributes["data-date"];
  const shown = value === undefined || value === "" ? textWithin(element) : value;
  const day = dayOf(shown, how);
  if (day === undefined) return;
  const names =
    `${attributes.itemprop ?? ""} ${attributes.class ?? ""} ${attributes.id ?? ""} ${attributes.pubdate === undefined ? "" : "published"}`.toLowerCase();
  const isChange = /modif|updat|revis|aktualis/.test(names) && !/publi/.test(names);
  const aside = isAside(element);
  if (isChange) {
    modified.push({ day, weight: aside ? 20 : 70, why: "element of the page" });
    return;
  }
  const isMarked = /datepublished|pubdate|published/.test(names);
  const isTime = name === "time" || attributes.datetime !== undefined;
  const weight = isMarked ? 84 : isTime ? 70 : 58;
  published.push({
    day,
    weight: aside ? weight - 45 : weight,
    why: isTime ? "time element" : "element named for a date",
  });
}

function textWithin(element: Element): string | undefined {
  const text = shownText(element);
  return text.length < 120 ? text : undefined;
}

const ASIDE =
  /comment|related|sidebar|footer|widget|teaser|recent|popular|recommend|latest|more-|card|aside|nav|menu|copyright|event|calendar/i;

/** True within comments, related stories, side columns and the like. */
function isAside(element: Element): boolean {
  let level = 0;
  for (
    let at: Element | undefined = element;
    at !== undefined && at.name !== "body";
    at = at.parent, level++
  ) {
    if (/^(?:aside|nav|footer)$/.test(at.name)) return true;
    if (
      level < 8 &&
      at.name !== "article" &&
      ASIDE.test(`${at.attributes.class ?? ""} ${at.attributes.id ?? ""}`)
    )
      return true;
  }
  return false;
}

/** A full day in an address: /2025/08/10/, /2025-08-10-, 20250810. */
export function dayInAddress(address: string | undefined): string | undefined {
  const match =
    /[/_-]((?:19|20)\d\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?![\d])/.exec(address ?? "") ??
    /[/]((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//.exec(address ?? "");
  return match === null ? undefined : firstWrittenDay(`${match[1]}-${match[2]}-${match[3]}`)?.value;
}

const LABELLED =
  /publish|posted|veröffentlicht|publié|publicado|pubblicato|erstellt|geplaatst|opublikowan|vom\b|am\b|date\b|datum|on\b|stand:|^\W*\d/i;
const UPDATED = /updated?|modified|aktualisiert|mis à jour|geändert|actualizado|letzte änderung/i;
const NOT_ITS_OWN = /©|copyright|all rights|download|abgerufen|retrieved|accessed/i;
const NEAR_BEFORE = 4;
const NEAR_AFTER = 10;
const SHORT_RUN = 200;

/** Days that stand by themselves in short runs, the nearer to the title the heavier. */
function datesInText(page: VisibleText, titleRun: number, how: Reading): readonly Candidate[] {
  const found: Candidate[] = [];
  page.runs.forEach((run, i) => {
    if (run.end - run.start >= SHORT_RUN && i !== titleRun + 1) return;
    const text = page.text.slice(run.start, Math.min(run.end, run.start + SHORT_RUN));
    if (!/\d/.test(text) || NOT_ITS_OWN.test(text)) return;
    const day = writtenDays(text, how)[0];
    if (day === undefined || isAside(run.element)) return;
    const isNear = titleRun >= 0 && i >= titleRun - NEAR_BEFORE && i < titleRun + NEAR_AFTER;
    const before = text.slice(0, day.start);
    const isLabelled = LABELLED.test(before) || day.start < 3;
    const isShort = text.length < 60;
    let weight = 30 + (isNear ? 18 : 0) + (isLabelled ? 6 : 0) + (isShort ? 6 : 0);
    if (UPDATED.test(before)) weight -= 12;
    if (day.start >= 60) weight -= 10;
    found.push({
      day: day.value,
      weight,
      why: "date in the text",
      at: { start: run.start + day.start, end: run.start + day.end },
    });
  });
  return found;
}
