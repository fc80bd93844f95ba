import { expect, test } from "vitest";
import { read } from "../read.ts";
import type { Reading } from "../record/reading.ts";
import { tell } from "./tell.ts";

function datedByOthers(readings: readonly Reading[]): readonly Reading[] {
  const told = tell(readings).readings;
  return readings.map(({ report }) => told.find((one) => one.report.id === report.id)!);
}

const DATED =
  "The leaders of the two states are close to a truce. Prime Minister Vera Lindqvist and President Ilir Kastro will meet in Velden on 9 May 2031, officials said.\n";

async function readBoth(undated: string) {
  const text = (line: string) => new TextEncoder().encode(line);
  return [
    await read(text(DATED), { given: { published: "2031-05-06" } }),
    await read(text(undated)),
  ] as const;
}

test("a report that tells of a dated meeting as past was written in the week after it", async () => {
  const readings = await readBoth(
    "Prime Minister Vera Lindqvist held talks with President Ilir Kastro in Velden on Friday.\n",
  );
  const [, dated] = datedByOthers(readings);
  expect(dated?.report.published.value).toBe("2031-05-09/2031-05-15");
  expect(dated?.report.published.why).toContain("2031-05-09");
});

test("one that tells of it as to come was written in the week before", async () => {
  const readings = await readBoth(
    "Prime Minister Vera Lindqvist will meet President Ilir Kastro in Velden on Friday.\n",
  );
  expect(datedByOthers(readings)[1]?.report.published.value).toBe("2031-05-03/2031-05-09");
});

test("another weekday, other people or no other report leave it undated", async () => {
  const tuesday = await readBoth(
    "Prime Minister Vera Lindqvist held talks with President Ilir Kastro in Velden on Tuesday.\n",
  );
  expect(datedByOthers(tuesday)[1]?.report.published.value).toBeUndefined();
  const others = await readBoth(
    "Prime Minister Maren Oduya held talks with President Tomas Reik in Harrow on Friday.\n",
  );
  expect(datedByOthers(others)[1]?.report.published.value).toBeUndefined();
  expect(datedByOthers([tuesday[1]])[0]?.report.published.value).toBeUndefined();
});
