/** Sentences about events. */

import type { Brief } from "../../record/brief.ts";
import type { Corroboration } from "../../record/corroboration.ts";
import { spokenDate } from "../../record/date-text.ts";
import { extent } from "../../record/edtf.ts";
import { overlaps } from "../../record/edtf-order.ts";
import type { Evidence } from "../../record/evidence.ts";
import type { History } from "../../record/history.ts";
import type { Telling } from "../telling.ts";
import type { Footnotes } from "./footnotes.ts";
import { onDate, restsOn } from "./words.ts";

type Sentence = Brief["sections"][number]["sentences"][number];
type Step = History["steps"][number];

const MOST_NOTES = 4;

/** Acts that consist in saying something, whether or not a reader marked them so. */
const SAYING =
  /^(?:offer|proposal|rejection|refusal|agreement|acceptance|consent|approval|demand|appeal|request|call for|warning|threat|accusation|denial|pledge|promise|support|condemnation|criticism|statement|announcement|outreach)\b/;

/** Whether an event is nothing but words: what was said is a position, not a happening. */
export function isSaid({
  verbal,
  type,
  subtype,
  status,
}: Pick<History, "verbal" | "type" | "subtype" | "status">): boolean {
  // What is refused is not done: only the refusal took place.
  return verbal === true || (type !== "CONSULT" && (status === "refused" || SAYING.test(subtype)));
}

function isOff(status: History["status"]): boolean {
  return status === "cancelled" || status === "refused";
}

/** The day that was given up before the event was moved: told before the day that stands, and not again. */
function givenUp({ steps, when, type }: History): Step | undefined {
  // A measure that is confirmed later was not put off.
  if (when === undefined || type === "SANCTION") return undefined;
  const stands = steps.findIndex((step) => step.when !== undefined && overlaps(step.when, when));
  const given = steps.filter(
    (step) => step.when !== undefined && /^\d{4}-\d\d-\d\d$/.test(step.when) && !overlaps(step.when, when),
  );
  const before = given.find((step) => step.status === "planned" && steps.indexOf(step) < stands);
  return before ?? given.find(({ status }) => isOff(status));
}

/** Whether a step of this kind gives the day: "war goes on" beside "it broke out in May" does. */
function isDated({ steps, when }: History, isKind: (status: Step["status"]) => boolean): boolean {
  return steps.some(
    (step) =>
      isKind(step.status) && when !== undefined && step.when !== undefined && overlaps(step.when, when),
  );
}

/** How what is no gathering comes about. */
const COMING_ABOUT: readonly (readonly [kind: RegExp, told: RegExp, past: string, perfect: string])[] = [
  [/^(?:ceasefire|truce|armistice)$/, /\bagree/i, "was agreed", "have been agreed"],
  [
    /^(?:sanctions|embargo|tariffs|asset freeze)$/,
    /\b(?:confirm|uph[eo]ld|extend|renew|prolong|maintain|kept?|affirm)/i,
    "were kept in force",
    "have been kept in force",
  ],
  [/./, /\b(?:beg[au]n|begins?|start(?:s|ed)?) to\b/i, "began", "have begun"],
  [/^(?:ceasefire|truce|armistice)$/, /./, "came about", "have come about"],
  [/^(?:sanctions|embargo|tariffs|asset freeze)$/, /./, "came into force", "have come into force"],
];

function verb(history: History, modality: Step["modality"]): string {
  const { status, when, subtype } = history;
  const on = when ? ` ${onDate(when)}` : "";
  const for_ = when
    ? ` for ${spokenDate(when)}`.replace(/^ for (?=until)/, " ").replace("for between", "for a day between")
    : "";
  if (status === "held") {
    const words = history.steps.findLast((step) => step.status === status)?.evidence.quote.text ?? "";
    const way = COMING_ABOUT.find(([kind, told]) => kind.test(subtype) && told.test(words));
    const [past, perfect] = (way?.slice(2) as [string, string] | undefined) ?? [
      "took place",
      "have taken place",
    ];
    return `${modality === "reported" ? `is reported to ${perfect}` : past}${on}`;
  }
  if (status === "ongoing") {
    if (!when || !isDated(history, (one) => one === "ongoing")) return "is under way";
    return `has been under way ${/^(?:since|until)/.test(spokenDate(when)) ? spokenDate(when) : `since ${spokenDate(when)}`}`;
  }
  if (status === "planned") return `is planned${for_}`;
  if (status === "possible") return `is talked of${for_}`;
  const was = status === "cancelled" ? "was called off" : "was refused";
  // The day of a refusal is the day on which it was spoken, unless a plan names it.
  const isMeant =
    status === "cancelled" || isDated(history, (one) => one === "planned" || one === "possible");
  return when && isMeant && /^\d{4}-\d\d-\d\d$/.test(when) ? `${was}, having been meant ${for_.trim()}` : was;
}

/** "Talks are planned", "a meeting is planned". */
function inNumber(words: string, subtype: string): string {
  const isPlural =
    /^(?!round of).*(?:talks|sanctions|concessions|relations|tariffs|guarantees|demands)$/.test(subtype);
  return isPlural
    ? words
        .replace(/^is /, "are ")
        .replace(/^was /, "were ")
        .replace(/^has /, "have ")
        .replace(/^it /, "they ")
    : words;
}

/** Steps whose quotes bear out the sentence: where it stands, the day given up, then those that bring in its names. */
function bearing(telling: Telling, history: History, others: readonly Step[]): Evidence[] {
  const standing = history.steps.filter(
    (step) =>
      step.status === history.status &&
      (history.when === undefined || (step.when !== undefined && overlaps(step.when, history.when))),
  );
  const first = standing.at(-1) ?? history.steps.at(-1)!;
  const dating = history.steps.findLast((step) => step.when === history.when && history.when !== undefined);
  const chosen = [...new Set([first, ...(dating && first.when !== history.when ? [dating] : []), ...others])];
  const wanted = new Set(
    [...history.participants, ...history.recipients, ...(history.place ? [history.place] : [])]
      .filter(({ name }) => history.name.includes(name))
      .map(({ id }) => id),
  );
  const bringsIn = ({ evidence }: Step): string[] => {
    const event = telling.readingOf.get(evidence.report)?.events.find(({ id }) => id === evidence.finding);
    const references = event
      ? [...event.participants, ...event.recipients, ...(event.place ? [event.place] : [])]
      : [];
    return references.flatMap(({ id }) => telling.identities.identityOf(id)?.id ?? []);
  };
  for (const step of chosen) for (const id of bringsIn(step)) wanted.delete(id);
  for (const step of [...standing].reverse().concat([...history.steps].reverse())) {
    if (wanted.size === 0 && (chosen.length >= 3 || !standing.includes(step))) break;
    if (chosen.length >= MOST_NOTES && wanted.size === 0) break;
    const brought = bringsIn(step).filter((id) => wanted.has(id));
    if (chosen.includes(step) || (brought.length === 0 && !standing.includes(step))) continue;
    if (chosen.length >= MOST_NOTES && brought.length === 0) continue;
    for (const id of brought) wanted.delete(id);
    chosen.push(step);
  }
  return chosen.map(({ evidence }) => evidence);
}

/** Steps that tell where an event stands, on the day on which it stands. */
function agreeing({ steps, status, when }: History): Step[] {
  return steps.filter(
    (step) =>
      step.status === status && (when === undefined || step.when === undefined || overlaps(step.when, when)),
  );
}

/** Origins from which on reports agree. */
const AGREEING = 2;

function widthOf(value: string): number {
  const stretch = extent(value);
  return stretch ? stretch.to - stretch.from : 0;
}

/** Who tells a step of a history, and of how many origins. */
function tellingOf(telling: Telling, steps: readonly Step[]): Corroboration {
  const carriers = steps.flatMap(({ evidence }) => {
    const reading = telling.readingOf.get(evidence.report);
    const finding = reading?.events.find(({ id }) => id === evidence.finding);
    return reading && finding ? [{ reading, finding }] : [];
  });
  return telling.origins.corroborate(carriers);
}

/** What independent origins tell alike: "3 independent origins agree: the meeting of A and B in C took place on 18 June 2024." */
export function agreedSentence(
  telling: Telling,
  history: History,
  notes: Footnotes,
): { readonly origins: number; readonly sentence: () => Sentence } {
  const all = agreeing(history);
  const dated = all.filter(({ when }) => when !== undefined);
  // Where only one origin gives the day, the others agree without it.
  const sameDay = tellingOf(telling, dated);
  const isDayShared = history.when !== undefined && sameDay.origins.length >= AGREEING;
  const steps = isDayShared ? dated : all;
  const { origins, reports } = isDayShared ? sameDay : tellingOf(telling, all);
  const widest = dated.reduce((a, { when }) => (widthOf(when!) > widthOf(a) ? when! : a), history.when ?? "");
  const { when: _when, ...undated } = history;
  const told = isDayShared ? { ...history, when: widest } : undated;
  const firsts = origins.flatMap(
    (origin) => steps.find(({ evidence }) => origin.reports.includes(evidence.report)) ?? [],
  );
  const modality = history.steps.findLast((step) => step.status === history.status)?.modality ?? "asserted";
  return {
    origins: origins.length,
    sentence: () => ({
      text: `${origins.length} independent origins, in ${reports.length} reports, agree: ${history.name} ${inNumber(verb(told, modality), history.subtype)}.`,
      footnotes: notes.numbersOf(
        [...bearing(telling, history, []), ...firsts.map(({ evidence }) => evidence)],
        MOST_NOTES + origins.length,
      ),
    }),
  };
}

/** "The meeting of A and B in C took place on 18 June 2024; it had been planned for 14 June 2024 (3 reports of 2 origins)." */
export function eventSentence(telling: Telling, history: History, notes: Footnotes): Sentence {
  const { status, when, outcome } = history;
  // Who only tells of an offer or a plan, or of some day in the year, does not bear out that it came to pass on the day.
  const exact = agreeing(history).filter(
    (step) => !step.when || !when || widthOf(step.when) <= widthOf(when),
  );
  const corroboration = tellingOf(telling, exact.length > 0 ? exact : agreeing(history));
  const before = givenUp(history);
  const modality = history.steps.findLast((step) => step.status === status)?.modality ?? "asserted";
  const withOutcome = outcome
    ? history.steps.findLast(({ evidence }) =>
        telling.readingOf
          .get(evidence.report)
          ?.events.some(({ id, outcome: own }) => id === evidence.finding && own === outcome),
      )
    : undefined;
  const moved = before?.when
    ? `; ${inNumber("it had", history.subtype)} been meant for ${spokenDate(before.when)}`
    : "";
  const end = outcome && withOutcome ? `; outcome: “${outcome}”` : "";
  const evidence = bearing(telling, history, [
    ...(before ? [before] : []),
    ...(withOutcome ? [withOutcome] : []),
  ]);
  const borne = new Set(agreeing(history).map((step) => step.evidence));
  const own = evidence.filter((one) => borne.has(one));
  // What was only said is told in the report's words: the heading does not say what about.
  if (isSaid(history)) {
    const quote = evidence[0]!.quote.text.replace(/\s+/g, " ").trim();
    const day = when ? `, ${spokenDate(when)}` : "";
    return {
      text: `${history.name}${day}: “${quote}” (${restsOn(telling, corroboration, evidence)}).`,
      footnotes: notes.numbersOf(evidence, MOST_NOTES + 2),
    };
  }
  return {
    text: `${history.name} ${inNumber(verb(history, modality), history.subtype)}${moved}${end} (${restsOn(telling, corroboration, own.slice(0, 1))}).`,
    footnotes: notes.numbersOf(evidence, MOST_NOTES + 2),
  };
}
