/** What a page says of its article in JSON-LD, by the types of schema.org. */
import { type Element, elementsOf, textOf } from "./element.ts";

export type JsonObject = { readonly [key: string]: unknown };

const ARTICLE =
  /(?:^|[/#:])(?:\w*Article|\w*Posting|Report|Review|NewsItem|CreativeWork|WebPage|ItemPage|VideoObject)$/;
const MOST_NODES = 2_000;
const DEEPEST = 12;

/** Every object with a type in the page's JSON-LD; unreadable scripts are passed over. */
export function jsonLdOf(root: Element): readonly JsonObject[] {
  const found: JsonObject[] = [];
  for (const element of elementsOf(root)) {
    if (element.name !== "script") continue;
    if (!/^application\/(?:ld\+)?json/i.test(element.attributes.type ?? "")) continue;
    if (!/ld\+json/i.test(element.attributes.type ?? "")) continue;
    collect(parsed(textOf(element)), found, 0);
  }
  return found;
}

function parsed(text: string): unknown {
  const body = text
    .trim()
    .replace(/^(?:<!--|\/\*.{0,40}?\*\/|\/\/<!\[CDATA\[)/, "")
    .replace(/;$/, "")
    .trimEnd()
    .replace(/(?:-->|\/\/\]\]>)$/, "")
    .trim();
  for (const attempt of [body, withoutControls(body), body.replace(/;\s*$/, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

/** Line breaks inside strings are no JSON, but sites write them. */
function withoutControls(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, " ");
}

function collect(value: unknown, found: JsonObject[], depth: number): void {
  if (depth >= DEEPEST || found.length >= MOST_NODES) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  else if (isObject(value)) {
    if (value["@type"] !== undefined) found.push(value);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"])
      collect(value[key], found, depth + 1);
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object that describes the article: of the right type, with the most said about it. */
export function articleOf(objects: readonly JsonObject[]): JsonObject | undefined {
  let best: JsonObject | undefined;
  let most = 0;
  for (const object of objects) {
    const types = [object["@type"]].flat().filter((type) => typeof type === "string");
    if (!types.some((type) => ARTICLE.test(type))) continue;
    const isPage = types.some((type) => /WebPage|ItemPage|VideoObject|CreativeWork$/.test(type));
    const says = ["headline", "datePublished", "articleBody", "author", "publisher"].filter(
      (key) => object[key] !== undefined,
    );
    const score = says.length + (isPage ? 0.5 : 2);
    if (says.length > 0 && score > most) [best, most] = [object, score];
  }
  return best;
}

/** A value as one line of text: of an object its name, of a list its items. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(textIn).filter((item) => item !== undefined);
    return items.length > 0 ? [...new Set(items)].join(", ") : undefined;
  }
  return isObject(value) ? textIn(value.name ?? value["@value"]) : undefined;
}
