import { expect, test } from "vitest";
import { read } from "../../read.ts";

test("each entry of a live report counts from its own day", async () => {
  const text = [
    "14:05",
    "The session is over, the chair says. It will go on tomorrow at Sarn.",
    "09:30",
    "Vera Lindqvist arrives. She left Kastmark yesterday, an aide says.",
    "23:40",
    "The first day ends without a text; the ministers are to return tomorrow.",
  ].join("\n\n");
  const { times } = await read(new TextEncoder().encode(text), { given: { published: "2031-03-04" } });
  expect(times.map(({ at, value }) => `${at[0].text} = ${value}`)).toEqual([
    "tomorrow = 2031-03-05",
    "yesterday = 2031-03-03",
    "tomorrow = 2031-03-04",
  ]);
});
