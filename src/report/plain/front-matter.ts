/** The block of YAML between two lines of dashes that may stand before a text. */
import { parse } from "yaml";
import type { Diagnostic } from "../../record/diagnostic.ts";
import type { Given } from "../given.ts";

export interface FrontMatter {
  /** Where it ends in the text: 0 where there is none. */
  readonly end: number;
  readonly given: Given;
  readonly diagnostics: readonly Diagnostic[];
}

const LONGEST = 20_000;
const KEYS: Readonly<Record<string, keyof Given>> = {
  title: "title",
  headline: "title",
  outlet: "outlet",
  source: "outlet",
  publisher: "outlet",
  publication: "outlet",
  site: "outlet",
  url: "url",
  link: "url",
  canonical: "url",
  date: "published",
  published: "published",
  publicationdate: "published",
  pubdate: "published",
  updated: "modified",
  modified: "modified",
  lastmod: "modified",
  author: "byline",
  authors: "byline",
  byline: "byline",
  section: "section",
  agency: "agency",
};

/** What the front matter of a text says. Unreadable front matter is left aside with a diagnostic. */
export function frontMatterOf(text: string): FrontMatter {
  const none: FrontMatter = { end: 0, given: {}, diagnostics: [] };
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (open === null) return none;
  const close = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(open[0].length - 1, LONGEST));
  if (close === null) return none;
  const body = text.slice(open[0].length, open[0].length - 1 + close.index);
  const end = open[0].length - 1 + close.index + close[0].length;
  try {
    const value: unknown = parse(body, { schema: "failsafe", maxAliasCount: 0, uniqueKeys: false });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return none;
    return { end, given: givenOf(value), diagnostics: [] };
  } catch {
    const message = "The block between the dashes at the top is not readable as YAML; it was left aside.";
    return {
      end,
      given: {},
      diagnostics: [{ code: "bad-front-matter", severity: "warning", message, where: { start: 0, end } }],
    };
  }
}

function givenOf(value: object): Given {
  const given: { -readonly [K in keyof Given]: Given[K] } = {};
  for (const [name, raw] of Object.entries(value)) {
    const key = KEYS[name.toLowerCase().replace(/[\s_-]/g, "")];
    const text = Array.isArray(raw) ? raw.filter((item) => typeof item === "string").join(", ") : raw;
    if (key !== undefined && given[key] === undefined && typeof text === "string" && text.trim() !== "") {
      given[key] = text.trim();
    }
  }
  return given;
}
