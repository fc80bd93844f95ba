/** What the page asks of a story, whoever answers: a worker in the browser, or a server. */
import type { Audit } from "../../src/record/audit.ts";
import type { Brief } from "../../src/record/brief.ts";
import type { Changes } from "../../src/record/changes.ts";
import type { Conflict } from "../../src/record/conflict.ts";
import type { Dependence } from "../../src/record/corroboration.ts";
import type { History } from "../../src/record/history.ts";
import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Identity } from "../../src/record/judgement.ts";
import type { PlaceHistory, ToldOfPlace } from "../../src/record/place-history.ts";
import type { Question } from "../../src/record/question.ts";
import type { Reading } from "../../src/record/reading.ts";
import type { Cell, Shift } from "../../src/record/shift.ts";
import type { StoryEntry } from "../../src/record/story-entry.ts";
import type { ReportProblem, View } from "../../src/story/story.ts";

/** A report as lists show it. */
export interface ReportCard {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** EDTF; absent where unknown. */
  readonly published?: string;
}

/** A story that can be looked at. */
export type StoryChoice = Pick<StoryEntry, "id" | "name" | "reports" | "stray">;

/** Which story is looked at, and how. */
export interface Look extends View {
  /** Id of one of its reports; absent: the one with the most reports. */
  readonly story?: string;
}

export interface Overview {
  /** Names the story for what the browser keeps of a visit. */
  readonly key: string;
  /** All that there are, the one with the most reports first. */
  readonly stories: readonly StoryChoice[];
  /** Id of the one that is looked at; absent where there is none. */
  readonly story?: string;
  readonly asOf?: string;
  /** Days (ISO 8601) on which reports were published, oldest first, whatever the day of the view. */
  readonly days: readonly { readonly day: string; readonly reports: number }[];
  readonly reports: readonly ReportCard[];
  readonly undated: number;
}

/** A finding with the report that has it, as lists of quotes show it. */
export type Told = ToldOfPlace;

export interface Hit {
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  /** Where it is shown: a view, and what is selected there. */
  readonly view: string;
  readonly id?: string;
  readonly select?: string;
  /** Id of the story that it is found in. */
  readonly story?: string;
}

export interface Since extends Look {
  readonly since: string;
}

/** Everything a story answers. A server and a worker answer the same. */
export interface Answers {
  readonly overview: (view: Look) => Overview;
  readonly brief: (view: Look) => Brief;
  readonly histories: (view: Look) => readonly History[];
  readonly timeline: (view: Look) => readonly History[];
  readonly upcoming: (view: Look) => readonly History[];
  readonly positions: (view: Look) => readonly Cell[];
  readonly conflicts: (view: Look) => readonly Conflict[];
  readonly shifts: (view: Look) => readonly Shift[];
  readonly sources: (view: Look) => readonly Dependence[];
  readonly problems: (view: Look) => readonly ReportProblem[];
  readonly changes: (view: Since) => Changes;
  readonly questions: (view: Look) => readonly Question[];
  readonly identities: (view: Look) => readonly Identity[];
  readonly places: (view: Look) => readonly PlaceHistory[];
  /** Statements of an actor and of those who speak for it. */
  readonly statements: (view: Look, identity: string) => readonly Told[];
  /** @throws Error where no report has the id */
  readonly report: (id: string) => Reading;
  readonly search: (query: string, view: Look) => readonly Hit[];
}

export type Asked = {
  readonly [Noun in keyof Answers]: (
    ...args: Parameters<Answers[Noun]>
  ) => Promise<ReturnType<Answers[Noun]>>;
};

/** A judgement as a person makes it on the page. */
export type JudgementDraft = Omit<HumanJudgement, "id" | "who" | "when">;

export interface StorySource extends Asked {
  /** Judgements that persons have made. */
  readonly made: () => Promise<readonly HumanJudgement[]>;
  readonly judge: (draft: JudgementDraft) => Promise<void>;
  readonly undo: (id: string) => Promise<void>;
  /** A digest held against the story; absent where nobody can read it. */
  readonly audit?: (text: string, view: Look) => Promise<Audit>;
  /** Calls back whenever the story has changed; returns how to stop. */
  readonly live: (changed: () => void) => () => void;
  /** Where judgements are kept, in words for the reader. */
  readonly keeps: string;
  /** Takes the token that writing needs; absent where none is needed. */
  readonly useToken?: (token: string) => void;
}
