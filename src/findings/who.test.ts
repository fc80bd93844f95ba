import { describe, expect, test } from "vitest";
import type { Actor } from "../record/actor.ts";
import { spanAt } from "../record/span.ts";
import { actorsIn } from "./who.ts";

const text = "The Bank of Belmark said Belmark and Agron agree. Both are glad.";

function actor(id: string, mentions: readonly string[], references: readonly string[] = []): Actor {
  const at = (words: string) => {
    const start = words === "Belmark" ? text.indexOf("Belmark and") : text.indexOf(words);
    return spanAt(text, start, start + words.length);
  };
  const spans = mentions.map(at);
  return {
    id,
    name: mentions[0]!,
    kind: "state",
    at: [spans[0]!],
    according: [],
    modality: "asserted",
    by: "test",
    score: 1,
    mentions: spans,
    references: references.map(at),
    roles: [],
  };
}

const bank = actor("bank", ["Bank of Belmark"]);
const belmark = actor("belmark", ["Belmark"], ["Both"]);
const agron = actor("agron", ["Agron"], ["Both"]);
const actors = [agron, belmark, bank];

function namesIn(words: string): readonly string[] {
  const start = text.indexOf(words);
  return actorsIn({ start, end: start + words.length }, actors).map(({ id }) => id);
}

describe("actors in a range", () => {
  test("come in text order, each once", () =>
    expect(namesIn("Belmark and Agron agree")).toEqual(["belmark", "agron"]));
  test("a name inside a longer one is not seen", () =>
    expect(namesIn("The Bank of Belmark said")).toEqual(["bank"]));
  test("a reference may mean several", () =>
    expect([...namesIn("Both")].sort()).toEqual(["agron", "belmark"]));
  test("nobody stands in other words", () => expect(namesIn("agree.")).toEqual([]));
});
