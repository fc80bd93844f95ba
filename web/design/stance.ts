/** How stances and the standing of events look: a colour for the drift, a form for the exact word. */
import type { EventType } from "../../src/record/event.ts";
import type { Stance } from "../../src/record/position.ts";

/** Which way a stance leans; each has a colour. */
export type Lean = "wants" | "gives" | "refuses" | "open";

const LEANS: Readonly<Record<Stance, Lean>> = {
  demands: "wants",
  supports: "wants",
  offers: "gives",
  accepts: "gives",
  rejects: "refuses",
  opposes: "refuses",
  considers: "open",
  open: "open",
};

export function leanOf(stance: Stance): Lean {
  return LEANS[stance];
}

/** The form of a stance, drawn in a square of 16 units. Filled: the firm word of its lean; outlined: the mild one. */
export const STANCE_FORMS: Readonly<Record<Stance, { readonly path: string; readonly filled: boolean }>> = {
  demands: { path: "M8 1.5 15 14H1z", filled: true },
  supports: { path: "M8 3 13.6 13H2.4z", filled: false },
  offers: { path: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z", filled: false },
  accepts: { path: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", filled: true },
  rejects: { path: "M4 1 8 5 12 1 15 4 11 8 15 12 12 15 8 11 4 15 1 12 5 8 1 4z", filled: true },
  opposes: { path: "M3 3h10v10H3zM3 13 13 3", filled: false },
  considers: { path: "M2 8h12M8 2v12", filled: false },
  open: {
    path: "M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM8 7.4a.6.6 0 1 0 0 1.2a.6.6 0 1 0 0-1.2z",
    filled: false,
  },
};

/** What kind of act an event is, by its PLOVER root: dealings, hard words, force. */
export type Temper = "talk" | "words" | "force";

const TEMPERS: Readonly<Record<EventType, Temper>> = {
  AGREE: "talk",
  CONSULT: "talk",
  SUPPORT: "talk",
  CONCEDE: "talk",
  COOPERATE: "talk",
  AID: "talk",
  RETREAT: "talk",
  REQUEST: "words",
  ACCUSE: "words",
  REJECT: "words",
  THREATEN: "words",
  PROTEST: "words",
  SANCTION: "force",
  MOBILIZE: "force",
  COERCE: "force",
  ASSAULT: "force",
};

export const TEMPER_NAMES: Readonly<Record<Temper, string>> = {
  talk: "Talks and accommodation",
  words: "Demands and refusals",
  force: "Pressure and force",
};

export function temperOf(type: EventType): Temper {
  return TEMPERS[type];
}
