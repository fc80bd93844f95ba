/** Reports with their readings, made up from a small grammar and not read: as many as are asked for, the same every time. */
import { formatDay } from "../../src/record/day.ts";
import type { Reading } from "../../src/record/reading.ts";
import type { Entry } from "../../src/store/store.ts";
import { Teller } from "../../src/story/teller.ts";
import { indexEntry } from "../../src/workspace/index-entry.ts";

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

const START = "bel cor dar fen gal hes jor kel lam mar nor ost pel quin ros sel tor ul var wes".split(" ");
const MIDDLE = "a e i o u ar en il om us".split(" ");
const END = "via mark land nia dor gard mont wick stan ria".split(" ");
const ISSUES = [
  "ceasefire",
  "troop withdrawal",
  "sanctions and pressure",
  "prisoners and hostages",
  "territory",
] as const;
const STANCES = ["demands", "offers", "accepts", "rejects", "supports", "opposes"] as const;
const PLACES = "Brell Varn Tilsen Orlo Quay Haven Minsel Portal Rask Yelm".split(" ");

/** States and outlets that the reports tell of. */
const SIDES = 40;
const OUTLETS = 60;
/** Words of the vocabulary, and words of a report that are drawn from it. */
const WORDS = 8000;
const LENGTH = 250;
const FIRST_DAY = 20_000;
const PER_DAY = 60;

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const vocabularyWords = Array.from({ length: WORDS }, (_, i) => {
  const rest = Math.floor(i / 200);
  return `${START[i % 20]}${MIDDLE[Math.floor(i / 20) % 10]}${END[rest % 10]}${rest >= 10 ? START[Math.floor(rest / 10) % 20] : ""}`;
});

/** Common words are drawn often and rare ones seldom, about as in a language: the rank is a product of two draws. */
function drawn(pick: (below: number) => number): string {
  return vocabularyWords[Math.floor((pick(WORDS) * pick(WORDS)) / WORDS)]!;
}

export function sideName(i: number): string {
  return capital(`${START[i % 20]}${END[i % 10]}${i >= 20 ? "um" : ""}`);
}

/** A word that about one text in two has (0), or that few have (towards 8,000). */
export function vocabulary(rank: number): string {
  return vocabularyWords[rank]!;
}

function readingOf(i: number, pick: (below: number) => number): Reading {
  const [home, away] = [sideName(pick(SIDES)), `${sideName(pick(SIDES))} Republic`];
  const place = PLACES[pick(PLACES.length)]!;
  const stance = STANCES[pick(STANCES.length)]!;
  const issue = ISSUES[pick(ISSUES.length)]!;
  const day = formatDay(FIRST_DAY + Math.floor(i / PER_DAY));
  const words = Array.from({ length: LENGTH }, () => drawn(pick));
  const paragraphs = Array.from(
    { length: 5 },
    (_, k) => `${capital(words.slice(k * 50, k * 50 + 50).join(" "))}.`,
  );
  const met = `${home} and the ${away} met in ${place} on ${day}`;
  const wish = `${home} ${stance} the ${issue} at the ${place} bridge`;
  const count = `${100 + pick(900)} prisoners of the ${away}`;
  const text = `Report ${i} from ${place}\n\n${met}. ${wish}. ${home} holds ${count}.\n\n${paragraphs.join("\n\n")}`;
  return new Teller(`Outlet ${pick(OUTLETS)}`, day, text)
    .actor(home, "state")
    .actor(away, "state")
    .place(place)
    .event(met, "CONSULT", "meeting", "held", { participants: [home, away], when: day, place })
    .position(home, stance, issue, wish)
    .claim(`prisoners of the ${away}`, "number", Number.parseInt(count, 10), count, { unit: "prisoners" })
    .reading();
}

/** Entries from the number `from` on, up to and without `to`. */
export function* entries(from: number, to: number): Generator<Entry> {
  for (let i = from; i < to; i++) {
    const reading = readingOf(i, numbers(2_463_534_242 + i * 7919));
    yield {
      address: `https://outlet.example/${i}`,
      bytes: Buffer.from(reading.report.text),
      given: "{}",
      reading,
      index: indexEntry(reading),
    };
  }
}
