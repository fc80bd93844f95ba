import type { Event } from "../../record/event.ts";
import type { Report } from "../../record/report.ts";
import { contains } from "../../record/span.ts";
import type { Trouble } from "./trouble.ts";

const AHEAD: ReadonlySet<Event["status"]> = new Set(["planned", "possible"]);
const HEADINGS = new Set(["title", "deck", "heading"]);

/** A heading that announces what the body tells as past, and one meeting told as past and as still to come. */
export function* tenses(report: Report, events: readonly Event[]): Iterable<Trouble> {
  const told = events
    .filter(({ verbal }) => !verbal)
    .map((event) => ({ event, isHeading: standsInHeading(report, event) }));
  const held = told.filter(({ event, isHeading }) => event.status === "held" && !isHeading && !event.negated);
  for (const { event, isHeading } of told) {
    if (!AHEAD.has(event.status)) continue;
    const past = held.find(({ event: other }) => isSame(event, other, isHeading));
    if (!past) continue;
    const [at] = event.at;
    const also = [past.event.at[0]];
    if (isHeading) {
      yield {
        kind: "stale heading",
        severity: "major",
        at,
        also,
        description: `The heading announces as still to come what the text tells as past: "${clip(past.event.at[0].text)}".`,
        by: "tenses: heading",
        score: 0.75,
      };
    } else if (event.when !== undefined && event.when === past.event.when) {
      yield {
        kind: "tense conflict",
        severity: "major",
        at,
        also,
        description: `One sentence tells this as still to come, another as past: "${clip(past.event.at[0].text)}".`,
        by: "tenses: body",
        score: 0.75,
      };
    }
  }
}

function standsInHeading({ blocks }: Report, { at }: Event): boolean {
  const block = blocks.find((one) => contains(one, at[0]));
  return block !== undefined && HEADINGS.has(block.kind);
}

/** The same happening: type, at least two of the same people or states, and no place or date that differs. */
function isSame(a: Event, b: Event, isHeading: boolean): boolean {
  if (a.type !== b.type || a.id === b.id) return false;
  if (a.place && b.place && a.place.id !== b.place.id) return false;
  if (a.when !== undefined && b.when !== undefined && a.when !== b.when) return false;
  const inB = new Set([...b.participants, ...b.recipients].map(({ id }) => id));
  const shared = new Set(
    [...a.participants, ...a.recipients].map(({ id }) => id).filter((id) => inB.has(id)),
  );
  return (
    shared.size >= 2 ||
    (!isHeading && shared.size >= 1 && a.place !== undefined && a.place.id === b.place?.id)
  );
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
