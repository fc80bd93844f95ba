import { expect, test } from "vitest";
import type { Reading } from "../record/reading.ts";
import { storiesAmong } from "./stories-among.ts";
import { Teller } from "./teller.ts";

function report(outlet: string, day: string, names: readonly string[], person?: string) {
  const text = `${names.join(" and ")} met again, ${names.join(" and ")} said. ${person ?? "Nobody"} spoke.`;
  const teller = new Teller(outlet, day, text);
  for (const name of names) teller.actor(name, "state");
  return (person ? teller.actor(person, "person") : teller).reading();
}

const dam = [
  report("North", "2031-04-02", ["Lorvia", "Ostmark"], "Ral Tenn"),
  report("South", "2031-04-04", ["Ostmark", "Lorvia"]),
  report("East", "2031-04-05", ["Lorvia", "Ostmark"], "Mira Dohl"),
];
const fish = [
  report("North", "2031-04-01", ["Belmark", "Agron"]),
  report("West", "2031-04-03", ["Agron", "Belmark"], "Vera Lind"),
];
const filesOf = (groups: ReturnType<typeof storiesAmong>) =>
  groups.map(({ name, readings }) => [name, readings.map(({ report }) => report.outlet?.value)]);

test("reports of two matters are two stories, the longer first, named after who is in them", () => {
  const expected = [
    ["Lorvia and Ostmark", ["North", "South", "East"]],
    ["Agron and Belmark", ["North", "West"]],
  ];
  expect(filesOf(storiesAmong([...dam, ...fish]))).toEqual(expected);
  expect(filesOf(storiesAmong([...fish, ...dam].reverse()))).toEqual(expected);
});

test("a mediator who sits at both tables does not make them one", () => {
  const mediated = [
    report("North", "2031-04-02", ["Lorvia", "Ostmark", "Sundland"], "Ral Tenn"),
    report("South", "2031-04-04", ["Ostmark", "Lorvia", "Varnia", "Sundland"], "Mira Dohl"),
    report("North", "2031-04-03", ["Belmark", "Agron", "Sundland"], "Vera Lind"),
    report("West", "2031-04-05", ["Agron", "Belmark", "Tarrago", "Sundland"], "Ilir Kastro"),
  ];
  expect(storiesAmong(mediated).map(({ readings }) => readings.length)).toEqual([2, 2]);
});

test("a short report goes to the story that knows whom it names; one that names others stays alone", () => {
  const short = report("West", "2031-04-09", ["Ostmark"]);
  const other = report("West", "2031-04-08", ["Ostmark", "Tarrago", "Zerenia"]);
  const long =
    "Varnia Belmark Agron Sundland Quillan Sarnow Brescow Paxony Kestria Ondmark Calvara Luthen Tarsk";
  const many = ["North", "South", "East"].map((outlet, i) =>
    report(outlet, `2031-04-0${i + 1}`, [...long.split(" "), "Lorvia", "Ostmark"], "Ral Tenn"),
  );
  // In the mean the short one is less like the others than the bar asks for.
  const sizes = (...more: Reading[]) =>
    storiesAmong([...many, ...more]).map(({ readings }) => readings.length);
  expect(sizes(short)).toEqual([4]);
  expect(sizes(short, report("East", "2031-04-10", ["Ostmark", "Lorvia"]))).toEqual([5]);
  expect(sizes(other)).toEqual([3, 1]);
});

test("reports that name nobody are stories of their own", () => {
  expect(storiesAmong([report("A", "2031-04-01", []), report("B", "2031-04-01", [])])).toHaveLength(2);
  expect(storiesAmong([])).toEqual([]);
});
