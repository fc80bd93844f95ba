/**
 * What is known of each run of a page before it is decided whether it is body: whole numbers about its words, its
 * place in the tree, its neighbours and the page. The names in `FEATURES` are the columns of the model.
 */
import { CLUSTER_FEATURES, Clusters } from "./clusters.ts";
import { clamp, fold, percent, type RunWords, WORD_FEATURES, wordFeatures, wordsOf } from "./run-words.ts";
import { PLACE_FEATURES, TreePlaces } from "./tree-place.ts";
import type { VisibleText } from "./visible-text.ts";

/** What the page's head says, against which runs are held. */
export interface Told {
  readonly title?: string;
  readonly description?: string;
  readonly articleBody?: string;
}

const TAGS = ["p", "li", "td", "div", "blockquote", "figcaption", "pre", "dd", "section", "article"];
const SIDES = ["prev", "next"];

export const FEATURES: readonly string[] = [
  ...WORD_FEATURES,
  ...TAGS.map((tag) => `is ${tag}`),
  ...PLACE_FEATURES,
  ...CLUSTER_FEATURES,
  "sameTag",
  ...SIDES.flatMap((side) => ["Words", "Links", "Stop", "Tag", "Heading"].map((what) => side + what)),
  ...SIDES.flatMap((side) => ["Words", "Links", "Stop"].map((what) => `${side}2${what}`)),
  "inArticleBody",
  "isTitle",
  "isDescription",
  "repeats",
  "position",
  "wordsBefore",
  "afterTitle",
  "pageRuns",
  "pageProse",
  "proseBefore",
  "proseAfter",
  "gapBefore",
  "gapAfter",
];

/** Raised whenever the features change: a model that learnt from others is refused. */
export const BODY_FEATURES = "page-body-2";

const FAR = 30;

/** One row of features a run. */
export function featuresOf(page: VisibleText, told: Told): readonly Int32Array[] {
  const runs = page.runs.map((run) => wordsOf(page.text, run));
  const places = new TreePlaces();
  const clusters = new Clusters(runs);
  const pageRows = pageFeatures(runs, told);
  return runs.map((own, i) => {
    const { element } = own.run;
    const row = new Int32Array(FEATURES.length);
    let at = 0;
    const put = (values: ArrayLike<number>): void => {
      row.set(values, at);
      at += values.length;
    };
    put(wordFeatures(own));
    put(TAGS.map((tag) => (element.name === tag ? 1 : 0)));
    put(places.of(element));
    put(clusters.of(own, i));
    put([sameTagAround(runs, i)]);
    put(neighbour(runs[i - 1], own));
    put(neighbour(runs[i + 1], own));
    put(shortNeighbour(runs[i - 2]));
    put(shortNeighbour(runs[i + 2]));
    put(pageRows[i] ?? []);
    return row;
  });
}

/** What the head of the page says of each run, and where it stands among the others. */
function pageFeatures(runs: readonly RunWords[], told: Told): readonly number[][] {
  const counts = new Map<string, number>();
  for (const { folded } of runs) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const body = told.articleBody === undefined ? "" : fold(told.articleBody);
  const title = fold(told.title ?? "");
  const description = fold(told.description ?? "");
  const titleAt = indexOfTitle(runs, title);
  let totalWords = 0;
  let totalProse = 0;
  for (const { words, isProse } of runs) {
    totalWords += words;
    if (isProse) totalProse += words;
  }
  const gapAfter = gapsToNextProse(runs);
  let [wordsBefore, proseBefore, gapBefore] = [0, 0, FAR];
  return runs.map(({ folded, words, isProse }, i) => {
    const isTitle = title !== "" && (folded === title || (words >= 4 && title.includes(folded)));
    const isDescription =
      description.length >= 20 && words >= 5 && description.startsWith(folded.slice(0, 60));
    const values = [
      body.length < 200 ? -1 : body.includes(folded) ? 1 : 0,
      isTitle ? 1 : 0,
      isDescription ? 1 : 0,
      clamp(counts.get(folded) ?? 1, 1, 9),
      percent(i, runs.length),
      percent(wordsBefore, totalWords),
      titleAt < 0 ? -1 : clamp(i - titleAt, -50, 200),
      clamp(runs.length, 0, 999),
      clamp(totalProse, 0, 9999),
      percent(proseBefore, totalProse),
      percent(totalProse - proseBefore - (isProse ? words : 0), totalProse),
      gapBefore,
      gapAfter[i] ?? FAR,
    ];
    wordsBefore += words;
    if (isProse) proseBefore += words;
    gapBefore = isProse ? 0 : Math.min(FAR, gapBefore + 1);
    return values;
  });
}

/** How many of the ten runs around stand in an element of the same name and parent. */
function sameTagAround(runs: readonly RunWords[], i: number): number {
  const here = runs[i]?.run.element;
  let count = 0;
  for (let j = Math.max(0, i - 5); j < Math.min(runs.length, i + 6); j++) {
    const there = runs[j]?.run.element;
    if (j !== i && there?.name === here?.name && there?.parent === here?.parent) count++;
  }
  return count;
}

function neighbour(other: RunWords | undefined, here: RunWords): number[] {
  if (other === undefined) return [-1, -1, -1, -1, -1];
  const isSame = other.run.element.name === here.run.element.name ? 1 : 0;
  return [clamp(other.words, 0, 300), other.links, other.endsStop ? 1 : 0, isSame, other.heading];
}

function shortNeighbour(other: RunWords | undefined): number[] {
  return other === undefined
    ? [-1, -1, -1]
    : [clamp(other.words, 0, 300), other.links, other.endsStop ? 1 : 0];
}

function gapsToNextProse(runs: readonly RunWords[]): readonly number[] {
  const gaps = new Array<number>(runs.length).fill(FAR);
  let gap = FAR;
  for (let i = runs.length - 1; i >= 0; i--) {
    gaps[i] = gap;
    gap = runs[i]?.isProse ? 0 : Math.min(FAR, gap + 1);
  }
  return gaps;
}

/** The heading that says the title, else the first heading of the first level, else any run that says it. */
function indexOfTitle(runs: readonly RunWords[], title: string): number {
  const same = title === "" ? -1 : runs.findIndex(({ heading, folded }) => heading > 0 && folded === title);
  if (same >= 0) return same;
  const first = runs.findIndex(({ heading, words }) => heading === 1 && words >= 3);
  return first >= 0 || title === "" ? first : runs.findIndex(({ folded }) => folded === title);
}
