/** What the program is least sure of and what matters most: a short list, each answered by one judgement. */
import type { Evidence } from "../record/evidence.ts";
import { idOf } from "../record/id.ts";
import type { Question } from "../record/question.ts";
import type { Finding, Reading } from "../record/reading.ts";
import { matterOf } from "./matter.ts";
import type { Telling } from "./telling.ts";

const MOST = 20;

function locate(telling: Telling): Map<string, { reading: Reading; finding: Finding }> {
  return new Map(
    telling.readings.flatMap((reading) =>
      [...reading.actors, ...reading.places].map((finding) => [finding.id, { reading, finding }] as const),
    ),
  );
}

/** Pairs that the names leave open, one a pair of identities, weighed by how many findings would come together. */
function mergeQuestions(telling: Telling): Question[] {
  const at = locate(telling);
  const { identityOf, judgements } = telling.identities;
  const asked = new Set<string>();
  return judgements.flatMap(({ pair, verdict, why }): Question[] => {
    const [a, b] = pair.map((id) => identityOf.get(id));
    if (verdict !== "unsure" || !a || !b || a === b) return [];
    const key = [a.id, b.id].sort().join(" ");
    if (asked.has(key)) return [];
    asked.add(key);
    const evidence = pair.flatMap((id): Evidence[] => {
      const found = at.get(id);
      return found ? [{ report: found.reading.report.id, finding: id, quote: found.finding.at[0] }] : [];
    });
    return [
      {
        id: idOf("question", ...pair),
        kind: "same or not",
        text: `Are “${a.name}” and “${b.name}” the same? (${why})`,
        pair,
        weight: a.members.length * b.members.length,
        evidence,
      },
    ];
  });
}

/** Positions that fit no issue of the agenda, by the word that most of them share. */
function agendaQuestions(telling: Telling): Question[] {
  const byWord = new Map<string, Evidence[]>();
  for (const { report, positions } of telling.readings) {
    for (const position of positions) {
      if (position.issue !== "other") continue;
      const evidence = { report: report.id, finding: position.id, quote: position.at[0] };
      for (const word of matterOf(position.content))
        byWord.set(word, [...(byWord.get(word) ?? []), evidence]);
    }
  }
  const common = [...byWord].filter(
    ([, evidence]) => new Set(evidence.map(({ report }) => report)).size >= 3,
  );
  return common.map(([word, evidence]) => ({
    id: idOf("question", "agenda", word),
    kind: "issue off the agenda",
    text: `${evidence.length} positions that fit no issue speak of “${word}…”: is that an issue of its own?`,
    weight: evidence.length,
    evidence: evidence.slice(0, 3),
  }));
}

/** The questions on whose answers most hangs, at most twenty. */
export function questionsOf(telling: Telling): Question[] {
  return [...mergeQuestions(telling), ...agendaQuestions(telling)]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}
