import { expect, test } from "vitest";
import { readMany, type Task } from "./read-many.ts";

const SENTENCES = [
  "Veldoria rejected the truce on 4 March 2031, its foreign minister, Vera Lindqvist, said in Sarn.",
  "“We will never open the crossings,” the president of Kastmark, Ilir Brandt, told reporters on Friday.",
  "Talks between Veldoria and Kastmark were to go on in Ostry the week after, two officials said.",
];

const tasks: readonly Task[] = Array.from({ length: 30 }, (_, i) => ({
  bytes: new TextEncoder().encode(`Report ${i}\n\n${SENTENCES.slice(i % 3).join(" ")}\n`),
  options: { file: `${i}.txt`, given: { published: "2031-03-05" } },
}));

async function all(jobs: number, given: readonly Task[] = tasks): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for await (const outcome of readMany(given, { jobs })) outcomes.push(outcome);
  return outcomes;
}

test("threads give the same readings in the same order as none", async () => {
  const one = await all(1);
  expect(one).toHaveLength(tasks.length);
  expect(await all(3)).toEqual(one);
}, 120_000);

test("what a thread throws is thrown", async () => {
  const wrong = { ...tasks[0]!, options: { given: { published: "soon" } } };
  await expect(all(2, [...tasks, wrong])).rejects.toThrow(/'soon' is not a date/);
}, 120_000);

test("whoever stops listening stops the threads", async () => {
  for await (const outcome of readMany(tasks, { jobs: 2 })) {
    expect(outcome).toHaveProperty("reading");
    break;
  }
}, 120_000);
