import { describe, expect, test } from "vitest";
import { Teller } from "../teller.ts";
import { audit } from "./audit.ts";

const north = new Teller(
  "North",
  "2031-04-03",
  "Ostmark opened two of the seven sluices at the Brell dam on Friday. Premier Tessa Rowanhill said that the water would reach the lower fields by Sunday. She called it “a first step and not the last one”.",
).claim("the border war", "duration", "P2Y", "two of the seven sluices");
const south = new Teller(
  "South",
  "2031-04-04",
  "The border war has lasted two years. Lorvia demands that its engineers be let in to the Brell dam.",
).claim("the border war", "duration", "P2Y", "The border war has lasted two years");

function verdicts(text: string, digest = new Teller(undefined, undefined, text)) {
  return audit(digest.reading(), [north.reading(), south.reading()]).sentences;
}

describe("a sentence of a digest", () => {
  test("that a report bears out", () => {
    const [one] = verdicts("Ostmark opened two of seven sluices at the Brell dam on Friday.");
    expect(one).toMatchObject({ verdict: "supported", evidence: [{ side: "for" }] });
  });

  test("that no report has", () => {
    expect(verdicts("The harbour of Varn was closed for ships from the eastern islands.")).toMatchObject([
      { verdict: "not found", evidence: [] },
    ]);
  });

  test("with a name and a quote that stand nowhere", () => {
    const [name] = verdicts(
      "Ostmark opened two of the seven sluices at the Brell dam, Minister Ulla Varnholt said on Friday.",
    );
    expect(name?.verdict).not.toBe("supported");
    expect(name?.why).toContain("Varnholt");
    const [quote] = verdicts(
      "Premier Tessa Rowanhill said of the water and the lower fields that it was “the end of every drought”.",
    );
    expect(quote?.why).toContain("the end of every drought");
  });

  test("whose figure the reports contradict", () => {
    const text = "The border war has lasted five years by now.";
    const digest = new Teller(undefined, "2031-04-05", text).claim(
      "the border war",
      "duration",
      "P5Y",
      "has lasted five years",
    );
    const [one] = verdicts(text, digest);
    expect(one?.verdict).toBe("contradicted");
    expect(one?.evidence.map(({ side }) => side)).toContain("against");
  });
});

test("a digest is no evidence for itself, nor is its copy", () => {
  const text =
    "The harbour of Varn was closed for ships from the eastern islands after a storm broke two of its four cranes.";
  const digest = new Teller("Digest", "2031-04-05", text).reading();
  const copy = new Teller("Mirror", "2031-04-06", `${text} `).reading();
  const result = audit(digest, [digest, copy, north.reading()]);
  expect(result.against).toEqual([north.reading().report.id]);
  expect(result.sentences).toMatchObject([{ verdict: "not found" }]);
});

test("every quote stands at its offsets", () => {
  const digest = new Teller(
    undefined,
    undefined,
    "Ostmark opened two of seven sluices at the Brell dam. Lorvia demands that engineers be let in.",
  ).reading();
  const texts = new Map(
    [digest, north.reading(), south.reading()].map(({ report }) => [report.id, report.text]),
  );
  const { report, sentences } = audit(digest, [north.reading(), south.reading()]);
  for (const { quote, evidence } of sentences) {
    expect(texts.get(report)?.slice(quote.start, quote.end)).toBe(quote.text);
    for (const one of evidence)
      expect(texts.get(one.report)?.slice(one.quote.start, one.quote.end)).toBe(one.quote.text);
  }
});
