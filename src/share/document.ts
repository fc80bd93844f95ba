/** What is written for people to read: sections of lines, each on numbered quotes. Markdown and HTML are made from it. */
import { dateText } from "../record/date-text.ts";

export interface Note {
  readonly number: number;
  /** Outlet and file. */
  readonly source: string;
  /** Day of publication in words, or "undated". */
  readonly published: string;
  readonly quote: { readonly start: number; readonly end: number; readonly text: string };
}

export interface Line {
  /** One word before the text, such as a verdict. */
  readonly label?: string;
  readonly text: string;
  /** Said below the line. */
  readonly remarks?: readonly string[];
  /** Numbers of notes. */
  readonly notes: readonly number[];
}

export interface Document {
  readonly title: string;
  /** Said below the title. */
  readonly lead: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly Line[] }[];
  readonly notes: readonly Note[];
}

/** A report as far as a note names it. */
export interface Source {
  readonly outlet?: string;
  readonly file?: string;
  readonly published?: string;
}

export function sourceLine({ outlet, file }: Source): string {
  const named = [outlet, file?.split("/").at(-1)].filter((part) => part !== undefined);
  return [...new Set(named)].join(", ") || "a report";
}

/** Numbers quotes in the order in which lines use them; the same quote keeps its number. */
export class Notes {
  readonly #sourceOf: (report: string) => Source;
  readonly #numbers = new Map<string, number>();
  readonly #notes: Note[] = [];

  constructor(sourceOf: (report: string) => Source) {
    this.#sourceOf = sourceOf;
  }

  get all(): readonly Note[] {
    return this.#notes;
  }

  numbersOf(evidence: readonly { readonly report: string; readonly quote: Note["quote"] }[]): number[] {
    return [...new Set(evidence.map(({ report, quote }) => this.#numberOf(report, quote)))];
  }

  #numberOf(report: string, quote: Note["quote"]): number {
    const key = `${report} ${quote.start} ${quote.end}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#notes.length + 1;
    const source = this.#sourceOf(report);
    this.#numbers.set(key, number);
    this.#notes.push({ number, source: sourceLine(source), published: dateText(source.published), quote });
    return number;
  }
}
