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
    const report = this.#telling.readings.find((reading) => reading.report.id === evidence.report)?.report;
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

  numbersOf(evidence: readonly Evidence[], most = 3): number[] {
    return [...new Set(evidence.slice(0, most).map((one) => this.numberOf(one)))];
  }
}
