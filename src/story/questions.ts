/** What the program is least sure of and what matters most: a short list, each answered by one judgement. */
import type { Evidence } from "../record/evidence.ts";
import { idOf } from "../record/id.ts";
import type { Identity, Judgement } from "../record/judgement.ts";
import type { Question } from "../record/question.ts";
import { offAgenda } from "./off-agenda.ts";
import type { Telling } from "./telling.ts";

const MOST = 20;

/** The finding of an actor or place, in the reports of its identity. */
function located(telling: Telling, identity: Identity, id: string): Evidence[] {
  for (const report of identity.reports) {
    const reading = telling.readingOf.get(report);
    const finding = [...(reading?.actors ?? []), ...(reading?.places ?? [])].find((one) => one.id === id);
    if (finding) return [{ report, finding: id, quote: finding.at[0] }];
  }
  return [];
}

/** Pairs that the names leave open, one a pair of identities, weighed by how many findings would come together. */
function mergeQuestions(
  telling: Telling,
  identities: readonly Identity[],
  judgements: readonly Judgement[],
): Question[] {
  const byId = new Map(identities.map((identity) => [identity.id, identity]));
  const identityOf = (finding: string) => byId.get(telling.identities.identityOf(finding)?.id ?? "");
  const asked = new Set<string>();
  return judgements.flatMap(({ pair, verdict, why }): Question[] => {
    const [a, b] = pair.map(identityOf);
    if (verdict !== "unsure" || !a || !b || a === b) return [];
    const key = [a.id, b.id].sort().join(" ");
    if (asked.has(key)) return [];
    asked.add(key);
    const evidence = [...located(telling, a, pair[0]), ...located(telling, b, pair[1])];
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

/** Matters that fit no issue of the agenda, each a proposal for it. */
function agendaQuestions(telling: Telling): Question[] {
  return offAgenda(telling.readings).map(({ name, evidence, reports }) => ({
    id: idOf("question", "agenda", name),
    kind: "issue off the agenda",
    text: `Seen ${evidence.length} times in ${reports} reports, not on the agenda: ${name}. Is that an issue of its own?`,
    weight: evidence.length,
    evidence: evidence.slice(0, 3),
  }));
}

/** The questions on whose answers most hangs, at most twenty. */
export function questionsOf(
  telling: Telling,
  identities: readonly Identity[],
  judgements: readonly Judgement[],
): Question[] {
  return [...mergeQuestions(telling, identities, judgements), ...agendaQuestions(telling)]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}
