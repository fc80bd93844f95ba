import { expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

function report(i: number, name: string) {
  return new Teller(`Outlet ${i}`, `2031-04-0${i}`, `Premier ${name} spoke.`).actor(name, "person", {
    roles: [{ title: "premier", of: "Lorvia" }],
  });
}

test("a name that one report alone spells its way", () => {
  const story = tell(
    [
      report(1, "Joren Halder"),
      report(2, "Joren Halder"),
      report(3, "Joren Halder"),
      report(4, "Joren Hadler"),
    ].map((one) => one.reading()),
  );
  expect(story.problems().map(({ problem }) => problem.kind)).toEqual(["misspelling"]);
  expect(story.problems()[0]?.problem.at[0].text).toBe("Joren Hadler");
});

function duration(i: number, value: string, quote: string) {
  return new Teller(`Outlet ${i}`, `2031-04-0${i}`, `It is ${quote} by now.`)
    .claim("the border war", "duration", value, quote)
    .reading();
}

test("one figure against three that agree", () => {
  const story = tell([
    duration(1, "P20M", "20 months"),
    duration(2, "P21M", "21 months"),
    duration(3, "P20M", "twenty months"),
    duration(4, "P4Y", "four years"),
  ]);
  expect(story.problems()).toMatchObject([{ problem: { kind: "contradicts established fact" } }]);
});
