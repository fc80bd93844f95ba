import { describe, expect, test } from "vitest";
import type { Actor } from "../record/actor.ts";
import type { Claim } from "../record/claim.ts";
import { type Findings, KINDS } from "../record/reading.ts";
import type { Report } from "../record/report.ts";
import { spanAt } from "../record/span.ts";
import type { Statement } from "../record/statement.ts";
import { attribute } from "./attribute.ts";

const text = "Vera told the Courier that Agron had said ten ships left. The Post put it at 12.";
const report: Report = {
  id: "0",
  text,
  language: "en",
  blocks: [],
  published: { basis: "unknown" },
  diagnostics: [],
};

const at = (words: string) => spanAt(text, text.indexOf(words), text.indexOf(words) + words.length);
const common = { according: [], modality: "asserted", by: "test", score: 1 } as const;

function actor(name: string, kind: Actor["kind"]): Actor {
  const span = spanAt(text, 0, 4);
  return { ...common, id: name, name, kind, at: [span], mentions: [span], references: [], roles: [] };
}

function statement(
  id: string,
  speaker: string,
  whole: string,
  content: string,
  more: Partial<Statement> = {},
): Statement {
  return {
    ...common,
    id,
    at: [at(whole)],
    speaker: [{ id: speaker, name: speaker }],
    cue: at("told"),
    content: at(content),
    form: "indirect",
    parts: [],
    addressee: [],
    via: [],
    ...more,
  };
}

function claim(words: string, modality: Claim["modality"] = "asserted"): Claim {
  return {
    ...common,
    modality,
    id: words,
    at: [at(words)],
    subject: "ships",
    attribute: "number",
    value: 10,
  };
}

const courier = { id: "Courier", name: "Courier" };
const outer = statement(
  "outer",
  "Vera",
  "Vera told the Courier that Agron had said ten ships left",
  "Agron had said ten ships left",
  { via: [courier] },
);
const inner = statement("inner", "Agron", "Agron had said ten ships left", "ten ships left", {
  nestedIn: "outer",
  via: [{ id: "Vera", name: "Vera" }],
});

function run(claims: readonly Claim[], outlet?: string, hearsay: readonly Claim["at"][0][] = []) {
  const none = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Findings;
  const found = {
    ...none,
    actors: [actor("Vera", "person"), actor("Agron", "state"), actor("Courier", "outlet")],
    statements: [outer, inner],
    claims,
  };
  return attribute(
    outlet === undefined ? report : { ...report, outlet: { value: outlet, basis: "given" } },
    found,
    hearsay,
  );
}

const names = (chain: readonly { name: string }[]) => chain.map(({ name }) => name);

describe("on whose word", () => {
  test("the chain runs from the outlet inward, each once", () => {
    const [found] = run([claim("ten ships")]).claims;
    expect(names(found!.according)).toEqual(["Courier", "Vera", "Agron"]);
    expect(found!.modality).toBe("reported");
  });

  test("the publishing outlet is never in it", () => {
    expect(names(run([claim("ten ships")], "The Courier").claims[0]!.according)).toEqual(["Vera", "Agron"]);
  });

  test("what the report says in its own voice has no chain and stays asserted", () => {
    const [found] = run([claim("The Post put it at 12")]).claims;
    expect([found!.according, found!.modality]).toEqual([[], "asserted"]);
  });

  test("what is had from hearsay is reported, on nobody's word", () => {
    const [found] = run([claim("The Post put it at 12")], undefined, [at("The Post put it at 12")]).claims;
    expect([found!.according, found!.modality]).toEqual([[], "reported"]);
    expect(run([claim("The Post put it at 12")], undefined, [at("The Post")]).claims[0]!.modality).toBe(
      "asserted",
    );
  });

  test("a modality that says more is kept", () => {
    expect(run([claim("ten ships", "possible")]).claims[0]!.modality).toBe("possible");
  });

  test("a statement within another is told by the outer speaker; its own speaker is not its witness", () => {
    const { statements } = run([]);
    expect(names(statements.find(({ id }) => id === "inner")!.according)).toEqual(["Courier", "Vera"]);
    expect(names(statements.find(({ id }) => id === "outer")!.according)).toEqual(["Courier"]);
  });
});
