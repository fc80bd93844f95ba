/** What a page says about itself outside its text: JSON-LD, meta elements, links, times. Gathered in one walk. */
import { type Element, elementsOf, lineOf, shownText } from "./element.ts";
import { articleOf, type JsonObject, jsonLdOf, textIn } from "./json-ld.ts";
import { parseHtml } from "./parse-html.ts";

export interface PageHead {
  /** Value of the first meta element of each name, property or itemprop, in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly article: JsonObject | undefined;
  readonly jsonLd: readonly JsonObject[];
  /** Content of the title element. */
  readonly documentTitle: string | undefined;
  readonly canonical: string | undefined;
  /** The `lang` of the page, as written. */
  readonly language: string | undefined;
  /** Elements that carry a date in an attribute or by name, and how many elements stand before each on the page. */
  readonly dated: ReadonlyMap<Element, number>;
  /** The same of headings. */
  readonly headings: ReadonlyMap<Element, number>;
  readonly byline: string | undefined;
}

/** A page with more dates than this is a calendar. */
const MOST_DATED = 500;

/** Everything that the page says about itself. */
export function pageHead(root: Element): PageHead {
  const meta = new Map<string, string>();
  const dated = new Map<Element, number>();
  const headings = new Map<Element, number>();
  let order = 0;
  let documentTitle: string | undefined;
  let canonical: string | undefined;
  let language: string | undefined;
  let byline: string | undefined;
  for (const element of elementsOf(root)) {
    const { name, attributes } = element;
    order++;
    if (/^h[1-6]$/.test(name)) headings.set(element, order);
    if (name === "meta") keepMeta(meta, attributes);
    else if (name === "title") documentTitle ??= isInSvg(element) ? undefined : lineOf(element, 1000);
    else if (name === "html") language ??= attributes.lang ?? attributes["xml:lang"];
    else if (name === "link" && /\bcanonical\b/i.test(attributes.rel ?? "")) canonical ??= attributes.href;
    else if (dated.size < MOST_DATED && isDated(element)) dated.set(element, order);
    else if (byline === undefined && isByline(element)) byline = lineOf(element);
  }
  const jsonLd = jsonLdOf(root);
  return {
    meta,
    article: articleOf(jsonLd),
    jsonLd,
    documentTitle,
    canonical,
    language,
    dated,
    headings,
    byline,
  };
}

function keepMeta(meta: Map<string, string>, attributes: Element["attributes"]): void {
  const value = (attributes.content ?? attributes.value)?.trim();
  if (value === undefined || value === "") return;
  for (const key of ["property", "name", "itemprop", "http-equiv"]) {
    for (const name of attributes[key]?.toLowerCase().split(/\s+/) ?? [])
      if (!meta.has(name)) meta.set(name, value);
  }
}

function isInSvg(element: Element): boolean {
  return element.parent?.name === "svg" || element.parent?.name === "symbol";
}

function isDated({ name, attributes }: Element): boolean {
  if (name === "time" || attributes.datetime !== undefined) return true;
  const property = attributes.itemprop ?? attributes.property;
  if (
    property !== undefined &&
    /date(?:published|created|modified)|dc:(?:date|created|issued)/i.test(property)
  )
    return true;
  if (name === "abbr" && /\b(?:published|date|updated)\b/i.test(attributes.class ?? "")) return true;
  const names = attributes.id === undefined ? attributes.class : `${attributes.class ?? ""} ${attributes.id}`;
  if (names === undefined) return false;
  return (
    /date|datum|fecha|publi|posted|time-?stamp|pubtime/i.test(names) &&
    names.length < 200 &&
    name !== "body" &&
    name !== "html"
  );
}

function isByline({ attributes }: Element): boolean {
  if (/\bauthor\b/i.test(attributes.rel ?? "") || /\bauthor\b/i.test(attributes.itemprop ?? "")) return true;
  return /\b(?:byline|author-name|authorname|author_name|article-author|post-author|c-byline)\b/i.test(
    attributes.class ?? "",
  );
}

/** The first of several meta elements that is there. */
export function metaOf({ meta }: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The headline as the page's head has it, without the site's name. */
export function headlineOf(head: PageHead): string | undefined {
  const said =
    textIn(head.article?.headline) ??
    metaOf(head, "og:title", "twitter:title", "dc.title", "parsely-title", "headline");
  const title = said ?? head.documentTitle;
  return title === undefined ? undefined : withoutSite(unescaped(title), siteOf(head));
}

/** The site's name as the page's head has it. */
export function siteOf(head: PageHead): string | undefined {
  const said =
    textIn(head.article?.publisher) ??
    metaOf(
      head,
      "og:site_name",
      "application-name",
      "publisher",
      "dc.publisher",
      "article:publisher",
      "twitter:site",
    );
  if (said === undefined || /^https?:/.test(said)) return metaOf(head, "og:site_name");
  const site = unescaped(said).replace(/^@/, "");
  // Some sites name themselves "Headline | Site".
  const [title = "", name, more] = site.split(" | ");
  const isTitle = title.split(" ").length >= 3 && head.documentTitle?.startsWith(title) === true;
  return isTitle && name !== undefined && more === undefined ? name : site;
}

/** What is written in JSON or an attribute is often escaped once more than it should be. */
export function unescaped(text: string): string {
  const plain = /&[#\w]+;/.test(text) ? shownText(parseHtml(text).root) : text;
  return plain.replace(/\s+/g, " ").trim();
}

/** In characters; what is longer is no headline. */
const LONGEST_TITLE = 1_000;

/** Drops " | Site" or " - Site" at the end where the site is known by that name. */
function withoutSite(title: string, site: string | undefined): string {
  if (title.length >= LONGEST_TITLE) return title;
  const tail = /\s+(?:[|–—·»-]|::)\s+([^|–—·»]{2,40})$/u.exec(title);
  if (tail === null) return title;
  const name = tail[1]?.toLowerCase() ?? "";
  const known = site?.toLowerCase();
  const isSite = known !== undefined && (known.includes(name) || name.includes(known));
  return isSite ? title.slice(0, tail.index).trim() : title;
}
