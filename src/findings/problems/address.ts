import { readFileSync } from "node:fs";
import { outletNamed, outletOfUrl } from "../../assets/outlets.ts";
import { dayOf, monthOf } from "../citations/entry-date.ts";

interface Addresses {
  readonly dated: readonly string[];
  readonly ended: readonly {
    readonly domains: readonly string[];
    readonly path: string;
    readonly until: string;
  }[];
}

const file = new URL("../../../data/lexicon/addresses.json", import.meta.url);
const { dated, ended } = JSON.parse(readFileSync(file, "utf8")) as Addresses;

const PARTED = /[/-]((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/.?-]|$)/u;
const PACKED = /[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/.?-]|$)/u;
const NAMED = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d{1,2})(?=\/|$)/u;

/** The day that an address itself gives ("/2024/may/03/", "-2024-05-03"), as EDTF. */
export function dateInAddress(url: string): string | undefined {
  const path = pathOf(url);
  const named = NAMED.exec(path);
  if (named) return dayOf(named[1]!, monthOf(named[2]!), Number(named[3]));
  const parted = PARTED.exec(path);
  if (parted) return dayOf(parted[1]!, Number(parted[3]), Number(parted[4]));
  const packed = PACKED.exec(path);
  return packed ? dayOf(packed[1]!, Number(packed[2]), Number(packed[3])) : undefined;
}

/**
 * What speaks against an address, in words; empty where nothing does.
 * @param stated what the entry says of itself: its outlet, its date (EDTF) and its title
 */
export function oddities(
  url: string,
  stated: { outlet?: string; date?: string; title?: string },
): readonly string[] {
  return [
    ...otherDate(url, stated.date),
    ...otherOutlet(url, stated.outlet),
    ...oddShape(url, stated.date),
    ...otherStory(url, stated.title),
  ];
}

function* otherDate(url: string, date: string | undefined): Iterable<string> {
  const own = dateInAddress(url);
  if (own === undefined || date === undefined) return;
  const agrees = own.startsWith(date) || date.startsWith(own);
  if (!agrees && /^\d{4}(?:-\d\d){0,2}$/u.test(date))
    yield `its path carries the date ${own}, but the entry says ${date}`;
}

function* otherOutlet(url: string, outlet: string | undefined): Iterable<string> {
  const owner = outletOfUrl(url);
  const named = outlet === undefined ? undefined : outletNamed(outlet);
  if (owner && named && owner !== named)
    yield `it lies on the site of ${owner}, but the entry names ${outlet}`;
}

function* oddShape(url: string, date: string | undefined): Iterable<string> {
  const host = hostOf(url);
  const path = pathOf(url);
  const segments = path.split(/[?#]/u)[0]!.split("/").filter(Boolean);
  const repeated = segments.find((one, i) => i > 0 && one === segments[i - 1]);
  if (repeated) yield `its path repeats "${repeated}"`;
  if (/[?&][^=&]+=0*(?:&|$)/u.test(path)) yield "it asks for an empty number";
  if (/(?:0123456789|123456789|987654321|(\d)\1{5,})/u.test(path)) yield "its number looks made up";
  if (/example|lorem|placeholder|your-|xxx/iu.test(path)) yield "it holds a placeholder";
  if (segments.length === 0) yield "it leads to a front page, not to an article";
  const old = ended.find(({ domains, path: form }) => on(host, domains) && new RegExp(form, "u").test(path));
  if (old && date !== undefined && date.slice(0, 7) > old.until) {
    yield `the site stopped giving addresses of this form by ${old.until}, before the stated date`;
  } else if (on(host, dated) && dateInAddress(url) === undefined && segments.length > 0) {
    yield "its path has no date, though this site's articles carry one";
  }
}

/** An address that spells out a headline which shares no word with the stated title. */
function* otherStory(url: string, title: string | undefined): Iterable<string> {
  const slug = (
    pathOf(url)
      .split(/[?#]/u)[0]!
      .split("/")
      .filter((one) => one.split("-").length > 3)
      .at(-1) ?? ""
  ).toLowerCase();
  const words = new Set(
    slug
      .split("-")
      .filter((word) => word.length > 3 && !/\d/u.test(word))
      .map((word) => word.slice(0, 5)),
  );
  const inTitle = (title ?? "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3);
  if (words.size < 3 || inTitle.length < 3) return;
  if (!inTitle.some((word) => words.has(word.slice(0, 5))))
    yield "its path names another story than the title";
}

function on(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function hostOf(url: string): string {
  return /^(?:https?:\/\/)?([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase() ?? "";
}

function pathOf(url: string): string {
  return url.replace(/^(?:https?:\/\/)?[^/?#]*/iu, "");
}
