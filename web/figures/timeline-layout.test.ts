import { expect, test } from "vitest";
import type { History } from "../../src/record/history.ts";
import { firstView, layOut, MOST_MARKS, stretchOf, wholeView } from "./timeline-layout.ts";

function event(id: string, when: string | undefined, earlier: readonly string[] = []): History {
  const quote = { start: 0, end: 3, text: "met" };
  return {
    id,
    type: "CONSULT",
    subtype: "meeting",
    name: `Meeting ${id}`,
    participants: [],
    recipients: [],
    ...(when ? { when } : {}),
    status: "held",
    steps: [...earlier, when].flatMap((date) =>
      date === undefined
        ? []
        : [
            {
              status: "held",
              modality: "asserted",
              when: date,
              evidence: { report: "r", finding: "f", quote },
            },
          ],
    ),
    corroboration: { reports: [], origins: [] },
  };
}

const june = { from: stretchOf("2031-06-01")!.from, to: stretchOf("2031-06-30")!.to };
const one = () => "all";

test("events of one day stand in rows of their own, with room for their labels", () => {
  const { lanes } = layOut([event("a", "2031-06-10"), event("b", "2031-06-10")], one, [], june, 900);
  const [a, b] = lanes[0]!.marks;
  expect(a!.x).toBe(b!.x);
  expect(a!.y).not.toBe(b!.y);
});

test("a bar lasts, a vague date is a whisker, a moved event keeps its earlier date", () => {
  const { lanes } = layOut(
    [event("a", "2031-06-03/2031-06-09"), event("b", "2031-06"), event("c", "2031-06-20", ["2031-06-12"])],
    one,
    [],
    june,
    900,
  );
  const form = Object.fromEntries(lanes[0]!.marks.map((mark) => [mark.history.id, mark]));
  expect([form.a!.form, form.b!.form, form.c!.form]).toEqual(["bar", "whisker", "moment"]);
  expect(form.c!.earlier).toHaveLength(1);
  expect(form.c!.earlier[0]).toBeLessThan(form.c!.x);
});

test("what lies outside is counted, what has no date is handed back", () => {
  const layout = layOut(
    [event("a", "2030"), event("b", "2032-01-01"), event("c", undefined), event("d", "2031-06-02")],
    one,
    [],
    june,
    900,
  );
  expect([layout.before, layout.after, layout.undated.length, layout.lanes[0]!.count]).toEqual([1, 1, 1, 1]);
});

test("thousands of events become counts that add up", () => {
  const many = Array.from({ length: 5000 }, (_, i) =>
    event(String(i), `2031-06-${String((i % 28) + 1).padStart(2, "0")}`),
  );
  expect(many.length).toBeGreaterThan(MOST_MARKS);
  const { lanes } = layOut(many, one, [], june, 900);
  expect(lanes[0]!.marks).toHaveLength(0);
  expect(lanes[0]!.bins.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
});

test("an hour of the day is a moment of it; an open interval reaches the edge", () => {
  expect(stretchOf("2031-06-10T18:00")!.from).toBeCloseTo(stretchOf("2031-06-10")!.from + 0.75);
  const { lanes } = layOut([event("a", "2031-06-10/..")], one, [], june, 900);
  expect(lanes[0]!.marks[0]!.right).toBe(900);
});

test("the first view holds the days of the reports, the whole view the far past too", () => {
  const events = [event("a", "2011"), event("b", "2031-06-20")];
  const first = firstView(["2031-06-03", "2031-06-18"], events);
  expect(first.from).toBeLessThan(june.from + 3);
  expect(first.from).toBeGreaterThan(june.from - 30);
  expect(wholeView(events, first).from).toBeLessThan(stretchOf("2011")!.from + 1);
});
