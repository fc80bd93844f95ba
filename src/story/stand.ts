/** One telling of what somebody wants, with everything that positions are compared by. */
import { nameWords } from "../compare/names.ts";
import { extent } from "../record/edtf.ts";
import type { Evidence } from "../record/evidence.ts";
import type { Reference } from "../record/finding.ts";
import type { Position, Stance } from "../record/position.ts";
import type { Reading } from "../record/reading.ts";
import type { Shift } from "../record/shift.ts";
import { type Span, spanAt } from "../record/span.ts";
import { compareText } from "./growing/order.ts";
import { matterOf, matterShared, sentenceSpan, shareThing } from "./matter.ts";
import { type Telling, toIdentities } from "./telling.ts";
import { publishedBy } from "./view.ts";

export interface Stand {
  readonly reading: Reading;
  /** What a person says of this position and others, by their ids. */
  readonly said: ReadonlyMap<string, "same" | "not the same"> | undefined;
  readonly position: Position;
  readonly holder: readonly Reference[];
  /** Which way it leans on its matter: for, against, or neither. */
  readonly leaning: -1 | 0 | 1;
  readonly matter: ReadonlySet<string>;
  /** The same of what is wanted alone. */
  readonly core: ReadonlySet<string>;
  /** Sides other than the holder's that its content names. */
  readonly others: ReadonlySet<string>;
  /** Day of publication, infinite where unknown. */
  readonly day: number;
  /** First day on which it may have been published, where that is an interval. */
  readonly earliest: number;
}

const LEANING: Readonly<Record<Stance, -1 | 0 | 1>> = {
  demands: 1,
  offers: 1,
  accepts: 1,
  supports: 1,
  rejects: -1,
  opposes: -1,
  considers: 0,
  open: 0,
};

/** A demand or objection that is given up: the stance that follows is the other way round. */
export const GIVEN_UP =
  /\b(?:drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|gives? up|gave up|given up|giving up|lets? go of|stop(?:s|ped)? (?:insisting|demanding|pressing)|ceased? to (?:press|insist|demand)|no longer (?:insists?|demands?|wants?|asks?)|back(?:s|ed)? (?:away|down|off) from|renounc(?:es?|ed|ing)|waiv(?:es?|ed|ing))\b/;
/** "Dropped its objection" leans the other way again. */
const OBJECTION = /\b(?:objections?|opposition|refusal|resistance|veto)\b/;
/** What is given up is a condition, not the thing. */
const CONDITION_GIVEN_UP = /\b(?:that|the|this|its|his|her|their) (?:pre)?(?:condition|link)\b/;
/** Measures that somebody is under, and what makes them less: to want that is to be against the measure. */
const MEASURE =
  /\b(?:sanctions?|embargo(?:es)?|tariffs?|pressure|blockades?|siege|restrictions?|measures?|relief)\b/;
const LESSENING =
  /\b(?:eas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|loosen(?:s|ed|ing)?|relief|relax(?:es|ed|ing)?|suspen(?:d|ds|ded|ding|sion)|remov(?:e|es|ed|ing|al)|terminat(?:e|es|ed|ing|ion)|ends?|ended|ending|halt(?:s|ed|ing)?|delay(?:s|ed|ing)?)\b/;
const KEEPING =
  /\b(?:keep(?:s|ing)?|kept|maintain(?:s|ed|ing)?|upho?[el]ld(?:s|ing)?|continu(?:e|es|ed|ing)|extend(?:s|ed|ing)?|tighten(?:s|ed|ing)?|more|new|further|additional)\b/;

function measureLeaning(lean: 1 | -1, stance: Stance, text: string): -1 | 1 {
  if (LESSENING.test(text)) return lean === 1 ? -1 : 1;
  // Nobody offers or accepts a measure but to lessen it, unless the words say that it is kept.
  return (stance === "offers" || stance === "accepts") && !KEEPING.test(text) ? -1 : lean;
}

/** What says how, when or where something is done, and not what. */
const ADJUNCT = /^(?:at|in|on|by|with|from|during|before|after|while|when)\s/i;

/** Words that hang on something which they do not hold, a verb or a subject: no thing that anybody wants. */
export function isAdrift(content: string): boolean {
  return /^(?:at|in|on|by|with|from|during|before|after|until|while|when|would|could|should|will|must|may|might|has|have|had|is|are|was|were)\s/i.test(
    content.trim(),
  );
}

/** Characters before a quote in which its verb may stand. */
const BEFORE = 45;
/** "Had refused", "had long insisted": told as over by the time that the report tells of. */
const HAD =
  /\bhad\s+(?:(?:\p{L}+ly|once|earlier|long|always|never|repeatedly)\s+)?\p{L}+(?:ed|en|orn|aid|ought|ade)\b/u;
const WHO_HAD = /^[^.,]{0,40},? who had\s/;
/** "A week ago", "until recently". */
const AGO =
  /\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|few) (?:days?|weeks?|months?|years?) (?:ago|earlier|after)|until (?:recently|now|then|last \w+)|last (?:week|month|year)|originally|previously|formerly|initially)\b/i;

/** "Lorvia, which had refused them, accepted": what is inserted tells of another time. */
const INSERTED = /,\s*(?:which|who)\b[^,]*,/g;
/** "Terms that they rejected at the time". */
const AT_THE_TIME = /^\s+(?:at th(?:e|at) time|back then|then)\b/i;

/** Whether the sentence tells a stance as an earlier one. */
function isRecalled({ report }: Reading, { content, at: [quote] }: Position): boolean {
  const inside = quote.text.indexOf(content);
  const head = quote.text.slice(0, Math.max(0, inside)).replace(INSERTED, ",");
  const before = report.text.slice(Math.max(0, quote.start - BEFORE), quote.start);
  const clause = before.slice(
    Math.max(...[". ", "\n", "; ", "! ", "? "].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const after = report.text.slice(quote.end, quote.end + 20);
  return HAD.test(head) || WHO_HAD.test(content) || AGO.test(`${clause}${head}`) || AT_THE_TIME.test(after);
}

/** "Has tied relief to a withdrawal": a condition in the verb. */
const TIED = /\b(?:ti(?:es?|ed)|link(?:s|ed)?|bound|condition(?:s|ed)?)\b.*\b(?:to|on)\b/i;

/** Whether a stance holds only under a condition. */
export function isBound({ position }: Pick<Stand, "position">): boolean {
  return position.condition !== undefined || TIED.test(position.at[0].text);
}

function leaningOf({ stance, content, at, condition, issue }: Position): -1 | 0 | 1 {
  if (ADJUNCT.test(content.trim())) return 0;
  const quote = at[0].text.toLowerCase();
  const lean = LEANING[stance];
  // What is refused only if something happens is a threat, not a refusal.
  if (lean === 0 || (lean < 0 && condition !== undefined)) return 0;
  if (GIVEN_UP.test(quote) && !CONDITION_GIVEN_UP.test(quote)) return OBJECTION.test(quote) ? 1 : -1;
  const text = content.toLowerCase();
  return MEASURE.test(text) || MEASURE.test(issue) ? measureLeaning(lean, stance, text) : lean;
}

/** What a phrase is about, the names of the parties left out: all that is told of them shares these. */
function withoutSides(telling: Telling, reading: Reading, phrase: string): ReadonlySet<string> {
  const bare = nameWords(phrase).filter((word) => telling.sides.namedIn(reading, word).length === 0);
  return matterOf(bare.join(" "));
}

/** What somebody would suffer is no offer of theirs. */
function isThreatened({ stance, content }: Position): boolean {
  return (
    stance === "offers" &&
    /\bwould (?:face|suffer|risk|pay|lose|be (?:hit|punished|isolated))\b/.test(content)
  );
}

/** "Rejects the offer and calls for talks": what stands behind the "and" is a verb of its own, and not rejected. */
function isMisjoined({ report }: Reading, { stance, content, at: [quote] }: Position): boolean {
  const start = quote.start + Math.max(0, quote.text.indexOf(content));
  return (
    (stance === "rejects" || stance === "opposes") &&
    /^\p{Ll}+s (?:for|that|on)\s/u.test(content) &&
    /\band\s+$/.test(report.text.slice(Math.max(0, start - 8), start))
  );
}

/** "Asked households | to save water": who is asked, and not what for. */
function isAddressee({ report }: Reading, { stance, content, at: [quote] }: Position): boolean {
  const inside = quote.text.indexOf(content);
  if (stance !== "demands" || inside < 0) return false;
  const [before, after] = [
    quote.text.slice(0, inside),
    report.text.slice(quote.start + inside + content.length),
  ];
  return (
    /\b(?:ask|urg|press|tell|told|beg|warn)\p{L}*\s+$/iu.test(before) &&
    /^\s+to\s+\p{Ll}/u.test(after.slice(0, 20))
  );
}

function standOf(telling: Telling, reading: Reading, position: Position): Stand {
  const published = reading.report.published.value;
  const holder = toIdentities(telling, position.holder);
  const own = telling.sides.ofAll(holder);
  const named = telling.sides.namedIn(reading, position.content);
  return {
    reading,
    said: telling.verdicts.get(position.id),
    position:
      position.past === undefined && isRecalled(reading, position) ? { ...position, past: true } : position,
    holder,
    leaning: leaningOf(position),
    matter: withoutSides(
      telling,
      reading,
      [position.content, ...position.at.map(({ text }) => text)].join(" "),
    ),
    core: withoutSides(telling, reading, position.content),
    others: new Set(named.filter((side) => !own.has(side))),
    day: publishedBy(reading) ?? Number.POSITIVE_INFINITY,
    earliest:
      published === undefined
        ? Number.NEGATIVE_INFINITY
        : (extent(published)?.from ?? Number.NEGATIVE_INFINITY),
  };
}

/** Oldest first; what a report tells as earlier goes before what it tells as present. */
export function compareStands(a: Stand, b: Stand): number {
  return (
    (a.day === b.day ? 0 : a.day - b.day) ||
    compareText(a.reading.report.id, b.reading.report.id) ||
    Number(b.position.past ?? false) - Number(a.position.past ?? false) ||
    a.position.at[0].start - b.position.at[0].start ||
    compareText(a.position.id, b.position.id)
  );
}

/** Every stand of a reading, in order. */
export function standsOf(telling: Telling, reading: Reading): Stand[] {
  return reading.positions
    .filter(
      (position) =>
        !position.negated &&
        !isThreatened(position) &&
        !isMisjoined(reading, position) &&
        !isAddressee(reading, position),
    )
    .map((position) => standOf(telling, reading, position))
    .sort(compareStands);
}

/** "It", "the offer", "that condition", "Tenn's offer of June 2": what these are stands elsewhere. */
const POINTING =
  /^(?:it|them|this|that|these|those|so|to do so|both|neither|either|terms|(?:the|th(?:is|at)|these|those|its|his|her|their|any|\p{Lu}\p{L}+['’]s?)\s+(?:\p{L}+\s+){0,2}(?:offers?|proposals?|initiatives?|propositions?|ideas?|plans?|terms|moves?|demands?|deals?|requests?|steps?|conditions?|links?|bargain|letter|text|draft|paper|thought)(?:\s+(?:of|on|from)\s+(?:\d+ \p{L}+|\p{L}+ \d+|\p{L}+day))?)[.,;]?$/iu;
/** Characters of the sentence that is shown in place of words that only point. */
const FULLEST = 300;
/** Characters that a sentence must add to what only points. */
const FULLER = 40;

/** Whether the words only point to what is wanted. */
export function isPointing(content: string): boolean {
  return POINTING.test(content.trim());
}

/** Where a stand is told: its quote, or the sentence around it where the quote only points to what is wanted. */
function shownAt({ reading: { report }, position }: Stand): Span {
  const [quote] = position.at;
  if (!isPointing(position.content)) return quote;
  const { start, end } = sentenceSpan(report.text, quote);
  const length = end - start;
  const isFuller = length >= quote.end - quote.start + FULLER && length <= FULLEST;
  return isFuller ? spanAt(report.text, start, end) : quote;
}

export function evidenceOf(stand: Stand): Evidence {
  const { reading, position } = stand;
  return { report: reading.report.id, finding: position.id, quote: shownAt(stand) };
}

/** What is wanted, in words that stand in the quote that is shown. */
function contentOf(stand: Stand): string {
  const { content, at } = stand.position;
  const shown = shownAt(stand);
  return shown === at[0] ? content : shown.text.replace(/[.,;:\s]+$/, "");
}

/** Whether the words say what is wanted, where "it" and "the terms" do not. */
function isTelling(stand: Stand): boolean {
  const content = contentOf(stand);
  return matterOf(content).size >= 2 && !isAdrift(content) && !isPointing(content);
}

/** Stands of one side as one: the content of the last that says what is wanted, the quotes of all. */
export function joined(stands: readonly Stand[]): Shift["before"] {
  const last =
    stands.findLast((stand) => isTelling(stand) && !isPointing(stand.position.content)) ??
    stands.findLast(isTelling) ??
    stands.at(-1)!;
  const told = last.reading.report.published.value;
  return {
    stance: last.position.stance,
    content: contentOf(last),
    ...(told ? { told } : {}),
    evidence: stands.map(evidenceOf),
  };
}

/** Share of the words of what is wanted that shows it by itself, however long the quotes are. */
const SAME_CORE = 0.5;

/** Whether two stands on one issue speak of the same thing. */
export function onOneMatter(a: Stand, b: Stand): boolean {
  const said = a.said?.get(b.position.id);
  if (said !== undefined) return said === "same";
  const wanted = shareThing(a.core, b.core) ? 1 : matterShared(a.core, b.core);
  const shared = Math.max(matterShared(a.matter, b.matter), wanted >= SAME_CORE ? wanted : 0);
  // "They must leave the ridge" and "we will not leave the dam" share a verb and nothing else.
  if (a.others.size === 0 && b.others.size === 0) return shared >= 0.25;
  return [...a.others].some((side) => b.others.has(side)) ? shared >= 0.25 : shared >= 0.5;
}
