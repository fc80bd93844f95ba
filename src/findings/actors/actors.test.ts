import { describe, expect, test } from "vitest";
import { contextOf } from "../context.fixture.ts";
import type { Aliases } from "../extractor.ts";
import { actors } from "./actors.ts";
import { gatherPeople } from "./people.ts";
import { bearers, readRole } from "./roles.ts";

function cast(text: string, aliases: Aliases = []) {
  return [...actors.extract(contextOf(text, aliases), {})];
}

const named = (text: string, name: string) => cast(text).find((actor) => actor.name === name);

describe("persons", () => {
  const text =
    "Norwegian Foreign Minister Vera Lindqvist met reporters on Monday. Lindqvist said Norway would not sign. She left early.";

  test("full name, title form and last name are one actor", () => {
    const one = named(text, "Vera Lindqvist");
    expect(one?.kind).toBe("person");
    expect(one?.mentions.map((mention) => mention.text)).toEqual(
      expect.arrayContaining(["Norwegian Foreign Minister Vera Lindqvist", "Vera Lindqvist", "Lindqvist"]),
    );
  });

  test("the role says of which state, and the state is represented", () => {
    const one = named(text, "Vera Lindqvist");
    expect(one?.roles).toContainEqual({ title: "Foreign Minister", of: "Norway" });
    expect(one?.represents?.name).toBe("Norway");
    expect(one?.represents?.id).toBe(named(text, "Norway")?.id);
  });

  test("pronouns are references, not mentions", () => {
    const one = named(text, "Vera Lindqvist");
    expect(one?.references.map((reference) => reference.text)).toContain("She");
    expect(one?.mentions.map((mention) => mention.text)).not.toContain("She");
  });

  test("every span quotes the text", () => {
    for (const actor of cast(text))
      for (const span of [...actor.at, ...actor.mentions, ...actor.references])
        expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});

describe("people without a name", () => {
  test("who speak for a state are told by their office", () => {
    const text =
      "The Norwegian ambassador to Greece said on Friday that talks would begin. Norway sent ships to Greece.";
    expect(named(text, "Norwegian ambassador to Greece")?.represents?.name).toBe("Norway");
  });

  test("are no others where the text names them", () => {
    const text =
      "Norwegian Foreign Minister Vera Lindqvist met reporters. The Norwegian foreign minister said talks would begin.";
    expect(cast(text).filter(({ kind }) => kind === "unnamed")).toEqual([]);
  });

  test("act as police do", () => {
    expect(named("In Oslo, police arrested six Swedes on Monday.", "police")?.kind).toBe("body");
  });

  test("are an administration by whom they serve", () => {
    const text = "President Vera Lindqvist left. The Lindqvist administration said it would not sign.";
    expect(named(text, "Lindqvist administration")?.kind).toBe("body");
  });
});

describe("states", () => {
  test("a capital that acts is its state, one where something takes place is not", () => {
    const text = "Norway and Sweden signed. Oslo rejected any change. The envoys met in Stockholm.";
    expect(named(text, "Norway")?.mentions.map((mention) => mention.text)).toContain("Oslo");
    expect(named(text, "Sweden")?.mentions.map((mention) => mention.text)).not.toContain("Stockholm");
  });

  test("a state that is only where something takes place takes no part", () => {
    expect(named("The envoys of Norway met in Finland.", "Finland")).toBeUndefined();
  });
});

describe("those without a name", () => {
  test("an unnamed source", () => {
    const found = cast("Two diplomats familiar with the talks said that Norway would sign.");
    expect(found.find(({ kind }) => kind === "unnamed")?.name).toBe("diplomats familiar with the talks");
  });

  test("a description ends with its noun phrase", () => {
    const names = (text: string) =>
      cast(text)
        .filter(({ kind }) => kind === "unnamed" || kind === "group")
        .map(({ name }) => name);
    expect(
      names("A Norwegian palace spokesperson referred to the site as “fair,” hinting at more talks."),
    ).toEqual(["Norwegian palace spokesperson"]);
    expect(names("Norway will honour a 30-day truce should Swedish soldiers leave.")).toEqual([
      "Swedish soldiers",
    ]);
    expect(names("The paper reported it, citing people familiar with the matter.")).toEqual([
      "people familiar with the matter",
    ]);
  });

  test("a group has the whole list of those it belongs to", () => {
    const groups = (text: string) =>
      cast(text)
        .filter(({ kind }) => kind === "group")
        .map(({ name }) => name);
    expect(groups("The leaders of Norway, Sweden, Finland and Poland issued a joint statement.")).toEqual([
      "leaders of Norway, Sweden, Finland and Poland",
    ]);
    expect(groups("The leaders of Norway, Vera Lindqvist and Odo Lund, issued a joint statement.")).toEqual([
      "leaders of Norway",
    ]);
  });

  test("a group and an organ known by their state", () => {
    const found = cast("Swedish lawmakers met on Monday. Norwegian forces stayed in the valley.");
    expect(found.map(({ kind, name }) => `${kind}:${name}`)).toEqual(
      expect.arrayContaining(["group:Swedish lawmakers", "body:Norwegian forces"]),
    );
  });
});

test("a user's aliases make two names one actor", () => {
  const text = "Norway signed. The Kingdom in the North, as poets say, rejoiced. Sweden agreed.";
  const found = cast(text, [["the northern pair", "Norway", "Sweden"]]);
  const merged = found.filter(({ name }) => name === "the northern pair");
  expect(merged).toHaveLength(1);
  expect(merged[0]?.mentions.map((mention) => mention.text)).toEqual(
    expect.arrayContaining(["Norway", "Sweden"]),
  );
});

test("a bare last name goes to the latest fuller name before it", () => {
  const text = "Ada Brook spoke. Odo Brook spoke. Brook left.";
  const name = (start: number, end: number) => ({
    start,
    end,
    kind: "person" as const,
    first: 0,
    last: 1,
    score: 1,
  });
  const people = gatherPeople([name(0, 9), name(17, 26), name(34, 39)], text);
  expect(people.map((person) => [person.name, person.names.length])).toEqual([
    ["Ada Brook", 1],
    ["Odo Brook", 2],
  ]);
});

test("roles are read before and after 'of'", () => {
  const bearer = bearers(new Map([["Belmarkian", "Belmark"]]));
  expect(readRole("Belmarkian Foreign Minister", bearer)).toEqual({
    title: "Foreign Minister",
    of: "Belmark",
  });
  expect(readRole("the leader of the Homestead Party", bearer)).toEqual({
    title: "leader",
    of: "Homestead Party",
  });
  expect(readRole("a tall man with a hat", bearer)?.title).toBe("man");
  expect(readRole("of the north", bearer)).toBeUndefined();
});

test("a noun in front of a plural that heads a title is no state", () => {
  const title = "Garden gnomes threaten walkout over new lawnmower";
  const text = `${title}\n\nThe Federation of Garden Gnomes has given the Halberd family until Sunday.`;
  expect(cast(text).filter(({ kind }) => kind === "state")).toEqual([]);
  expect(named("The government of Velden met. Velden rejects the plan.", "Velden")?.kind).toBe("state");
});

describe("who speaks is somebody", () => {
  test.each([
    [
      "Belmark has a plan. Inn owners in its only town said they had been asked to leave.",
      "Inn owners",
      "group",
    ],
    ["Belmark has a plan. Drivers say they have been there since Thursday.", "Drivers", "group"],
    ["Belmark's raid has killed seventy people, its health directorate says.", "health directorate", "body"],
  ])("%s", (text, name, kind) => {
    expect(named(text, name)?.kind).toBe(kind);
  });

  test("reports are nobody", () => {
    expect(cast("Reports say the gates are open.")).toEqual([]);
  });
});

test("a form of address stands between the office and the name", () => {
  const one = named("The Minister of Trade, Honourable Ada Brook, said the gates were open.", "Ada Brook");
  expect(one?.roles.map(({ title }) => title)).toContain("Minister");
});

test("a government and that of its state are one", () => {
  const text = "The Government of Velden met on Monday. The Government rejected the plan of the Lake Front.";
  expect(cast(text).filter(({ kind }) => kind === "body")).toHaveLength(1);
});

describe("who is no actor", () => {
  const names = (text: string) => cast(text).map(({ name }) => name);

  test.each([
    ["Doctors put the number of people killed since then at 23.", /people/],
    ["Some 30 million people in the valley drink from it and have talked of it.", /people/],
    ["The Harbour League met on Monday. The three members of the Harbour League agreed.", /members/],
    ["Norway, whose companies hold the mines, wants a truce.", /companies/],
  ])("%s", (text, name) => {
    expect(names(text).filter((one) => name.test(one))).toEqual([]);
  });

  test("some members of a league are not the league", () => {
    const text = "The Harbour League met on Monday. Two members of the Harbour League rejected the plan.";
    expect(named(text, "Harbour League")?.references.map((one) => one.text) ?? []).not.toContain(
      "Two members",
    );
  });

  test("people who were briefed are asked", () => {
    expect(names("The paper cited people briefed on the talks.")).toContain("people briefed on the talks");
  });
});

describe("whom somebody speaks for", () => {
  const paper = "The Orlo Guard and the Harbour League signed in Oslo. ";
  test.each([
    ["Orlo Guard commander Odo Lund left.", "Orlo Guard"],
    ["The Guard's commander, Odo Lund, left.", "Orlo Guard"],
    [
      "Norway walked out. Sweden, which had called the meeting, stayed. Its prime minister, Odo Lund, left.",
      "Sweden",
    ],
  ])("%s", (text, owner) => {
    expect(named(paper + text, "Odo Lund")?.represents?.name).toBe(owner);
  });
});
