/** Days that stand on a page itself: in elements made for dates, in short lines of its text, in its scripts. */
import { type Reading, writtenDays } from "../metadata/date-text.ts";
import { type Element, elementsOf, lineOf, textOf } from "./element.ts";
import type { PageHead } from "./page-head.ts";
import type { VisibleText } from "./visible-text.ts";

export interface Candidate {
  /** `2025-08-10` */
  readonly day: string;
  readonly kind: "json-ld" | "meta" | "time" | "address" | "text" | "script";
  readonly weight: number;
  readonly why: string;
  /** Of a time in UTC: its hour. */
  readonly utcHour?: number;
  readonly at?: { readonly start: number; readonly end: number };
}

type DayOf = (value: string | undefined) => string | undefined;

const IS_CHANGE = /modif|updat|revis|aktualis|changed/;
const IS_PUBLICATION =
  /publi|posted|erschienen|veröff|entry-date|post-date|article-?_*date|dateline|dc:date|datecreated/;
/** How many elements after the title a date still belongs to it. */
const NEAR_TITLE = 60;

/** Dates of `time` elements and of elements named for a date. */
export function datesInElements(
  head: PageHead,
  title: Element | undefined,
  dayOf: DayOf,
): { readonly published: readonly Candidate[]; readonly modified: readonly Candidate[] } {
  const published: Candidate[] = [];
  const modified: Candidate[] = [];
  const titleAt = title === undefined ? undefined : head.headings.get(title);
  for (const [element, order] of head.dated) {
    const { name, attributes } = element;
    const value =
      attributes.datetime ??
      attributes.content ??
      attributes["data-date"] ??
      (name === "abbr" ? attributes.title : undefined);
    const shown = shortTextOf(element);
    const day = dayOf(shown) ?? dayOf(value);
    if (day === undefined) continue;
    const marks = [attributes.itemprop, attributes.property, attributes.class, attributes.id]
      .join(" ")
      .toLowerCase();
    const isChange =
      (IS_CHANGE.test(marks) && !IS_PUBLICATION.test(marks)) || UPDATED.test(shown?.slice(0, 30) ?? "");
    const isTime = name === "time" || attributes.datetime !== undefined;
    const distance = titleAt === undefined ? 0 : order - titleAt;
    let weight = isChange
      ? 70
      : IS_PUBLICATION.test(marks) || attributes.pubdate !== undefined
        ? 80
        : isTime
          ? 68
          : 56;
    if (isAside(element)) weight -= 42;
    if (titleAt !== undefined && distance > -15 && distance < NEAR_TITLE) weight += 6;
    const why = isTime ? "time element" : "element named for a date";
    const utcHour = dayOf(shown) === undefined ? /T(\d\d).{0,40}Z$/.exec(value ?? "")?.[1] : undefined;
    (isChange ? modified : published).push({
      day,
      kind: "time",
      weight,
      why,
      ...(utcHour !== undefined && { utcHour: Number(utcHour) }),
    });
  }
  return { published, modified };
}

function shortTextOf(element: Element): string | undefined {
  return element.children.length >= 12 ? undefined : lineOf(element);
}

const ASIDE =
  /comment|reader|related|sidebar|footer|widget|teaser|recent|popular|recommend|latest|more-|aside|nav|menu|copyright|calendar|event/i;

/** True within comments, related stories, side columns and the like. */
function isAside(element: Element): boolean {
  let level = 0;
  for (
    let at: Element | undefined = element;
    at !== undefined && at.name !== "body";
    at = at.parent, level++
  ) {
    if (/^(?:aside|nav|footer)$/.test(at.name)) return true;
    if (level >= 8 || at.name === "article") continue;
    const { class: names, id } = at.attributes;
    if ((names !== undefined && ASIDE.test(names)) || (id !== undefined && ASIDE.test(id))) return true;
  }
  return false;
}

const LABELLED =
  /publish|posted|veröffentlicht|publié|publicado|pubblicato|erstellt|geplaatst|opublikowan|erschienen|vom\b|am\b|date\b|datum|on\b|stand:|^\W*\d/i;
const UPDATED = /updated?|modified|aktualisiert|mis à jour|geändert|actualizado|letzte änderung|zuletzt/i;
const NOT_ITS_OWN = /©|copyright|all rights|download|abgerufen|retrieved|accessed/i;
const NEAR_BEFORE = 4;
const NEAR_AFTER = 10;
const SHORT_RUN = 200;
const MOST = 300;
/** A long run may begin with its date, as agencies do. */
const AT_ITS_START = 40;

/** Days that stand by themselves in short runs, the nearer to the title the heavier. */
export function datesInText(page: VisibleText, titleRun: number, how: Reading): readonly Candidate[] {
  const found: Candidate[] = [];
  page.runs.forEach((run, i) => {
    if (found.length >= MOST) return;
    const length = run.end - run.start;
    const text = page.text.slice(
      run.start,
      run.start + Math.min(length, length < SHORT_RUN ? SHORT_RUN : AT_ITS_START),
    );
    if (!/\d.*\d/.test(text) || NOT_ITS_OWN.test(text)) return;
    const day = writtenDays(text, how)[0];
    if (day === undefined) return;
    const isNear = titleRun >= 0 && i >= titleRun - NEAR_BEFORE && i < titleRun + NEAR_AFTER;
    const before = text.slice(0, day.start);
    let weight = 30;
    if (isNear) weight += 18;
    if (LABELLED.test(before) || day.start < 3) weight += 6;
    if (text.length < 60) weight += 6;
    if (UPDATED.test(before)) weight -= 12;
    if (day.start >= 60) weight -= 10;
    if (isAside(run.element)) weight -= 22;
    const at = { start: run.start + day.start, end: run.start + day.end };
    found.push({ day: day.value, kind: "text", weight, why: "date in the text", at });
  });
  return found;
}

const IN_SCRIPT =
  /\\?"(?:datePublished|date_?published|publishedAt|published_?at|publication_?date|publish_?date|publish_?time|first_?published|created_?at|dateCreated)\\?"\s{0,3}:\s{0,3}\\?"((?:19|20)\d\d-\d\d-\d\d)/gi;
const LONGEST_SCRIPT = 1_000_000;

/** The first day of publication that a script or an unreadable JSON-LD names. */
export function datesInScripts(root: Element, dayOf: DayOf): readonly Candidate[] {
  for (const element of elementsOf(root)) {
    if (element.name !== "script") continue;
    const isJsonLd = /ld\+json/i.test(element.attributes.type ?? "");
    for (const [, value] of textOf(element).slice(0, LONGEST_SCRIPT).matchAll(IN_SCRIPT)) {
      const day = dayOf(value);
      if (day === undefined) continue;
      return [{ day, kind: "script", weight: isJsonLd ? 70 : 38, why: "script of the page" }];
    }
  }
  return [];
}
