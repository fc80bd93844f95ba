/** How much prose stands in which element, and which element holds most of it and little else. */
import type { Element } from "./element.ts";
import { clamp, percent, type RunWords } from "./run-words.ts";

interface Stats {
  runs: number;
  words: number;
  chars: number;
  linked: number;
  prose: number;
  score: number;
  /** Place of its last run of prose among all runs. */
  lastProse: number;
  firstProse: number;
}

export const CLUSTER_FEATURES = [
  "topUp",
  "topDown",
  "topShare",
  "afterTopStart",
  "beforeTopEnd",
  ...["parent", "grand", "great"].flatMap((kin) => [
    `${kin}Runs`,
    `${kin}Links`,
    `${kin}Words`,
    `${kin}Prose`,
  ]),
  "likeRuns",
  "likeWords",
  "likeLinks",
];

const FAR = 30;
/** How far above a paragraph an element gains from it. */
const REACH = 6;

/** Counts over the elements of a page, gathered once. */
export class Clusters {
  private readonly stats = new Map<Element, Stats>();
  private readonly alike = new Map<string, { runs: number; words: number; links: number }>();
  private readonly path = new Map<Element, number>();
  private readonly top: Stats | undefined;
  private readonly prose: number;

  constructor(runs: readonly RunWords[]) {
    let prose = 0;
    runs.forEach((own, i) => {
      this.count(own, i);
      if (own.isProse) prose += own.words;
    });
    this.prose = prose;
    let best = 0;
    let top: Element | undefined;
    for (const [element, { score, chars, linked }] of this.stats) {
      const points = score * (1 - linked / Math.max(1, chars));
      if (points > best) [top, best] = [element, points];
    }
    this.top = top === undefined ? undefined : this.stats.get(top);
    let level = 0;
    for (let at = top; at !== undefined; at = at.parent) this.path.set(at, level++);
  }

  private count({ run, words, isProse, text, links }: RunWords, i: number): void {
    const points = isProse && run.element.name !== "li" ? 1 + Math.min(3, text.length / 100) : 0;
    let level = /^(?:p|h[1-6]|blockquote|pre|li|td)$/.test(run.element.name) ? 0 : 1;
    for (let at: Element | undefined = run.element; at !== undefined; at = at.parent, level++) {
      let entry = this.stats.get(at);
      if (entry === undefined) {
        entry = { runs: 0, words: 0, chars: 0, linked: 0, prose: 0, score: 0, lastProse: -1, firstProse: -1 };
        this.stats.set(at, entry);
      }
      entry.runs++;
      entry.words += words;
      entry.chars += text.length;
      entry.linked += run.linked;
      if (isProse) {
        entry.prose += words;
        entry.lastProse = i;
        if (entry.firstProse < 0) entry.firstProse = i;
      }
      if (level >= 1 && level < REACH) entry.score += points / level;
    }
    const like = this.alike.get(signature(run.element)) ?? { runs: 0, words: 0, links: 0 };
    like.runs++;
    like.words += words;
    like.links += links;
    this.alike.set(signature(run.element), like);
  }

  /** The features of the i-th run, in the order of `CLUSTER_FEATURES`. */
  of({ run }: RunWords, i: number): number[] {
    const values = [...this.fromTop(run.element), percent(this.top?.prose ?? 0, this.prose)];
    const { firstProse = -1, lastProse = -1 } = this.top ?? {};
    values.push(
      firstProse < 0 ? -50 : clamp(i - firstProse, -50, 100),
      lastProse < 0 ? -50 : clamp(lastProse - i, -50, 100),
    );
    let at = run.element.parent;
    for (let kin = 0; kin < 3; kin++, at = at?.parent) {
      const entry = at === undefined ? undefined : this.stats.get(at);
      values.push(clamp(entry?.runs ?? 0, 0, 200), percent(entry?.linked ?? 0, entry?.chars ?? 0));
      values.push(clamp(entry?.words ?? 0, 0, 5000), percent(entry?.prose ?? 0, entry?.words ?? 0));
    }
    const like = this.alike.get(signature(run.element));
    const alike = like?.runs ?? 1;
    values.push(
      clamp(alike, 0, 100),
      clamp(Math.floor((like?.words ?? 0) / alike), 0, 100),
      Math.floor((like?.links ?? 0) / alike),
    );
    return values;
  }

  /** Levels from the top element up to the common ancestor, and from there down to the run. */
  private fromTop(element: Element): number[] {
    let down = 0;
    for (let at: Element | undefined = element; at !== undefined; at = at.parent, down++) {
      const up = this.path.get(at);
      if (up !== undefined) return [clamp(up, 0, FAR), clamp(down, 0, FAR)];
    }
    return [FAR, FAR];
  }
}

/** Elements that a template makes alike. */
function signature({ name, attributes, parent }: Element): string {
  return `${name}.${attributes.class ?? ""}<${parent?.name ?? ""}.${parent?.attributes.class ?? ""}`;
}
