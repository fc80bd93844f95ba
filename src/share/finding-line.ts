/** A finding in one line of plain words. */
import type { Finding, FindingOf, Kind } from "../record/reading.ts";
import { shorten } from "./shorten.ts";

function names(references: readonly { name: string }[]): string {
  return references.map((reference) => reference.name).join(", ");
}

type Lines = { readonly [K in Kind]: (finding: FindingOf<K>) => string };

const lines: Lines = {
  actors: (actor) => {
    const roles = actor.roles.map(({ title, of }) => (of ? `${title} of ${of}` : title)).join("; ");
    return `${actor.name} (${actor.kind}${roles ? `; ${roles}` : ""})`;
  },
  places: (place) => `${place.name} (${[place.kind, place.country].filter(Boolean).join(", ")})`,
  times: (time) => `“${time.at[0].text}” = ${time.value ?? `open: ${time.unresolved ?? "unknown"}`}`,
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

/** What is wanted, done or said, by whom; without the quote it stands on. */
export function findingLine(kind: Kind, finding: Finding): string {
  return (lines[kind] as (finding: Finding) => string)(finding);
}
