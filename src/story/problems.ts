/** Problems of single reports, and those that show only beside other reports. */
import { comparePersons } from "../compare/names.ts";
import type { Conflict } from "../record/conflict.ts";
import type { Evidence } from "../record/evidence.ts";
import type { History } from "../record/history.ts";
import { idOf } from "../record/id.ts";
import type { Identity } from "../record/judgement.ts";
import type { Problem } from "../record/problem.ts";
import type { Reading } from "../record/reading.ts";
import type { Span } from "../record/span.ts";
import { against, type Figure } from "./conflicts/figure.ts";
import { compareFigures, type Figures } from "./conflicts/figures.ts";
import { evidenceOf } from "./conflicts/side.ts";
import { earlyCitations } from "./early-citations.ts";
import type { ReportProblem } from "./story.ts";
import type { Telling } from "./telling.ts";

function problem(
  report: string,
  kind: Problem["kind"],
  at: Span,
  severity: Problem["severity"],
  description: string,
  beside: readonly Evidence[],
): ReportProblem {
  return {
    report,
    beside,
    problem: {
      id: idOf("problems", report, at.start, at.end, kind),
      at: [at],
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

/** The last word of a name, as a report writes it, and where it first does. */
function spellings(reading: Reading, members: ReadonlySet<string>): Map<string, Evidence> {
  const found = new Map<string, Evidence>();
  for (const actor of reading.actors) {
    if (!members.has(actor.id)) continue;
    for (const mention of actor.mentions) {
      const words = mention.text.replace(/['’]s?$/, "").split(/\s+/);
      const last = words.at(-1) ?? "";
      if (words.length > 1 && /^\p{Lu}\p{Ll}/u.test(last) && !found.has(last))
        found.set(last, { report: reading.report.id, finding: actor.id, quote: mention });
    }
  }
  return found;
}

/** How many reports must write a name one way before another way is a slip. */
const USUAL = 2;

/** A person's name that one report alone spells its way, one letter off what the others write. */
function misspellings(telling: Telling, identities: readonly Identity[]): ReportProblem[] {
  return identities.flatMap((identity) => {
    if (identity.kind !== "person" || identity.reports.length <= USUAL) return [];
    const members = new Set(identity.members);
    const written = identity.reports.flatMap((report) => {
      const reading = telling.readingOf.get(report);
      return reading ? [...spellings(reading, members)].map(([last, at]) => ({ last, at })) : [];
    });
    const counts = new Map<string, number>();
    for (const { last } of written) counts.set(last, (counts.get(last) ?? 0) + 1);
    const [usual, most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ["", 0];
    if (most < USUAL) return [];
    const others = written.filter(({ last }) => last === usual).map(({ at }) => at);
    return written
      .filter(({ last }) => counts.get(last) === 1)
      .filter(({ last }) =>
        comparePersons(`Given ${last}`, `Given ${usual}`, true).why.startsWith("one letter"),
      )
      .map(({ last, at: { report, quote } }) =>
        problem(
          report,
          "misspelling",
          quote,
          "minor",
          `“${last}” is written “${usual}” in ${most} other reports`,
          others,
        ),
      );
  });
}

/** Reports and origins that make a fact well established. */
const ESTABLISHED = { reports: 3, origins: 2 };

/** The lone side of a firm conflict about what has happened, against several origins. */
function againstFacts(telling: Telling, conflicts: readonly Conflict[]): ReportProblem[] {
  return conflicts.flatMap(({ kind, strength, sides, about }) => {
    if (strength !== "firm" || sides.length !== 2 || !["figure", "date", "status"].includes(kind)) return [];
    const [lone, many] = [...sides].sort(
      (a, b) => a.corroboration.reports.length - b.corroboration.reports.length,
    );
    const isLone = lone!.corroboration.reports.length === 1;
    const { reports, origins } = many!.corroboration;
    if (!isLone || reports.length < ESTABLISHED.reports || origins.length < ESTABLISHED.origins) return [];
    const [evidence] = lone!.evidence;
    const isPlan = telling.readingOf
      .get(evidence!.report)
      ?.events.some(
        ({ id, status }) => id === evidence!.finding && status !== "held" && status !== "ongoing",
      );
    if (isPlan) return [];
    const said = `${about}: “${lone!.says}” stands alone against “${many!.says}” in ${reports.length} reports of ${origins.length} origins`;
    return [
      problem(
        evidence!.report,
        "contradicts established fact",
        evidence!.quote,
        "major",
        said,
        many!.evidence,
      ),
    ];
  });
}

/** Whether a figure that its report states as its own is attributed to one source by all others that have it. */
function lostAttribution(telling: Telling, figures: Figures, figure: Figure): ReportProblem[] {
  const { claim, reading } = figure;
  if (claim.according.length > 0) return [];
  const others = [...figures.near(figure)]
    .filter(
      (other) =>
        other.claim.value === claim.value &&
        other.reading !== reading &&
        against(figure, other) === undefined,
    )
    .sort(compareFigures);
  const attributed = others.filter((other) => other.claim.according.length > 0);
  if (attributed.length < 2 || attributed.length < others.length) return [];
  const sources = new Set(attributed.map((other) => other.claim.according.at(-1)!.name));
  const { origins } = telling.origins.corroborate(
    attributed.map((other) => ({ reading: other.reading, finding: other.claim })),
  );
  // Copies of one text that name the source are one witness to it.
  const isShared = origins.length >= 2 || origins[0]?.name === [...sources][0];
  if (!isShared || sources.size > 1) return [];
  const said = `stated as fact; ${attributed.length} other reports have it from ${[...sources][0]}`;
  const beside = attributed.map((other) => evidenceOf({ reading: other.reading, finding: other.claim }));
  return [problem(reading.report.id, "lost attribution", claim.at[0], "minor", said, beside)];
}

/** Everything that a careful reader would distrust, report by report. */
export function problemsOf(
  telling: Telling,
  identities: readonly Identity[],
  figures: Figures,
  conflicts: readonly Conflict[],
  histories: readonly History[],
): ReportProblem[] {
  const own = telling.readings.flatMap((reading) =>
    reading.problems.map((one) => ({ report: reading.report.id, problem: one })),
  );
  return [
    ...own,
    ...misspellings(telling, identities),
    ...againstFacts(telling, conflicts),
    ...[...figures.all()].sort(compareFigures).flatMap((figure) => lostAttribution(telling, figures, figure)),
    ...earlyCitations(telling, histories).map(({ report, at, description, beside }) =>
      problem(report, "impossible date", at, "major", description, [beside]),
    ),
  ];
}
