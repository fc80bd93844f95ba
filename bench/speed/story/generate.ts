/** Reports of an invented negotiation from a small grammar: as many as are asked for, the same every time. */

import { formatDay } from "../../../src/record/day.ts";
import type { Reading } from "../../../src/record/reading.ts";
import { Teller } from "../../../src/story/teller.ts";

/** Marsaglia's xorshift32: whole numbers only, the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const START = "Bel Cor Dar Fen Gal Hes Jor Kel Lam Mar Nor Ost Pel Quin Ros Sel Tor Ul Var Wes".split(" ");
const END = "via mark land nia dor gard mont wick stan ria".split(" ");
const GIVEN =
  "Ana Bero Cela Dario Elin Faro Gita Hano Ila Joren Kira Lodo Mira Nilo Ona Paro Rena Silo Tessa Udo".split(
    " ",
  );
const PLACES = "Brell Varn Tilsen Orlo Quay Haven Minsk Portal Rask Yelm".split(" ");
const ISSUES = ["ceasefire", "troop withdrawal", "sanctions and pressure", "prisoners and hostages"];

/** A report of a day: a meeting, a position and a figure, in words that differ from outlet to outlet. */
function report(i: number, perDay: number, pick: (below: number) => number): Reading {
  const matter = Math.floor(i / 40);
  const name = (k: number) => START[(matter * 7 + k * 3) % START.length]! + END[(matter + k) % END.length]!;
  const [home, away] = [name(0), name(1)];
  const who = `${GIVEN[matter % GIVEN.length]} ${START[(matter * 3) % START.length]}${"abcdefgh"[matter % 8]}son`;
  const day = formatDay(20_000 + Math.floor(i / perDay));
  const on = formatDay(20_000 + Math.floor(i / perDay) + 3 - (i % 5));
  const place = PLACES[matter % PLACES.length]!;
  const held = i % 5 > 3;
  const met = `${held ? "met" : "will meet"} in ${place} on ${on}`;
  const count = 100 + (matter % 50) * 10 + (pick(20) === 0 ? 7 : 0);
  const wish = pick(6) === 0 ? "rejects" : "demands";
  const filler = Array.from({ length: 40 }, () =>
    `${START[pick(20)]}${END[pick(10)]}${pick(500)}`.toLowerCase(),
  ).join(" ");
  const text = `${home} and ${away} ${met}. ${who} of ${home} ${wish} a truce at the ${place} bridge. ${home} holds ${count} prisoners of ${away}. ${filler}.`;
  const teller = new Teller(`Outlet ${pick(30)}`, day, text)
    .actor(home, "state")
    .actor(away, "state")
    .actor(who, "person", { for: home, roles: [{ title: "envoy", of: home }] })
    .place(place)
    .event(met, "CONSULT", "meeting", held ? "held" : "planned", {
      participants: [home, away],
      when: on,
      place,
    })
    .position(who, wish, ISSUES[pick(4)]!, `a truce at the ${place} bridge`)
    .claim(`prisoners of ${away}`, "number", count, `${count} prisoners of ${away}`, { unit: "prisoners" });
  return teller.reading();
}

/** @param perDay reports a day */
export function generated(count: number, perDay = 40): Reading[] {
  const pick = numbers(2_463_534_242);
  return Array.from({ length: count }, (_, i) => report(i, perDay, pick));
}
