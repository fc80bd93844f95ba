/** How the brief says names, dates and origins. */
import type { Corroboration } from "../../record/corroboration.ts";
import { civilDay } from "../../record/day.ts";
import { extent } from "../../record/edtf.ts";
import type { Evidence } from "../../record/evidence.ts";
import type { Telling } from "../telling.ts";

const AND = new Intl.ListFormat("en", { type: "conjunction" });

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listed(names: readonly string[]): string {
  return AND.format(names);
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function dayOf(number: number) {
  const { year, month, day } = civilDay(number);
  return { year, month: MONTHS[month - 1]!, day };
}

/** A stretch of days: "18 June 2024", "between 8 and 10 August 2025", "August 2025", "since January 2024". */
export function spokenDate(value: string): string {
  const stretch = extent(value);
  if (!stretch) return value;
  if (value.endsWith("/..")) return `since ${spokenDate(value.slice(0, -3))}`;
  if (value.startsWith("../")) return `until ${spokenDate(value.slice(3))}`;
  if (!Number.isFinite(stretch.from) || !Number.isFinite(stretch.to)) return value;
  const about = /[~%]/.test(value) ? "about " : "";
  if (/^\d{4}[~?%]?$/.test(value)) return about + value.slice(0, 4);
  const [first, last] = [dayOf(stretch.from), dayOf(stretch.to - 1)];
  if (/^\d{4}-\d\d[~?%]?$/.test(value)) return `${about}${first.month} ${first.year}`;
  const time = /T(\d\d:\d\d)/.exec(value)?.[1];
  const hour = time === undefined ? "" : time === "24:00" ? ", at the end of the day" : `, ${time}`;
  if (stretch.to - stretch.from <= 1) return `${about}${first.day} ${first.month} ${first.year}${hour}`;
  const year = first.year === last.year ? "" : ` ${first.year}`;
  const start =
    first.month === last.month && year === "" ? `${first.day}` : `${first.day} ${first.month}${year}`;
  return `between ${start} and ${last.day} ${last.month} ${last.year}`;
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
