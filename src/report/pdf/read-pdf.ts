/** A PDF document to a draft: its columns in order, its paragraphs whole, its running heads apart at the end. */
import type { Diagnostic } from "../../record/diagnostic.ts";
import type { Block } from "../../record/report.ts";
import type { Draft } from "../draft.ts";
import { readPlain } from "../plain/read-plain.ts";
import { glyphsOf, MOST_PAGES } from "./glyphs.ts";
import { type PageLine, pageLines } from "./page-lines.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { runningHeads } from "./running-heads.ts";

const GAP = "\n\n";

export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  const drawn = await glyphsOf(bytes);
  if (drawn === undefined)
    return nothing("damaged-pdf", "The PDF document is damaged or locked; it was not read.");
  const { pages, total } = drawn;
  const laid = pages.map(pageLines);
  const heads = runningHeads(laid);
  const lines = numbered(laid).filter(({ line }) => !heads.has(line.drawn));
  const paragraphs = paragraphsOf(lines.map(({ line }) => line));
  if (paragraphs.length === 0) {
    return nothing("no-text", "The PDF document holds no text; it may be made of pictures of pages.");
  }
  const draft = readPlain(paragraphs.map(({ text }) => text).join(GAP), titleOf(paragraphs));
  const diagnostics = total > MOST_PAGES ? [tooLong(total)] : [];
  return withHeads(
    { ...draft, diagnostics: [...draft.diagnostics, ...diagnostics] },
    laid.flat().filter((line) => heads.has(line)),
  );
}

interface Placed extends PageLine {
  readonly drawn: PageLine;
}

/** The lines of all pages, their columns counted through. */
function numbered(pages: readonly (readonly PageLine[])[]): readonly { line: Placed }[] {
  let before = 0;
  return pages.flatMap((lines) => {
    const first = before;
    before += 1 + lines.reduce((most, { column }) => Math.max(most, column), 0);
    return lines.map((drawn) => ({ line: { ...drawn, column: first + drawn.column, drawn } }));
  });
}

/** Letters of a title are larger than those of the text by this factor. */
const TITLE_SIZE = 1.25;

/** The largest of the first paragraphs, where it is larger than most of the text. */
function titleOf(paragraphs: readonly Paragraph[]): string | undefined {
  const sizes = paragraphs.flatMap(({ text, size }) =>
    Array<number>(Math.ceil(text.length / 100)).fill(size),
  );
  const usual = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const [first] = paragraphs.slice(0, 6).sort((a, b) => b.size - a.size);
  return first !== undefined && first.size >= usual * TITLE_SIZE && first.text.length < 300
    ? first.text
    : undefined;
}

/** Puts the running heads behind the text, where they part no sentence. */
function withHeads(draft: Draft, heads: readonly PageLine[]): Draft {
  const blocks: Block[] = [...draft.blocks];
  let { text } = draft;
  for (const head of heads) {
    text += GAP;
    blocks.push({
      kind: "furniture",
      start: text.length,
      end: text.length + head.text.length,
      why: "running head",
    });
    text += head.text;
  }
  return { ...draft, text, blocks };
}

function nothing(code: string, message: string): Draft {
  return { text: "", blocks: [], facts: {}, diagnostics: [{ code, severity: "error", message }] };
}

function tooLong(total: number): Diagnostic {
  const message = `The document has ${total} pages; only the first ${MOST_PAGES} were read.`;
  return { code: "pdf-too-long", severity: "warning", message };
}
