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

function judgedLine({ verdict, field, machine, note, who, when }: Judged): string {
  const found =
    typeof machine === "string" || typeof machine === "number" ? machine : JSON.stringify(machine);
  const what =
    verdict === "correct" ? `corrected in ${field}; the program had found ${found ?? "nothing"}` : verdict;
  return `\n      ${paint("magenta", `✎ ${shorten(what, 120)}`)}${note ? `: ${shorten(note, 120)}` : ""} ${paint("dim", `(${who}, ${when.slice(0, 10)})`)}`;
}

/** What people say of a finding or a conflict, a line each. */
export function judgedLines({ judged }: { readonly judged?: readonly Judged[] }): string {
  return (judged ?? []).map(judgedLine).join("");
}

/** A finding in words, with who says so and the quote it stands on. */
export function lineOfFinding<K extends Kind>(kind: K, finding: FindingOf<K>): string {
  const quote =
    kind === "actors" || kind === "times"
      ? ""
      : `\n      ${paint("dim", `“${shorten(finding.at[0].text, 150)}”`)}`;
  return `${findingLine(kind, finding)}${aside(finding)}${chain(finding)}${quote}${judgedLines(finding)}`;
}
