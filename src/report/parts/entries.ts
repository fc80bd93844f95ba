/**
 * Live reports and chronicles: texts in entries, each under the time at which it was posted or of which it tells. They
 * are told by at least three times in order, forwards or backwards, with prose under most of them: a programme of a
 * day, a list of links with times, or a time in a sentence is none.
 */
import { dayNumber, daysInMonth, formatDay, pad } from "../../record/day.ts";
import { type Block, isProse, type Part } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { wordCount } from "../furniture/lexicon.ts";
import { type StampWords, stampWords } from "./stamp-words.ts";

/** A place where the source says beside its text when an entry was posted. */
export interface Posted {
  /** An offset in the first block of the entry. */
  readonly at: number;
  /** `2025-08-10`, with the time where it is known: `2025-08-10T14:05`. */
  readonly value: string;
}

export interface Entries {
  /** The blocks, with the times cut off from what stands behind them. */
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

interface Stamp extends StampWords {
  /** Which block it begins, and where that begins. */
  readonly block: number;
  readonly start: number;
  /** The time stands in the text, not only beside it. */
  readonly isWritten: boolean;
}

const FEWEST = 3;
/** A sentence has so many words. */
const SENTENCE = 5;
/** Shares of the stamps that have prose under them, of the prose that stands under stamps, of steps that go one way. */
const FULL = 0.6;
const COVERED = 0.5;
const ORDERED = 0.75;

/**
 * The entries of a text, or `undefined` where it is told as one.
 * @param day when the whole was published, and last changed: `2025-08-10`
 */
export function entriesOf(
  text: string,
  blocks: readonly Block[],
  posted: readonly Posted[],
  day: { readonly published?: string; readonly modified?: string },
): Entries | undefined {
  const stamps = joined(text, blocks, stampsOf(text, blocks, posted));
  if (stamps.length < FEWEST) return undefined;
  const starts = startsOf(blocks, stamps);
  const groups = stamps.map((stamp, i) => ({ stamp, from: starts[i]!, to: starts[i + 1] ?? blocks.length }));
  const isTold = ({ stamp, from, to }: (typeof groups)[number]): boolean =>
    blocks.slice(from, to).some((block) => tells(text, block, Math.max(stamp.rest, block.start)));
  const told = groups.filter(isTold);
  // A day above times is no entry itself.
  const timed = groups.filter(({ stamp }) => stamp.clock !== undefined);
  const counted = timed.length > 0 ? timed : groups;
  if (told.length < FEWEST || counted.filter(isTold).length < counted.length * FULL) return undefined;
  const way = wayOf(stamps, day.published);
  if (way === undefined) return undefined;
  const dates = datesOf(stamps, way, day);
  const cut = cutStamps(blocks, stamps);
  const parts = told.flatMap(({ stamp, from, to }) => partOf(text, blocks.slice(from, to), stamp, dates));
  return covers(parts, blocks) ? { blocks: cut, parts } : undefined;
}

function stampsOf(text: string, blocks: readonly Block[], posted: readonly Posted[]): readonly Stamp[] {
  const beside = new Map<number, string>();
  let next = 0;
  blocks.forEach(({ end }, i) => {
    for (; next < posted.length && posted[next]!.at < end; next++) beside.set(i, posted[next]!.value);
  });
  const title = blocks.findIndex(({ kind }) => kind === "title");
  return blocks.flatMap((block, i): Stamp[] => {
    if (i < title || block.kind === "title" || block.kind === "footnote" || block.kind === "table") return [];
    const words = stampWords(text.slice(block.start, block.end));
    const value = beside.get(i);
    if (words === undefined && value === undefined) return [];
    // Furniture counts only where it is nothing but a time.
    const isAlone = words !== undefined && words.rest === block.end - block.start;
    if (block.kind === "furniture" && !isAlone && value === undefined) return [];
    const [day, clock] = value?.split("T") ?? [];
    return [
      {
        block: i,
        start: block.start,
        isWritten: words !== undefined,
        end: block.start + (words?.end ?? 0),
        rest: block.start + (words?.rest ?? 0),
        ...(words?.day !== undefined && { day: words.day }),
        ...(words?.monthDay !== undefined && { monthDay: words.monthDay }),
        ...(words?.clock !== undefined && { clock: words.clock }),
        ...(day !== undefined && { day }),
        ...(clock !== undefined && { clock: words?.clock ?? clock }),
      },
    ];
  });
}

/** A time in the text and a time beside it may mean one entry: they are one where no prose parts them. */
function joined(text: string, blocks: readonly Block[], stamps: readonly Stamp[]): readonly Stamp[] {
  const kept: Stamp[] = [];
  for (const stamp of stamps) {
    const last = kept.at(-1);
    const between = last === undefined ? [] : blocks.slice(last.block, stamp.block);
    const isOne =
      last !== undefined &&
      between.length < 4 &&
      !(last.isWritten && stamp.isWritten) &&
      !between.some((block) => tells(text, block, Math.max(last.rest, block.start)));
    if (last === undefined || !isOne) kept.push(stamp);
    else kept[kept.length - 1] = stamp.isWritten ? { ...last, ...stamp } : { ...stamp, ...last };
  }
  return kept;
}

/** The block with which each entry begins: its time, or its heading where the times stand under headings. */
function startsOf(blocks: readonly Block[], stamps: readonly Stamp[]): readonly number[] {
  const isUnder = ({ block }: Stamp): boolean =>
    blocks[block - 1]?.kind === "heading" && blocks[block + 1]?.kind !== "heading";
  const areUnder = stamps.filter(isUnder).length > stamps.length / 2;
  return stamps.map((stamp) => (areUnder && isUnder(stamp) ? stamp.block - 1 : stamp.block));
}

/** Prose of a sentence at least, from an offset on. */
function tells(text: string, block: Block, from: number): boolean {
  if (!isProse(block) || block.kind === "heading") return false;
  const words = text.slice(from, block.end);
  return wordCount(words) >= SENTENCE && /[.!?…][”"’')\]]*$/u.test(words.slice(-8));
}

type Way = 1 | -1;

const DAY = 1440;

/** Whether time goes on from stamp to stamp, or back: from one clock to the next by the shorter way around. */
function wayOf(stamps: readonly Stamp[], published: string | undefined): Way | undefined {
  const isTimed = stamps.some(({ clock }) => clock !== undefined);
  const steps: number[] = [];
  let day: number | undefined;
  let before: { readonly minutes: number; readonly day: number | undefined } | undefined;
  for (const stamp of stamps) {
    const own = dayOf(stamp, published);
    if (own !== undefined) day = numberOf(own);
    if (isTimed && stamp.clock === undefined) continue;
    const now = { minutes: stamp.clock === undefined ? 0 : minutesOf(stamp.clock), day };
    if (before !== undefined && (before.day === undefined) === (day === undefined)) {
      const step = ((day ?? 0) - (before.day ?? 0)) * DAY + now.minutes - before.minutes;
      const isAround = day === undefined && Math.abs(step) > DAY / 2;
      if (step !== 0) steps.push(isAround ? -Math.sign(step) : Math.sign(step));
    }
    before = now;
  }
  const on = steps.filter((step) => step > 0).length;
  const most = Math.max(on, steps.length - on);
  if (steps.length < FEWEST - 1 || most < steps.length * ORDERED) return undefined;
  return on === most ? 1 : -1;
}

/** Days and times as EDTF, by stamp: a day holds until the next; at midnight the clock jumps. */
function datesOf(
  stamps: readonly Stamp[],
  way: Way,
  { published, modified }: { readonly published?: string; readonly modified?: string },
): ReadonlyMap<Stamp, string> {
  const dates = new Map<Stamp, string>();
  const start = way < 0 ? (modified ?? published) : published;
  let day = start === undefined || !isDay(start) ? undefined : numberOf(start);
  let before: number | undefined;
  for (const stamp of stamps) {
    const own = dayOf(stamp, published);
    const minutes = stamp.clock === undefined ? undefined : minutesOf(stamp.clock);
    if (own !== undefined) day = numberOf(own);
    else if (day !== undefined && minutes !== undefined && before !== undefined) {
      if ((minutes - before) * way < 0 && Math.abs(minutes - before) > 360) day += way;
    }
    before = minutes ?? (own === undefined ? before : undefined);
    if (day !== undefined)
      dates.set(stamp, stamp.clock === undefined ? formatDay(day) : `${formatDay(day)}T${stamp.clock}`);
  }
  return dates;
}

/** The day of a stamp; without a year, the one nearest to the publication. */
function dayOf({ day, monthDay }: Stamp, published: string | undefined): string | undefined {
  if (day !== undefined || monthDay === undefined || published === undefined || !isDay(published)) return day;
  const [month, date] = monthDay;
  const year = Number(published.slice(0, 4));
  const around = [year - 1, year, year + 1].filter((one) => date < daysInMonth(one, month) + 1);
  const away = (one: number): number => Math.abs(dayNumber(one, month, date) - numberOf(published));
  const [nearest] = around.sort((a, b) => away(a) - away(b));
  return nearest === undefined ? undefined : `${nearest}-${pad(month)}-${pad(date)}`;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(value);
}

function numberOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayNumber(year, month, date);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Makes the times furniture, cut off from a heading or a paragraph that goes on behind them. */
function cutStamps(blocks: readonly Block[], stamps: readonly Stamp[]): readonly Block[] {
  const byBlock = new Map(stamps.filter(({ isWritten }) => isWritten).map((stamp) => [stamp.block, stamp]));
  return blocks.flatMap((block, i): Block[] => {
    const stamp = byBlock.get(i);
    if (stamp === undefined) return [block];
    const why = "time of an entry";
    const time: Block = { kind: "furniture", start: block.start, end: stamp.end, why };
    return stamp.rest < block.end ? [time, { ...block, start: stamp.rest }] : [{ ...time, end: block.end }];
  });
}

/** From the stamp, or from a heading right above it, to the last prose before the next one. */
function partOf(
  text: string,
  blocks: readonly Block[],
  stamp: Stamp,
  dates: ReadonlyMap<Stamp, string>,
): readonly Part[] {
  const [first] = blocks;
  const last = blocks.findLast((block) => block.kind !== "furniture");
  if (first === undefined || last === undefined) return [];
  const label = stamp.isWritten ? spanAt(text, stamp.start, stamp.end) : undefined;
  // The time in the text is furniture, what stands behind it on its line is not.
  const told = blocks
    .map((block) =>
      stamp.isWritten && block.start === stamp.start ? { ...block, start: stamp.rest } : block,
    )
    .find(({ kind, start, end }) => kind !== "furniture" && start < end);
  const value = dates.get(stamp);
  return [
    {
      kind: "entry",
      start: first.start,
      end: last.end,
      ...(label !== undefined && { label }),
      from: told?.start ?? first.start,
      ...(value !== undefined && {
        published: {
          value,
          basis: label === undefined ? ("metadata" as const) : ("text" as const),
          ...(label !== undefined && { at: label }),
        },
      }),
    },
  ];
}

/** Whether enough of the prose stands in the entries; both come in text order. */
function covers(parts: readonly Part[], blocks: readonly Block[]): boolean {
  let [inside, all, next] = [0, 0, 0];
  for (const block of blocks) {
    if (!isProse(block) || block.kind === "title") continue;
    while (next < parts.length && parts[next]!.end < block.end) next++;
    const length = block.end - block.start;
    if (next < parts.length && parts[next]!.start <= block.start) inside += length;
    all += length;
  }
  return inside >= all * COVERED;
}
