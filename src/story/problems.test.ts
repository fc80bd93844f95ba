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

test("a figure that others have from somebody, stated as fact", () => {
  const count = (i: number, quote: string, according: readonly string[]) => {
    const teller = new Teller(`Outlet ${i}`, `2031-04-0${i}`, `Lake Board: ${quote} in the camp.`).actor(
      "Lake Board",
      "organisation",
    );
    return teller
      .claim("prisoners in the camp", "number", 212, quote, { unit: "prisoners", according })
      .reading();
  };
  const board = ["Lake Board"];
  const story = tell([
    count(1, "212 prisoners were counted", board),
    count(2, "there are 212 prisoners", board),
    count(3, "it holds 212 prisoners", []),
  ]);
  expect(story.problems()).toMatchObject([
    { problem: { kind: "lost attribution", at: [{ text: "it holds 212 prisoners" }] } },
  ]);
});
