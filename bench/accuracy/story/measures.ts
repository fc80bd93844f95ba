/** How a story is scored against its gold: one measure a notion, each with what was missed and what is wrong. */
import { overlaps } from "../../../src/record/edtf-order.ts";
import type { Evidence } from "../../../src/record/evidence.ts";
import type { History } from "../../../src/record/history.ts";
import { assign, type Score, score } from "../record/match.ts";
import type { Sample } from "./sample.ts";
import type { StoryGold } from "./story-gold.ts";

export interface Measure {
  readonly name: string;
  readonly score: Score;
  /** Gold items. */
  readonly n: number;
  readonly notes: readonly string[];
}

function pairsOf(clusters: Iterable<readonly string[]>): Set<string> {
  const pairs = new Set<string>();
  for (const cluster of clusters) {
    const sorted = [...new Set(cluster)].sort();
    for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) pairs.add(`${a} ${b}`);
  }
  return pairs;
}

/** Pairs that both see as one, among the items that the gold speaks of; `excused` pairs count neither way. */
function pairMeasure(
  name: string,
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
  excused: (pair: string) => boolean = () => false,
): Measure {
  const [wanted, got] = [pairsOf(gold), pairsOf(found)];
  const counted = [...got].filter((pair) => wanted.has(pair) || !excused(pair));
  const right = counted.filter((pair) => wanted.has(pair)).length;
  return {
    name,
    score: score(right, counted.length, wanted.size),
    n: wanted.size,
    notes: [
      ...[...wanted].filter((pair) => !got.has(pair)).map((pair) => `${name} missed ${pair}`),
      ...counted.filter((pair) => !wanted.has(pair)).map((pair) => `${name} false  ${pair}`),
    ],
  };
}

function known(sample: Sample, ids: readonly string[]): string[] {
  return ids.flatMap((id) => sample.goldOf.get(id) ?? []);
}

/** Pairs of actors and places; every actor of every report is in the gold, so that what it does not join is apart. */
export function identities(sample: Sample, gold: StoryGold): Measure {
  const excused = new Set(gold.identities.flatMap(({ optional_members = [] }) => optional_members));
  const judged = new Set(gold.identities.flatMap(({ members }) => members));
  return pairMeasure(
    "identities",
    gold.identities.map(({ members }) => members),
    sample.story.identities().map(({ members }) => known(sample, members)),
    (pair) => {
      const ends = pair.split(" ");
      // Two that the gold leaves alone (the ministry of two reports) are not judged.
      return ends.some((id) => excused.has(id)) || !ends.some((id) => judged.has(id));
    },
  );
}

function eventsOf(history: History): string[] {
  return history.steps.map(({ evidence }) => evidence.finding);
}

export function histories(sample: Sample, gold: StoryGold): Measure {
  const judged = new Set([
    ...gold.histories.flatMap(({ steps }) => steps.map(({ event }) => event)),
    ...gold.apart.flatMap(({ pair, optional }) => (optional ? [] : pair)),
  ]);
  const free = new Set(
    gold.apart.filter(({ optional }) => optional).map(({ pair }) => [...pair].sort().join(" ")),
  );
  return pairMeasure(
    "histories",
    gold.histories.map(({ steps }) => steps.map(({ event }) => event)),
    sample.story.histories().map((history) => known(sample, eventsOf(history))),
    (pair) => free.has(pair) || !pair.split(" ").every((id) => judged.has(id)),
  );
}

/** Where each event stands in the end, and when it is or was: of the history that shares most steps with the gold's. */
export function endings(sample: Sample, gold: StoryGold): Measure[] {
  const all = sample.story.histories();
  const best = gold.histories.map((wanted) => {
    const events = new Set(wanted.steps.map(({ event }) => event));
    const shared = all.map(
      (history) => known(sample, eventsOf(history)).filter((id) => events.has(id)).length,
    );
    const most = Math.max(0, ...shared);
    return { wanted, history: most > 0 ? all[shared.indexOf(most)] : undefined };
  });
  const rate = (name: string, holds: (one: (typeof best)[number]) => boolean): Measure => {
    const right = best.filter(holds).length;
    return {
      name,
      score: score(right, best.filter(({ history }) => history).length, best.length),
      n: best.length,
      notes: best
        .filter((one) => !holds(one))
        .map(
          ({ wanted, history }) =>
            `${name} ${wanted.id}: ${wanted.status} ${wanted.when}, not ${history?.status} ${history?.when}`,
        ),
    };
  };
  return [
    rate(
      "status",
      ({ wanted, history }) =>
        history !== undefined && [wanted.status, ...(wanted.status_alt ?? [])].includes(history.status),
    ),
    rate(
      "date",
      ({ wanted, history }) =>
        history !== undefined &&
        (wanted.when === null || (history.when !== undefined && overlaps(history.when, wanted.when))),
    ),
  ];
}

function itemsOf(sample: Sample, evidence: readonly Evidence[]): Set<string> {
  return new Set(
    known(
      sample,
      evidence.map(({ finding }) => finding),
    ),
  );
}

/** A conflict is found where its kind fits and two of its sides stand on different sides. */
export function conflicts(sample: Sample, gold: StoryGold): Measure {
  const found = sample.story.conflicts();
  const matched = assign(gold.conflicts.length, found.length, (g, f) => {
    const wanted = gold.conflicts[g]!;
    if (![wanted.kind, ...(wanted.kind_alt ?? [])].includes(found[f]!.kind)) return false;
    const sides = found[f]!.sides.map(({ evidence }) => itemsOf(sample, evidence));
    const hits = assign(wanted.sides.length, sides.length, (w, s) =>
      wanted.sides[w]!.items.some((id) => sides[s]!.has(id)),
    );
    return hits.filter((hit) => hit >= 0).length >= 2;
  });
  const right = matched.filter((f) => f >= 0).length;
  const used = new Set(matched);
  return {
    name: "conflicts",
    score: score(right, found.length, gold.conflicts.length),
    n: gold.conflicts.length,
    notes: [
      ...gold.conflicts
        .filter((_, g) => matched[g] === -1)
        .map(({ id, about }) => `conflicts missed ${id}: ${about}`),
      ...found
        .filter((_, f) => !used.has(f))
        .map(
          ({ kind, about, sides }) =>
            `conflicts false  ${kind}, ${about}: ${sides.map(({ says, evidence }) => `${says} [${[...itemsOf(sample, evidence)]}]`).join(" | ")}`,
        ),
    ],
  };
}

/** A shift is found where it goes from one of the gold's earlier findings to one of its later ones. */
export function shifts(sample: Sample, gold: StoryGold): Measure[] {
  const found = sample.story.shifts();
  const fits = (g: number, f: number) => {
    const [wanted, shift] = [gold.shifts[g]!, found[f]!];
    const [before, after] = [itemsOf(sample, shift.before.evidence), itemsOf(sample, shift.after.evidence)];
    return wanted.before.items.some((id) => before.has(id)) && wanted.after.items.some((id) => after.has(id));
  };
  const matched = assign(gold.shifts.length, found.length, fits);
  const used = new Set(matched);
  const counted = gold.shifts.filter((shift, g) => !shift.optional || matched[g] !== -1);
  const right = matched.filter((f) => f >= 0).length;
  const firm = gold.shifts.filter(
    (shift, g) => matched[g]! >= 0 && found[matched[g]!]!.strength === shift.strength,
  );
  return [
    {
      name: "shifts",
      score: score(right, found.length, counted.length),
      n: counted.length,
      notes: [
        ...gold.shifts
          .filter((shift, g) => matched[g] === -1 && !shift.optional)
          .map(({ id }) => `shifts missed ${id}`),
        ...found
          .filter((_, f) => !used.has(f))
          .map(
            ({ issue, holder, strength, before, after }) =>
              `shifts false  ${strength} ${holder.map(({ name }) => name)} ${issue}: ${before.content} [${[...itemsOf(sample, before.evidence)]}] → ${after.content} [${[...itemsOf(sample, after.evidence)]}]`,
          ),
      ],
    },
    {
      name: "shifts with strength",
      score: score(firm.length, found.length, counted.length),
      n: counted.length,
      notes: [],
    },
  ];
}

/** Entries that touch an event of the gold's timeline: each of its lines once, on its day. */
export function timeline(sample: Sample, gold: StoryGold): Measure {
  const events = new Set(gold.timeline.flatMap((line) => line.events));
  const entries = sample.story
    .timeline()
    .map((history) => ({ history, items: new Set(known(sample, eventsOf(history))) }))
    .filter(({ items }) => [...items].some((id) => events.has(id)));
  const matched = assign(gold.timeline.length, entries.length, (g, f) => {
    const { history, items } = entries[f]!;
    const line = gold.timeline[g]!;
    return (
      line.events.some((id) => items.has(id)) &&
      history.when !== undefined &&
      overlaps(history.when, line.when)
    );
  });
  const used = new Set(matched);
  // Two things of one day may stand in one line of the gold: a second entry on the right day is no mistake.
  const wrong = entries.filter(
    ({ history, items }, f) =>
      !used.has(f) &&
      !gold.timeline.some(
        (line) =>
          line.events.some((id) => items.has(id)) &&
          history.when !== undefined &&
          overlaps(history.when, line.when),
      ),
  );
  const right = matched.filter((f) => f >= 0).length;
  return {
    name: "timeline",
    score: score(right, right + wrong.length, gold.timeline.length),
    n: gold.timeline.length,
    notes: [
      ...gold.timeline
        .filter((_, g) => matched[g] === -1)
        .map(({ when, what }) => `timeline missed ${when} ${what}`),
      ...wrong.map(({ history, items }) => `timeline false  ${history.when} ${history.name} [${[...items]}]`),
    ],
  };
}

/** What is to come on the days that the gold names, told from the reports that had appeared by then. */
export function upcoming(sample: Sample, gold: StoryGold): Measure {
  let [right, found, wanted] = [0, 0, 0];
  const notes: string[] = [];
  for (const { as_of, published, items, not } of gold.upcoming) {
    const story = sample.upTo(new Set(published), { asOf: as_of });
    const eventsIn = (id: string) =>
      gold.histories.find((history) => history.id === id)?.steps.map(({ event }) => event) ?? [id];
    const got = story
      .upcoming({ asOf: as_of })
      .map((history) => ({ history, ids: new Set(known(sample, eventsOf(history))) }));
    for (const { history, event, optional } of items) {
      const hit = got.some(({ ids }) => eventsIn(history ?? event ?? "").some((id) => ids.has(id)));
      if (optional && !hit) continue;
      wanted++;
      found += hit ? 1 : 0;
      right += hit ? 1 : 0;
      if (!hit) notes.push(`upcoming missed ${as_of} ${history ?? event}`);
    }
    for (const id of not) {
      const hit = got.find(({ ids }) => eventsIn(id).some((event) => ids.has(event)));
      if (!hit) continue;
      found++;
      notes.push(`upcoming false  ${as_of} ${id}: ${hit.history.name}`);
    }
  }
  return { name: "upcoming", score: score(right, found, wanted), n: wanted, notes };
}

/** The stance that a side is told to hold last, for each holder and issue of the gold. */
export function matrix(sample: Sample, gold: StoryGold): Measure {
  const cells = sample.story.positions();
  const outcomes = gold.matrix.map((wanted) => {
    const items = new Set(wanted.items);
    const shared = cells.map((cell) =>
      cell.issue === wanted.issue
        ? cell.stands.flatMap(({ evidence }) => [...itemsOf(sample, evidence)]).filter((id) => items.has(id))
            .length
        : 0,
    );
    const most = Math.max(0, ...shared);
    const cell = most > 0 ? cells[shared.indexOf(most)] : undefined;
    const holds = cell !== undefined && [wanted.stance, ...(wanted.stance_alt ?? [])].includes(cell.stance);
    return { wanted, cell, holds };
  });
  const right = outcomes.filter(({ holds }) => holds).length;
  return {
    name: "matrix",
    score: score(right, outcomes.filter(({ cell }) => cell).length, outcomes.length),
    n: outcomes.length,
    notes: outcomes
      .filter(({ holds }) => !holds)
      .map(
        ({ wanted, cell }) =>
          `matrix ${wanted.holder} ${wanted.issue}: ${wanted.stance}, not ${cell?.stance}`,
      ),
  };
}

const STORY_KINDS = new Set(["misspelling", "lost attribution", "contradicts established fact"]);

/** Problems that show only beside other reports, by kind and report. */
export function problems(sample: Sample, gold: StoryGold): Measure {
  const found = sample.story.problems().filter(({ problem }) => STORY_KINDS.has(problem.kind));
  const matched = assign(gold.story_problems.length, found.length, (g, f) => {
    const [wanted, { report, problem }] = [gold.story_problems[g]!, found[f]!];
    return wanted.kind === problem.kind && wanted.report === sample.reportOf.get(report);
  });
  const used = new Set(matched);
  return {
    name: "problems",
    score: score(used.has(-1) ? used.size - 1 : used.size, found.length, gold.story_problems.length),
    n: gold.story_problems.length,
    notes: [
      ...gold.story_problems
        .filter((_, g) => matched[g] === -1)
        .map(({ kind, report }) => `problems missed ${report} ${kind}`),
      ...found
        .filter((_, f) => !used.has(f))
        .map(
          ({ report, problem }) =>
            `problems false  ${sample.reportOf.get(report)} ${problem.kind}: ${problem.description}`,
        ),
    ],
  };
}
