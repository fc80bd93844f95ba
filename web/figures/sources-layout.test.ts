import { expect, test } from "vitest";
import type { Dependence } from "../../src/record/corroboration.ts";
import type { ReportCard } from "../source/story-source.ts";
import { layOutSources } from "./sources-layout.ts";

const card = (id: string, outlet: string, published: string): ReportCard => ({
  id,
  name: id,
  outlet,
  published,
});
const link = (from: string, on: string): Dependence => ({ from, on, kind: "cited outlet", passages: [] });
const cards = [
  card("a", "Wire", "2031-06-01"),
  card("b", "Post", "2031-06-02"),
  card("c", "Post", "2031-06-03"),
];

test("the outlet that most reports rest on comes first; a source without a report has a row of its own", () => {
  const { rows, links } = layOutSources(
    cards,
    [link("b", "a"), link("c", "a"), link("c", "Far Agency")],
    150,
    800,
  );
  expect(rows.map(({ name, restedOn, isOutside }) => [name, restedOn, isOutside])).toEqual([
    ["Wire", 2, false],
    ["Far Agency", 1, true],
    ["Post", 0, false],
  ]);
  expect(links).toHaveLength(3);
  expect(links[0]!.to.x).toBeLessThan(links[0]!.from.x);
});

test("an outlet that repeats itself rests on nobody else", () => {
  expect(layOutSources(cards, [link("c", "b")], 150, 800).rows.every(({ restedOn }) => restedOn === 0)).toBe(
    true,
  );
});

test("thousands of lines become bundles whose counts add up", () => {
  const many = Array.from({ length: 2000 }, (_, i) =>
    card(`r${i}`, `Outlet ${i % 20}`, `2031-06-${String((i % 28) + 1).padStart(2, "0")}`),
  );
  const links = many.slice(1).map(({ id }, i) => link(id, `r${i}`));
  const layout = layOutSources(many, links, 150, 800);
  expect(layout.links).toHaveLength(0);
  expect(layout.bundles.reduce((sum, { count }) => sum + count, 0)).toBe(1999);
  expect(layout.dots.length).toBeLessThan(1000);
  expect(layout.dots.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
});
