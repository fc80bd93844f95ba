/** Figures for one thing that cannot all hold, the sides by value. */
import type { Conflict } from "../../record/conflict.ts";
import type { Reading } from "../../record/reading.ts";
import { type Component, Components } from "../growing/components.ts";
import { compareText, dropUnder, setUnder } from "../growing/order.ts";
import { sentenceAround } from "../matter.ts";
import type { Telling } from "../telling.ts";
import { publishedBy } from "../view.ts";
import {
  against,
  comparable,
  type Figure,
  figureOf,
  isGeneric,
  mayHaveGrown,
  sinceThen,
  spoken,
} from "./figure.ts";
import { conflictOf, sideOf } from "./side.ts";

/** The figures of a reading, and what its beginnings imply. */
export function figuresIn(telling: Telling, reading: Reading): Figure[] {
  return reading.claims.flatMap((claim) => {
    const figure = claim.negated ? undefined : figureOf(telling, reading, claim);
    return figure ? [figure, ...[sinceThen(figure) ?? []].flat()] : [];
  });
}

/** Days within which two reports may mean one figure. */
const NEAR = 90;

function slotOf({ reading }: Figure): number {
  return Math.floor((publishedBy(reading) ?? 0) / NEAR);
}

function dayOf({ reading }: Figure): number {
  return publishedBy(reading) ?? 0;
}

export function compareFigures(a: Figure, b: Figure): number {
  return (
    dayOf(a) - dayOf(b) ||
    compareText(a.reading.report.id, b.reading.report.id) ||
    a.claim.at[0].start - b.claim.at[0].start ||
    compareText(a.claim.id, b.claim.id) ||
    compareText(a.dimension, b.dimension)
  );
}

type FigureComponent = Component<Figure, readonly Conflict[]>;

/** Figures that may be compared, found by the words of their subjects. */
export class Figures {
  readonly #byWord = new Map<string, Set<Figure>>();
  readonly #near = new Map<Figure, Set<Figure>>();
  readonly #components = new Components<Figure, readonly Conflict[]>((figure) => this.near(figure));

  add(figure: Figure): void {
    const near = new Set(this.#candidates(figure).filter((other) => comparable(figure, other)));
    this.#near.set(figure, near);
    for (const other of near) this.#near.get(other)?.add(figure);
    for (const word of figure.subject)
      setUnder(this.#byWord, `${figure.dimension} ${word} ${slotOf(figure)}`).add(figure);
    this.#components.add(figure);
    for (const one of near) this.#touch(one);
  }

  remove(figure: Figure): void {
    this.#components.remove(figure);
    for (const other of this.near(figure)) this.#near.get(other)?.delete(figure);
    for (const word of figure.subject)
      dropUnder(this.#byWord, `${figure.dimension} ${word} ${slotOf(figure)}`, figure);
    this.#near.delete(figure);
  }

  near(figure: Figure): Iterable<Figure> {
    return this.#near.get(figure) ?? [];
  }

  all(): Iterable<Figure> {
    return this.#near.keys();
  }

  components(): Iterable<FigureComponent> {
    return this.#components.all();
  }

  #touch(figure: Figure): void {
    const component = this.#components.of(figure);
    if (component) component.value = undefined;
  }

  #candidates(figure: Figure): Figure[] {
    const slot = slotOf(figure);
    const found = new Set<Figure>();
    for (const word of figure.subject)
      for (const at of [slot - 1, slot, slot + 1])
        for (const other of this.#byWord.get(`${figure.dimension} ${word} ${at}`) ?? [])
          if (Math.abs(dayOf(other) - dayOf(figure)) <= NEAR) found.add(other);
    return [...found];
  }
}

/** Everything comparable with a figure or with one that agrees with it. */
function circle(start: Figure, figures: Figures): Figure[] {
  const agreeing = new Set<Figure>([start]);
  for (const member of agreeing) {
    for (const other of figures.near(member)) if (against(member, other) === undefined) agreeing.add(other);
  }
  const all = new Set([...agreeing].flatMap((member) => [member, ...figures.near(member)]));
  return [...all].sort(compareFigures);
}

/** "One hands over 340 soldiers and the other 212": of two figures of one sentence and voice, the one that fewer others have. */
function isBeside(figure: Figure, all: readonly Figure[]): boolean {
  const backers = (one: Figure) =>
    all.filter((other) => other.reading !== one.reading && against(one, other) === undefined).length;
  return all.some(
    (other) =>
      other !== figure &&
      other.reading === figure.reading &&
      against(figure, other) !== undefined &&
      sentenceOf(other) === sentenceOf(figure) &&
      voiceOf(other) === voiceOf(figure) &&
      backers(other) > backers(figure),
  );
}

function sentenceOf({ reading, claim }: Figure): string {
  return sentenceAround(reading.report.text, claim.at[0]);
}

/** Parts a circle by value: each figure joins the first side that it agrees with in full. */
function byValue(figures: readonly Figure[]): Figure[][] {
  const sides: Figure[][] = [];
  for (const figure of figures) {
    const home = sides.find((side) => side.every((other) => against(figure, other) === undefined));
    if (home) home.push(figure);
    else sides.push([figure]);
  }
  return sides;
}

/** What most figures of a side say that they count; of equals the fuller words. */
function subjectOf(side: readonly Figure[]): string {
  // "340 soldiers and Lorvia 212": a second figure among the words tells of two things.
  const single = side.filter(({ claim }) => !/\d/.test(claim.subject));
  const counts = [...Map.groupBy(single.length > 0 ? single : side, ({ claim }) => claim.subject)];
  counts.sort((a, b) => b[1].length - a[1].length || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return counts[0]![0];
}

function conflictFrom(telling: Telling, sides: readonly (readonly Figure[])[]): Conflict {
  const firsts = sides.map((side) => side[0]!);
  const pairs = sides.flatMap((side, i) =>
    sides.slice(i + 1).flatMap((other) => side.map((a) => other.map((b) => against(a, b)))),
  );
  const firm = pairs.flat().some((verdict) => verdict === "firm");
  const grown = sides.length === 2 && sides[0]!.every((a) => sides[1]!.some((b) => mayHaveGrown(a, b)));
  const subject = subjectOf([...sides].sort((a, b) => b.length - a.length)[0]!);
  const quote = firsts[0]!.claim.at[0].text;
  const isDate = firsts[0]!.dimension === "date";
  return conflictOf({
    kind: isDate ? "date" : "figure",
    about: isDate
      ? `${subject}: ${firsts[0]!.claim.attribute}`
      : isGeneric(subject)
        ? `${subject} (“${quote}”)`
        : subject,
    sides: sides.map((side) =>
      sideOf(
        telling,
        spoken(side[0]!),
        side.map(({ reading, claim }) => ({ reading, finding: claim })),
      ),
    ),
    strength: firm && !grown ? "firm" : "soft",
    why: grown
      ? "the count may have grown between the reports"
      : firm
        ? "no reading of the words lets both hold"
        : "only a loose reading lets both hold",
  });
}

/** Whose word a figure is: the report's own, or that of somebody it quotes. */
function voiceOf({ reading, claim: { according, at } }: Figure): string {
  const [quote] = at;
  const said = reading.statements.filter(({ content, parts }) =>
    [content, ...parts].some(({ start, end }) => start < quote.end && end > quote.start),
  );
  const whose = according.length > 0 ? according : said.flatMap(({ speaker }) => speaker);
  return JSON.stringify([reading.report.id, ...whose.map(({ id }) => id)]);
}

/** What one report tells two ways in its own voice, or on one person's word, is a problem of that report. */
function isOneVoice(figures: readonly Figure[]): boolean {
  return new Set(figures.map(voiceOf)).size === 1;
}

function conflictsIn(telling: Telling, figures: Figures, component: FigureComponent): Conflict[] {
  const used = new Set<Figure>();
  const found: Conflict[] = [];
  for (const figure of [...component.members].sort(compareFigures)) {
    if (used.has(figure)) continue;
    if (![...figures.near(figure)].some((other) => against(figure, other) !== undefined)) continue;
    const all = circle(figure, figures);
    for (const one of all) used.add(one);
    const sides = byValue(all.filter((one) => !isBeside(one, all)));
    if (sides.length < 2) continue;
    if (!isOneVoice(sides.flat())) found.push(conflictFrom(telling, sides));
  }
  return found;
}

/** Every figure that reports give differently, each circle of comparable figures once. */
export function figureConflicts(telling: Telling, figures: Figures): Conflict[] {
  return [...figures.components()].flatMap((component) => {
    component.value ??= component.members.size < 2 ? [] : conflictsIn(telling, figures, component);
    return component.value;
  });
}
