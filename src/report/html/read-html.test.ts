import { describe, expect, test } from "vitest";
import { isProse } from "../../record/report.ts";
import { readHtml } from "./read-html.ts";

const PARAGRAPHS = [
  "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday, three officials who were briefed on the agenda said.",
  "The first day was given over to the crossings at Ostry, which Kastmark closed in March and which Veldoria wants opened before anything else is discussed.",
  "“We will talk for as long as it takes,” the Kastmark minister told reporters after the session had ended. “There is no other way, and both sides know it.”",
  "A second session is planned for Thursday, when the exchange of prisoners is to be discussed, according to the ministry’s spokeswoman, who declined to give details.",
];
const JSON_LD = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Third round of talks opens in Sarn",
  datePublished: "2031-03-04T17:05:00+01:00",
  dateModified: "2031-03-05T08:00:00+01:00",
  author: [
    { "@type": "Person", name: "Ada Quill" },
    { "@type": "Person", name: "Ben Marsh" },
  ],
  publisher: { "@type": "Organization", name: "The Ostry Gazette" },
  articleSection: "World",
};

/** A page as papers make them: head, navigation, article, related stories, comment form, foot. */
function page({
  head = "",
  before = "",
  body = PARAGRAPHS.map((p) => `<p>${p}</p>`).join("\n"),
  after = "",
} = {}): string {
  return `<!doctype html><html lang="en-GB"><head><title>Third round of talks opens in Sarn | The Ostry Gazette</title>${head}</head><body>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
${before}<main><article class="article"><h1>Third round of talks opens in Sarn</h1>
<div class="article-body">${body}</div></article></main>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Crossings at Ostry closed again</a></li><li><a href="/b">Who sits at the table in Sarn</a></li></ul></aside>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>${after}
<footer class="footer"><p>© 2031 The Ostry Gazette. All rights reserved.</p><p><a href="/privacy">Privacy policy</a></p></footer></body></html>`;
}

function prose(html: string): string[] {
  const { text, blocks } = readHtml(html, {});
  return blocks.filter(isProse).map(({ start, end }) => text.slice(start, end));
}

describe("the body", () => {
  test("title and paragraphs, verbatim, without what stands around", () => {
    expect(prose(page())).toEqual(["Third round of talks opens in Sarn", ...PARAGRAPHS]);
  });

  test("a site that names itself by its headline, an author with a dash behind the name", () => {
    const head = `<meta property="og:site_name" content="Third round of talks opens in Sarn | The Ostry Gazette"><meta name="author" content="By Ada Quill -">`;
    const { facts } = readHtml(page({ head }), {});
    expect([facts.outlet?.value, facts.byline?.value]).toEqual(["The Ostry Gazette", "Ada Quill"]);
  });

  test("a section and a second line beside the headline are no part of it", () => {
    const head = `<meta property="og:title" content="Third round of talks opens in Sarn">`;
    const title =
      "Three days, one table<br>Third round of talks opens in Sarn Nobody will say how long it lasts";
    const html = page({ head }).replace(/<h1>.*<\/h1>/, `<h1>${title}</h1>`);
    const { text, blocks, facts } = readHtml(html, {});
    const kinds = blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    expect(kinds).toContain("furniture: Three days, one table");
    expect(kinds).toContain("deck: Nobody will say how long it lasts");
    expect(facts.title?.at?.text).toBe("Third round of talks opens in Sarn");
  });

  test("notes, credits of pictures and cells of data are told from prose", () => {
    const rows = ["Ostry", "Sarn", "Velden"].map(
      (place, i) => `<tr><td><p>${place}</p></td><td><p>${i + 4} killed</p></td></tr>`,
    );
    const body = [
      ...PARAGRAPHS.map((p) => `<p>${p}</p>`),
      "<p>Photo: Vera Moll / Sarn Agency</p>",
      `<table>${rows.join("")}</table>`,
      `<ol class="footnotes"><li>The Ostry Gazette, “Crossings closed”, 3 March 2031. ↩</li></ol>`,
    ].join("");
    const { text, blocks } = readHtml(page({ body }), {});
    const kindOf = (words: string) =>
      blocks.find(({ start, end }) => text.slice(start, end).includes(words))?.kind;
    expect(["Vera Moll", "Velden", "Crossings closed", "Mediators"].map(kindOf)).toEqual([
      "caption",
      "table",
      "footnote",
      "paragraph",
    ]);
  });

  test("what stands around is kept as furniture", () => {
    const { text, blocks } = readHtml(page(), {});
    const furniture = blocks
      .filter(({ kind }) => kind === "furniture")
      .map(({ start, end, why }) => [text.slice(start, end), why]);
    expect(furniture).toContainEqual(["Leave a Reply", "comment form"]);
    expect(furniture).toContainEqual(["Related stories", "related links"]);
    expect(furniture.map(([line]) => line)).toContain("Crossings at Ostry closed again");
  });

  test("no spaces are added or lost", () => {
    const body = `<p>The <b>Veldorian</b>-<a href="/k">Kastmark</a> talks&nbsp;&mdash; the <em>third</em>, said&#32;Ms&nbsp;Quill &amp; others&hellip; went on${"\n"}   late into the night, and <span>no</span><span>body</span> would say what had been agreed.</p><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p>`;
    expect(prose(page({ body }))[1]).toBe(
      "The Veldorian-Kastmark talks\u00a0— the third, said Ms\u00a0Quill & others… went on late into the night, and nobody would say what had been agreed.",
    );
  });

  test("paragraphs parted by line breaks", () => {
    expect(prose(page({ body: PARAGRAPHS.join("<br><br>\n") }))).toEqual([
      "Third round of talks opens in Sarn",
      ...PARAGRAPHS,
    ]);
  });

  test("headings, lists and quotes keep their kinds", () => {
    const body = `<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p><h2>What is on the table</h2><ul><li>The crossings at Ostry, which are to be opened again by the summer.</li><li>The exchange of all prisoners of both sides, under the eyes of monitors.</li></ul><blockquote><p>${PARAGRAPHS[2]}</p></blockquote><p>${PARAGRAPHS[3]}</p>`;
    const kinds = readHtml(page({ body }), {})
      .blocks.map(({ kind }) => kind)
      .filter((kind) => kind !== "furniture");
    expect(kinds).toEqual([
      "title",
      "paragraph",
      "paragraph",
      "heading",
      "list item",
      "list item",
      "quote",
      "paragraph",
    ]);
  });

  test("scripts, styles and hidden elements are no text", () => {
    const after = `<script>var a = "<p>never</p>";</script><style>p { color: red }</style><div style="display: none">never</div><p hidden>never</p><span class="sr-only">never</span><template><p>never</p></template>`;
    expect(readHtml(page({ after }), {}).text).not.toContain("never");
  });

  test("a page without an article says so", () => {
    const { diagnostics } = readHtml(
      "<html><body><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul></body></html>",
      {},
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["no-body"]);
  });
});

describe("facts", () => {
  const ld = `<script type="application/ld+json">${JSON.stringify(JSON_LD)}</script>`;

  test("from JSON-LD", () => {
    const { facts } = readHtml(page({ head: ld }), {});
    expect(facts).toMatchObject({
      title: { value: "Third round of talks opens in Sarn" },
      outlet: { value: "The Ostry Gazette", basis: "metadata" },
      byline: { value: "Ada Quill, Ben Marsh", basis: "metadata" },
      section: { value: "World" },
      published: { value: "2031-03-04", basis: "metadata", why: "JSON-LD datePublished" },
      modified: { value: "2031-03-05" },
    });
  });

  test("from meta elements", () => {
    const head = `<meta property="og:site_name" content="Polar News"><meta property="article:published_time" content="2031-03-04T23:30:00Z"><meta name="author" content="Ada Quill"><link rel="canonical" href="https://polar.example/2031/talks">`;
    expect(readHtml(page({ head }), {}).facts).toMatchObject({
      outlet: { value: "Polar News" },
      byline: { value: "Ada Quill" },
      url: { value: "https://polar.example/2031/talks" },
      published: { value: "2031-03-04" },
    });
  });

  test("the day that the page shows goes before the same moment in UTC", () => {
    const head = `<meta property="article:published_time" content="2031-03-05T03:30:00Z">`;
    const body = `<p class="stamp">March 4, 2031</p>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}`;
    expect(readHtml(page({ head, body }), {}).facts.published?.value).toBe("2031-03-04");
  });

  test("from the text near the title, where nothing else says it", () => {
    const body = `<p>Published 4 March 2031</p>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}`;
    const { text, facts } = readHtml(page({ body }), {});
    expect(facts.published).toMatchObject({ value: "2031-03-04", basis: "text" });
    expect(text.slice(facts.published?.at?.start, facts.published?.at?.end)).toBe("4 March 2031");
  });

  test("a related story's date and the year of the copyright do not win", () => {
    const after = `<aside class="related"><time datetime="2031-02-01">1 February 2031</time></aside>`;
    expect(readHtml(page({ head: ld, after }), {}).facts.published?.value).toBe("2031-03-04");
    expect(readHtml(page(), {}).facts.published).toBeUndefined();
  });

  test("no day after the fetch is believed", () => {
    expect(readHtml(page({ head: ld }), { fetched: "2031-03-01" }).facts.published).toBeUndefined();
  });

  test("a dateline is cut off and read", () => {
    const body = `<p>SARN (PNA) — ${PARAGRAPHS[0]}</p>${PARAGRAPHS.slice(1)
      .map((p) => `<p>${p}</p>`)
      .join("")}`;
    const { text, blocks, facts } = readHtml(page({ body }), {});
    expect(facts).toMatchObject({ dateline: { value: "SARN" }, agency: { value: "PNA" } });
    expect(
      blocks.filter(({ kind }) => kind === "dateline").map(({ start, end }) => text.slice(start, end)),
    ).toEqual(["SARN (PNA) —"]);
    expect(prose(page({ body }))[1]).toBe(PARAGRAPHS[0]);
  });
});
