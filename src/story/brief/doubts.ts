/** Sentences about what has changed, what is disputed, and what to distrust. */

import type { Brief } from "../../record/brief.ts";
import type { Conflict } from "../../record/conflict.ts";
import { datesSpoken, spokenDate } from "../../record/date-text.ts";
import type { Shift } from "../../record/shift.ts";
import type { ReportProblem } from "../story.ts";
import type { Telling } from "../telling.ts";
import type { Footnotes } from "./footnotes.ts";
import { doing } from "./wanting.ts";
import { datedSourceOf, listed, restsOn } from "./words.ts";

type Sentence = Brief["sections"][number]["sentences"][number];

const LEAD: Readonly<Record<Shift["strength"], string>> = {
  firm: "has turned",
  soft: "seems to have turned",
  artefact: "is told to have turned, which is doubtful,",
};

export function shiftSentence(telling: Telling, shift: Shift, notes: Footnotes): Sentence {
  const { holder, issue, before, after, strength, why } = shift;
  const told = (stand: Shift["before"]) => (stand.told ? ` (told ${spokenDate(stand.told)})` : "");
  return {
    text: `On ${issue}, ${listed(holder.map(({ name }) => name))} ${LEAD[strength]} from ${doing(telling, before)}${told(before)} to ${doing(telling, after)}${told(after)}: ${why}.`,
    footnotes: [
      ...new Set([
        ...notes.numbersOf([...before.evidence].reverse(), 2),
        ...notes.numbersOf([...after.evidence].reverse(), 2),
      ]),
    ],
  };
}

export function conflictSentence(telling: Telling, conflict: Conflict, notes: Footnotes): Sentence {
  const sides = conflict.sides.map(
    ({ says, corroboration, evidence }) =>
      `${datesSpoken(says)} (${restsOn(telling, corroboration, evidence.slice(0, 1))})`,
  );
  const lead =
    conflict.strength === "firm" ? "Reports contradict each other" : "Reports may contradict each other";
  return {
    text: `${lead} on ${conflict.about}: ${sides.join(" against ")}; ${conflict.why}.`,
    footnotes: [...new Set(conflict.sides.flatMap(({ evidence }) => notes.numbersOf(evidence, 2)))],
  };
}

/** What is wrong with one report in one way, however often. */
export function problemSentence(
  telling: Telling,
  entries: readonly ReportProblem[],
  notes: Footnotes,
): Sentence {
  const [{ report, problem }] = entries as readonly [ReportProblem, ...ReportProblem[]];
  const more = entries.length > 1 ? `, ${entries.length} times, the first` : "";
  return {
    text: `${datedSourceOf(telling, report)}: ${problem.kind}${more}: ${problem.description}`.replace(
      /[.\s]*$/,
      ".",
    ),
    footnotes: [
      ...new Set([
        ...notes.numbersOf(
          entries.flatMap((entry) =>
            entry.problem.at
              .slice(0, 2)
              .map((quote) => ({ report: entry.report, finding: entry.problem.id, quote })),
          ),
          5,
        ),
        ...notes.numbersOf(entries[0]?.beside ?? [], 2),
      ]),
    ],
  };
}
