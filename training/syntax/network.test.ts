import { describe, expect, it } from "vitest";
import { ATOMS } from "../../src/language/syntax/atoms.ts";
import type { Shape } from "../../src/language/syntax/layers.ts";
import { decodeNetwork, encodeNetwork } from "../../src/language/syntax/network.ts";
import type { Tree } from "./losses.ts";
import { trainNetwork } from "./network.ts";

const shape: Shape = { width: 16, memory: 8, layers: 2, arc: 16, relation: 8, tags: 8, labels: 8 };
const LABELS = ["root", "nsubj", "obj", "parataxis"];
const FORMS = ["envoys", "sign", "pacts", "they", "end"];

/** A tree over words of `FORMS`, heads by place, the number of words for the root. */
function tree(words: readonly string[], head: readonly number[], label: readonly number[]): Tree {
  const rows = new Int32Array(words.length * ATOMS).fill(-1);
  words.forEach((word, i) => {
    rows[i * ATOMS] = FORMS.indexOf(word);
  });
  return {
    rows,
    size: words.length,
    head: Int32Array.from(head),
    label: Int32Array.from(label),
    tag: Uint8Array.from(label),
  };
}

const trees = [
  tree(["envoys", "sign", "pacts"], [1, 3, 1], [1, 0, 2]),
  tree(["pacts", "end"], [1, 2], [1, 0]),
  tree(["they", "end", "pacts"], [1, 3, 1], [1, 0, 2]),
  tree(["sign"], [1], [0]),
];
const many = Array.from({ length: 60 }, (_, i) => trees[i % trees.length]!);

describe("trainNetwork", () => {
  const lines: string[] = [];
  const weights = trainNetwork(many, shape, FORMS.length, 800, (line) => lines.push(line));
  const forms = FORMS.map((_, i) => i);
  const bytes = encodeNetwork(shape, weights, forms);

  it("learns the trees, relations and tags of a toy language", () => {
    const { reader } = decodeNetwork(bytes, shape, FORMS.length, LABELS, LABELS.length);
    const rows = Int32Array.from(trees.flatMap((one) => Array.from(one.rows)));
    const sentences = Int32Array.of(0, 3, 5, 8, 9);
    const head = new Int32Array(9);
    const label = new Uint8Array(9);
    const tags = new Uint8Array(9);
    reader.read(rows, sentences, head, label, tags);
    expect(Array.from(head)).toEqual([1, -1, 1, 4, -1, 6, -1, 6, -1]);
    expect(Array.from(label)).toEqual([1, 0, 2, 1, 0, 1, 0, 2, 0]);
    expect(Array.from(tags)).toEqual([1, 0, 2, 1, 0, 1, 0, 2, 0]);
  });

  it("lets the losses fall", () => {
    const loss = (line: string | undefined): number => Number(/losses ([\d.]+)/.exec(line ?? "")?.[1]);
    expect(lines).toHaveLength(800);
    expect(loss(lines.at(-1))).toBeLessThan(loss(lines[0]) / 4);
  });

  it("reads a sentence that is too long in pieces, under one root", () => {
    const { reader } = decodeNetwork(bytes, shape, FORMS.length, LABELS, LABELS.length);
    const size = 900;
    const rows = Int32Array.from({ length: size * ATOMS }, (_, i) =>
      i % ATOMS === 0 ? (i / ATOMS) % 5 : -1,
    );
    const head = new Int32Array(size);
    const label = new Uint8Array(size);
    reader.read(rows, Int32Array.of(0, size), head, label, new Uint8Array(size));
    expect(Array.from(head).filter((parent) => parent === -1)).toHaveLength(1);
    expect(Array.from(label).filter((name) => LABELS[name] === "parataxis").length).toBeGreaterThanOrEqual(3);
  });

  it("gives the same bytes from the same trees", () => {
    const again = trainNetwork(many.slice(0, 8), shape, FORMS.length, 3, () => {});
    const once = trainNetwork(many.slice(0, 8), shape, FORMS.length, 3, () => {});
    expect(encodeNetwork(shape, again, forms)).toEqual(encodeNetwork(shape, once, forms));
  });
});
