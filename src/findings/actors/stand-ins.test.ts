import { describe, expect, test } from "vitest";
import type { Actor } from "../../record/actor.ts";
import { contextOf } from "../context.fixture.ts";
import { actors } from "./actors.ts";

function cast(text: string): Actor[] {
  return [...actors.extract(contextOf(text), {})];
}

const names = (text: string) => cast(text).map(({ name }) => name);

function meant(text: string, name: string): string[] {
  const one = cast(text).find((actor) => actor.name === name);
  return [...(one?.mentions ?? []), ...(one?.references ?? [])].map((span) => span.text);
}

describe("those who want or say something", () => {
  test.each([
    ["The defence ministry denied on Monday that it had moved troops.", "defence ministry"],
    ["The fishermen's cooperative wants the state to pay for the lost month.", "fishermen's cooperative"],
    ["The plan met with opposition from senior officers, who want to fight on.", "senior officers"],
    ["Opposition parties boycotted the session in protest at the delay.", "Opposition parties"],
    ["Analysts consider a small deal to be likelier than a large one.", "Analysts"],
  ])("%s", (text, name) => {
    expect(names(text)).toContain(name);
  });

  test("nobody wants it where no ministry does", () => {
    expect(names("No ministry wants to pay for the bridge.")).toEqual([]);
  });
});

describe("bare words for who is named", () => {
  const front = "The Sarvel People's Front freed ten soldiers on Monday. ";

  test("the rebels and the movement are the one movement of the text", () => {
    const text = `${front}The rebels want a truce by Friday. An envoy said the movement rejects the map.`;
    expect(meant(text, "Sarvel People's Front")).toEqual(
      expect.arrayContaining(["The rebels", "the movement"]),
    );
    expect(names(text)).not.toContain("rebels");
  });

  test("the commission is the one that was named", () => {
    const text =
      "The Grain Transit Commission met in May. It rained all week. Ships lay idle. The commission demanded an inquiry.";
    expect(meant(text, "Grain Transit Commission")).toContain("The commission");
  });

  test("the minister is whoever was named with that post", () => {
    const text =
      "The plan was shown by the Minister of Trade and Government Spokesperson, Mr Odo Lund. Prices fell. Then the minister rejected any delay.";
    expect(meant(text, "Odo Lund")).toContain("the minister");
  });
});
