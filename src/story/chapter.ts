/**
 * The state of a story on one day: what readings come to together, kept in indexes. A reading that comes or goes touches
 * the identities that it names and what hangs on them, and nothing else.
 */
import type { Brief } from "../record/brief.ts";
import type { Conflict } from "../record/conflict.ts";
import type { Dependence } from "../record/corroboration.ts";
import { formatDay } from "../record/day.ts";
import type { History } from "../record/history.ts";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Identity, Judgement } from "../record/judgement.ts";
import type { PlaceHistory } from "../record/place-history.ts";
import type { Question } from "../record/question.ts";
import type { Quotation } from "../record/quotation.ts";
import type { Reading } from "../record/reading.ts";
import type { Cell, Shift } from "../record/shift.ts";
import { compose, type Length, type Missing } from "./brief/compose.ts";
import type { Parts } from "./changes.ts";
import { type Blame, Blames, blamesIn } from "./conflicts/blame.ts";
import type { Figure } from "./conflicts/figure.ts";
import { Figures, figuresIn } from "./conflicts/figures.ts";
import { conflictsOf } from "./conflicts.ts";
import { EventGroups } from "./events/group.ts";
import { type Told, tellings } from "./events/told.ts";
import { insert, withdraw } from "./growing/order.ts";
import { historiesOf, isOfNoSide, timelineOf, upcomingOn } from "./histories.ts";
import { Identities } from "./identity.ts";
import { type JudgedReadings, judgedConflicts } from "./judged.ts";
import { once } from "./once.ts";
import { Copies } from "./origins/copies.ts";
import { dependencesOf, originsBy } from "./origins.ts";
import { placesOf } from "./places.ts";
import { Cells } from "./positions.ts";
import { problemsOf } from "./problems.ts";
import { questionsOf } from "./questions.ts";
import { quotationsOf } from "./quotations.ts";
import { Sides } from "./sides.ts";
import { Buckets } from "./stance-buckets.ts";
import { type Stand, standsOf } from "./stand.ts";
import type { ReportProblem } from "./story.ts";
import type { Telling } from "./telling.ts";
import { compareReadings, publishedBy } from "./view.ts";

/** What a reading brings into the indexes, in terms of identities. */
interface Notes {
  readonly told: readonly Told[];
  readonly stands: readonly Stand[];
  readonly figures: readonly Figure[];
  readonly blames: readonly Blame[];
}

type Judged = Pick<JudgedReadings, "pairs" | "verdicts">;

/** What a view holds, by its name. */
interface Seen {
  readonly identities: readonly Identity[];
  readonly judgements: readonly Judgement[];
  readonly histories: readonly History[];
  readonly timeline: readonly History[];
  readonly upcoming: readonly History[];
  readonly cells: readonly Cell[];
  /** Conflicts before people have said anything of them. */
  readonly unjudged: readonly Conflict[];
  readonly conflicts: readonly Conflict[];
  readonly shifts: readonly Shift[];
  readonly sources: readonly Dependence[];
  readonly quotations: readonly Quotation[];
  readonly problems: readonly ReportProblem[];
  readonly places: readonly PlaceHistory[];
  readonly questions: readonly Question[];
  /** What the changes between two days are told from. */
  readonly parts: Parts;
}

/** Each worked out when it is first asked for. */
type Lazily = { readonly [Name in keyof Seen]: () => Seen[Name] };

/** Every view of a story on one day. */
interface Views extends Lazily {
  readonly readings: readonly Reading[];
  readonly asOf: string | undefined;
  readonly brief: (length: Length, missing: Missing) => Brief;
}

export class Chapter {
  readonly #readings: Reading[] = [];
  readonly #readingOf = new Map<string, Reading>();
  readonly #notes = new Map<Reading, Notes>();
  readonly #pending = new Set<Reading>();
  readonly #identities: Identities;
  readonly #copies = new Copies();
  readonly #events: EventGroups;
  readonly #given: readonly HumanJudgement[];
  readonly #figures = new Figures();
  readonly #blames = new Blames();
  readonly #buckets = new Buckets();
  readonly #cells = new Cells();
  readonly #telling: Telling;
  readonly #judged: Judged;
  readonly #asOf: string | undefined;
  #views: Views | undefined;
  /** Counts what came and went. */
  #age = 0;

  /** @param asOf the day of the view; without it the last day on which a report was published */
  constructor(judged: Judged, given: readonly HumanJudgement[], asOf?: string) {
    const { pairs, verdicts } = judged;
    [this.#judged, this.#given, this.#asOf] = [judged, given, asOf];
    this.#identities = new Identities(pairs);
    this.#events = new EventGroups(verdicts);
    const identities = this.#identities;
    const lastDay = () => this.#lastDay();
    this.#telling = {
      readings: this.#readings,
      readingOf: this.#readingOf,
      identities,
      origins: originsBy(this.#copies),
      sides: new Sides(identities),
      verdicts,
      get asOf() {
        return asOf ?? lastDay();
      },
    } as Telling;
  }

  add(reading: Reading): void {
    insert(this.#readings, reading, compareReadings);
    this.#readingOf.set(reading.report.id, reading);
    this.#identities.add(reading);
    this.#pending.add(reading);
    for (const touched of this.#copies.add(reading)) this.#pending.add(touched);
    this.#outgrow();
  }

  remove(reading: Reading): void {
    this.#clear(reading);
    withdraw(this.#readings, reading, compareReadings);
    this.#readingOf.delete(reading.report.id);
    this.#identities.remove(reading);
    for (const touched of this.#copies.remove(reading)) this.#pending.add(touched);
    this.#pending.delete(reading);
    this.#outgrow();
  }

  #outgrow(): void {
    this.#views = undefined;
    this.#age++;
  }

  /** Brings the indexes up to date with the readings that came and went, in their order. */
  settle(): void {
    for (const id of this.#identities.settle()) {
      const reading = this.#readingOf.get(id);
      if (reading) this.#pending.add(reading);
    }
    const touched = [...this.#pending].filter(({ report }) => this.#readingOf.has(report.id));
    this.#pending.clear();
    if (touched.length > 0) this.#views = undefined;
    for (const reading of touched) this.#clear(reading);
    for (const reading of touched.sort(compareReadings)) this.#note(reading);
  }

  /**
   * The views of what stands now; whoever asks again after a change gets others. Those that were given before still say
   * what stood then: what nobody had asked by the time of the change is told anew.
   */
  views(): Views {
    this.settle();
    this.#views ??= this.#unfold();
    return this.#views;
  }

  #lastDay(): string | undefined {
    const last = this.#readings.at(-1);
    const day = last && publishedBy(last);
    return day === undefined ? undefined : formatDay(day);
  }

  #note(reading: Reading): void {
    const telling = this.#telling;
    const stands = standsOf(telling, reading);
    const notes: Notes = {
      told: tellings(telling, reading),
      stands,
      figures: figuresIn(telling, reading),
      blames: blamesIn(telling, reading),
    };
    this.#notes.set(reading, notes);
    for (const told of notes.told) this.#events.add(told);
    for (const figure of notes.figures) this.#figures.add(figure);
    for (const blame of notes.blames) this.#blames.add(blame);
    this.#buckets.add(telling, reading, stands);
    this.#cells.add(telling, stands);
  }

  #clear(reading: Reading): void {
    const notes = this.#notes.get(reading);
    if (!notes) return;
    this.#notes.delete(reading);
    for (const told of notes.told) this.#events.remove(told);
    for (const figure of notes.figures) this.#figures.remove(figure);
    for (const blame of notes.blames) this.#blames.remove(blame);
    this.#buckets.remove(reading, notes.stands);
    this.#cells.remove(notes.stands);
  }

  /** What these readings would tell on the same day, had nothing come or gone since. */
  #toldAnew(readings: readonly Reading[]): Views {
    const chapter = new Chapter(this.#judged, this.#given, this.#asOf);
    for (const reading of readings) chapter.add(reading);
    return chapter.views();
  }

  #unfold(): Views {
    const telling = { ...this.#telling, asOf: this.#telling.asOf } as Telling;
    const readings = [...this.#readings];
    const age = this.#age;
    const isOutgrown = () => this.#age !== age;
    const anew = once(() => this.#toldAnew(readings));
    const view = <Name extends keyof Seen>(name: Name, make: () => Seen[Name]): (() => Seen[Name]) =>
      once((): Seen[Name] => {
        if (!isOutgrown()) return make();
        const views: Lazily = anew();
        return views[name]();
      });

    const place = once(() => new Map(readings.map(({ report }, i) => [report.id, i])));
    const inOrder = (reports: Iterable<string>) =>
      [...reports].sort((a, b) => (place().get(a) ?? 0) - (place().get(b) ?? 0));
    const identities = view("identities", () => this.#identities.all(inOrder));
    const judgements = view("judgements", () => this.#identities.judgements());
    const histories = view("histories", () => historiesOf(telling, this.#events));
    const timeline = view("timeline", () => timelineOf(telling, histories()));
    const upcoming = view("upcoming", () => upcomingOn(telling, histories()));
    const cells = view("cells", () => this.#cells.all(telling));
    const turns = once(() => this.#buckets.turns(telling));
    const unjudged = view("unjudged", () =>
      conflictsOf(telling, histories(), this.#figures, this.#blames, turns().conflicts),
    );
    const conflicts = view("conflicts", () => judgedConflicts(unjudged(), this.#given));
    const shifts = view("shifts", () => turns().shifts);
    const sources = view("sources", () => dependencesOf(readings, this.#copies));
    const quotations = view("quotations", () => quotationsOf(telling));
    const places = view("places", () => placesOf(readings, identities()));
    const problems = view("problems", () =>
      problemsOf(telling, identities(), this.#figures, conflicts(), histories()),
    );
    const questions = view("questions", () => questionsOf(telling, identities(), judgements()));
    const brief: Views["brief"] = (length, missing) => {
      if (isOutgrown()) return anew().brief(length, missing);
      return compose(
        telling,
        {
          timeline: timeline(),
          upcoming: upcoming(),
          cells: cells(),
          conflicts: conflicts(),
          shifts: shifts(),
          problems: problems(),
          quotations: quotations(),
          missing,
        },
        length,
      );
    };
    const parts = view("parts", () => ({
      readings,
      histories: histories().filter((history) => !isOfNoSide(telling, history)),
      cells: cells(),
      shifts: shifts(),
      conflicts: conflicts(),
    }));
    return {
      readings,
      asOf: telling.asOf,
      identities,
      judgements,
      histories,
      timeline,
      upcoming,
      cells,
      unjudged,
      conflicts,
      shifts,
      sources,
      quotations,
      problems,
      places,
      questions,
      brief,
      parts,
    };
  }
}
