import { expect, test } from "vitest";
import { readCases, stageFor } from "../cases.ts";
import { positions } from "./positions.ts";

for (const { sentence, expected } of readCases(new URL("cases.txt", import.meta.url))) {
  test(sentence, () => {
    const { context, actors, statements } = stageFor(sentence);
    const found = [...positions.extract(context, { actors, statements, events: [], proposals: [] })];
    const lines = found.map(
      ({ holder, stance, issue, past }) =>
        `${past ? "earlier " : ""}${holder.map(({ name }) => name).join(" + ")} ${stance} ${issue}`,
    );
    expect(lines.sort()).toEqual([...expected].sort());
  });
}

test("a user's agenda sorts positions under its own issues", () => {
  const { context, actors, statements } = stageFor("Belmark rejected the new fishing quota.");
  const agenda = [{ name: "fish", definition: "Who may fish where.", terms: ["fishing quota"] }];
  const [position] = [
    ...positions.extract({ ...context, agenda }, { actors, statements, events: [], proposals: [] }),
  ];
  expect(position).toMatchObject({ issue: "fish", stance: "rejects" });
});

test("what somebody else tells of a holder is attributed to the teller", () => {
  const { context, actors, statements } = stageFor("Lindqvist said that Belmark had rejected the ceasefire.");
  const [position] = [...positions.extract(context, { actors, statements, events: [], proposals: [] })];
  expect(position?.holder[0]?.name).toBe("Belmark");
  expect(position?.attributedBy?.name).toBe("Lindqvist");
});
