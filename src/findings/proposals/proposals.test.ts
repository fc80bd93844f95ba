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
      answers: first.answers?.map(({ by, how }) => `${how} by ${by.map(({ name }) => name).join(" + ")}`),
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
  [
    "Belmark will lift the embargo provided Agron releases the hostages.",
    "Agron releases the hostages",
    "Belmark will lift the embargo",
  ],
  [
    "Belmark will lift the embargo on condition that Agron releases the hostages.",
    "Agron releases the hostages",
    "Belmark will lift the embargo",
  ],
  [
    "Once Agron releases the hostages, Belmark will lift the embargo.",
    "Agron releases the hostages",
    "Belmark will lift the embargo",
  ],
  [
    "Belmark will lift the embargo only after Agron has released the hostages.",
    "Agron has released the hostages",
    "Belmark will lift the embargo",
  ],
  [
    "Belmark could live with the line, if Agron withdrew its troops.",
    "Agron withdrew its troops",
    "Belmark could live with the line",
  ],
])("%s", (sentence, condition, consequence) => {
  const proposal = readProposal(sentence);
  expect(proposal?.by).toEqual(["Belmark"]);
  expect(proposal?.condition).toContain(condition);
  expect(proposal?.consequence).toContain(consequence);
  expect(proposal?.terms.some(([party]) => party === "Agron")).toBe(true);
  expect(proposal?.status).toBe("offered");
});

// The same where a thing is the price, so that nobody is said to do it.
test.each([
  [
    "Belmark offered to lift the embargo in exchange for a release of all prisoners.",
    "a release of all prisoners",
    "to lift the embargo",
  ],
  [
    "Without a withdrawal of troops, Belmark will not lift the embargo.",
    "a withdrawal of troops",
    "Belmark will not lift the embargo",
  ],
  [
    "Belmark is prepared to hand over 14 captives in return for 40 prisoners.",
    "40 prisoners",
    "hand over 14 captives",
  ],
  [
    "Belmark has made the release of frozen assets contingent on a withdrawal of troops.",
    "a withdrawal of troops",
    "the release of frozen assets",
  ],
  [
    "Belmark is open to reopening the border, provided that Agron withdraws its troops.",
    "Agron withdraws its troops",
    "to reopening the border",
  ],
])("%s", (sentence, condition, consequence) => {
  expect(readProposal(sentence)).toMatchObject({ by: ["Belmark"], condition, consequence });
});

test("what comes first is the condition of what comes then", () => {
  expect(readProposal('Kastro said: "First the troops leave, then we lift the embargo."')).toMatchObject({
    by: ["Kastro"],
    condition: "First the troops leave",
    consequence: "then we lift the embargo",
  });
});

test("a plan told over several sentences is one proposal", () => {
  const proposal = readProposal(
    "Under Belmark's plan, Agron would release the hostages. In return, Belmark would lift the embargo. Prisoners would be exchanged within a week.",
  );
  expect(proposal?.by).toEqual(["Belmark"]);
  expect(proposal?.terms).toEqual([
    ["Agron", "would release the hostages"],
    ["Belmark", "would lift the embargo"],
    [undefined, "Prisoners would be exchanged within a week"],
  ]);
});

test.each([
  ["As part of the plan put forward by Belmark, Agron would release the hostages.", "release the hostages"],
  ["Belmark favours a phased deal: tariffs would fall by a tenth a year.", "tariffs would fall"],
])("a term of the plan: %s", (sentence, term) => {
  const proposal = readProposal(sentence);
  expect(proposal?.by).toEqual(["Belmark"]);
  expect(proposal?.terms[0]?.[1]).toContain(term);
});

test.each([
  ["Belmark proposed a truce of ten days. Agron turned the proposal down.", "rejected", "rejected by Agron"],
  ["Belmark proposed a truce of ten days. Agron accepted the offer.", "accepted", "accepted by Agron"],
  ["Belmark proposed an exchange of prisoners. Agron welcomed the offer.", "offered", "welcomed by Agron"],
])("answered: %s", (sentence, status, answer) => {
  expect(readProposal(sentence)).toMatchObject({ status, answers: [answer] });
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
  "Belmark would lift the embargo even if Agron kept the hostages.",
  "Analysts said Belmark could lift the embargo if Agron released the hostages.",
  "Diplomats said that Kastro might resign if the truce held.",
  "Belmark denied that it had offered to lift the embargo.",
  "Belmark will impose sanctions if Agron attacks the dam.",
  "Belmark would return to the roads if a single soldier of Agron came to the harbour.",
  "Lindqvist wants a clause that Belmark could not amend without a vote on the prisoners.",
  "Belmark would discuss nothing until Agron withdrew its troops.",
  "Kastro promised an inquiry into the shelling.",
  "Kastro would have a word with the troops.",
  "Belmark visited a town in which the army would hold elections.",
  "Belmark has offered its good offices on prisoners.",
  "Belmark handed over the ceasefire text, and the notification submitted by Agron was read out.",
  "Belmark will likely propose a freeze of sanctions to its partners.",
  "The ultimatum of Belmark to withdraw the guns from the ridge expires on Friday.",
])("no proposal: %s", (sentence) => {
  expect(readProposal(sentence)).toBeUndefined();
});

test.each([
  [
    "Belmark proposed a compromise under which the port would be run by a mixed board, three people who had seen the text said on Friday.",
    ["the port would be run by a mixed board"],
  ],
  [
    "Kastro suggests two years, with the militia being disbanded in stages.",
    ["two years", "the militia being disbanded in stages"],
  ],
  ["Belmark volunteered 80 clerks for the bridges.", ["80 clerks for the bridges"]],
  [
    "Belmark rejected any pause, offering instead to limit enrichment in return for the lifting of sanctions.",
    ["the lifting of sanctions", "to limit enrichment"],
  ],
  [
    "Belmark wants Agron to reopen the Sorm canal before another barge is released.",
    ["to reopen the Sorm canal", "another barge is released"],
  ],
  [
    "Under the agreement, reached on Friday, Belmark will lift the embargo. In return Agron will release the hostages.",
    ["will lift the embargo", "will release the hostages"],
  ],
  [
    "Belmark has called for a council in which soldiers and farmers would share power for two years.",
    ["a council in which soldiers and farmers would share power for two years"],
  ],
  ["Lindqvist would have both fleets withdraw from the bay by winter.", ["withdraw from the bay by winter"]],
  [
    "Belmark is leaning towards a short extension of the truce, on the condition that Agron names a date for an inspection.",
    ["names a date for an inspection", "a short extension of the truce"],
  ],
])("terms of: %s", (sentence, terms) => {
  expect(readProposal(sentence)?.terms.map(([, does]) => does)).toEqual(terms);
});

test("who would bring others to talks is no party to the term", () => {
  const proposal = readProposal(
    "Belmark has sounded out Agron about bringing its envoys to the lake in June.",
  );
  expect(proposal?.by).toEqual(["Belmark"]);
  expect(proposal?.terms).toEqual([[undefined, "bringing its envoys to the lake in June"]]);
});
