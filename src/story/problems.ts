/** Problems of single reports, and those that show only beside other reports. */
import { comparePersons } from "../compare/names.ts";
import type { Actor } from "../record/actor.ts";
import { idOf } from "../record/id.ts";
import type { Problem } from "../record/problem.ts";
import type { Reading } from "../record/reading.ts";
import type { ReportProblem } from "./story.ts";
import type { Telling } from "./telling.ts";

function problem(
  reading: Reading,
  kind: Problem["kind"],
  at: Problem["at"],
  severity: Problem["severity"],
  description: string,
): ReportProblem {
  return {
    report: reading.report.id,
    problem: {
      id: idOf("problems", reading.report.id, at[0].start, at[0].end, kind),
      at,
      according: [],
      modality: "asserted",
      by: `beside-others-${kind.replaceAll(" ", "-")}`,
      score: 0.7,
      kind,
      severity,
      description,
    },
  };
}

/** A person's name that this report alone spells its way, one letter off what several others write. */
function misspellings(telling: Telling): ReportProblem[] {
  const found: ReportProblem[] = [];
  for (const identity of telling.identities.identities) {
    if (identity.kind !== "person" || identity.reports.length < 3) continue;
    const members = telling.readings.flatMap((reading) =>
      reading.actors
        .filter((actor) => identity.members.includes(actor.id))
        .map((actor) => ({ reading, actor })),
    );
    const last = (actor: Actor) => actor.name.split(/\s+/).at(-1) ?? "";
    const counts = new Map<string, number>();
    for (const { actor } of members) counts.set(last(actor), (counts.get(last(actor)) ?? 0) + 1);
    const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    for (const { reading, actor } of members) {
      const own = last(actor);
      if (own === usual || counts.get(own) !== 1 || most < 2) continue;
      const { why } = comparePersons(`X ${own}`, `X ${usual}`, true);
      if (why.startsWith("one letter")) {
        found.push(
          problem(
            reading,
            "misspelling",
            actor.at,
            "minor",
            `“${own}” is written “${usual}” in ${most} other reports`,
          ),
        );
      }
    }
  }
  return found;
}

/** Everything that a careful reader would distrust, report by report. */
export function problemsOf(telling: Telling): ReportProblem[] {
  const own = telling.readings.flatMap((reading) =>
    reading.problems.map((problem) => ({ report: reading.report.id, problem })),
  );
  return [...own, ...misspellings(telling)];
}
