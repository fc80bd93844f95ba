import { expect, test } from "vitest";
import { storiesOf } from "./stories.ts";

test("two matters in one folder are two stories", () => {
  const words = (text: string) => text.split(" ");
  const groups = storiesOf([
    { id: "1", words: words("dam sluice river lorvia ostmark talks water envoy") },
    { id: "2", words: words("choir festival brell singers prize jury hall") },
    { id: "3", words: words("lorvia ostmark dam gates water truce envoy") },
    { id: "4", words: words("singers choir brell prize audience hall") },
  ]);
  expect(groups).toEqual([
    ["1", "3"],
    ["2", "4"],
  ]);
});
