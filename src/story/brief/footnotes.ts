import type { Brief, Footnote } from "../../record/brief.ts";
import type { Evidence } from "../../record/evidence.ts";
import type { Telling } from "../telling.ts";

/** Numbers quotes as sentences use them; the same quote keeps its number. */
export class Footnotes {
  readonly #telling: Telling;
  readonly #numbers = new Map<string, number>();
  readonly #notes: Footnote[] = [];

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  get all(): Brief["footnotes"] {
    return this.#notes;
  }

  /** The number of a quote. */
  numberOf(evidence: Evidence): number {
    const key = `${evidence.report} ${evidence.quote.start} ${evidence.quote.end}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#notes.length + 1;
    const report = this.#telling.readingOf.get(evidence.report)?.report;
    this.#numbers.set(key, number);
    this.#notes.push({
      number,
      report: evidence.report,
      ...(report?.outlet ? { outlet: report.outlet.value } : {}),
      ...(report?.file ? { file: report.file } : {}),
      ...(report?.published.value ? { published: report.published.value } : {}),
      finding: evidence.finding,
      quote: evidence.quote,
    });
    return number;
  }

  /** The numbers of the first quotes of a list, each report once before any report twice. */
  numbersOf(evidence: readonly Evidence[], most = 3): number[] {
    const reports = new Set<string>();
    const first = evidence.filter(({ report }) => !reports.has(report) && reports.add(report));
    const rest = evidence.filter((one) => !first.includes(one));
    return [...new Set([...first, ...rest].slice(0, most).map((one) => this.numberOf(one)))].sort(
      (a, b) => a - b,
    );
  }
}
