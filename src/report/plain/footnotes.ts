/** Footnotes at the end of a text, or in the middle of it where the text goes on after them. */
import { isFootnoteHead } from "../furniture/lexicon.ts";
import { isProselike, type Line } from "./line.ts";

/** How a footnote begins: "[3] ", "3. ", "(3) ", "³ ", "^ ", "[^3]: ". */
const MARKER = /^(?:\[\^?\d{1,3}\]:?|\(\d{1,3}\)|\d{1,3}[.)]|[¹²³⁴-⁹][⁰¹²³⁴-⁹]*|\^)\s*(?=\S)/u;
const SQUARE = /^\[\^?\d{1,3}\]:?\s/;
/** What makes a line with a marker a reference rather than a list: an address, a date, or a title in quotation marks. */
const REFERENCE = /https?:\/\/|www\.|\b(?:19|20)\d\d\b|[“"][^”"]{8,300}[”"]/u;

/** Marks the footnotes and the heading above them. */
export function markFootnotes(lines: readonly Line[]): void {
  let inside = false;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (isFootnoteHead(line.text) && next !== undefined && startsNote(next)) {
      line.kind = "furniture";
      line.why = "heading of the footnotes";
      inside = true;
    } else if (inside && startsNote(line)) note(line, "in the list of footnotes");
    else if (inside && goesOn(line)) note(line, "second line of a footnote");
    else {
      inside = false;
      // Without a heading, only square brackets before a reference are sure enough.
      if (SQUARE.test(line.text) && REFERENCE.test(line.text)) {
        note(line, "marker before a reference");
        inside = true;
      }
    }
  });
}

function note(line: Line, why: string): void {
  line.kind = "footnote";
  line.why = why;
}

function startsNote(line: Line): boolean {
  return MARKER.test(line.text) || (REFERENCE.test(line.text) && line.words < 40 && !isProselike(line));
}

/** An address alone, or a short line with one. */
function goesOn(line: Line): boolean {
  return !line.afterBlank && /^(?:https?:\/\/|www\.)\S+$/.test(line.text);
}
