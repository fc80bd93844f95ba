import { expect, test } from "vitest";
import { stageFor } from "../cases.ts";
import { proposals } from "./proposals.ts";

function readProposal(sentence: string) {
  const { context, actors, statements } = stageFor(sentence);
  const [first] = [...proposals.extract(context, { actors, statements, times: [] })];
  return (
    first && {
      by: first.proposer.map(({ name }) => name),
      terms: first.terms.map(({ party, does }) => [party?.name, does]),
      condition: first.condition,
      consequence: first.consequence,
      status: first.status,
    }
  );
}

// The direction of condition and consequence, a construction a line.
test.each([
  [
    "Belmark would stop the shelling if Agron lifted the blockade.",
    "Agron lifted the blockade",
    "Belmark would stop the shelling",
  ],
  [
    "If Agron lifted the blockade, Belmark would stop the shelling.",
    "Agron lifted the blockade",
    "Belmark would stop the shelling",
  ],
  [
    "Belmark will not release the hostages unless Agron opens the border.",
    "Agron opens the border",
    "Belmark will not release the hostages",
  ],
  [
    "Belmark offered to reopen the border if Agron withdrew its troops.",
    "Agron withdrew its troops",
    "to reopen the border",
  ],
])("%s", (sentence, condition, consequence) => {
  const proposal = readProposal(sentence);
  expect(proposal?.by).toEqual(["Belmark"]);
  expect(proposal?.condition).toContain(condition);
  expect(proposal?.consequence).toContain(consequence);
  expect(proposal?.terms.some(([party]) => party === "Agron")).toBe(true);
  expect(proposal?.status).toBe("offered");
});

test("the terms of a plan are those of its owner", () => {
  const proposal = readProposal("Belmark's plan would see Agron lift the blockade.");
  expect(proposal?.terms).toEqual([["Agron", "lift the blockade"]]);
});

test.each([
  "Belmark offered its condolences to Agron.",
  "Belmark would win if it scored first.",
  "Kastro suggested that the weather could change.",
  "Belmark has lifted the blockade.",
])("no proposal: %s", (sentence) => {
  expect(readProposal(sentence)).toBeUndefined();
});
