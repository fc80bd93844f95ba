/**
 * The text of a page as a browser shows it, in runs: stretches of text that no block element parts. Characters are
 * never changed but white space, which is shown as one space, as the HTML standard's rendering has it.
 */
import { type Element, isElement } from "./element.ts";

export interface Run {
  /** Half-open range in the text of the page. */
  readonly start: number;
  readonly end: number;
  /** The nearest block element around it. */
  readonly element: Element;
  /** How many of its characters stand in links. */
  readonly linked: number;
  /** How many stand in bold or italics. */
  readonly emphasised: number;
}

export interface VisibleText {
  readonly text: string;
  readonly runs: readonly Run[];
}

const UNSEEN: ReadonlySet<string> = new Set(
  "head script style noscript template iframe svg math object embed select textarea button audio video canvas datalist map area input".split(
    " ",
  ),
);
const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture source amp-img".split(
    " ",
  ),
);
const EMPHASIS: ReadonlySet<string> = new Set(["b", "strong", "em", "i"]);
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]/i;
/** Classes for text that is only read aloud. */
const UNSHOWN = /\b(?:sr-only|visually-?hidden|screen-?reader(?:-?text|-?only)?|assistive-text)\b/i;

/** The visible text under a root, and its runs in text order. */
export function visibleText(root: Element): VisibleText {
  const writer = new Writer();
  walk(root, writer, { block: root, linked: false, emphasised: false, isPreformatted: false });
  writer.endRun(root);
  return { text: writer.text(), runs: writer.runs };
}

interface Context {
  readonly block: Element;
  readonly linked: boolean;
  readonly emphasised: boolean;
  readonly isPreformatted: boolean;
}

function walk(element: Element, writer: Writer, context: Context): void {
  for (const child of element.children) {
    if (!isElement(child)) writer.write(child.text, context);
    else if (child.name === "br") writer.breakLine(context.block);
    else if (UNSEEN.has(child.name) || isHidden(child)) {
      if (!INLINE.has(child.name) && child.name !== "svg" && child.name !== "button") writer.pause();
    } else if (INLINE.has(child.name)) {
      const linked = context.linked || (child.name === "a" && child.attributes.href !== undefined);
      const emphasised = context.emphasised || EMPHASIS.has(child.name);
      walk(child, writer, { ...context, linked, emphasised });
    } else {
      writer.endRun(context.block);
      const isPreformatted = context.isPreformatted || child.name === "pre";
      walk(child, writer, { ...context, block: child, isPreformatted });
      writer.endRun(child);
    }
  }
}

function isHidden({ attributes }: Element): boolean {
  if (attributes.hidden !== undefined) return true;
  const { style, class: names } = attributes;
  return (style !== undefined && HIDING.test(style)) || (names !== undefined && UNSHOWN.test(names));
}

class Writer {
  readonly runs: Run[] = [];
  private readonly pieces: string[] = [];
  private length = 0;
  private run = "";
  private linked = 0;
  private emphasised = 0;
  private lineBreaks = 0;
  private isSpaced = false;
  private last: Element | undefined;

  text(): string {
    return this.pieces.join("");
  }

  write(source: string, context: Context): void {
    const text = context.isPreformatted ? source : source.replace(/[ \t\r\n\f]+/g, " ");
    if (text === "") return;
    if (text === " ") {
      this.isSpaced = this.run !== "";
      return;
    }
    const endsLine = this.breakNow(context.block);
    const startsSpaced = text.startsWith(" ");
    const endsSpaced = text.endsWith(" ");
    const space = (this.isSpaced || startsSpaced) && this.run !== "" && !endsLine ? " " : "";
    const added = space + text.slice(startsSpaced ? 1 : 0, endsSpaced ? -1 : undefined);
    this.run += added;
    this.isSpaced = endsSpaced;
    if (context.linked) this.linked += added.length;
    if (context.emphasised) this.emphasised += added.length;
  }

  /** A line break: one stays in the run, two part it. */
  breakLine(_block: Element): void {
    if (this.run !== "") this.lineBreaks++;
    this.isSpaced = false;
  }

  /** Something that is not shown, where a reader sees a gap. */
  pause(): void {
    this.isSpaced = this.run !== "";
  }

  /** Writes the breaks that have come up; true where the run now ends with one. */
  private breakNow(block: Element): boolean {
    const breaks = this.lineBreaks;
    if (breaks === 1) this.run += "\n";
    else if (breaks >= 2) this.endRun(block);
    this.lineBreaks = 0;
    return breaks === 1;
  }

  endRun(block: Element): void {
    const shown = this.run.trim();
    if (shown !== "") {
      if (this.runs.length > 0) this.put(separator(this.last, block));
      const start = this.length;
      this.put(shown);
      this.runs.push({
        start,
        end: this.length,
        element: block,
        linked: this.linked,
        emphasised: this.emphasised,
      });
      this.last = block;
    }
    this.run = "";
    this.linked = 0;
    this.emphasised = 0;
    this.lineBreaks = 0;
    this.isSpaced = false;
  }

  private put(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }
}

/** Between the cells of a row a tab, between items and rows a line, else a blank line. */
function separator(before: Element | undefined, after: Element): string {
  const cell = /^t[dh]$/;
  if (before !== undefined && cell.test(before.name) && cell.test(after.name)) {
    return before.parent === after.parent ? "\t" : "\n";
  }
  return before?.name === "li" && after.name === "li" ? "\n" : "\n\n";
}
