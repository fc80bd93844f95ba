import type { Brief } from "../record/brief.ts";
import type { Document, Line, Note } from "./document.ts";
import { briefDocument } from "./documents.ts";

/** Text that Markdown would take for markup, as text; an underscore between letters or digits is none. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(?=[#>|])/, "\\");
}

function noteLine({ number, source, published, quote }: Note): string {
  return `[^${number}]: ${plain(source)}, ${published}: “${plain(quote.text)}” (${quote.start}–${quote.end})`;
}

function line({ label, text, remarks, notes }: Line): string {
  const marks = notes.map((number) => `[^${number}]`).join("");
  return [
    `- ${label ? `**${plain(label)}** ` : ""}${plain(text)}${marks}`,
    ...(remarks ?? []).map((remark) => `  - ${plain(remark)}`),
  ].join("\n");
}

/** A document in Markdown: sections, footnote references, and each footnote with outlet, date, exact quote and offsets. */
export function documentToMarkdown({ title, lead, sections, notes }: Document): string {
  return [
    `# ${plain(title)}`,
    ...lead.map(plain),
    ...sections.map(({ heading, lines }) => [`## ${plain(heading)}`, ...lines.map(line)].join("\n")),
    ...(notes.length > 0 ? [notes.map(noteLine).join("\n")] : []),
  ].join("\n\n");
}

/** The brief in Markdown. */
export function toMarkdown(brief: Brief): string {
  return documentToMarkdown(briefDocument(brief));
}
