/**
 * What is known of each run of a page before it is decided whether it is body: whole numbers about its words, its
 * place in the tree, its neighbours and the page. The names in `FEATURES` are the columns of the model.
 */
import words from "../../../data/lexicon/page-classes.json" with { type: "json" };
import { furnitureOf, wordCount } from "../furniture/lexicon.ts";
import type { Element } from "./element.ts";
import { isLabel } from "./labels.ts";
import type { Run, VisibleText } from "./visible-text.ts";

/** What the page's head says, against which runs are held. */
export interface Told {
  readonly title?: string;
  readonly description?: string;
  readonly articleBody?: string;
}

const GROUPS = Object.keys(words.groups) as (keyof typeof words.groups)[];
const ANCESTORS = [
  "article",
  "main",
  "aside",
  "nav",
  "footer",
  "header",
  "form",
  "figure",
  "li",
  "table",
  "blockquote",
  "section",
];
const TAGS = ["p", "li", "td", "div", "blockquote", "figcaption", "pre", "dd", "span", "section", "article"];

export const FEATURES: readonly string[] = [
  "words",
  "linkShare",
  "emphasisShare",
  "endsStop",
  "startsLower",
  "commas",
  "capitalShare",
  "digitShare",
  "wordLength",
  "lines",
  "heading",
  ...TAGS.map((tag) => `is ${tag}`),
  ...ANCESTORS.map((name) => `in ${name}`),
  ...GROUPS.map((group) => `class ${group}`),
  "articleBodyProp",
  "furniture",
  "label",
  "position",
  "wordsBefore",
  "afterTitle",
  "topUp",
  "topDown",
  "topShare",
  "depth",
  "parentRuns",
  "parentLinks",
  "parentWords",
  "parentProse",
  "grandRuns",
  "grandLinks",
  "grandWords",
  "grandProse",
  "greatRuns",
  "greatLinks",
  "greatWords",
  "greatProse",
  "sameTag",
  "prevWords",
  "prevLinks",
  "prevStop",
  "prevTag",
  "prevHeading",
  "prev2Words",
  "prev2Links",
  "prev2Stop",
  "nextWords",
  "nextLinks",
  "nextStop",
  "nextTag",
  "nextHeading",
  "next2Words",
  "next2Links",
  "next2Stop",
  "inArticleBody",
  "isTitle",
  "isDescription",
  "repeats",
  "pageRuns",
  "pageProse",
  "proseBefore",
  "proseAfter",
  "gapBefore",
  "gapAfter",
];

interface Own {
  readonly run: Run;
  readonly text: string;
  readonly words: number;
  readonly links: number;
  readonly endsStop: boolean;
  readonly isProse: boolean;
  readonly heading: number;
}

interface Stats {
  runs: number;
  words: number;
  chars: number;
  linked: number;
  prose: number;
  score: number;
}

const FAR = 30;
const FAR_UP = 12;

/** One row of features a run. */
export function featuresOf(page: VisibleText, told: Told): readonly Int32Array[] {
  const own = page.runs.map((run) => ownOf(page.text, run));
  const stats = statsOf(own);
  const top = topOf(stats);
  const depths = new Map<Element, number>();
  const topPath = pathOf(top);
  const counts = new Map<string, number>();
  for (const { text } of own) counts.set(fold(text), (counts.get(fold(text)) ?? 0) + 1);
  const body = told.articleBody === undefined ? undefined : fold(told.articleBody);
  const title = fold(told.title ?? "");
  const description = fold(told.description ?? "");
  const totalProse = sum(own, (o) => (o.isProse ? o.words : 0));
  const titleAt = indexOfTitle(own, title);
  const totalWords = Math.max(
    1,
    sum(own, (o) => o.words),
  );
  let wordsBefore = 0;
  let proseBefore = 0;
  let sinceProse = FAR;
  const untilProse = distancesToNextProse(own);
  return own.map((o, i) => {
    const values: number[] = [];
    const folded = fold(o.text);
    values.push(...wordFeatures(o));
    values.push(...tagFeatures(o.run.element));
    values.push(...treeFeatures(o.run.element));
    values.push(
      isArticleBody(o.run.element),
      furnitureOf(o.text) === undefined ? 0 : 1,
      isLabel(o.text) ? 1 : 0,
    );
    values.push(
      percent(i, own.length),
      percent(wordsBefore, totalWords),
      titleAt < 0 ? -1 : clamp(i - titleAt, -50, 200),
    );
    values.push(
      ...topFeatures(o.run.element, topPath),
      percent((top === undefined ? undefined : stats.get(top))?.prose ?? 0, totalProse),
    );
    values.push(depthOf(o.run.element, depths));
    values.push(...kinFeatures(o.run.element, stats), sameTagAround(own, i));
    values.push(
      ...neighbour(own[i - 1], o),
      ...shortNeighbour(own[i - 2]),
      ...neighbour(own[i + 1], o),
      ...shortNeighbour(own[i + 2]),
    );
    const inBody = body === undefined || body.length < 200 ? -1 : body.includes(folded) ? 1 : 0;
    values.push(
      inBody,
      title !== "" && (folded === title || (title.includes(folded) && o.words >= 4)) ? 1 : 0,
    );
    values.push(
      description.length >= 20 && description.startsWith(folded.slice(0, 60)) && o.words >= 5 ? 1 : 0,
    );
    values.push(clamp(counts.get(folded) ?? 1, 1, 9), clamp(own.length, 0, 999), clamp(totalProse, 0, 9999));
    values.push(
      percent(proseBefore, totalProse),
      percent(totalProse - proseBefore - (o.isProse ? o.words : 0), totalProse),
    );
    values.push(sinceProse, untilProse[i] ?? FAR);
    wordsBefore += o.words;
    if (o.isProse) proseBefore += o.words;
    sinceProse = o.isProse ? 0 : Math.min(FAR, sinceProse + 1);
    return Int32Array.from(values);
  });
}

function ownOf(page: string, run: Run): Own {
  const text = page.slice(run.start, run.end);
  const count = wordCount(text);
  const links = percent(run.linked, text.length);
  const endsStop = /[.!?…。！？:][”"’'»)\]]*$/u.test(text);
  const isProse = (count >= 10 && endsStop && links < 50) || (count >= 25 && links < 35);
  const heading = /^h[1-6]$/.test(run.element.name) ? Number(run.element.name[1]) : 0;
  return { run, text, words: count, links, endsStop, isProse, heading };
}

function wordFeatures({ run, text, words: count, links, endsStop, heading }: Own): number[] {
  const capitals = text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  const commas = text.match(/[,;،、]/g)?.length ?? 0;
  const lines = text.match(/\n/g)?.length ?? 0;
  return [
    clamp(count, 0, 300),
    links,
    percent(run.emphasised, text.length),
    endsStop ? 1 : 0,
    /^\p{Ll}/u.test(text) ? 1 : 0,
    clamp(commas, 0, 30),
    percent(capitals, count),
    percent(digits, text.length),
    clamp(Math.round((text.length * 10) / Math.max(1, count)), 0, 200),
    clamp(lines, 0, 20),
    heading,
  ];
}

function tagFeatures(element: Element): number[] {
  return TAGS.map((tag) => (element.name === tag ? 1 : 0));
}

/** How many levels up the nearest ancestor of each kind stands, and the nearest with a telling class or id. */
function treeFeatures(element: Element): number[] {
  const names = new Array<number>(ANCESTORS.length).fill(FAR);
  const groups = new Array<number>(GROUPS.length).fill(FAR);
  let level = 0;
  for (let at: Element | undefined = element; at !== undefined; at = at.parent, level++) {
    const name = ANCESTORS.indexOf(at.name);
    if (name >= 0 && names[name] === FAR) names[name] = Math.min(level, FAR - 1);
    if (level >= FAR_UP) continue;
    const said = classGroups(at);
    for (let g = 0; g < GROUPS.length; g++) if ((said >> g) & 1 && groups[g] === FAR) groups[g] = level;
  }
  return [...names, ...groups];
}

const GROUP_WORDS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap((group, g) => words.groups[group].map((word) => [word, g] as const)),
);
const said = new WeakMap<Element, number>();

/** The groups that the words in an element's class, id, role and the like belong to, one bit a group. */
function classGroups(element: Element): number {
  const known = said.get(element);
  if (known !== undefined) return known;
  const { attributes } = element;
  const names = [
    attributes.class,
    attributes.id,
    attributes.role,
    attributes.itemprop,
    attributes["data-component"],
    attributes["data-testid"],
  ]
    .filter((value) => value !== undefined)
    .join(" ")
    .slice(0, 300);
  let bits = 0;
  for (const [word] of names.matchAll(/[A-Z]?[a-z]+|[A-Z]+/g)) {
    const group = GROUP_WORDS.get(word.toLowerCase());
    if (group !== undefined) bits |= 1 << group;
  }
  said.set(element, bits);
  return bits;
}

function isArticleBody(element: Element): number {
  let level = 0;
  for (let at: Element | undefined = element; at !== undefined; at = at.parent, level++) {
    if (/articlebody/i.test(at.attributes.itemprop ?? "")) return level;
  }
  return FAR;
}

function statsOf(own: readonly Own[]): Map<Element, Stats> {
  const stats = new Map<Element, Stats>();
  for (const { run, words: count, isProse, text } of own) {
    const points = isProse && run.element.name !== "li" ? 1 + Math.min(3, text.length / 100) : 0;
    const isBlock = /^(?:p|h[1-6]|blockquote|pre|li|td)$/.test(run.element.name);
    let level = isBlock ? 0 : 1;
    for (let at: Element | undefined = run.element; at !== undefined; at = at.parent, level++) {
      const entry = stats.get(at) ?? { runs: 0, words: 0, chars: 0, linked: 0, prose: 0, score: 0 };
      entry.runs++;
      entry.words += count;
      entry.chars += text.length;
      entry.linked += run.linked;
      if (isProse) entry.prose += count;
      if (level >= 1 && level < 6) entry.score += points / level;
      stats.set(at, entry);
    }
  }
  return stats;
}

/** The element around most of the prose, and little else. */
function topOf(stats: ReadonlyMap<Element, Stats>): Element | undefined {
  let top: Element | undefined;
  let best = 0;
  for (const [element, { score, chars, linked }] of stats) {
    const points = score * (1 - linked / Math.max(1, chars));
    if (points > best) [top, best] = [element, points];
  }
  return top;
}

function pathOf(element: Element | undefined): ReadonlyMap<Element, number> {
  const path = new Map<Element, number>();
  let level = 0;
  for (let at = element; at !== undefined; at = at.parent) path.set(at, level++);
  return path;
}

/** Levels from the top element up to the common ancestor, and from there down to the run. */
function topFeatures(element: Element, topPath: ReadonlyMap<Element, number>): number[] {
  let down = 0;
  for (let at: Element | undefined = element; at !== undefined; at = at.parent, down++) {
    const up = topPath.get(at);
    if (up !== undefined) return [clamp(up, 0, FAR), clamp(down, 0, FAR)];
  }
  return [FAR, FAR];
}

function depthOf(element: Element, depths: Map<Element, number>): number {
  const known = depths.get(element);
  if (known !== undefined) return known;
  let depth = 0;
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) depth++;
  depths.set(element, Math.min(depth, 60));
  return Math.min(depth, 60);
}

function kinFeatures(element: Element, stats: ReadonlyMap<Element, Stats>): number[] {
  const values: number[] = [];
  let at = element.parent;
  for (let i = 0; i < 3; i++) {
    const entry = at === undefined ? undefined : stats.get(at);
    values.push(clamp(entry?.runs ?? 0, 0, 200), percent(entry?.linked ?? 0, entry?.chars ?? 0));
    values.push(clamp(entry?.words ?? 0, 0, 5000), percent(entry?.prose ?? 0, entry?.words ?? 0));
    at = at?.parent;
  }
  return values;
}

/** How many of the ten runs around stand in an element of the same name and parent. */
function sameTagAround(own: readonly Own[], i: number): number {
  const here = own[i]?.run.element;
  let count = 0;
  for (let j = Math.max(0, i - 5); j < Math.min(own.length, i + 6); j++) {
    const there = own[j]?.run.element;
    if (j !== i && there?.name === here?.name && there?.parent === here?.parent) count++;
  }
  return count;
}

function neighbour(other: Own | undefined, here: Own): number[] {
  if (other === undefined) return [-1, -1, -1, -1, -1];
  const isSame = other.run.element.name === here.run.element.name ? 1 : 0;
  return [clamp(other.words, 0, 300), other.links, other.endsStop ? 1 : 0, isSame, other.heading];
}

function shortNeighbour(other: Own | undefined): number[] {
  return other === undefined
    ? [-1, -1, -1]
    : [clamp(other.words, 0, 300), other.links, other.endsStop ? 1 : 0];
}

function distancesToNextProse(own: readonly Own[]): readonly number[] {
  const distances = new Array<number>(own.length).fill(FAR);
  let distance = FAR;
  for (let i = own.length - 1; i >= 0; i--) {
    distances[i] = distance;
    distance = own[i]?.isProse ? 0 : Math.min(FAR, distance + 1);
  }
  return distances;
}

/** The heading that says the title, else the first heading of the first level. */
function indexOfTitle(own: readonly Own[], title: string): number {
  const same = own.findIndex((o) => o.heading > 0 && title !== "" && fold(o.text) === title);
  if (same >= 0) return same;
  const first = own.findIndex((o) => o.heading === 1 && o.words >= 3);
  return first >= 0 ? first : own.findIndex((o) => title !== "" && fold(o.text) === title);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((part * 100) / whole);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
