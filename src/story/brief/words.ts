/** How the brief says names, dates and origins. */
import type { Corroboration } from "../../record/corroboration.ts";
import { spokenDate } from "../../record/date-text.ts";
import type { Evidence } from "../../record/evidence.ts";
import type { Telling } from "../telling.ts";

const AND = new Intl.ListFormat("en", { type: "conjunction" });

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listed(names: readonly string[]): string {
  return AND.format(names);
}

/** The date with the preposition that a sentence needs: "on 18 June 2024", "in August 2025". */
export function onDate(value: string): string {
  const spoken = spokenDate(value);
  if (/^(?:since|until|between|about \d{1,2} |about)/.test(spoken)) return spoken;
  return /^\d{1,2} /.test(spoken) ? `on ${spoken}` : `in ${spoken}`;
}

/** What a report is called in a sentence: its outlet, else the name of its file. */
export function sourceOf(telling: Telling, report: string): string {
  const reading = telling.readingOf.get(report)?.report;
  return (
    reading?.outlet?.value ??
    reading?.file
      ?.split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ??
    "a report"
  );
}

/** The same, with the day where one outlet has several reports. */
export function datedSourceOf(telling: Telling, report: string): string {
  const source = sourceOf(telling, report);
  const own = telling.readings.filter((one) => one.report.outlet?.value === source);
  const day = telling.readingOf.get(report)?.report.published.value;
  return own.length > 1 && day !== undefined ? `${source} of ${spokenDate(day)}` : source;
}

/** Whose word a quote is, where the report does not say it in its own voice. */
function chainOf(telling: Telling, { report, finding }: Evidence): string[] {
  const reading = telling.readingOf.get(report);
  if (!reading) return [];
  const lists = [reading.events, reading.positions, reading.claims, reading.proposals, reading.statements];
  for (const list of lists) {
    const found = list.find(({ id }) => id === finding);
    if (found) return found.according.map(({ id, name }) => telling.identities.identityOf(id)?.name ?? name);
  }
  return [];
}

/** On whose word a sentence rests: "according to one official, reported by the Courier"; "3 reports of 2 origins". */
export function restsOn(
  telling: Telling,
  { reports, origins }: Corroboration,
  evidence: readonly Evidence[],
): string {
  if (reports.length > 1) {
    return origins.length > 1
      ? `${reports.length} reports of ${origins.length} origins`
      : `${reports.length} reports, all resting on ${origins[0]?.name ?? "one source"}`;
  }
  const [report] = reports;
  const source = report === undefined ? "one report" : sourceOf(telling, report);
  const chain = evidence.flatMap((one) => chainOf(telling, one));
  const said = [...new Set(chain)].filter((name) => name !== source);
  return said.length > 0 ? `according to ${said.join(", ")}, reported by ${source}` : `told by ${source}`;
}
