/** The page sets under `../shared/data/pages`, or a folder of the same layout, as pages with what is known of each. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseHtml } from "../../../src/report/html/parse-html.ts";
import { visibleText } from "../../../src/report/html/visible-text.ts";

export interface GoldPage {
  readonly set: "trafilatura" | "readability" | "defuddle" | "fundus" | "htmldate";
  readonly name: string;
  /** Pages of one site stay together when pages are dealt into folds. */
  readonly site: string;
  readonly bytes: Uint8Array;
  /** Pieces that the body must hold, and pieces that it must not. */
  readonly segments?: { readonly inside: readonly string[]; readonly outside: readonly string[] };
  /** The whole body, a paragraph an item. */
  readonly paragraphs?: readonly string[];
  readonly title?: string;
  /** `2025-08-10` */
  readonly date?: string;
  readonly isEnglish?: boolean;
}

/** Countries of which the papers in the set write English. */
const ENGLISH: ReadonlySet<string> = new Set([
  "us",
  "uk",
  "au",
  "ca",
  "za",
  "ind",
  "my",
  "na",
  "tz",
  "ie",
  "nz",
  "ls",
]);

/** Every page of the sets that are there. */
export function goldPages(folder: string): readonly GoldPage[] {
  return [
    ...trafilaturaPages(join(folder, "trafilatura")),
    ...readabilityPages(join(folder, "readability")),
    ...defuddlePages(join(folder, "defuddle")),
    ...fundusPages(join(folder, "fundus")),
    ...htmldatePages(join(folder, "htmldate")),
  ];
}

function contentOf(path: string): Uint8Array | undefined {
  for (const name of [path, `${path}.gz`]) {
    if (!existsSync(name)) continue;
    const bytes = readFileSync(name);
    return name.endsWith(".gz") ? new Uint8Array(gunzipSync(bytes)) : new Uint8Array(bytes);
  }
  return undefined;
}

function jsonOf(path: string): Record<string, unknown> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>) : {};
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/.exec(address)?.[1] ?? address;
}

function trafilaturaPages(folder: string): readonly GoldPage[] {
  return Object.entries(jsonOf(join(folder, "evaldata.json"))).flatMap(([address, raw]) => {
    const item = raw as { file: string; with: string[]; without: string[]; title?: string };
    const bytes = contentOf(join(folder, item.file));
    if (bytes === undefined) return [];
    const segments = { inside: item.with, outside: item.without };
    return [
      {
        set: "trafilatura" as const,
        name: item.file,
        site: hostOf(address),
        bytes,
        segments,
        ...(item.title !== undefined && { title: item.title }),
      },
    ];
  });
}

function htmldatePages(folder: string): readonly GoldPage[] {
  return Object.entries(jsonOf(join(folder, "eval_default.json"))).flatMap(([address, raw]) => {
    const item = raw as { file: string; date: string };
    const bytes = contentOf(join(folder, item.file));
    return bytes === undefined
      ? []
      : [{ set: "htmldate" as const, name: item.file, site: hostOf(address), bytes, date: item.date }];
  });
}

/** Readability's and Defuddle's expectations are what those programs gave, checked by their authors. */
function readabilityPages(folder: string): readonly GoldPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const bytes = contentOf(join(folder, name, "source.html"));
      const expected = contentOf(join(folder, name, "expected.html"));
      if (bytes === undefined || expected === undefined) return [];
      const paragraphs = paragraphsOfHtml(new TextDecoder().decode(expected));
      const title = jsonOf(join(folder, name, "expected-metadata.json")).title;
      return [
        {
          set: "readability" as const,
          name,
          site: name.replace(/-\d+$/, ""),
          bytes,
          paragraphs,
          ...(typeof title === "string" && { title }),
        },
      ];
    });
}

function defuddlePages(folder: string): readonly GoldPage[] {
  const expected = join(folder, "expected");
  if (!existsSync(expected)) return [];
  return readdirSync(expected)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -3);
      const bytes = contentOf(join(folder, "fixtures", `${name}.html`));
      if (bytes === undefined) return [];
      const markdown = readFileSync(join(expected, file), "utf8").replace(/^```json\n[\s\S]*?\n```\n/, "");
      return [
        {
          set: "defuddle" as const,
          name,
          site: name.replace(/^.*?--/, "").slice(0, 12),
          bytes,
          paragraphs: paragraphsOfMarkdown(markdown),
        },
      ];
    });
}

function fundusPages(folder: string): readonly GoldPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: country }) => {
      const inside = join(folder, country);
      return readdirSync(inside)
        .filter((file) => file.endsWith(".html.gz"))
        .sort()
        .flatMap((file) => {
          const publisher = file.replace(/_\d{4}_\d\d_\d\d.*$/, "");
          const bytes = contentOf(join(inside, file));
          const versions = Object.values(jsonOf(join(inside, `${publisher}.json`))) as FundusArticle[];
          if (bytes === undefined || versions.length === 0) return [];
          return [fundusPage(country, file, publisher, bytes, versions)].filter((page) => page !== undefined);
        });
    });
}

interface FundusArticle {
  readonly title?: string;
  readonly publishing_date?: string;
  readonly body?: {
    readonly summary: string[];
    readonly sections: { readonly headline: string[]; readonly paragraphs: string[] }[];
  };
}

/** The version of a publisher's test that describes this page: the one of which most paragraphs stand on it. */
function fundusPage(
  country: string,
  name: string,
  site: string,
  bytes: Uint8Array,
  versions: readonly FundusArticle[],
): GoldPage | undefined {
  const page = squeezed(visibleText(parseHtml(new TextDecoder().decode(bytes)).root).text);
  let best: FundusArticle | undefined;
  let most = 0;
  for (const version of versions) {
    const paragraphs = paragraphsOf(version);
    const there =
      paragraphs.filter((paragraph) => page.includes(squeezed(paragraph))).length /
      Math.max(1, paragraphs.length);
    if (there > most) [best, most] = [version, there];
  }
  if (best === undefined) return undefined;
  const date = best.publishing_date?.slice(0, 10);
  return {
    set: "fundus",
    name: `${country}/${name}`,
    site,
    bytes,
    paragraphs: paragraphsOf(best),
    isEnglish: ENGLISH.has(country),
    ...(best.title !== undefined && { title: best.title }),
    ...(date !== undefined && { date }),
  };
}

function paragraphsOf({ body }: FundusArticle): readonly string[] {
  return [
    ...(body?.summary ?? []),
    ...(body?.sections ?? []).flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]),
  ];
}

function paragraphsOfHtml(html: string): readonly string[] {
  const { text, runs } = visibleText(parseHtml(html).root);
  return runs.map(({ start, end }) => text.slice(start, end));
}

function paragraphsOfMarkdown(markdown: string): readonly string[] {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, "")
    .split("\n")
    .filter((line) => !/^[\s|:-]*$/.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/, "")
        .replace(/\s*\|\s*/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}

export function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
