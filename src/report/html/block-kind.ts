/** What a run of the body is: by the elements around it and, for notes and credits, by its words. */
import type { Block, BlockKind } from "../../record/report.ts";
import { furnitureOf, wordCount } from "../furniture/lexicon.ts";
import { type Element, isElement } from "./element.ts";

/** What a run of the body is by its element. */
export function blockKindOf(element: Element, text = ""): Pick<Block, "kind" | "level"> {
  const level = headingLevel(element);
  if (level > 0) return { kind: "heading", level };
  const kind = kindOf(element, text.length);
  if (kind === "list item" && isNote(element, text)) return { kind: "footnote" };
  if (kind === "paragraph" && isNoted(element)) return { kind: "footnote" };
  if (kind === "paragraph" && isCredit(text)) return { kind: "caption" };
  return { kind };
}

/** Level of a heading, else 0. */
export function headingLevel({ name }: Element): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  li: "list item",
  dd: "list item",
  dt: "list item",
  blockquote: "quote",
  figcaption: "caption",
  caption: "caption",
  td: "table",
  th: "table",
};

/** What a block of the body is, by the nearest element that says it. */
function kindOf(element: Element, length: number): BlockKind {
  let at: Element | undefined = element;
  for (let level = 0; at !== undefined && level < 4; level++, at = at.parent) {
    const kind = Object.hasOwn(KINDS, at.name) ? KINDS[at.name] : undefined;
    if (kind === "table" && !isDataTable(at) && !(length < CELL && isOfGrid(at))) return "paragraph";
    if (kind !== undefined) return kind;
    if (/^(?:article|main|section|body)$/.test(at.name)) break;
  }
  return "paragraph";
}

/** A table that holds data rather than the page: no paragraphs or headings in its cells. */
function isDataTable(cell: Element): boolean {
  return !cell.children.some(
    (child) => "name" in child && /^(?:p|h[1-6]|div|table|article)$/.test(child.name),
  );
}

/** Characters below which a cell with paragraphs in it may still be one of data, in a table of so many rows. */
const CELL = 120;
const ROWS = 3;

/** A cell beside others, in a table of several rows. */
function isOfGrid({ parent }: Element): boolean {
  const beside = parent?.children.filter((child) => isElement(child) && /^t[dh]$/.test(child.name)) ?? [];
  const rows = parent?.parent?.children.filter((child) => isElement(child) && child.name === "tr") ?? [];
  return beside.length >= 2 && rows.length >= ROWS;
}

const NOTES =
  /\b(?:foot|end)-?notes?\b|\breferences?\b|\breflist\b|\bdoc-(?:endnotes?|footnote|bibliography)\b/i;
const REACH = 4;

/** An item of a list of notes: by what the list is called, or by the sign that leads back to the text. */
function isNote(element: Element, text: string): boolean {
  return /^\^\s|[↩⤴]\ufe0e?$/u.test(text.slice(0, 2) + text.slice(-2)) || isNoted(element);
}

function isNoted(element: Element): boolean {
  let at: Element | undefined = element;
  for (let level = 0; at !== undefined && level < REACH; level++, at = at.parent) {
    if (/^(?:article|main|body)$/.test(at.name)) return false;
    const { class: names, id, role } = at.attributes;
    if ([names, id, role].some((name) => name !== undefined && name.length < 200 && NOTES.test(name)))
      return true;
  }
  return false;
}

/** "Photo: Vera Moll / Agency": who took a picture, on a line of its own. */
function isCredit(text: string): boolean {
  return furnitureOf(text)?.why === "image credit" && wordCount(text) < 30;
}
