/** Other extractors on the same pages: what they take for the body, as paragraphs, and the date they give. */
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { decode } from "../../../src/report/decode.ts";
import { parseHtml } from "../../../src/report/html/parse-html.ts";
import { visibleText } from "../../../src/report/html/visible-text.ts";

export interface Extracted {
  readonly body: string;
  readonly title?: string;
  /** `2025-08-10` */
  readonly date?: string;
}

export interface Peer {
  readonly name: string;
  readonly extract: (bytes: Uint8Array) => Promise<Extracted>;
}

export const WHOLE_PAGE = "whole page";

export const peers: readonly Peer[] = [
  { name: "Readability", extract: async (bytes) => readability(sourceOf(bytes)) },
  { name: "Defuddle", extract: async (bytes) => defuddle(sourceOf(bytes)) },
  { name: WHOLE_PAGE, extract: async (bytes) => ({ body: paragraphs(sourceOf(bytes)) }) },
];

function sourceOf(bytes: Uint8Array): string {
  return decode(bytes, { isHtml: true }).text;
}

function readability(source: string): Extracted {
  const article = new Readability(parseHTML(source).document).parse();
  return { body: paragraphs(article?.content ?? ""), ...known(article?.title, article?.publishedTime) };
}

async function defuddle(source: string): Promise<Extracted> {
  const { log, warn, error } = console;
  // It writes to the console of its own accord.
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
  try {
    const article = await Defuddle(parseHTML(source).document, "https://example.org/", { useAsync: false });
    return { body: paragraphs(article.content ?? ""), ...known(article.title, article.published) };
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function known(title: string | null | undefined, date: string | null | undefined): Omit<Extracted, "body"> {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? "")?.[0];
  return { ...(title && { title }), ...(day !== undefined && { date: day }) };
}

function paragraphs(html: string): string {
  const { text, runs } = visibleText(parseHtml(html).root);
  return runs.map(({ start, end }) => text.slice(start, end)).join("\n");
}
