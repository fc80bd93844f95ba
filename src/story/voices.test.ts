import { expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";
import { heardThrough, voicesOf } from "./voices.ts";

const reading = new Teller(
  "North",
  "2031-04-02",
  "Lorvia and Ostmark. Mira Dohl, minister of Lorvia. Tarn Vell, spokesman of Dohl. Ral Tenn of Ostmark.",
)
  .actor("Lorvia", "state")
  .actor("Ostmark", "state")
  .actor("Mira Dohl", "person", { for: "Lorvia" })
  .actor("Tarn Vell", "person", { for: "Mira Dohl" })
  .actor("Ral Tenn", "person", { for: "Ostmark" })
  .reading();
const identities = tell([reading]).identities();
const idOf = (name: string) => identities.find((one) => one.name === name)!.id;
const lorvia = voicesOf(identities, ({ name }) => name === "Lorvia");
const through = (...names: string[]) => heardThrough(lorvia, names.map(idOf))?.map(({ name }) => name);

test("what one says is one's own, or comes through those who speak for one, however far", () => {
  expect(through("Lorvia")).toEqual([]);
  expect(through("Mira Dohl")).toEqual(["Mira Dohl"]);
  expect(through("Tarn Vell", "Mira Dohl", "Ral Tenn")).toEqual(["Tarn Vell", "Mira Dohl"]);
  expect(through("Lorvia", "Mira Dohl")).toEqual([]);
  expect(through("Ral Tenn", "Ostmark")).toBeUndefined();
});

test("the ids of findings stand for their identities", () => {
  const [dohl] = reading.actors.filter(({ name }) => name === "Mira Dohl");
  expect(heardThrough(lorvia, [dohl!.id])).toEqual([{ id: idOf("Mira Dohl"), name: "Mira Dohl" }]);
});
