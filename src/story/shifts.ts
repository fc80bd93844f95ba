/** A side's stance on an issue that changes: runs of one leaning, and the turns between them. */
import type { Conflict } from "../record/conflict.ts";
import type { Reference } from "../record/finding.ts";
import { idOf } from "../record/id.ts";
import type { Shift } from "../record/shift.ts";
import { conflictOf, sideOf } from "./conflicts/side.ts";
import { matterOf, matterShared, sentenceAround } from "./matter.ts";
import type { Carrier } from "./origins.ts";
import { isBound, joined, type Stand } from "./stand.ts";
import type { Telling } from "./telling.ts";

/** Stands of one leaning that follow each other. */
interface Run {
  leaning: -1 | 1;
  readonly stands: Stand[];
}

/** An offer "if they leave" and a refusal "until they leave" are one stance. */
const UNTIL = /\b(?:until|till|before|unless|without|as long as)\b/i;

function isSameTerms(offer: Stand, refusal: Stand): boolean {
  const { condition } = offer.position;
  if (condition === undefined || offer.leaning === refusal.leaning) return false;
  const text = [refusal.position.content, ...refusal.position.at.map((span) => span.text)].join(" ");
  return UNTIL.test(text) && matterShared(matterOf(condition), matterOf(text)) > 0.5;
}

/** Runs of the present stands; what is told as past joins the run that it recalls. */
function runsOf(stands: readonly Stand[]): Run[] {
  const runs: Run[] = [];
  const present = stands.filter(({ position, leaning }) => !position.past && leaning !== 0);
  for (const stand of present) {
    const last = runs.at(-1);
    const isRecalled = ({ stands: known }: Run) =>
      known.some((other) => isSameTerms(other, stand) || isSameTerms(stand, other));
    if (last && (last.leaning === stand.leaning || isRecalled(last))) {
      last.stands.push(stand);
      // The refusal says it outright, the conditional offer only implies it.
      if (stand.leaning !== 0) last.leaning = isBound(stand) ? last.leaning : stand.leaning;
    } else runs.push({ leaning: stand.leaning as -1 | 1, stands: [stand] });
  }
  for (const stand of stands) {
    if (!stand.position.past || stand.leaning === 0) continue;
    const earlier = runs.filter((run) => run.stands[0]!.day <= stand.day);
    const home = earlier.findLast((run) => run.leaning === stand.leaning);
    const isLeft = present.some((now) => now.day >= stand.day && now.leaning === -stand.leaning);
    if (home) home.stands.push(stand);
    else if (isLeft) runs.unshift({ leaning: stand.leaning, stands: [stand] });
  }
  return runs;
}

function originsIn(telling: Telling, { stands }: Run): number {
  return telling.origins.corroborate(stands.map(({ reading, position }) => ({ reading, finding: position })))
    .origins.length;
}

/** Whether a run surely follows another: some of it cannot have been published before the other was. */
function isLater(run: Run, before: Run): boolean {
  const first = Math.min(...before.stands.filter(({ position }) => !position.past).map(({ day }) => day));
  const present = run.stands.filter(({ position }) => !position.past);
  return present.some(
    ({ earliest, day, reading }) =>
      earliest > first ||
      (earliest === day && day >= first) ||
      before.stands.some((old) => old.reading === reading),
  );
}

/** One side's word against the others': a turn that one origin tells and that later reports do not know. */
function isArtefact(telling: Telling, runs: readonly Run[], i: number): boolean {
  const [before, run, after] = [runs[i - 1], runs[i]!, runs[i + 1]];
  return (
    before !== undefined &&
    after !== undefined &&
    after.leaning === before.leaning &&
    isLater(after, run) &&
    originsIn(telling, run) === 1
  );
}

/** Both leanings told as present by the same reports: these say two things, not that anything has changed. */
function isWithin(before: Run, after: Run): boolean {
  const now = (run: Run) => run.stands.filter(({ position }) => !position.past);
  return now(after).every(({ reading }) => now(before).some((old) => old.reading === reading));
}

const PARTLY = /\b(?:half|partly|partial|partially|in part|some of)\b/i;

function wasTold({ position }: Stand): boolean {
  return position.attributedBy !== undefined || position.according.length > 0;
}

function strengthOf(telling: Telling, before: Run, after: Run): Pick<Shift, "strength" | "why"> {
  const reports = new Set(before.stands.map(({ reading }) => reading));
  const recalled = after.stands.some(({ reading }) =>
    before.stands.some((old) => old.reading === reading && old.position.past),
  );
  const origins = originsIn(telling, after);
  if (after.stands.some(({ position }) => PARTLY.test(`${position.content} ${position.at[0].text}`)))
    return { strength: "soft", why: "the new stance gives way only in part" };
  if (origins === 1 && after.stands.every(wasTold))
    return { strength: "soft", why: "somebody other than the holder says so, and nobody else tells it" };
  if (recalled) return { strength: "firm", why: "a report that tells the new stance recalls the old one" };
  if (origins > 1) return { strength: "firm", why: `${origins} independent origins tell the new stance` };
  const sameOutlet = after.stands.some(
    ({ reading }) =>
      reading.report.outlet &&
      [...reports].some(({ report }) => report.outlet?.value === reading.report.outlet?.value),
  );
  return sameOutlet
    ? { strength: "firm", why: "told by one outlet at both times" }
    : { strength: "soft", why: "one outlet tells the old stance, another the new one" };
}

function shiftFrom(
  holder: readonly Reference[],
  before: Run,
  after: Run,
  judged: Pick<Shift, "strength" | "why">,
): Shift {
  const first = after.stands.find(({ position }) => !position.past) ?? after.stands[0]!;
  const when = first.reading.report.published.value;
  const [old, new_] = [joined(before.stands), joined(after.stands)];
  return {
    id: idOf("shift", before.stands[0]!.position.id, first.position.id),
    holder: [...holder],
    issue: first.position.issue,
    before: old,
    after: new_,
    ...(when ? { when } : {}),
    ...judged,
  };
}

/** The same leaning, with a condition that is given up. */
const UNCONDITIONAL =
  /\b(?:without|unconditional(?:ly)?|drop(?:ped|s|ping)? (?:that|the|this|its|his|her|their) (?:condition|link))/i;

export function droppedCondition(holder: readonly Reference[], stands: readonly Stand[]): Shift | undefined {
  const freed = stands.find(
    ({ position, leaning }) =>
      leaning !== 0 &&
      !position.past &&
      position.condition === undefined &&
      UNCONDITIONAL.test(`${position.content} ${position.at[0].text}`),
  );
  const bound = stands.filter(
    (stand) =>
      stand !== freed &&
      freed &&
      stand.day <= freed.day &&
      (stand.position.condition !== undefined || stand.position.past),
  );
  if (!freed || bound.length === 0 || !bound.some(({ position }) => position.condition !== undefined))
    return undefined;
  return shiftFrom(
    holder,
    { leaning: 1, stands: bound },
    { leaning: 1, stands: [freed] },
    {
      strength: "soft",
      why: "the condition is no longer told",
    },
  );
}

/** Words by which a report itself tells that something has given way to something else. */
const TURN =
  /\b(?:instead|now (?:wants?|seeks?|pursu\w+|demand\w*|support\w*|accept\w*|back\w*|push\w*)|no longer|rather than|a (?:shift|turnaround|reversal|departure|U-turn)|chang(?:e|ed|ing) (?:course|tack)|revers(?:ed|ing) (?:course|himself|herself|itself))\b/i;
/** Characters between the old stance and the new one, in one report. */
const BESIDE = 350;

/** "The truce that it had been pushing … instead it is now pursuing a treaty": a turn from one issue to another. */
export function toldTurns(telling: Telling, stands: readonly Stand[]): Shift[] {
  return stands.flatMap((before) => {
    if (!before.position.past || before.leaning === 0) return [];
    const [old] = before.position.at;
    const after = stands.find((stand) => {
      const [quote] = stand.position.at;
      const isNext =
        stand.reading === before.reading && quote.start >= old.end && quote.start - old.end < BESIDE;
      if (
        stand.position.past ||
        stand.leaning === 0 ||
        !isNext ||
        stand.position.issue === before.position.issue
      )
        return false;
      return TURN.test(sentenceAround(stand.reading.report.text, quote));
    });
    const sides = telling.sides.ofAll(before.holder);
    if (!after || ![...telling.sides.ofAll(after.holder)].some((side) => sides.has(side))) return [];
    const told = {
      strength: "firm" as const,
      why: "one report tells both and says that the one has given way to the other",
    };
    const holder = [...sides].flatMap((id) => {
      const identity = telling.sides.identity(id);
      return identity ? [{ id, name: identity.name }] : [];
    });
    const shift = shiftFrom(
      holder.length > 0 ? holder : before.holder,
      { leaning: 1, stands: [before] },
      { leaning: 1, stands: [after] },
      told,
    );
    return [{ ...shift, issue: before.position.issue }];
  });
}

/** Whether somebody of another side says all of it. */
function isTold(telling: Telling, { stands }: Run): boolean {
  return stands.every(({ position, holder }) => {
    const { attributedBy } = position;
    const id = attributedBy && telling.identities.identityOf(attributedBy.id)?.id;
    if (!id || telling.sides.identity(id)?.kind === "unnamed") return false;
    const own = telling.sides.ofAll(holder);
    return telling.sides.of(id).every((side) => !own.has(side));
  });
}

export interface Turns {
  readonly shifts: readonly Shift[];
  /** Contradictions about where a side stands, which a turn that is none leaves behind. */
  readonly conflicts: readonly Conflict[];
}

function says({ stands }: Run): string {
  const { stance, content, attributedBy } = stands.at(-1)!.position;
  return `${stance}: ${content}${attributedBy ? `, as ${attributedBy.name} says` : ""}`;
}

function carriersOf({ stands }: Run): Carrier[] {
  return stands.map(({ reading, position }) => ({ reading, finding: position }));
}

function aboutStance(holder: readonly Reference[], { stands }: Run): string {
  return `${holder.map(({ name }) => name).join(" and ")} on ${stands[0]!.position.issue}`;
}

/** Where one report gives both a stance and somebody else's word that it is the opposite. */
function wordConflict(telling: Telling, holder: readonly Reference[], before: Run, after: Run): Conflict {
  return conflictOf({
    kind: "stance",
    about: aboutStance(holder, after),
    sides: [
      sideOf(telling, says(before), carriersOf(before)),
      sideOf(telling, says(after), carriersOf(after)),
    ],
    strength: "soft",
    why: "one side of it is somebody else's word",
  });
}

function stanceConflict(
  telling: Telling,
  holder: readonly Reference[],
  runs: readonly Run[],
  i: number,
): Conflict {
  const [before, odd, after] = [runs[i - 1]!, runs[i]!, runs[i + 1]!];
  return conflictOf({
    kind: "stance",
    about: aboutStance(holder, odd),
    sides: [
      sideOf(telling, says(odd), carriersOf(odd)),
      sideOf(telling, says(after), [...carriersOf(before), ...carriersOf(after)]),
    ],
    strength: "firm",
    why: "a single origin tells the change, and later reports do not know of it",
  });
}

/** What was offered on a condition, and is refused without it, has not turned. */
function isOnTerms(before: Run, after: Run): boolean {
  return before.leaning === 1 && after.leaning === -1 && before.stands.every(isBound);
}

/** Turns from which on one origin that tells them all is not to be trusted with any. */
const WAVERING = 3;

/** Whether one origin alone tells now this, now that. */
function isWavering(telling: Telling, runs: readonly Run[]): boolean {
  const stands = runs.flatMap((run) => run.stands);
  return runs.length > WAVERING && originsIn(telling, { leaning: 1, stands }) === 1;
}

/** Turns of one side on one matter. */
export function turnsOn(telling: Telling, holder: readonly Reference[], stands: readonly Stand[]): Turns {
  const runs = runsOf(stands);
  const shifts: Shift[] = [];
  const conflicts: Conflict[] = [];
  const wavers = isWavering(telling, runs);
  let before = 0;
  for (let i = 1; i < runs.length; i++) {
    const after = runs[i]!;
    if (isArtefact(telling, runs, i)) {
      const why = "only one origin tells it, and later reports tell the old stance again";
      shifts.push(shiftFrom(holder, runs[before]!, after, { strength: "artefact", why }));
      conflicts.push(stanceConflict(telling, holder, runs, i));
      continue;
    }
    const isSameReport = after.stands.every(({ reading }) =>
      runs[before]!.stands.some((old) => old.reading === reading),
    );
    if (isSameReport && isTold(telling, after)) {
      conflicts.push(wordConflict(telling, holder, runs[before]!, after));
      continue;
    }
    if (!isLater(after, runs[before]!) || isOnTerms(runs[before]!, after)) continue;
    if (after.leaning !== runs[before]!.leaning && !isWithin(runs[before]!, after)) {
      const judged = wavers
        ? ({ strength: "artefact", why: "a single origin tells now the one, now the other" } as const)
        : strengthOf(telling, runs[before]!, after);
      shifts.push(shiftFrom(holder, runs[before]!, after, judged));
    }
    before = i;
  }
  return { shifts, conflicts };
}
