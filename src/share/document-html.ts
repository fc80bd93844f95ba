import type { Document, Line, Note } from "./document.ts";
import { escapeMarkup } from "./markup.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --dim: #595959; --rule: #c9c9c9; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #eaeaea; --paper: #161616; --dim: #b4b4b4; --rule: #4a4a4a; --link: #8ab8f5; } }
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
ul { padding-left: 1.2rem; } li { margin: .3rem 0; overflow-wrap: anywhere; } ul ul { color: var(--dim); }
a { color: var(--link); } sup { line-height: 0; } sup a { text-decoration: none; padding: 0 .15em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
ol { border-top: 1px solid var(--rule); padding: .8rem 0 0 2rem; font-size: .9rem; } :target { background: color-mix(in srgb, var(--link) 18%, transparent); }
.dim { color: var(--dim); } .label { font-variant: small-caps; font-weight: bold; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; } li { break-inside: avoid; } h2 { break-after: avoid; } }
`;

function text(value: string): string {
  return escapeMarkup(value.replace(/\s+/g, " "));
}

function lineItem({ label, text: said, remarks, notes }: Line): string {
  const marks = notes.map((n) => `<a href="#note-${n}" aria-label="note ${n}">${n}</a>`).join(" ");
  const below = (remarks ?? []).map((remark) => `<li>${text(remark)}</li>`).join("");
  return [
    "<li>",
    label ? `<span class="label">${text(label)}</span> ` : "",
    text(said),
    marks ? `<sup>${marks}</sup>` : "",
    below ? `<ul>${below}</ul>` : "",
    "</li>",
  ].join("");
}

function noteItem({ number, source, published, quote }: Note): string {
  return `<li id="note-${number}" value="${number}">${text(source)}, ${text(published)}: <q>${text(quote.text)}</q> <span class="dim">(${quote.start}–${quote.end})</span></li>`;
}

/** A document as one HTML file that needs nothing else, to read and to print. */
export function documentToHtml({ title, lead, sections, notes }: Document): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${text(title)}</h1>`,
    ...lead.map((one) => `<p>${text(one)}</p>`),
    ...sections.flatMap(({ heading, lines }, i) => [
      `<section aria-labelledby="section-${i}">`,
      `<h2 id="section-${i}">${text(heading)}</h2>`,
      `<ul>${lines.map(lineItem).join("\n")}</ul>`,
      "</section>",
    ]),
    ...(notes.length > 0
      ? [
          '<section aria-labelledby="notes">',
          '<h2 id="notes">Notes</h2>',
          `<ol>${notes.map(noteItem).join("\n")}</ol>`,
          "</section>",
        ]
      : []),
    "</main>",
    "</body>",
    "</html>",
  ].join("\n");
}
