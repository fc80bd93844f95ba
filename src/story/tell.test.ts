import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../record/reading.ts";
import type { Story } from "./story.ts";
import { Growing, tell } from "./tell.ts";
import { Teller } from "./teller.ts";

/** Everything that a story says. */
function all(story: Story) {
  return JSON.stringify({
    readings: story.readings.map(({ report }) => report.id),
    identities: story.identities(),
    judgements: story.judgements(),
    histories: story.histories(),
    positions: story.positions(),
    conflicts: story.conflicts(),
    shifts: story.shifts(),
    sources: story.sources(),
    quotations: story.quotations(),
    problems: story.problems(),
    questions: story.questions(),
    brief: story.brief(),
    before: story.brief({ asOf: "2031-04-06" }),
    changes: story.changes({ since: "2031-04-05" }),
  });
}

const STATES = ["Lorvia", "Ostmark", "Tamor"];
const PEOPLE = ["Ral Tenn", "R. Tenn", "Tenn", "Ral Ten", "Mira Dohl", "Mirra Dohl"];
const PLACES = ["Brell", "Varn"];
const STATUSES = ["possible", "planned", "held", "cancelled"] as const;
const STANCES = ["accepts", "rejects", "demands"] as const;

/** A report that tells of a meeting, a stance and a figure, in words that it may share with others. */
const reading = fc
  .record({
    outlet: fc.integer({ min: 0, max: 3 }),
    day: fc.integer({ min: 0, max: 9 }),
    pair: fc.shuffledSubarray(STATES, { minLength: 2, maxLength: 2 }),
    person: fc.constantFrom(...PEOPLE),
    place: fc.constantFrom(...PLACES),
    on: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom(...STATUSES),
    stance: fc.constantFrom(...STANCES),
    figure: fc.constantFrom(30, 40, 300),
    opening: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ outlet, day, pair, person, place, on, status, stance, figure, opening }): Reading => {
    const [home, away] = pair as [string, string];
    const met = `talks at ${place} on April ${on}`;
    const text = `${Array.from({ length: 12 }, (_, i) => `word${opening}x${i}`).join(" ")}. ${home} and ${away}: ${met}. ${person}, envoy of ${home}, ${stance} observers at the dam. ${home} counts ${figure} prisoners. ${home} blames ${away} for the raid.`;
    return new Teller(`Outlet ${outlet}`, day === 9 ? undefined : `2031-04-0${day + 1}`, text)
      .actor(home, "state")
      .actor(away, "state")
      .actor(person, "person", { for: home, roles: [{ title: "envoy", of: home }] })
      .place(place)
      .event(met, "CONSULT", "talks", status, { participants: [home, away], place, when: `2031-04-0${on}` })
      .event(`blames ${away} for the raid`, "ACCUSE", "accusation", "held", {
        participants: [home],
        recipients: [away],
      })
      .position(person, stance, "verification and monitoring", "observers at the dam")
      .claim("prisoners", "number", figure, `${figure} prisoners`, { unit: "prisoners" })
      .reading();
  });

const readings = fc.uniqueArray(reading, {
  minLength: 1,
  maxLength: 14,
  selector: ({ report }) => report.id,
});

function grown(list: readonly Reading[]): Growing {
  const growing = new Growing();
  for (const one of list) {
    growing.add(one);
    growing.settle();
  }
  return growing;
}

describe("a story that grows", () => {
  test("is the one that its readings tell together, in whatever order they came", () => {
    fc.assert(
      fc.property(
        readings.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(all(grown(shuffled).story())).toBe(all(tell(list)));
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  });

  test("forgets a report that is taken out", () => {
    fc.assert(
      fc.property(
        readings.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list))),
        ([list, gone]) => {
          const growing = grown(list);
          for (const { report } of gone) {
            growing.remove(report.id);
            growing.settle();
          }
          expect(all(growing.story())).toBe(all(tell(list.filter((one) => !gone.includes(one)))));
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  });

  test("leaves what was told before as it was, whether it had been asked by then or not", () => {
    const views = ["identities", "histories", "conflicts", "shifts", "positions", "brief"] as const;
    fc.assert(
      fc.property(
        readings,
        fc.array(fc.constantFrom(...views), { maxLength: 8 }),
        fc.integer({ min: 0, max: 3 }),
        (list, asked, every) => {
          const growing = new Growing();
          const earlier: { readonly story: Story; readonly readings: readonly Reading[] }[] = [];
          const keep = (now: readonly Reading[]) => {
            const story = growing.story();
            if (every > 0 && earlier.length % every === 0) for (const view of asked) story[view]();
            earlier.push({ story, readings: now });
          };
          for (const [i, one] of list.entries()) {
            growing.add(one);
            keep(list.slice(0, i + 1));
          }
          growing.remove(list[0]!.report.id);
          keep(list.slice(1));
          growing.add(list[0]!);
          for (const { story, readings } of earlier) expect(all(story)).toBe(all(tell(readings)));
        },
      ),
      { numRuns: 12, seed: 6 },
    );
  }, 60_000);

  test("takes another reading of a report for the one that it had", () => {
    const first = new Teller("North", "2031-04-01", "Lorvia spoke.").actor("Lorvia", "state").reading();
    const again: Reading = { ...first, actors: [] };
    const growing = grown([first, again]);
    expect(growing.size).toBe(1);
    expect(growing.story().identities()).toEqual([]);
    expect(growing.remove("none")).toBe(false);
  });
});
