/** One line a finding, for people. */
import type { Finding, FindingOf, Kind } from "../record/reading.ts";
import { paint, shorten } from "./show.ts";

function names(references: readonly { name: string }[]): string {
  return references.map((reference) => reference.name).join(", ");
}

function chain(finding: Finding): string {
  return finding.according.length === 0 ? "" : paint("dim", ` — according to ${names(finding.according)}`);
}

type Lines = { readonly [K in Kind]: (finding: FindingOf<K>) => string };

const lines: Lines = {
  actors: (actor) => {
    const roles = actor.roles.map(({ title, of }) => (of ? `${title} of ${of}` : title)).join("; ");
    const others = [...new Set(actor.mentions.map((span) => span.text))].filter(
      (text) => text !== actor.name,
    );
    const known = others.length > 0 ? `  also ${others.join(" · ")}` : "";
    return `${actor.name} (${actor.kind}${roles ? `; ${roles}` : ""})${paint("dim", shorten(known, 90))}`;
  },
  places: (place) => `${place.name} (${[place.kind, place.country].filter(Boolean).join(", ")})`,
  times: (time) =>
    `“${time.at[0].text}” = ${time.value ?? `open: ${time.unresolved ?? "unknown"}`}  ${paint("dim", time.by)}`,
  events: (event) =>
    [
      `${event.type} ${event.subtype}, ${event.status}:`,
      names(event.participants) || "?",
      event.recipients.length > 0 ? `→ ${names(event.recipients)}` : "",
      event.place ? `in ${event.place.name}` : "",
      event.when ?? "",
    ]
      .filter(Boolean)
      .join(" "),
  statements: (statement) =>
    `${names(statement.speaker) || "?"} ${statement.cue.text}: ${shorten(statement.content.text, 110)}`,
  positions: (position) =>
    `${names(position.holder)} ${position.past ? "(earlier) " : ""}${position.stance} [${position.issue}]: ${shorten(position.content, 100)}` +
    (position.condition ? `, if ${shorten(position.condition, 60)}` : ""),
  proposals: (proposal) =>
    `${names(proposal.proposer) || "?"}, ${proposal.status}: ${proposal.terms.map((term) => `${term.party ? `${term.party.name}: ` : ""}${shorten(term.does, 70)}`).join(" | ")}`,
  claims: (claim) =>
    `${shorten(claim.subject, 50)} — ${claim.attribute}: ${[claim.qualifier, claim.value, claim.upTo === undefined ? "" : `to ${claim.upTo}`, claim.unit].filter((part) => part !== undefined && part !== "").join(" ")}`,
  citations: (citation) =>
    [citation.marker, citation.outlet, citation.title, citation.date, citation.url]
      .filter(Boolean)
      .join(", "),
  problems: (problem) => `${problem.severity} ${problem.kind}: ${problem.description}`,
};

/** A finding in words, with who says so and the quote it stands on. */
export function lineOfFinding<K extends Kind>(kind: K, finding: FindingOf<K>): string {
  const quote =
    kind === "actors" || kind === "times"
      ? ""
      : `\n      ${paint("dim", `“${shorten(finding.at[0].text, 150)}”`)}`;
  return `${lines[kind](finding)}${chain(finding)}${quote}`;
}
