/** One line a finding, for people, with what stands beside it: who says so, the quote, what people say of it. */
import type { Judged } from "../record/human-judgement.ts";
import type { Finding, FindingOf, Kind } from "../record/reading.ts";
import { findingLine } from "../share/finding-line.ts";
import { paint, shorten } from "./show.ts";

function chain({ according }: Finding): string {
  if (according.length === 0) return "";
  return paint("dim", ` — according to ${according.map(({ name }) => name).join(", ")}`);
}

/** Other names of an actor, the rule behind a time. */
function aside(finding: Finding): string {
  if ("mentions" in finding && "references" in finding) {
    const others = [...new Set(finding.mentions.map((span) => span.text))].filter(
      (text) => text !== finding.name,
    );
    return others.length > 0 ? paint("dim", shorten(`  also ${others.join(" · ")}`, 90)) : "";
  }
  return "anchor" in finding ? `  ${paint("dim", finding.by)}` : "";
}

/** The value of a field in words: references by their names, quotes by their text. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "nobody" : value.map(valueText).join(", ");
  if (typeof value === "object" && value !== null) {
    const { name, text } = value as { name?: unknown; text?: unknown };
    return typeof name === "string" ? name : typeof text === "string" ? `“${text}”` : JSON.stringify(value);
  }
  return value === undefined || value === null ? "nothing" : String(value);
}

function judgedLine({ verdict, field, machine, note, who, when }: Judged): string {
  const what =
    verdict === "correct" ? `corrected in ${field}; the program had found ${valueText(machine)}` : verdict;
  return `\n      ${paint("magenta", `✎ ${shorten(what, 120)}`)}${note ? `: ${shorten(note, 120)}` : ""} ${paint("dim", `(${who}, ${when.slice(0, 10)})`)}`;
}

/** What people say of a finding or a conflict, a line each. */
export function judgedLines({ judged }: { readonly judged?: readonly Judged[] }): string {
  return (judged ?? []).map(judgedLine).join("");
}

/** A finding in words, with who says so and the quote it stands on. */
export function lineOfFinding<K extends Kind>(
  kind: K,
  finding: FindingOf<K>,
  id: (id: string) => string = () => "",
): string {
  const quote =
    kind === "actors" || kind === "times"
      ? ""
      : `\n      ${paint("dim", `“${shorten(finding.at[0].text, 150)}”`)}`;
  return `${findingLine(kind, finding)}${aside(finding)}${chain(finding)}${id(finding.id)}${quote}${judgedLines(finding)}`;
}
