import type { Claim } from "../../record/claim.ts";
import { dayNumber } from "../../record/day.ts";
import { isProse, type Report } from "../../record/report.ts";
import { monthOf } from "../citations/entry-date.ts";
import type { Trouble } from "./trouble.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 4;
const DATED =
  /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:(\d{1,2}) )?(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?: (\d{1,2}))?,? ((?:19|20)\d\d)\b/gu;

/** Statements of one report that cannot both be true: figures for the same thing, a weekday that its date did not have. */
export function* contradictions(report: Report, claims: readonly Claim[]): Iterable<Trouble> {
  yield* figures(claims);
  yield* weekdays(report);
}

function* figures(claims: readonly Claim[]): Iterable<Trouble> {
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    if (typeof claim.value !== "number" || claim.negated || claim.upTo !== undefined) continue;
    const key = [claim.subject, claim.attribute, claim.unit ?? ""].join("\n").toLowerCase();
    const first = seen.get(key);
    if (!first) seen.set(key, claim);
    const differs = first && first.value !== claim.value && !first.qualifier && !claim.qualifier;
    if (!differs || first.when !== claim.when || first.asOf !== claim.asOf) continue;
    if (!sameVoice(first, claim)) continue;
    yield {
      kind: "inner contradiction",
      severity: "major",
      at: claim.at[0],
      also: [first.at[0]],
      description: `The report gives ${claim.value} here and ${first.value} elsewhere for the same thing (${claim.subject}, ${claim.attribute}).`,
      by: "contradictions: figures",
      score: 0.6,
    };
  }
}

/** Two voices may disagree; one may not. */
function sameVoice(a: Claim, b: Claim): boolean {
  return (
    a.modality === b.modality &&
    a.according.map(({ id }) => id).join() === b.according.map(({ id }) => id).join()
  );
}

function* weekdays({ text, blocks }: Report): Iterable<Trouble> {
  for (const block of blocks) {
    if (!isProse(block) && block.kind !== "footnote") continue;
    for (const match of text.slice(block.start, block.end).matchAll(DATED)) {
      const [whole, weekday, before, month, after, year] = match;
      const day = Number(after ?? before);
      if (!day) continue;
      const number = dayNumber(Number(year), monthOf(month!), day);
      const actual = WEEKDAYS[(((number + EPOCH_WEEKDAY) % 7) + 7) % 7]!;
      if (actual === weekday!.toLowerCase()) continue;
      const start = block.start + match.index;
      yield {
        kind: "inner contradiction",
        severity: "minor",
        at: { start, end: start + whole.length },
        description: `That day was a ${actual[0]!.toUpperCase()}${actual.slice(1)}, not a ${weekday}.`,
        by: "contradictions: weekday",
        score: 0.9,
      };
    }
  }
}
