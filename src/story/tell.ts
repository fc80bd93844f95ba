/**
 * Readings in, story out. The same readings in any order give the same story; a story that grows is the one that its
 * readings would tell together, and a reading taken out leaves no trace.
 */
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import { changesBetween } from "./changes.ts";
import { Chapter } from "./chapter.ts";
import { Dating } from "./dating.ts";
import { type JudgedReadings, judgedReadings, withConflicts } from "./judged.ts";
import type { Story, View } from "./story.ts";
import { compareReadings, endOf, publishedBy } from "./view.ts";

export interface TellOptions {
  /** What people say of the record, oldest first. It wins over what is computed. */
  readonly judgements?: readonly HumanJudgement[];
  /** Reports that were kept out because they tell of another matter: the brief says how many. */
  readonly elsewhere?: number;
}

/** Days whose views are kept: whoever asks for every day of a century does not fill the memory. */
const DAYS_KEPT = 64;

function isDated(reading: Reading): boolean {
  return publishedBy(reading) !== undefined;
}

/** A story that readings are added to and taken out of; what a reading touches is told anew, and nothing else. */
export class Growing {
  readonly #given: readonly HumanJudgement[];
  readonly #readings = new Map<string, Reading>();
  #judged: JudgedReadings;
  /** The readings with what people say of them. */
  #entered = new Map<string, Reading>();
  /** The same with the dates that others give them. */
  #taken = new Map<string, Reading>();
  #dating = new Dating();
  #chapter: Chapter;
  /** How many of the readings have a day of publication; where none has, all are told. */
  #dated = 0;
  /** Whether a judgement may have found or lost what it is about: then everything is told anew. */
  #isStale = false;

  /** @param judgements what people say of the record, oldest first. It wins over what is computed. */
  constructor(judgements: readonly HumanJudgement[] = []) {
    this.#given = judgements;
    this.#judged = judgedReadings([], judgements);
    this.#chapter = new Chapter(this.#judged, judgements);
  }

  /** How many reports it holds. */
  get size(): number {
    return this.#readings.size;
  }

  /** The reading of a report as it was added. */
  get(report: string): Reading | undefined {
    return this.#readings.get(report);
  }

  /** Ids of its reports. */
  get reports(): Iterable<string> {
    return this.#readings.keys();
  }

  /** Adds a reading; another of the same report gives way to it. */
  add(reading: Reading): void {
    this.remove(reading.report.id);
    this.#isStale ||= this.#isJudged(reading.report.id);
    this.#readings.set(reading.report.id, reading);
    if (!this.#isStale) this.#enter(reading);
  }

  /** Takes a report out. @returns false where there is none of this id */
  remove(report: string): boolean {
    if (!this.#readings.delete(report)) return false;
    this.#isStale ||= this.#isJudged(report);
    if (this.#isStale) return true;
    const entered = this.#entered.get(report)!;
    this.#entered.delete(report);
    const touched = this.#dating.remove(entered);
    touched.delete(entered);
    this.#leave(report);
    this.#redate(touched);
    return true;
  }

  /** Brings everything that the last readings touch up to date; views do so by themselves. */
  settle(): void {
    if (this.#isStale) this.#retell();
    this.#chapter.settle();
  }

  /**
   * The story as it stands. It stays what it is: after a reading has been added or taken out, ask again.
   * @param elsewhere reports that were kept out because they tell of another matter: the brief says how many
   */
  story(elsewhere = 0): Story {
    this.settle();
    const judged = this.#judged;
    const readings = [...this.#taken.values()].sort(compareReadings);
    const undatedAll = readings.length - this.#dated;
    const undated = this.#dated === 0 ? 0 : undatedAll;
    const now = this.#chapter.views();
    const days = new Map<string, typeof now>();
    const at = ({ asOf }: View = {}) => {
      if (asOf === undefined || asOf === now.asOf) return now;
      const known = days.get(asOf);
      days.delete(asOf);
      if (known) {
        days.set(asOf, known);
        return known;
      }
      const limit = endOf(asOf);
      const chapter = new Chapter(judged, this.#given, asOf);
      for (const reading of readings)
        if ((publishedBy(reading) ?? Number.POSITIVE_INFINITY) <= limit) chapter.add(reading);
      const views = chapter.views();
      days.set(asOf, views);
      const [oldest] = days.keys();
      if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest);
      return views;
    };
    const leftOut = (view?: View) => (view?.asOf === undefined ? undated : undatedAll);
    return {
      readings,
      seen: (view) => {
        const { readings: seen, asOf } = at(view);
        return { readings: seen, ...(asOf ? { asOf } : {}), undated: leftOut(view) };
      },
      judgements: (view) => at(view).judgements(),
      humanJudgements: () => withConflicts(judged.standings, now.unjudged),
      identities: (view) => at(view).identities(),
      places: (view) => at(view).places(),
      histories: (view) => at(view).histories(),
      timeline: (view) => at(view).timeline(),
      upcoming: (view) => at(view).upcoming(),
      positions: (view) => at(view).cells(),
      conflicts: (view) => at(view).conflicts(),
      shifts: (view) => at(view).shifts(),
      sources: (view) => at(view).sources(),
      quotations: (view) => at(view).quotations(),
      problems: (view) => at(view).problems(),
      changes: (view) => {
        const after = at(view);
        return changesBetween(at({ asOf: view.since }).parts(), after.parts(), view.since, after.asOf);
      },
      questions: (view) => at(view).questions(),
      brief: (view) => at(view).brief(view?.length ?? "full", { undated: leftOut(view), elsewhere }),
    };
  }

  /** Whether a judgement is on a report, or looks for its words in whatever report has them. */
  #isJudged(report: string): boolean {
    return this.#given.some(({ on }) =>
      on.some((anchor) => anchor.report === report || !this.#readings.has(anchor.report)),
    );
  }

  #retell(): void {
    this.#isStale = false;
    this.#judged = judgedReadings([...this.#readings.values()], this.#given);
    this.#entered = new Map();
    this.#taken = new Map();
    this.#dating = new Dating();
    this.#chapter = new Chapter(this.#judged, this.#given);
    this.#dated = 0;
    for (const reading of [...this.#judged.readings].sort(compareReadings)) this.#enter(reading);
  }

  #enter(reading: Reading): void {
    this.#entered.set(reading.report.id, reading);
    const touched = this.#dating.add(reading);
    this.#take(this.#dating.dated(reading));
    this.#redate(touched);
  }

  #redate(readings: Iterable<Reading>): void {
    for (const reading of readings) {
      const now = this.#dating.dated(reading);
      const before = this.#taken.get(reading.report.id);
      if (before?.report.published.why === now.report.published.why) continue;
      this.#leave(reading.report.id);
      this.#take(now);
    }
  }

  #take(reading: Reading): void {
    this.#taken.set(reading.report.id, reading);
    if (isDated(reading)) {
      // The first one that has a date puts those without one out.
      if (this.#dated === 0) this.#eachUndated((other) => this.#chapter.remove(other));
      this.#dated++;
      this.#chapter.add(reading);
    } else if (this.#dated === 0) this.#chapter.add(reading);
  }

  #leave(report: string): void {
    const reading = this.#taken.get(report)!;
    this.#taken.delete(report);
    if (!isDated(reading)) {
      if (this.#dated === 0) this.#chapter.remove(reading);
      return;
    }
    this.#chapter.remove(reading);
    this.#dated--;
    if (this.#dated === 0) this.#eachUndated((other) => this.#chapter.add(other));
  }

  #eachUndated(act: (reading: Reading) => void): void {
    for (const reading of this.#taken.values()) if (!isDated(reading)) act(reading);
  }
}

/** The story that readings tell together. */
export function tell(readings: readonly Reading[], options: TellOptions = {}): Story {
  const growing = new Growing(options.judgements);
  for (const reading of [...readings].sort(compareReadings)) growing.add(reading);
  return growing.story(options.elsewhere);
}
