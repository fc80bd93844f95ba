import { describe, expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

function figures(
  ...claims: readonly (readonly [number | string, string, { unit?: string; qualifier?: string }])[]
) {
  const readings = claims.map(([value, quote, more], i) =>
    new Teller(`Outlet ${i}`, `2031-04-0${i + 1}`, `Reports say that ${quote}.`)
      .claim(
        more.unit === "%" ? "the delta" : "the border war",
        more.unit === "%" ? "share" : "duration",
        value,
        quote,
        more,
      )
      .reading(),
  );
  return tell(readings).conflicts();
}

describe("figures", () => {
  test("over two years against three and a half years", () => {
    const [conflict] = figures(
      ["P2Y", "the border war has lasted over two years", { qualifier: "over" }],
      ["P3Y6M", "the border war has gone on for three and a half years", {}],
    );
    expect(conflict).toMatchObject({ kind: "figure", strength: "soft" });
    expect(conflict?.sides.map(({ says }) => says)).toEqual(["over 2 years", "3 years and 6 months"]);
  });

  test("nearly 20 % and about a fifth agree", () => {
    expect(
      figures(
        [20, "Ostmark holds nearly 20 % of the delta", { unit: "%", qualifier: "nearly" }],
        [20, "Ostmark holds about a fifth of the delta", { unit: "%", qualifier: "about" }],
      ),
    ).toEqual([]);
  });

  test("twenty-one and twenty-two months agree", () => {
    expect(
      figures(
        ["P21M", "the border war is 21 months old", {}],
        ["P22M", "the border war is in its 22nd month", {}],
      ),
    ).toEqual([]);
  });
});

function meeting(outlet: string, day: string, text: string) {
  return new Teller(outlet, day, text).actor("Lorvia", "state").actor("Ostmark", "state");
}
const both = ["Lorvia", "Ostmark"];

describe("events", () => {
  const held = (outlet: string, day: string, on: string) =>
    meeting(outlet, day, `Lorvia and Ostmark met on ${on}.`).event(
      `met on ${on}`,
      "CONSULT",
      "meeting",
      "held",
      { participants: both, when: on },
    );

  test("held on two days that touch: soft; a day that only others plan: none", () => {
    const conflicts = tell([
      held("A", "2031-04-12", "2031-04-10").reading(),
      held("B", "2031-04-12", "2031-04-11").reading(),
    ]).conflicts();
    expect(conflicts).toMatchObject([{ kind: "date", strength: "soft" }]);
  });

  test("held by one report on a day that another says was given up", () => {
    const off = meeting(
      "B",
      "2031-04-09",
      "The meeting of Lorvia and Ostmark on 2031-04-10 was called off.",
    ).event("on 2031-04-10 was called off", "CONSULT", "meeting", "cancelled", {
      participants: both,
      when: "2031-04-10",
    });
    const conflicts = tell([held("A", "2031-04-12", "2031-04-10").reading(), off.reading()]).conflicts();
    expect(conflicts).toMatchObject([{ kind: "status" }]);
  });

  test("a participant whom another report calls absent", () => {
    const present = meeting("A", "2031-04-11", "Lorvia, Ostmark and Envoy Ral Tenn met in Brell on April 10.")
      .place("Brell")
      .actor("Ral Tenn", "person")
      .event("met in Brell on April 10", "CONSULT", "meeting", "held", {
        participants: [...both, "Ral Tenn"],
        when: "2031-04-10",
        place: "Brell",
      });
    const absent = meeting("B", "2031-04-11", "Lorvia and Ostmark met in Brell on April 10 without Ral Tenn.")
      .place("Brell")
      .actor("Ral Tenn", "person")
      .event("met in Brell on April 10 without Ral Tenn", "CONSULT", "meeting", "held", {
        participants: both,
        absent: ["Ral Tenn"],
        when: "2031-04-10",
        place: "Brell",
      });
    const conflicts = tell([present.reading(), absent.reading()]).conflicts();
    expect(conflicts).toMatchObject([{ kind: "participants", strength: "firm" }]);
    expect(conflicts[0]?.about).toContain("Ral Tenn");
  });
});

test("a beginning against a length that it does not leave room for", () => {
  const since = new Teller("A", "2031-08-10", "The border war began in February 2028.").claim(
    "the border war",
    "start",
    "2028-02",
    "began in February 2028",
  );
  const length = (quote: string, value: string) =>
    new Teller("B", "2031-08-12", `It is a border war that ${quote}.`).claim(
      "border war",
      "duration",
      value,
      quote,
      { qualifier: "over" },
    );
  expect(
    tell([since.reading(), length("has gone on for over a year", "P1Y").reading()]).conflicts(),
  ).toMatchObject([{ kind: "figure", sides: [{ says: "since 2028-02" }, { says: "over 1 year" }] }]);
  expect(
    tell([since.reading(), length("has gone on for over three years", "P3Y").reading()]).conflicts(),
  ).toEqual([]);
});
