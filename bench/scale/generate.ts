/**
 * A long negotiation from a small grammar, with its truth: rounds of talks between a dozen invented states, each told by
 * twenty reports from the first rumour to the meeting. The same every time.
 */
import { formatDay } from "../../src/record/day.ts";
import type { Reading } from "../../src/record/reading.ts";
import { Teller } from "../../src/story/teller.ts";

/** Marsaglia's xorshift32: whole numbers only, the same on every machine. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const STATES =
  "Belvia Cormark Darland Fenstan Galgard Hesmont Jorwick Kelnia Lamdor Norvia Ostmark Quinland".split(" ");
const GIVEN =
  "Ana Bero Cela Dario Elin Faro Gita Hano Ila Joren Kira Lodo Mira Nilo Ona Paro Rena Silo Tessa Udo".split(
    " ",
  );
const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
const OUTLETS = 30;
/** Reports of a round, and reports of all rounds together on a day. */
const OF_A_ROUND = 20;
const A_DAY = 40;
const FIRST_DAY = 20_000;

/** A name of four syllables that no other number below 160,000 has; neighbours in number are none in spelling. */
function nameOf(number: number): string {
  let rest = (number * 48_271) % 160_000;
  const parts = Array.from({ length: 4 }, () => {
    const part = SYLLABLES[rest % 20]!;
    rest = Math.floor(rest / 20);
    return part;
  });
  const name = parts.join("");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What is true of a round, whatever its reports say. */
export interface Round {
  readonly number: number;
  readonly states: readonly [string, string];
  readonly envoy: string;
  readonly place: string;
  /** Day number of the meeting. */
  readonly day: number;
  /** What the envoy is told to want or not. */
  readonly wish: string;
  /** What is counted, and how many; in every third round some reports get it wrong. */
  readonly goods: string;
  readonly count: number;
  readonly isDisputed: boolean;
  /** Whether the envoy's side gives in when the meeting takes place. */
  readonly turns: boolean;
}

function pairAt(number: number): [string, string] {
  const pairs = STATES.flatMap((a, i) => STATES.slice(i + 1).map((b): [string, string] => [a, b]));
  return pairs[(number * 17) % pairs.length]!;
}

export function roundAt(number: number): Round {
  return {
    number,
    states: pairAt(number),
    envoy: `${GIVEN[number % GIVEN.length]} ${nameOf(number)}`,
    place: nameOf(number + 20_000),
    wish: `${nameOf(number + 40_000)} ${nameOf(number + 60_000)}`,
    goods: nameOf(number + 80_000),
    day: FIRST_DAY + Math.floor((number * OF_A_ROUND) / A_DAY) + 7,
    count: 200 + ((number * 37) % 400),
    isDisputed: number % 3 === 0,
    turns: number % 4 === 1,
  };
}

export interface Generated {
  readonly reading: Reading;
  readonly round: number;
  /** Whether it is a copy of another report of its round, word for word. */
  readonly isCopy: boolean;
}

/** What the k-th report of a round tells, in the words of its outlet. */
function told(round: Round, k: number, words: string): Generated {
  const [home, away] = round.states;
  const published = round.day - 7 + Math.floor((k * 10) / OF_A_ROUND);
  const isOver = published >= round.day;
  const isCopy = k % 5 === 4;
  const status = k < 4 ? "possible" : isOver ? "held" : "planned";
  const on = formatDay(round.day);
  const met = {
    possible: `may meet in ${round.place}`,
    planned: `will meet in ${round.place} on ${on}`,
    held: `met in ${round.place} on ${on}`,
    // The grammar makes no others.
    ongoing: "",
    cancelled: "",
    refused: "",
  }[status];
  const accepts = round.turns && isOver;
  const stance = accepts ? "accepted" : "rejected";
  const figure = round.isDisputed && k % 10 === 7 ? round.count * 2 : round.count;
  const text = `${words}. ${home} and ${away} ${met}. ${round.envoy} of ${home} ${stance} ${round.wish}. There are ${figure} ${round.goods} in ${round.place}.`;
  const outlet = `Outlet ${(round.number * 7 + k * 3) % OUTLETS}`;
  const reading = new Teller(outlet, formatDay(published), text)
    .actor(home, "state")
    .actor(away, "state")
    .actor(round.envoy, "person", { for: home, roles: [{ title: "envoy", of: home }] })
    .place(round.place)
    .event(met, "CONSULT", "meeting", status, {
      participants: [home, away],
      place: round.place,
      ...(status === "possible" ? {} : { when: on }),
    })
    .position(round.envoy, accepts ? "accepts" : "rejects", "verification and monitoring", round.wish)
    .claim(`${round.goods} in ${round.place}`, "number", figure, `${figure} ${round.goods}`, {
      unit: round.goods,
    })
    .reading();
  return { reading, round: round.number, isCopy };
}

function words(pick: (below: number) => number): string {
  return Array.from({ length: 40 }, () => nameOf(100_000 + pick(60_000)).toLowerCase()).join(" ");
}

/** The reports of a number of rounds, in order of publication. */
export function generated(reports: number): Generated[] {
  const rounds = Array.from({ length: Math.ceil(reports / OF_A_ROUND) }, (_, i) => roundAt(i));
  const all = rounds.flatMap((round) => {
    const pick = numbers(2_463_534_242 + round.number);
    let last = words(pick);
    return Array.from({ length: OF_A_ROUND }, (_, k) => {
      // A copy has the words of the report before it.
      if (k % 5 !== 4) last = words(pick);
      return told(round, k, last);
    });
  });
  const dayOf = ({ reading }: Generated) => reading.report.published.value ?? "";
  return all.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)).slice(0, reports);
}
