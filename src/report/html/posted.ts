/** When the entries of a live report were posted, as the page says beside their text: in JSON-LD and in time elements. */
import type { Posted } from "../parts/entries.ts";
import { type Element, lineOf } from "./element.ts";
import { isObject, textIn } from "./json-ld.ts";
import type { PageHead } from "./page-head.ts";
import { fold } from "./run-words.ts";
import type { Run, VisibleText } from "./visible-text.ts";

/** A line that gives a time is shorter, in characters. */
const LONGEST = 120;
/** Elements around a time element within which its line of text is looked for. */
const REACH = 4;
/** Letters by which a text is known again. */
const OPENING = 40;

/** Times with the place in the text of the page at which they stand, in text order. */
export function postedIn(head: PageHead, page: VisibleText): readonly Posted[] {
  const found = [...updatesIn(head, page), ...timesIn(head, page)];
  return found.sort((a, b) => a.at - b.at);
}

/** Of a LiveBlogPosting of schema.org its updates, found by their headline or by how they begin. */
function updatesIn({ jsonLd }: PageHead, page: VisibleText): readonly Posted[] {
  const updates = jsonLd.flatMap(({ liveBlogUpdate }) => [liveBlogUpdate].flat().filter(isObject));
  if (updates.length === 0) return [];
  const runs = new Map<string, number>();
  for (const { start, end } of page.runs) {
    const opening = openingOf(page.text.slice(start, end));
    if (!runs.has(opening)) runs.set(opening, start);
  }
  return updates.flatMap((update) => {
    const value = momentOf(textIn(update.datePublished));
    const texts = [textIn(update.headline), textIn(update.articleBody)];
    const at = texts.map((text) => runs.get(openingOf(text ?? ""))).find((start) => start !== undefined);
    return value === undefined || at === undefined ? [] : [{ at, value }];
  });
}

function openingOf(text: string): string {
  return fold(text.slice(0, 2 * OPENING)).slice(0, OPENING);
}

/** Time elements that stand in a short line of their own. */
function timesIn({ dated }: PageHead, page: VisibleText): readonly Posted[] {
  const runsOf = Map.groupBy(page.runs, ({ element }) => element);
  return [...dated.keys()].flatMap((element) => {
    const value = element.name === "time" ? momentOf(element.attributes.datetime) : undefined;
    const run = value === undefined ? undefined : runOf(element, page, runsOf);
    return value === undefined || run === undefined ? [] : [{ at: run.start, value }];
  });
}

function runOf(
  element: Element,
  page: VisibleText,
  runsOf: ReadonlyMap<Element, readonly Run[]>,
): Run | undefined {
  const shown = lineOf(element);
  let at = element.parent;
  for (let level = 0; shown !== undefined && at !== undefined && level < REACH; level++, at = at.parent) {
    const run = runsOf
      .get(at)
      ?.find(({ start, end }) => end - start < LONGEST && page.text.slice(start, end).includes(shown));
    if (run !== undefined) return run;
  }
  return undefined;
}

/** A day, with the time where it is given: `2025-08-10T14:05`. */
function momentOf(iso: string | undefined): string | undefined {
  const found = /^((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/u.exec(iso?.trim() ?? "");
  return found === null ? undefined : found[2] === undefined ? found[1] : `${found[1]}T${found[2]}`;
}
