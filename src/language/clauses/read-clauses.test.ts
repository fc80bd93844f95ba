import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UPOS } from "../doc.ts";
import { resolve } from "../references/resolve.ts";
import { docOfRows, type Row } from "./doc-of-rows.ts";
import { readClauses } from "./read-clauses.ts";

const relations =
  "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss conj cc xcomp ccomp advcl acl acl:relcl advcl:relcl aux aux:pass cop mark case det compound flat appos parataxis punct advmod amod fixed expl".split(
    " ",
  );
const tags = "NN NNS NNP VB VBD VBG VBN VBZ MD TO IN JJ RB WDT WP PRP DT CC .".split(" ");
const words =
  "be have due said to provided exchange in talks who no council two the unless “ , according".split(" ");

/** Any rows at all: heads before, after, in a circle; relations and tags that fit nothing. */
const rows = fc.array(
  fc.record({
    word: fc.constantFrom(...words),
    upos: fc.constantFrom(...UPOS),
    xpos: fc.constantFrom(...tags),
    deprel: fc.constantFrom(...relations),
    head: fc.nat(12),
  }),
  { minLength: 1, maxLength: 12 },
);

function docOf(given: readonly Omit<Row, "lemma">[]) {
  return docOfRows([
    given.map((row) => ({ ...row, lemma: row.word, head: Math.min(row.head, given.length) })),
  ]);
}

describe("whatever the tree", () => {
  it("clauses are numbered in order, hold their predicates and phrases their heads, and no clause is above itself", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const doc = docOf(given);
        const clauses = readClauses(doc);
        clauses.forEach((clause, id) => {
          expect(clause.id).toBe(id);
          expect(clause.start).toBeLessThanOrEqual(doc.start[clause.predicate]!);
          expect(clause.end).toBeGreaterThanOrEqual(doc.end[clause.predicate]!);
          const phrases = [...clause.agents, ...clause.patients, ...clause.recipients];
          for (const { start, end, head } of [...phrases, ...clause.obliques.map(({ phrase }) => phrase)]) {
            expect(start).toBeLessThanOrEqual(doc.start[head]!);
            expect(end).toBeGreaterThanOrEqual(doc.end[head]!);
          }
          let steps = 0;
          for (let above = clause.parent; above >= 0; above = clauses[above]!.parent) steps += 1;
          expect(steps).toBeLessThanOrEqual(clauses.length);
        });
      }),
      { seed: 7, numRuns: 400 },
    );
  });
  it("mentions hold their heads and belong to entities", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const doc = docOf(given);
        const { mentions, entities } = resolve(doc, []);
        for (const mention of mentions) {
          expect(mention.start).toBeLessThanOrEqual(doc.start[mention.head]!);
          expect(mention.end).toBeGreaterThanOrEqual(doc.end[mention.head]!);
          for (const entity of mention.entities) expect(entities[entity]).toBeDefined();
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

describe("a long text", () => {
  it("takes time in proportion to its length", () => {
    const sentence = (n: number): Row[] =>
      Array.from({ length: n }, (_, i) => ({
        word: i % 2 === 0 ? "said" : "Agron",
        lemma: i % 2 === 0 ? "say" : "Agron",
        upos: i % 2 === 0 ? ("VERB" as const) : ("PROPN" as const),
        xpos: i % 2 === 0 ? "VBD" : "NNP",
        head: i % 2 === 0 ? Math.max(0, i - 1) : i,
        deprel: i % 2 === 0 ? (i === 0 ? "root" : "acl") : "obj",
      }));
    const doc = docOfRows([sentence(40_000)]);
    const started = performance.now();
    expect(readClauses(doc).length).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
