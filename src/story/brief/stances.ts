/** Sentences about what the parties want. */

import type { Brief } from "../../record/brief.ts";
import { spokenDate } from "../../record/date-text.ts";
import { extent } from "../../record/edtf.ts";
import type { Cell } from "../../record/shift.ts";
import { matterOf, matterShared } from "../matter.ts";
import { isAdrift, isPointing } from "../stand.ts";
import type { Telling } from "../telling.ts";
import type { Footnotes } from "./footnotes.ts";
import { isConditional, verbOf, wantingOf } from "./wanting.ts";
import { capital, listed, restsOn } from "./words.ts";

type Sentence = Brief["sections"][number]["sentences"][number];
type Stand = Cell["stands"][number];

const MOST_MATTERS = 2;

/** Many speak in the plural: two holders, or a group. */
function isPlural(telling: Telling, { holder }: Cell): boolean {
  const [first] = holder;
  return holder.length > 1 || (first !== undefined && telling.sides.identity(first.id)?.kind === "group");
}

/** Whether the words say what is wanted: more than "it" or "an end", and no mere noun without its sentence. */
function isTelling(stand: Stand): boolean {
  const { content, evidence } = stand;
  const count = content.split(/\s+/).length;
  const isBare = evidence[0]!.quote.text.length <= content.length && count < 5;
  return (
    !isBare && !isAdrift(content) && !isPointing(content) && matterOf(content).size >= (count >= 2 ? 1 : 2)
  );
}

/** The first day on which a stand may have been told: what may be old is not taken for the latest. */
function sureDay({ told }: Stand): number {
  return told === undefined ? Number.NEGATIVE_INFINITY : (extent(told)?.from ?? Number.NEGATIVE_INFINITY);
}

/** The last stand on each matter, the latest matters first. */
function latestByMatter(
  stands: readonly Stand[],
): { readonly stand: Stand; readonly all: readonly Stand[] }[] {
  const groups: { stand: Stand; all: Stand[] }[] = [];
  for (const stand of [...stands].reverse().sort((a, b) => sureDay(b) - sureDay(a))) {
    const matter = matterOf(stand.content);
    const home = groups.find((group) => matterShared(matter, matterOf(group.stand.content)) >= 0.25);
    if (home) home.all.push(stand);
    else groups.push({ stand, all: [stand] });
  }
  return groups;
}

function sentence(
  telling: Telling,
  cell: Cell,
  stand: Stand,
  all: readonly Stand[],
  notes: Footnotes,
): Sentence {
  const names = listed(cell.holder.map(({ name }) => name));
  const wanting = wantingOf(telling, stand);
  const singular = verbOf(stand, wanting);
  const verb = isPlural(telling, cell) ? singular.replace(/^(\p{L}+)s\b/u, "$1") : singular;
  const alike = all.filter(({ stance }) => stance === stand.stance);
  const evidence = alike.flatMap((one) => one.evidence);
  const carriers = evidence.flatMap((one) => {
    const reading = telling.readingOf.get(one.report);
    const finding = reading?.positions.find(({ id }) => id === one.finding);
    return reading && finding ? [{ reading, finding }] : [];
  });
  const condition =
    stand.condition && wanting.joint !== ":" && stand.evidence[0]!.quote.text.includes(stand.condition)
      ? ` if “${stand.condition}”`
      : wanting.joint !== ":" && isConditional(telling, stand)
        ? " on a condition"
        : "";
  const by = stand.by ? ` (${listed(stand.by.map(({ name }) => name))})` : "";
  const head = stand.stance === "open" ? `It is open what ${names} would do` : `${names}${by} ${verb}`;
  const told = stand.told ? `; last told ${/\//.test(stand.told) ? "" : "on "}${spokenDate(stand.told)}` : "";
  const said = restsOn(telling, telling.origins.corroborate(carriers), stand.evidence);
  return {
    text: capital(`${head}${wanting.joint} “${wanting.words}”${condition} (${said}${told}).`),
    footnotes: notes.numbersOf([...stand.evidence, ...evidence], 3),
  };
}

/**
 * What a party wants on an issue, one sentence a matter.
 * @param left findings of stances that the party has left since, or never took
 */
export function cellSentences(
  telling: Telling,
  cell: Cell,
  left: ReadonlySet<string>,
  notes: Footnotes,
): Sentence[] {
  const isLeft = ({ evidence }: Stand) => evidence.every(({ finding }) => left.has(finding));
  const own = cell.stands.filter((stand) => !stand.past && !isLeft(stand) && isTelling(stand));
  // What was open before a stance was told is open no more.
  const taken = Math.max(...own.filter(({ stance }) => stance !== "open").map(sureDay));
  const present = own.filter((stand) => stand.stance !== "open" || sureDay(stand) > taken);
  return latestByMatter(present)
    .slice(0, MOST_MATTERS)
    .map(({ stand, all }) => sentence(telling, cell, stand, all, notes));
}
