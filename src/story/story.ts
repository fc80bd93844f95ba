import type { Brief } from "../record/brief.ts";
import type { Changes } from "../record/changes.ts";
import type { Conflict } from "../record/conflict.ts";
import type { Dependence } from "../record/corroboration.ts";
import type { Evidence } from "../record/evidence.ts";
import type { History } from "../record/history.ts";
import type { StandingJudgement } from "../record/human-judgement.ts";
import type { Identity, Judgement } from "../record/judgement.ts";
import type { PlaceHistory } from "../record/place-history.ts";
import type { Problem } from "../record/problem.ts";
import type { Question } from "../record/question.ts";
import type { Quotation } from "../record/quotation.ts";
import type { Reading } from "../record/reading.ts";
import type { Cell, Shift } from "../record/shift.ts";

/** How a story is looked at. */
export interface View {
  /** A day (ISO 8601): only what had been published by then. Absent: the latest known publication date. */
  readonly asOf?: string;
}

/** A problem, and the report that has it. */
export interface ReportProblem {
  readonly report: string;
  readonly problem: Problem;
  /** Quotes of other reports, of a problem that shows only beside them. */
  readonly beside?: readonly Evidence[];
}

/** What the readings say together. Every answer is computed from the readings published by `asOf`. */
export interface Story {
  /** The readings in order of publication; undated ones last. */
  readonly readings: readonly Reading[];
  /** Readings that a view takes in, and how many undated ones it leaves out. */
  readonly seen: (view?: View) => {
    readonly readings: readonly Reading[];
    readonly asOf?: string;
    readonly undated: number;
  };
  readonly judgements: (view?: View) => readonly Judgement[];
  /** What people said of the record, and whether it has found what it is about. */
  readonly humanJudgements: () => readonly StandingJudgement[];
  readonly identities: (view?: View) => readonly Identity[];
  /** What is told of each place, the one with the most to tell first. */
  readonly places: (view?: View) => readonly PlaceHistory[];
  /** Every event through its reports. */
  readonly histories: (view?: View) => readonly History[];
  /** Dated events that are more than acts of speech, oldest first. */
  readonly timeline: (view?: View) => readonly History[];
  /** What is still to come on the day of the view. */
  readonly upcoming: (view?: View) => readonly History[];
  /** Holder × issue, each cell with its dated quotes. */
  readonly positions: (view?: View) => readonly Cell[];
  readonly conflicts: (view?: View) => readonly Conflict[];
  readonly shifts: (view?: View) => readonly Shift[];
  /** Who rests on whom. */
  readonly sources: (view?: View) => readonly Dependence[];
  /** What somebody said and several reports tell, in all its wordings. */
  readonly quotations: (view?: View) => readonly Quotation[];
  /** Problems of the reports, those that show only beside other reports included. */
  readonly problems: (view?: View) => readonly ReportProblem[];
  /** What has changed since a day (ISO 8601). */
  readonly changes: (view: View & { readonly since: string }) => Changes;
  /** What a person could settle with one judgement each, the weightiest first. */
  readonly questions: (view?: View) => readonly Question[];
  readonly brief: (view?: View & { readonly length?: "short" | "full" }) => Brief;
}
