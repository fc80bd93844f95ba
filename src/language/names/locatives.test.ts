import { expect, test } from "vitest";
import { parse } from "../parse.ts";
import { findNames } from "./find-names.ts";

/** "kind:text" of each name. */
function found(text: string): string[] {
  return findNames(parse(text)).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
}

test.each([
  ["Two men were hurt near Kfar Olum. The shells fell on Kfar Olum at dawn.", "place:Kfar Olum"],
  ["They met in the breakaway region of Orlissa. Orlissa, she said, would not wait.", "place:Orlissa"],
  ["Yannick Orlo in Velden wrote the report.", "person:Yannick Orlo"],
])("%s holds %s", (text, name) => {
  expect(found(text)).toContain(name);
});

test.each([
  ["They put their trust in Yannick Orlo. Yannick Orlo said nothing.", "place:Yannick Orlo"],
  ["Orlo said the gate was shut and that he was in. Yannick Orlo, the envoy, left.", "place:Yannick Orlo"],
])("%s holds no %s", (text, name) => {
  expect(found(text)).not.toContain(name);
});
