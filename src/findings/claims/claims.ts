/**
 * Claims: figures and facts that can be checked. Counted things, shares and sums; how long something has lasted; when
 * a past event was, to the month or year; what is the largest, what is partly held.
 */
import type { Claim } from "../../record/claim.ts";
import type { Findings } from "../../record/reading.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import { locator } from "../events/locate.ts";
import { indexOf, type TextIndex } from "../events/text-index.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { isOffTopic } from "../genre.ts";
import { toldBy } from "../told-by.ts";
import { isPerson } from "./counted.ts";
import { beginnings, dateClaim, lastTimes, standings } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { durationClaims, ordinalDurations } from "./durations.ts";
import { figureClaims } from "./figures.ts";
import { multiples } from "./multiples.ts";
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
    drafts.push(
      ...beginnings(index, found.times),
      ...lastTimes(index, found.times),
      ...standings(index, found.times),
      ...found.events.flatMap((event) => dateClaim(event, timeOf, doc.text) ?? []),
    );
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
    ...multiples(index, first, last),
  ];
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
