/** What the place in the report and the date say of how far an event has come, where the words leave it open. */
import { order } from "../../record/edtf-order.ts";
import type { Report } from "../../record/report.ts";
import { contains } from "../../record/span.ts";
import { locator } from "./locate.ts";
import type { Telling } from "./telling.ts";

const HEADINGS: ReadonlySet<string> = new Set(["title", "deck", "heading"]);

/** Settles the status of tellings by the blocks and the date of their report. */
export function settle(tellings: readonly Telling[], report: Report): Telling[] {
  const headingsAt = locator(
    report.blocks.filter(({ kind }) => HEADINGS.has(kind)),
    (block) => [block],
  );
  return tellings.map(spoken).map((telling) => {
    const heading = headingsAt(telling.quote).some((block) => contains(block, telling.quote));
    return dated(heading ? inHeading(telling) : telling, report);
  });
}

/** Acts of speech that are over once they are told, though the report keeps to the present: "Agria accuses Belmark". */
const AT_ONCE =
  /^(?:accuse|blame|denounce|condemn|reject|dismiss|object|repeat|reiterate|urge|praise|welcome|hail|commend)\b/;

function spoken(telling: Telling): Telling {
  const { entry, status, clause, noun, standing } = telling;
  const isNow = status === "ongoing" && clause?.tense === "present" && clause.aspect === "simple";
  return isNow && !noun && entry.verbal && standing.certain && AT_ONCE.test(entry.pattern)
    ? { ...telling, status: "held", standing: { ...standing, status: "held" } }
    : telling;
}

/** Headings put what has happened in the present tense. */
function inHeading(telling: Telling): Telling {
  const { standing, status, entry, clause } = telling;
  const simple = status === "ongoing" && clause?.aspect === "simple" && clause.tense === "present";
  const told = simple && !entry.verbal && (!telling.noun || (entry.type === "CONSULT" && standing.certain));
  // "Agria threatens sanctions": said, and done with.
  const said = simple && entry.verbal && !telling.noun;
  return {
    ...telling,
    heading: true,
    standing: { ...standing, certain: standing.certain && !told },
    status: told || said ? "held" : status,
  };
}

/** Types whose nouns, with a date in the past, tell of what was made or done then. */
const DATED: ReadonlySet<string> = new Set(["AGREE", "RETREAT", "SANCTION", "CONCEDE", "COOPERATE", "AID"]);

const LASTING = /\b(?:last|continue|go on|run) (?:until|till|through|for|to)\b/;

/** What is certain to come, or to be over, by its date. */
function dated(telling: Telling, { published, text }: Report): Telling {
  const { status, standing, time, entry } = telling;
  if (time?.value === undefined || published.value === undefined) return telling;
  if (entry.verbal || entry.type === "REQUEST") return telling;
  const side = order(time.value, published.value);
  const open = !standing.certain;
  // "The observers arrive on Sunday".
  const { clause } = telling;
  const isSet =
    status === "ongoing" &&
    clause?.tense === "present" &&
    clause.aspect === "simple" &&
    clause.role !== "relative";
  // "Are expected to last until Friday": begun, whenever they end.
  const isLasting = clause !== undefined && LASTING.test(text.slice(clause.start, clause.end));
  const isMeeting = status === "ongoing" && entry.type === "CONSULT" && !(isLasting && standing.certain);
  if (side === "after" && (isMeeting || (isSet && !telling.noun) || (status === "held" && open)))
    return { ...telling, status: "planned" };
  // "The accord of 2029": what has a date behind it was made.
  const isMade =
    status === "possible" && telling.noun && entry.status === "possible" && DATED.has(entry.type);
  if (side === "before" && open && (status === "ongoing" || status === "planned" || isMade))
    return { ...telling, status: "held" };
  return telling;
}
