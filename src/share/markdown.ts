import type { Brief, Footnote } from "../record/brief.ts";

/** Text that Markdown would take for markup, as text; an underscore between letters or digits is none. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(?=[#>|])/, "\\");
}

function noteLine({ number, outlet, file, published, quote }: Footnote): string {
  const source = [outlet, file?.split("/").at(-1)].filter((part) => part !== undefined).map(plain);
  const date = published ?? "undated";
  return `[^${number}]: ${[...new Set(source), date].join(", ")}: “${plain(quote.text)}” (${quote.start}–${quote.end})`;
}

/** The brief in Markdown: sections, footnote references, and each footnote with outlet, date, exact quote and offsets. */
export function toMarkdown(brief: Brief): string {
  const sections = brief.sections.map(({ heading, sentences }) =>
    [
      `## ${plain(heading)}`,
      ...sentences.map(
        ({ text, footnotes }) => `- ${plain(text)}${footnotes.map((n) => `[^${n}]`).join("")}`,
      ),
    ].join("\n"),
  );
  const left = brief.leftOut.map(
    ({ what, count, why }) => `- ${count} ${count === 1 ? what.replace(/s$/, "") : what}: ${why}`,
  );
  return [
    `# ${plain(brief.title)}`,
    ...(brief.asOf ? [`As of ${brief.asOf}.`] : []),
    ...sections,
    ...(left.length > 0 ? [["## Left out", ...left].join("\n")] : []),
    brief.footnotes.map(noteLine).join("\n"),
  ].join("\n\n");
}
