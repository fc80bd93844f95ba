/**
 * Claims: figures and facts that can be checked. Counted things, shares and sums; how long something has lasted; when
 * a past event was, to the month or year; what is the largest, what is partly held.
 */
import type { Claim } from "../../record/claim.ts";
import { parseEdtf } from "../../record/edtf.ts";
import type { Event } from "../../record/event.ts";
import type { Findings } from "../../record/reading.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import { locator } from "../events/locate.ts";
import { indexOf, type TextIndex } from "../events/text-index.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { isOffTopic } from "../genre.ts";
import { toldBy } from "../told-by.ts";
import { isPerson } from "./counted.ts";
import type { Draft } from "./draft.ts";
import { durationClaims, ordinalDurations } from "./durations.ts";
import { figureClaims } from "./figures.ts";
import { rankClaims } from "./ranks.ts";

type Found = Pick<Findings, "times" | "events" | "statements">;

export const claims = extractor({
  name: "claims",
  needs: ["times", "events", "statements"],
  makes: "claims",
  *extract(context: Context, found: Found) {
    const { doc, clauses } = context.language;
    // Scores, share prices and grams of butter are no claims of a negotiation.
    if (isOffTopic(doc)) return;
    const index = indexOf(doc, clauses);
    const drafts: Draft[] = [];
    const datesAt = locator(
      found.times.filter(({ type }) => type !== "duration"),
      ({ at }) => [at[0]],
    );
    const namesAt = locator(context.language.names, (name) => [name]);
    const isTaken = (figure: Range) =>
      datesAt(figure).length > 0 ||
      namesAt(figure).some(({ start, end }) => start < figure.start && figure.end <= end);
    const timeOf = new Map(found.times.map((time) => [time.id, time]));
    const toldAt = locator(found.statements.flatMap(toldBy), (told) => [told]);
    let last: { counted: Draft; sentence: number } | undefined;
    for (let sentence = 0; sentence + 1 < doc.sentences.length; sentence++) {
      const earlier = last && sentence - last.sentence <= NEAR ? last.counted : undefined;
      const made = sentenceClaims(index, sentence, isTaken, earlier);
      const counted = made.findLast(({ unit }) => unit !== undefined && isPerson(unit));
      if (counted !== undefined) last = { counted, sentence };
      drafts.push(...made);
    }
    drafts.push(...found.events.flatMap((event) => dateClaim(event, timeOf) ?? []));
    for (const draft of distinct(drafts)) {
      const reported = toldAt(draft.range).some((told) => contains(told, draft.range));
      yield claimOf(draft, reported, context);
    }
  },
});

/** Sentences after which nobody remembers who was counted. */
const NEAR = 3;

function sentenceClaims(
  index: TextIndex,
  sentence: number,
  isTaken: (figure: Range) => boolean,
  earlier: Draft | undefined,
): Draft[] {
  const { doc } = index;
  const first = doc.sentences[sentence]!;
  const last = doc.sentences[sentence + 1]!;
  if (first >= last) return [];
  const within = { start: doc.start[first]!, end: doc.end[last - 1]! };
  return [
    ...figureClaims(index, within, isTaken, earlier),
    ...durationClaims(index, within),
    ...ordinalDurations(index, within),
    ...rankClaims(index, first, last),
  ];
}

/** Types whose month or year is a fact of its own: when a war, an annexation, an embargo began. */
const DATED: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "SANCTION", "CONSULT"]);

/** The month or year of a past event: "Belmark's invasion in February 2022", "an embargo imposed in May". */
function dateClaim(event: Event, times: ReadonlyMap<string, Time>): Draft | undefined {
  if (event.when === undefined || event.verbal) return undefined;
  if (event.status !== "held" && event.status !== "ongoing") return undefined;
  const value = parseEdtf(event.when);
  // When a meeting was says little, unless it was the last or the first.
  const [quoted] = event.at;
  if (!DATED.has(event.type)) return undefined;
  if (event.type === "CONSULT" && !/\b(?:last|latest|recent|first|previous)\b/i.test(quoted.text))
    return undefined;
  if (value?.kind !== "date" || value.day !== undefined || value.week !== undefined || value.qualifier !== "")
    return undefined;
  const time = times.get(event.time ?? "");
  // What a party only claims to have done has no date that the report vouches for.
  if (/\bclaim(?:s|ed|ing)?\b/i.test(quoted.text)) return undefined;
  // "last month" is no date that one could check elsewhere.
  if (time !== undefined && !/\d|[A-Z]/.test(time.at[0].text)) return undefined;
  const quote = event.at.find((span) => time !== undefined && overlap(span, time.at[0]));
  if (quote === undefined) return undefined;
  const who = [...event.participants, ...event.recipients].map(({ name }) => name).join(", ");
  return {
    range: quote,
    subject: who === "" ? event.subtype : `${event.subtype} (${who})`,
    attribute: event.status === "ongoing" ? "start" : "date",
    value: event.when,
    rule: "date",
    score: 0.65,
  };
}

/** One claim a figure: the same value in words that lie inside another's is told twice. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<number | string, Draft>();
  return drafts.filter((draft) => {
    const last = kept.get(draft.value);
    if (last && overlap(last.range, draft.range)) return false;
    kept.set(draft.value, draft);
    return true;
  });
}

function claimOf(draft: Draft, reported: boolean, context: Context): Claim {
  const { range, nucleus, phrase, told, rule, score, ...fields } = draft;
  const { text } = context.report;
  const others = [nucleus, phrase, told].filter((one) => one !== undefined);
  const short = others
    .filter((one, i) =>
      [range, ...others.slice(0, i)].every(({ start, end }) => start !== one.start || end !== one.end),
    )
    .map(({ start, end }) => spanAt(text, start, end));
  return finding(
    context,
    "claims",
    [spanAt(text, range.start, range.end), ...short],
    `${fields.attribute} ${fields.value}`,
    {
      ...fields,
      modality: reported ? "reported" : "asserted",
      by: `claims/${rule}`,
      score,
    },
  );
}
