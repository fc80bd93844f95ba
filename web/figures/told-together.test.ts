import { expect, test } from "vitest";
import type { ToldOfPlace } from "../../src/record/place-history.ts";
import { toldTogether } from "./told-together.ts";

const text = "Belvia offers to open the dam at Orlo if Cormark leaves it. Cormark refuses.";
const line = (report: string, quote: string, who: string, what: string): ToldOfPlace => {
  const start = text.indexOf(quote);
  return {
    report,
    finding: `${report}-${what}`,
    quote: { start, end: start + quote.length, text: quote },
    what,
    who: [who],
  };
};

test("what one passage gave is put together under its longest quote", () => {
  const whole = line("a", "Belvia offers to open the dam at Orlo if Cormark leaves it", "Belvia", "offers");
  const passages = toldTogether([
    line("a", "open the dam at Orlo", "Belvia", "opening, possible"),
    whole,
    line("a", "if Cormark leaves it", "Cormark", "withdrawal, possible"),
    whole,
    line("a", "Cormark refuses", "Cormark", "rejects"),
    line("b", "Cormark refuses", "Cormark", "rejects"),
  ]);
  expect(passages).toHaveLength(3);
  expect(passages[0]).toEqual({
    longest: whole,
    lines: [
      { who: "Belvia", what: "opening, possible" },
      { who: "Belvia", what: "offers" },
      { who: "Cormark", what: "withdrawal, possible" },
    ],
  });
});
