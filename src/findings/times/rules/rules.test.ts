import { describe, expect, it } from "vitest";
import { findTimes } from "../find.ts";
import { FAMILIES } from "./index.ts";

const published = { from: 20_000, to: 20_001 };

/** A sentence in which an example may stand. */
const FRAMES = [
  (phrase: string) => `They met on ${phrase}.`,
  (phrase: string) => `It lasted for ${phrase}.`,
  (phrase: string) => phrase,
  (phrase: string) => `It was ${phrase} of the blockade.`,
];

describe.each(Object.entries(FAMILIES))("%s", (_, rules) => {
  it.each(rules.map(({ name, example }) => [name, example]))("%s: %s", (_name, example) => {
    const found = FRAMES.flatMap((frame) => {
      const text = frame(example);
      return findTimes(text, { published }).map(({ start, end }) => text.slice(start, end));
    });
    expect(found.some((phrase) => example.includes(phrase) && phrase.length * 2 >= example.length)).toBe(
      true,
    );
  });

  it("has rules of different names", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});
