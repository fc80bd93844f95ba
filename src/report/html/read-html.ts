/** HTML to a text, its blocks and what the page says about the report. */

import { outletOfUrl } from "../../assets/outlets.ts";
import type { Diagnostic } from "../../record/diagnostic.ts";
import type { Block, Fact } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { boostedModel, boostedScore } from "../boosted.ts";
import type { Draft, Facts } from "../draft.ts";
import { furnitureOf, wordCount } from "../furniture/lexicon.ts";
import { present } from "../given.ts";
import { datelineFacts, datelineOf } from "../metadata/dateline.ts";
import type { ReportOptions } from "../read-report.ts";
import { blockKindOf, headingLevel } from "./block-kind.ts";
import type { Element } from "./element.ts";
import { BODY_FEATURES, featuresOf, type Told } from "./features.ts";
import { textIn } from "./json-ld.ts";
import { pageDates } from "./page-dates.ts";
import { headlineOf, metaOf, type PageHead, pageHead, siteOf, unescaped } from "./page-head.ts";
import { parseHtml } from "./parse-html.ts";
import { postedIn } from "./posted.ts";
import { fold } from "./run-words.ts";
import { type Run, type VisibleText, visibleText } from "./visible-text.ts";

/** The blocks and facts of a page; every run of its visible text is in one block. */
export function readHtml(source: string, options: ReportOptions): Draft {
  const { root, tooDeep } = parseHtml(source);
  const page = visibleText(root);
  const head = pageHead(root);
  const title = headlineOf(head);
  const isBody = bodyOf(page, toldBy(head, title));
  const shown = titleIn(page, titleRunOf(page, title, isBody), title);
  const blocks = page.runs.map((run, i) => blockOf(page, run, i, isBody, shown));
  const dateline = cutDateline(page, blocks);
  const facts = factsOf(head, page, { root, shown, title, options });
  return {
    text: page.text,
    blocks: blocks.flat(),
    facts: { ...dateline, ...facts },
    diagnostics: diagnosticsOf(page, blocks, tooDeep),
    posted: postedIn(head, page),
  };
}

/** What the page's head says of its text. */
export function toldBy(head: PageHead, title: string | undefined): Told {
  const description = metaOf(head, "og:description", "description", "twitter:description");
  const articleBody = textIn(head.article?.articleBody);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(articleBody !== undefined && { articleBody }),
  };
}

/** No article has so many runs of text; what comes after them is not looked at, and that is said. */
const MOST_RUNS = 20_000;

/** For each run whether it is body. */
function bodyOf(page: VisibleText, told: Told): readonly boolean[] {
  const model = boostedModel("page-body", BODY_FEATURES);
  const looked =
    page.runs.length < MOST_RUNS ? page : { text: page.text, runs: page.runs.slice(0, MOST_RUNS) };
  return featuresOf(looked, told).map((row) => boostedScore(model, row) >= model.threshold);
}

/** A heading shares this much of its words with the headline of the page's head, in tenths, to be taken for the title. */
const SHARED = 6;
/** How many runs after the first of the body the title may stand, where a picture's caption comes first. */
const AFTER_BODY = 3;

/** The run that is the title: the heading nearest in words to the headline, else the last of level 1 before the body. */
function titleRunOf(page: VisibleText, title: string | undefined, isBody: readonly boolean[]): number {
  const wanted = fold(title ?? "");
  const words = new Set(wanted.split(" "));
  const bodyAt = isBody.indexOf(true);
  let best = -1;
  let most = 0;
  page.runs.forEach(({ start, end, element }, i) => {
    const level = headingLevel(element);
    if (end - start >= 400 || (level === 0 && best >= 0)) return;
    const folded = fold(page.text.slice(start, end));
    const isSame = folded !== "" && folded === wanted;
    if ((level === 0 && !isSame) || folded === "") return;
    const own = folded.split(" ");
    const shared = (own.filter((word) => words.has(word)).length * 10) / own.length;
    const isInPlace = level === 1 && own.length >= 2 && (bodyAt < 0 || i < bodyAt + AFTER_BODY);
    if (!isSame && !isInPlace && (shared < SHARED || own.length < 2)) return;
    const points = (isSame ? 10 : 0) + (level === 1 ? 6 : level > 0 ? 2 : 0) + shared + (isInPlace ? 1 : 0);
    if (points > most) [best, most] = [i, points];
  });
  return best;
}

/** Where the title stands: in which run, below 0 in none, and from where to where. */
interface Title {
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

/** The headline alone, where a run holds a section or a second line beside it. */
function titleIn(page: VisibleText, at: number, title: string | undefined): Title {
  const run = page.runs[at];
  if (run === undefined) return { run: -1, start: 0, end: 0 };
  const whole = { run: at, start: run.start, end: run.end };
  if (title === undefined || wordCount(title) < 3) return whole;
  const shown = page.text.slice(run.start, run.end);
  const from = shown.toLowerCase().indexOf(title.toLowerCase());
  // A few letters change their length with their case.
  if (from < 0 || shown.toLowerCase().length !== shown.length) return whole;
  return { run: at, start: run.start + from, end: run.start + from + title.length };
}

/** The title, and what stands before and behind it in its run. */
function titleBlocks(text: string, run: Run, { start, end }: Title): Block[] {
  const before = text.slice(run.start, start).trimEnd().length;
  const behind = text.slice(end, run.end);
  const from = end + behind.length - behind.trimStart().length;
  const why = "section label";
  const rest: Block = { kind: "deck", start: from, end: run.end };
  return [
    ...(before > 0 ? [{ kind: "furniture" as const, start: run.start, end: run.start + before, why }] : []),
    { kind: "title", start, end },
    ...(from >= run.end
      ? []
      : wordCount(behind) < 5
        ? [{ ...rest, kind: "furniture" as const, why }]
        : [rest]),
  ];
}

function blockOf(
  page: VisibleText,
  run: Run,
  i: number,
  isBody: readonly boolean[],
  titleRun: Title,
): Block[] {
  const { start, end, element } = run;
  if (i === titleRun.run) return titleBlocks(page.text, run, titleRun);
  if (isBody[i]) return [{ ...blockKindOf(element, page.text.slice(start, end)), start, end }];
  const why = furnitureOf(page.text.slice(start, end))?.why ?? "outside the body";
  return [{ kind: "furniture", start, end, why }];
}

/** Cuts a dateline off the first paragraph and says what it tells. */
function cutDateline(page: VisibleText, blocks: Block[][]): Facts {
  const first = blocks.findIndex(([block]) => block?.kind === "paragraph" && block.end - block.start >= 40);
  const block = blocks[first]?.[0];
  if (block === undefined) return {};
  const found = datelineOf(page.text.slice(block.start, block.end));
  if (found === undefined) return {};
  const end = block.start + page.text.slice(block.start, block.start + found.end).trimEnd().length;
  blocks[first] = [
    { kind: "dateline", start: block.start, end },
    { ...block, start: block.start + found.end },
  ];
  return datelineFacts(page.text, block.start, found);
}

interface Known {
  readonly root: Element;
  readonly shown: Title;
  readonly title: string | undefined;
  readonly options: ReportOptions;
}

function factsOf(
  head: PageHead,
  page: VisibleText,
  { root, shown: { run: titleRun, start, end }, title, options }: Known,
): Facts {
  const shown = titleRun < 0 ? undefined : spanAt(page.text, start, end);
  const isSame = shown !== undefined && title !== undefined && fold(shown.text) === fold(title);
  const url = head.canonical ?? metaOf(head, "og:url") ?? textIn(head.article?.url);
  const isAddress = url !== undefined && /^https?:\/\/./i.test(url);
  const site =
    (options.url === undefined ? undefined : outletOfUrl(options.url)) ??
    (isAddress ? outletOfUrl(url) : undefined) ??
    siteOf(head);
  const dates = pageDates(head, page, {
    root,
    titleRun,
    ...(options.url !== undefined && { url: options.url }),
    ...(options.fetched !== undefined && { fetched: options.fetched }),
  });
  const section = textIn(head.article?.articleSection) ?? metaOf(head, "article:section", "section");
  return present({
    title:
      shown !== undefined
        ? { value: shown.text, basis: isSame ? "metadata" : "text", at: shown }
        : metadata(title),
    outlet: metadata(site),
    byline: bylineOf(head),
    section: metadata(section),
    url: metadata(isAddress ? url : undefined),
    ...dates,
  });
}

function metadata(value: string | undefined): Fact | undefined {
  return value === undefined || value.trim() === ""
    ? undefined
    : { value: unescaped(value), basis: "metadata" };
}

function bylineOf(head: PageHead): Fact | undefined {
  const said =
    textIn(head.article?.author) ??
    metaOf(head, "author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author");
  const name = said === undefined || /^https?:/.test(said) ? head.byline : said;
  // What parted the name from a date is left over at its end.
  return metadata(name?.replace(/^by\s+/i, "").replace(/\s[|,–—-]{1,2}$/u, ""));
}

function diagnosticsOf(
  page: VisibleText,
  blocks: readonly Block[][],
  tooDeep: boolean,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const where = { start: 0, end: page.text.length };
  if (tooDeep) {
    const message =
      "The page nests its elements deeper than 250 levels; what lies deeper was read as if it stood at that level.";
    diagnostics.push({ code: "deep-nesting", severity: "warning", message, where });
  }
  const beyond = page.runs[MOST_RUNS];
  if (beyond !== undefined) {
    const message = `The page has ${page.runs.length} pieces of text; only the first ${MOST_RUNS} were looked at.`;
    diagnostics.push({
      code: "page-too-long",
      severity: "warning",
      message,
      where: { start: beyond.start, end: page.text.length },
    });
  }
  if (page.runs.length === 0) {
    diagnostics.push({
      code: "no-text",
      severity: "error",
      message: "The page shows no text; it may be built by a script.",
    });
  } else if (!blocks.flat().some((block) => isSentenceLong(block, page.text))) {
    const message =
      "No article was found on the page: it may be a front page, a form or a page built by a script.";
    diagnostics.push({ code: "no-body", severity: "warning", message, where });
  }
  return diagnostics;
}

/** An article has one sentence at least; what has none is a list of links. */
function isSentenceLong({ kind, start, end }: Block, text: string): boolean {
  return kind !== "furniture" && kind !== "title" && wordCount(text.slice(start, end)) >= 6;
}
