/** Lists of links that scraping left before and after a text: many short lines in a row that are no sentences. */
import { isProselike, isTitleLike, type Line } from "./line.ts";

/** A menu has so many lines at least, each with so few words. */
const MENU_LINES = 4;
const MENU_WORDS = 4;
/** After the last sentence so many lines without a full stop are no part of the text any more. */
const TRAILING_LINES = 3;
const TRAILING_WORDS = 25;

/** Marks menus before the first prose, and what trails after the last. */
export function markMenus(lines: readonly Line[]): void {
  const isBody = (line: Line): boolean => line.kind === undefined && isProselike(line);
  const first = lines.findIndex(isBody);
  const last = lines.findLastIndex(isBody);
  if (first < 0) return;
  // The line right before the prose may be its title, however short.
  for (const group of groupsOf(lines.slice(0, Math.max(0, first - 1)), MENU_WORDS)) {
    if (group.length >= MENU_LINES) for (const line of group) mark(line, "menu");
  }
  for (const group of groupsOf(lines.slice(last + 1), TRAILING_WORDS)) {
    const isShort = group.every((line) => line.words < MENU_WORDS);
    if (group.length >= TRAILING_LINES || isShort)
      for (const line of group) mark(line, "after the end of the text");
  }
}

function mark(line: Line, why: string): void {
  line.kind = "furniture";
  line.why = why;
}

/** Rows of short title-like lines; lines already known to be furniture do not break a row. */
function groupsOf(lines: readonly Line[], most: number): readonly Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    if (line.kind === "furniture") continue;
    const isFree = line.kind === undefined || line.kind === "list item";
    if (isFree && isTitleLike(line) && line.words < most + 1) group.push(line);
    else {
      groups.push(group);
      group = [];
    }
  }
  return [...groups, group].filter(({ length }) => length > 0);
}
