import { describe, expect, it } from "vitest";
import { docOfRows } from "./doc-of-rows.ts";
import {
  ancestorsOf,
  childClauses,
  clausesOfSentence,
  clauseText,
  conditionsOf,
  contentOf,
  isReporting,
  phraseText,
  verbOf,
} from "./query.ts";
import { readClauses } from "./read-clauses.ts";
import { rowsOfShortForm } from "./short-form.ts";

const doc = docOfRows(
  [
    "Belmark/NNP:7:nsubj ,/,:4:punct he/PRP:4:nsubj said|say/VBD:7:parataxis ,/,:4:punct will/MD:7:aux withdraw/VB:0:root if/IN:10:mark Ruthia/NNP:10:nsubj signs|sign/VBZ:7:advcl ./.:7:punct",
    "Agron/NNP:2:nsubj reported|report/VBD:0:root that/IN:6:mark the/DT:5:det withdrawal/NN:6:nsubj began|begin/VBD:2:ccomp and/CC:8:cc ended|end/VBD:6:conj ./.:2:punct",
    "Belmark/NNP:2:nsubj pays|pay/VBZ:0:root in/IN:4:case exchange/NN:2:obl for/IN:6:case land/NN:4:nmod ./.:2:punct",
  ].map(rowsOfShortForm),
);
const clauses = readClauses(doc);
const named = (lemma: string) => clauses.find((clause) => clause.lemma === lemma)!;

describe("what a frame reports", () => {
  it("is the clause that a parenthesis stands beside", () => {
    expect(contentOf(clauses, named("say")).map((clause) => clause.lemma)).toEqual(["withdraw"]);
  });
  it("is the content clause with what is co-ordinated to it", () => {
    expect(contentOf(clauses, named("report")).map((clause) => clause.lemma)).toEqual(["begin", "end"]);
    expect(isReporting(named("report"))).toBe(true);
    expect(isReporting(named("begin"))).toBe(false);
  });
});

describe("what has to hold", () => {
  it("is a clause with a conditional marker", () => {
    expect(conditionsOf(clauses, named("withdraw")).clauses.map((clause) => clause.lemma)).toEqual(["sign"]);
  });
  it("is an oblique with a conditional preposition", () => {
    const { obliques } = conditionsOf(clauses, named("pay"));
    expect(obliques.map(({ preposition, phrase }) => `${preposition} ${phraseText(doc, phrase)}`)).toEqual([
      "in exchange for land",
    ]);
  });
});

describe("the way through the clauses", () => {
  it("gives the clauses of a sentence, of a clause and above it", () => {
    expect(clausesOfSentence(clauses, 1).map((clause) => clause.lemma)).toEqual([
      "report",
      "withdrawal",
      "begin",
      "end",
    ]);
    expect(clausesOfSentence(clauses, 3)).toEqual([]);
    expect(childClauses(clauses, named("begin")).map((clause) => clause.lemma)).toEqual([
      "withdrawal",
      "end",
    ]);
    expect(ancestorsOf(clauses, named("withdrawal")).map((clause) => clause.lemma)).toEqual([
      "begin",
      "report",
    ]);
  });
  it("names the verb behind an event noun and slices the text", () => {
    expect(verbOf(named("withdrawal"))).toBe("withdraw");
    expect(verbOf(named("begin"))).toBe("begin");
    expect(clauseText(doc, named("sign"))).toBe("if Ruthia signs");
  });
});
