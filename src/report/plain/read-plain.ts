/**
 * Plain text and Markdown to blocks. Every rule looks at general features: how long a line is, whether it ends like a
 * sentence, where it stands, what words of the furniture lexicon it has. In doubt a line is a paragraph: prose must
 * not be lost.
 */
import type { Block, BlockKind, Fact, Published } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import type { Draft, Facts } from "../draft.ts";
import { furnitureOf } from "../furniture/lexicon.ts";
import { factsGiven, present } from "../given.ts";
import { bylineOf } from "../metadata/byline.ts";
import { type DatelineFacts, datelineAlone, datelineFacts, datelineOf } from "../metadata/dateline.ts";
import { runInStamp, stampLine } from "../metadata/stamp.ts";
import { markAround } from "./around.ts";
import { chunksOf } from "./chunks.ts";
import { markFootnotes } from "./footnotes.ts";
import { frontMatterOf } from "./front-matter.ts";
import { markHead } from "./head.ts";
import { endsSentence, isProselike, isTitleLike, type Line, lineOf } from "./line.ts";
import { markMenus } from "./menus.ts";

/** The blocks and facts of a plain text. `title`: its title, where something else says it. */
export function readPlain(text: string, title?: string): Draft {
  const front = frontMatterOf(text);
  const lines = chunksOf(text, front.end).map(lineOf);
  markMarkdown(lines);
  markFootnotes(lines);
  markFurniture(lines);
  markBreadcrumbs(lines);
  const alone = markLoneDateline(text, lines);
  const stamped = markStamps(text, lines);
  markBylines(lines);
  markMenus(lines);
  const head = markHead(text, lines, front.given.title ?? title);
  markWhatFollows(lines);
  markAround(lines);
  const dateline = markDateline(text, lines);
  markHeadings(lines);
  const frontBlock: Block[] =
    front.end > 0
      ? [{ kind: "furniture", start: 0, end: text.slice(0, front.end).trimEnd().length, why: "front matter" }]
      : [];
  const facts: Facts = {
    ...present({
      title: head.title,
      outlet: head.outlet,
      byline: bylineFact(text, lines),
      published: stamped.published ?? dateline.published ?? alone.published ?? head.published,
      modified: stamped.modified,
      dateline: dateline.dateline ?? alone.dateline,
      agency: dateline.agency ?? alone.agency,
    }),
    ...factsGiven(front.given, "metadata"),
  };
  return { text, blocks: [...frontBlock, ...lines.flatMap(blocksOf)], facts, diagnostics: front.diagnostics };
}

/** One block, with a stamp or dateline before it where one was cut off. */
function blocksOf(line: Line): Block[] {
  const blocks: Block[] = line.before === undefined ? [] : [line.before];
  const start = line.from ?? line.start;
  if (start < line.end) {
    blocks.push({
      kind: line.kind ?? "paragraph",
      start,
      end: line.end,
      ...(line.level !== undefined && { level: line.level }),
      ...(line.why !== undefined && { why: line.why }),
    });
  }
  return blocks;
}

const RULE = /^(?:[-*_=~#+. ]{3,}|[•·*]+)$/;

function markMarkdown(lines: readonly Line[]): void {
  for (const line of lines) {
    if (RULE.test(line.text)) mark(line, "furniture", "rule");
    const heading = /^(#{1,6})\s+\S/.exec(line.text);
    if (heading !== null && !endsSentence(line)) {
      line.kind = "heading";
      line.level = heading[1]?.length ?? 1;
    } else if (/^(?:[-*+•◦▪‣]|\d{1,2}[.)])\s+\S/.test(line.text)) line.kind = "list item";
    else if (/^>\s?\S/.test(line.text)) line.kind = "quote";
    else if (/^\|.*\|$/.test(line.text)) line.kind = "table";
    else if (/^!\[[^\]]*\]\([^)]*\)$/.test(line.text)) mark(line, "furniture", "image");
    else if (/^https?:\/\/\S+$/.test(line.text)) mark(line, "furniture", "bare address");
  }
}

function mark(line: Line, kind: BlockKind, why: string): void {
  line.kind = kind;
  line.why = why;
}

/** Where the page stood on its site: "World > Europe > Talks". */
function markBreadcrumbs(lines: readonly Line[]): void {
  for (const line of lines) {
    const parts = line.text.split(/\s[>›»]\s/);
    const isShort = parts.every((part) => part.length < 40);
    if (line.kind === undefined && parts.length >= 3 && isShort) mark(line, "furniture", "breadcrumb");
  }
}

/** Place and day on a line of their own above the text. */
function markLoneDateline(text: string, lines: readonly Line[]): DatelineFacts {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const found = line.kind === undefined ? datelineAlone(line.text) : undefined;
    if (found === undefined) continue;
    line.kind = "dateline";
    return datelineFacts(text, line.start, found);
  }
  return {};
}

function markFurniture(lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    if (line.kind !== undefined && line.kind !== "list item" && line.kind !== "heading") return;
    const found = furnitureOf(line.text.replace(/^(?:#{1,6}|[-*+•])\s+/, ""));
    // A line marked as a heading is one, unless it heads a list of links or comments.
    if (found === undefined || (line.kind === "heading" && found.opens === undefined)) return;
    // A headline may begin like furniture ("Watch: …"): the first line of several words stays.
    if (
      i === 0 &&
      line.words >= 5 &&
      lines.length >= 2 &&
      found.opens === undefined &&
      found.why !== "cookie notice"
    )
      return;
    if (found.why === "image credit" && line.words >= 8) mark(line, "caption", found.why);
    else mark(line, "furniture", found.why);
    if (found.opens !== undefined) line.opens = found.opens;
  });
}

/** The title of a related story has fewer words. */
const LINK_WORDS = 22;

/** Lines that belong to the furniture before them: titles under "Related stories", names under "Comments". */
function markWhatFollows(lines: readonly Line[]): void {
  let opened: Line | undefined;
  let prose = 0;
  for (const line of lines) {
    if (line.opens !== undefined) {
      opened = line;
      prose = 0;
    } else if (opened !== undefined && line.kind === undefined) {
      const why = opened.why ?? "";
      // Where prose goes on, what was opened was not the end of the text after all.
      if (isProselike(line)) prose++;
      if (opened.opens === "titles" ? !isTitleLike(line) || line.words >= LINK_WORDS : prose >= 2)
        opened = undefined;
      else if (opened.opens === "titles") mark(line, "furniture", why);
      else if (line.words < 12 && !endsSentence(line)) mark(line, "furniture", why);
    }
  }
}

interface Stamped {
  readonly published?: Published;
  readonly modified?: Published;
}

/** How far from the start of the text a stamp's line may stand, in lines. */
const HEAD_LINES = 8;

function markStamps(text: string, lines: readonly Line[]): Stamped {
  let published: Published | undefined;
  let modified: Published | undefined;
  const keep = (day: string, start: number, end: number, isUpdate: boolean): void => {
    const found: Published = { value: day, basis: "metadata", at: spanAt(text, start, end) };
    if (isUpdate) modified ??= found;
    else published ??= found;
  };
  const lastProse = lines.findLastIndex((line) => line.kind === undefined && endsSentence(line));
  lines.forEach((line, i) => {
    if (line.kind !== undefined || (i >= HEAD_LINES && i < lastProse)) return;
    const stamp = stampLine(line.text);
    if (stamp !== undefined) {
      mark(line, "furniture", "date stamp");
      keep(stamp.day, line.start + stamp.start, line.start + stamp.end, stamp.isUpdate);
      return;
    }
    const runIn = i === 0 ? runInStamp(line.text) : undefined;
    if (runIn !== undefined) {
      const end = line.start + line.text.slice(0, runIn.after).trimEnd().length;
      line.before = { kind: "furniture", start: line.start, end, why: "date stamp run into the text" };
      line.from = line.start + runIn.after;
      keep(runIn.day, line.start + runIn.start, line.start + runIn.end, runIn.isUpdate);
    }
  });
  return { ...(published !== undefined && { published }), ...(modified !== undefined && { modified }) };
}

function markBylines(lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    if (line.kind === undefined && i < HEAD_LINES && bylineOf(line.text) !== undefined) line.kind = "byline";
  });
}

function bylineFact(text: string, lines: readonly Line[]): Fact | undefined {
  const line = lines.find((candidate) => candidate.kind === "byline");
  const by = line === undefined ? undefined : bylineOf(line.text);
  if (line === undefined || by === undefined) return undefined;
  const at = spanAt(text, line.start + by.start, line.start + by.end);
  return { value: at.text, basis: "text", at };
}

/** The dateline of the first paragraph, or of the second where a lead stands before it. */
function markDateline(text: string, lines: readonly Line[]): DatelineFacts {
  const paragraphs = lines.filter((line) => line.kind === undefined && line.words >= 8).slice(0, 2);
  for (const line of paragraphs) {
    const from = line.from ?? line.start;
    const found = datelineOf(text.slice(from, line.end));
    if (found === undefined) continue;
    const end = from + text.slice(from, from + found.end).trimEnd().length;
    line.before ??= { kind: "dateline", start: from, end };
    line.from = from + found.end;
    return datelineFacts(text, from, found);
  }
  return {};
}

/** A heading has fewer words. */
const HEADING_WORDS = 15;

/** Headings between paragraphs: title-like lines of which the next line is prose. */
function markHeadings(lines: readonly Line[]): void {
  // What comes after each line, furniture left aside; found before any line is marked.
  const found: Line[] = [];
  let next: Line | undefined;
  for (const line of lines.toReversed()) {
    const isHeading = line.kind === undefined && isTitleLike(line) && line.words < HEADING_WORDS;
    if (
      isHeading &&
      next !== undefined &&
      next.kind !== "footnote" &&
      !(next.kind === undefined && isTitleLike(next))
    ) {
      found.push(line);
    }
    if (line.kind !== "furniture") next = line;
  }
  for (const line of found) {
    line.kind = "heading";
    line.level = 2;
  }
}
