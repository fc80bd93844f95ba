import type { Analysis } from "../../language/analysis.ts";
import { isProse, type Report } from "../../record/report.ts";
import { contains, type Range } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";

/** A sentence that tells as past what happened on a day. */
export interface Dated extends Range {
  /** EDTF, one day. */
  readonly on: string;
}

/** The sentences of the text that name one day, and tell what was then as past; in text order. */
export function toldDays(
  report: Report,
  { doc, clauses }: Analysis,
  times: readonly Time[],
): readonly Dated[] {
  const prose = report.blocks.filter(isProse);
  const past = new Set<number>();
  const ahead = new Set<number>();
  for (const { role, tense, modal, mood, negated, sentence } of clauses) {
    if (role !== "root" && role !== "conjunct") continue;
    if (tense === "past" && modal === "" && mood !== "infinitive" && !negated) past.add(sentence);
    else ahead.add(sentence);
  }
  const days = times.filter(({ type, value }) => type === "date" && /^\d{4}-\d\d-\d\d$/u.test(value ?? ""));
  const found: Dated[] = [];
  let next = 0;
  for (let sentence = 0; sentence + 1 < doc.sentences.length; sentence++) {
    const range = {
      start: doc.start[doc.sentences[sentence]!]!,
      end: doc.end[doc.sentences[sentence + 1]! - 1]!,
    };
    while (next < days.length && days[next]!.at[0].start < range.start) next++;
    const inside: string[] = [];
    for (let i = next; i < days.length && days[i]!.at[0].end <= range.end; i++) inside.push(days[i]!.value!);
    const [on] = inside;
    if (on === undefined || inside.some((other) => other !== on)) continue;
    if (!past.has(sentence) || ahead.has(sentence) || !prose.some((block) => contains(block, range)))
      continue;
    found.push({ ...range, on });
  }
  return found;
}
