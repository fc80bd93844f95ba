/** Texts with their names marked, read from GUM, IEER, CrossNER and TR-News. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoarseKind } from "../../../src/language/names/recognise.ts";
import { titles } from "../../../src/language/names/titles.ts";
import { FROM_CROSSNER, FROM_GUM, FROM_IEER } from "./name-kinds.ts";

export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kind: CoarseKind;
}

export interface GoldText {
  readonly id: string;
  readonly text: string;
  /** Parts that are read apart: sentences are not made across them. */
  readonly within: readonly { readonly start: number; readonly end: number }[];
  readonly names: readonly GoldName[];
}

interface Row {
  readonly form: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly start: number;
  readonly end: number;
  readonly misc: string;
}

/**
 * Names of a GUM document in its CoNLL-U form: of each entity whose head is a proper noun the run of proper nouns
 * around that head (with "of", "the", "and" and hyphens between them where the entity's identity is known),
 * without titles before a person. Words for a people are not names.
 */
export function readGum(path: string): GoldText {
  let text = "";
  const names: GoldName[] = [];
  const within: { start: number; end: number }[] = [];
  let rows: Row[] = [];
  let space = false;
  let fused: { last: number; surface: string; at: number; spaceAfter: boolean } | undefined;
  let sentenceStart = 0;
  const flush = () => {
    if (rows.length === 0) return;
    within.push({ start: sentenceStart, end: text.length });
    for (const found of entities(rows)) names.push(found);
    rows = [];
    text += "\n";
    space = false;
    sentenceStart = text.length;
    fused = undefined;
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") flush();
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    const [id = "", form = ""] = cells;
    if (id.includes(".")) continue;
    const spaceAfter = !/(?:^|\|)SpaceAfter=No/.test(cells[9] ?? "");
    if (id.includes("-")) {
      if (space) text += " ";
      fused = { last: Number(id.split("-")[1]), surface: form, at: text.length, spaceAfter };
      text += form;
      continue;
    }
    let start: number;
    let end: number;
    if (fused !== undefined && Number(id) <= fused.last) {
      start = fused.at;
      end = Number(id) === fused.last ? text.length : Math.min(text.length, start + form.length);
      fused.at = end;
      space = fused.spaceAfter;
      if (Number(id) === fused.last) fused = undefined;
    } else {
      if (space) text += " ";
      start = text.length;
      text += form;
      end = text.length;
      space = spaceAfter;
    }
    rows.push({
      form,
      xpos: cells[4] ?? "",
      head: Number(cells[6]) - 1,
      deprel: cells[7] ?? "",
      start,
      end,
      misc: /(?:^|\|)Entity=([^|]+)/.exec(cells[9] ?? "")?.[1] ?? "",
    });
  }
  flush();
  return { id: path.replace(/^.*\/|\.conllu$/g, ""), text, within, names: outermost(names) };
}

function entities(rows: readonly Row[]): GoldName[] {
  const open: { kind: string; id: string; named: boolean; first: number }[] = [];
  const found: GoldName[] = [];
  const close = (item: { kind: string; named: boolean; first: number }, last: number) => {
    const name = nameOf(rows, item.first, last + 1, item.kind, item.named);
    if (name) found.push(name);
  };
  for (const [i, row] of rows.entries()) {
    for (const part of row.misc.matchAll(/\(([^()]+)(\)?)|([^()]+?)\)/g)) {
      if (part[1] !== undefined) {
        const [id = "", kind = "", , , , , identity] = splitEntity(part[1]);
        const item = { id, kind, named: identity !== undefined, first: i };
        if (part[2] === ")") close(item, i);
        else open.push(item);
      } else {
        const at = open.findLastIndex((item) => item.id === part[3]);
        if (at >= 0) close(open.splice(at, 1)[0]!, i);
      }
    }
  }
  return found;
}

/** id, kind, status, salience, centering, minimal span with link type, identity. */
function splitEntity(cell: string): (string | undefined)[] {
  const parts = cell.split("-");
  return [
    parts[0],
    parts[1],
    parts[2],
    parts[3],
    parts[4],
    parts[5],
    parts.length > 7 ? parts.slice(7).join("-") : undefined,
  ];
}

const isProper = (row: Row | undefined): boolean => row?.xpos === "NNP" || row?.xpos === "NNPS";
const INNER = new Set([
  "of",
  "the",
  "and",
  "for",
  "&",
  "-",
  "–",
  "de",
  "la",
  "von",
  "van",
  "der",
  "al",
  "in",
  "'s",
  "’s",
  "on",
  "to",
  ".",
]);

function nameOf(
  rows: readonly Row[],
  first: number,
  last: number,
  kind: string,
  named: boolean,
): GoldName | undefined {
  const mapped = FROM_GUM[kind];
  if (mapped === undefined) return undefined;
  let head = -1;
  for (let i = first; i < last; i += 1) {
    const over = rows[i]!.head;
    if (over < first || over >= last) {
      head = i;
      break;
    }
  }
  if (head < 0 || !isProper(rows[head])) return undefined;
  let from = head;
  let to = head + 1;
  while (to < last) {
    if (isProper(rows[to]) || (rows[to]!.xpos === "CD" && rows[to]!.head === head)) to += 1;
    else if (named && INNER.has(rows[to]!.form.toLowerCase())) {
      let next = to + 1;
      while (next < last && next < to + 2 && INNER.has(rows[next]!.form.toLowerCase())) next += 1;
      if (next < last && isProper(rows[next])) to = next + 1;
      else break;
    } else break;
  }
  while (from > first) {
    const row = rows[from - 1]!;
    const linked =
      isProper(row) ||
      row.xpos === "HYPH" ||
      (row.xpos === "JJ" && /^\p{Lu}/u.test(row.form) && mapped !== "person" && mapped !== "place");
    if (!linked || (row.xpos === "HYPH" && !isProper(rows[from - 2]))) break;
    if (mapped === "person" && !hangsTogether(rows, from - 1, to)) break;
    from -= 1;
  }
  if (mapped === "person") {
    from = afterTitles(rows, from, to);
    if (to - from === 1 && rows[from]!.xpos === "NNPS") return undefined;
  }
  if (from >= to || INNER.has(rows[from]!.form.toLowerCase())) return undefined;
  if (mapped === "work" && to - from < 2) return undefined;
  return { start: rows[from]!.start, end: rows[to - 1]!.end, kind: mapped };
}

/** Is the token at `first` the head or a dependent of one of those up to `last`? */
function hangsTogether(rows: readonly Row[], first: number, last: number): boolean {
  const head = rows[first]!.head;
  if (head > first && head < last) return true;
  return rows.slice(first + 1, last).some((row) => row.head === first);
}

/** First token of the name proper: past the last title word, where something is left after it. */
function afterTitles(rows: readonly Row[], from: number, to: number): number {
  const known = titles();
  let start = from;
  for (let i = from; i < to; i += 1) {
    const word = rows[i]!.form.toLowerCase();
    const title = known.get(word) ?? known.get(`${word}.`);
    if (title?.kinds.some((k) => k !== "people")) start = i + 1;
  }
  return start;
}

/** Of nested names the outer one. */
function outermost(names: readonly GoldName[]): GoldName[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: GoldName[] = [];
  for (const name of sorted) {
    const before = kept.at(-1);
    if (before !== undefined && name.start < before.end) continue;
    kept.push(name);
  }
  return kept;
}

const LEFT_OUT = new Set(["essay", "fiction", "letter", "podcast", "whow", "reddit"]);

/** Documents of GUM by part; genres under non-commercial licences are left out of both. */
export function readGumFolder(data: string): { train: GoldText[]; dev: GoldText[] } {
  const held = new Set(readFileSync(join(data, "gum", "dev-split.txt"), "utf8").split(/\s+/));
  const train: GoldText[] = [];
  const dev: GoldText[] = [];
  for (const file of readdirSync(join(data, "gum", "dep")).sort()) {
    const name = file.replace(".conllu", "");
    if (!file.endsWith(".conllu") || LEFT_OUT.has(name.split("_")[1] ?? "")) continue;
    (held.has(name) ? dev : train).push(readGum(join(data, "gum", "dep", file)));
  }
  return { train, dev };
}

/** News stories of IEER; "``", "''" and "_" of the wire are put as quotation marks and dash. */
export function readIeer(data: string): GoldText[] {
  const found: GoldText[] = [];
  for (const file of readdirSync(join(data, "ieer")).sort()) {
    const content = readFileSync(join(data, "ieer", file), "utf8");
    for (const [index, document] of content.split("<DOC>").entries()) {
      const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(document)?.[1];
      if (body === undefined) continue;
      const headline = /<HEADLINE>([\s\S]*?)<\/HEADLINE>/.exec(document)?.[1]?.trim() ?? "";
      found.push(readMarked(`${file}.${index}`, `${headline}\n\n${body}`));
    }
  }
  return found;
}

function readMarked(id: string, marked: string): GoldText {
  let text = "";
  const names: GoldName[] = [];
  let open: { kind: string; start: number } | undefined;
  for (const part of marked.split(/(<[^>]+>)/)) {
    const begin = /^<b_(\w+) type="(\w+)">$/.exec(part);
    if (begin) open = { kind: begin[2] ?? "", start: text.length };
    else if (/^<e_/.test(part)) {
      const kind = open === undefined ? undefined : FROM_IEER[open.kind];
      if (open !== undefined && kind !== undefined) names.push({ start: open.start, end: text.length, kind });
      open = undefined;
    } else if (!part.startsWith("<"))
      text += part
        .replace(/``|''/g, '"')
        .replace(/(^|\s)_(?=\s)/g, "$1—")
        .replace(/&AMP;/g, "&");
  }
  return { id, text, within: [{ start: 0, end: text.length }], names };
}

/** Sentences of CrossNER, each a text of its own with its tokens parted by spaces. */
export function readCrossNer(path: string): GoldText[] {
  const found: GoldText[] = [];
  let text = "";
  let names: GoldName[] = [];
  let open: { kind: CoarseKind; start: number; end: number } | undefined;
  const close = () => {
    if (open !== undefined) names.push(open);
    open = undefined;
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [token = "", label = "O"] = line.trim().split(/\t/);
    if (token === "") {
      close();
      if (text !== "")
        found.push({ id: `${found.length + 1}`, text, within: [{ start: 0, end: text.length }], names });
      text = "";
      names = [];
      continue;
    }
    if (text !== "") text += " ";
    const start = text.length;
    text += token;
    if (!label.startsWith("I-")) {
      close();
      const kind = FROM_CROSSNER[label.slice(2)];
      if (kind !== undefined) open = { kind, start, end: text.length };
    } else if (open !== undefined) open = { ...open, end: text.length };
  }
  return found;
}

/**
 * CrossNER by part: its training file and four fifths of its development file train, every fifth sentence of the
 * development file measures.
 */
export function readCrossNerFolder(data: string): { train: GoldText[]; dev: GoldText[] } {
  const folder = join(data, "crossner", "politics");
  const dev = readCrossNer(join(folder, "dev.txt"));
  return {
    train: [...readCrossNer(join(folder, "train.txt")), ...dev.filter((_, i) => i % 5 !== 0)],
    dev: dev.filter((_, i) => i % 5 === 0),
  };
}

export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly country?: string;
}

export interface GeoText {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

/** The phrase's place nearest to where it is said to stand: in some articles the counts have drifted off the text. */
function whereItStands(text: string, phrase: string, said: number): number | undefined {
  const places = [text.lastIndexOf(phrase, said), text.indexOf(phrase, said)].filter((place) => place >= 0);
  return phrase === "" ? undefined : places.sort((a, b) => Math.abs(a - said) - Math.abs(b - said))[0];
}

/** Articles of TR-News with their place names; one that does not stand in its article is left out. */
export function readGeo(data: string): GeoText[] {
  const content = readFileSync(join(data, "geo", "TR-News.xml"), "utf8");
  const found: GeoText[] = [];
  for (const article of content.split("<article ").slice(1)) {
    const id = /docid="([^"]+)"/.exec(article)?.[1] ?? "";
    const text = /<text>(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?<\/text>/.exec(article)?.[1] ?? "";
    const toponyms: Toponym[] = [];
    for (const part of article.split("<toponym>").slice(1)) {
      const cell = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(part)?.[1];
      const latitude = Number(cell("lat") ?? Number.NaN);
      const longitude = Number(cell("lon") ?? Number.NaN);
      const country = cell("country");
      const start = whereItStands(text, cell("phrase") ?? "", Number(cell("start")));
      if (start === undefined) continue;
      toponyms.push({
        start,
        end: start + (cell("phrase") ?? "").length,
        ...(Number.isNaN(latitude) || Number.isNaN(longitude) ? {} : { latitude, longitude }),
        ...(country ? { country } : {}),
      });
    }
    found.push({ id, text, toponyms });
  }
  return found;
}
