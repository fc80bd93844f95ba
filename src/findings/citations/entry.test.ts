import { describe, expect, test } from "vitest";
import { readEntry } from "./entry.ts";
import { dateIn } from "./entry-date.ts";
import { markersIn } from "./markers.ts";

describe("an entry of a list of references", () => {
  test.each([
    [
      '[3] The Courier, "Talks end in Velden", May 4, 2031, https://courier.example/2031/05/04/talks-end.',
      {
        marker: "[3]",
        label: "3",
        outlet: "The Courier",
        title: "Talks end in Velden",
        date: "2031-05-04",
        url: "https://courier.example/2031/05/04/talks-end",
      },
    ],
    [
      "2. Velden Post: “A bridge too far,” 4 May 2031",
      { marker: "2.", label: "2", outlet: "Velden Post", title: "A bridge too far", date: "2031-05-04" },
    ],
    [
      '"No deal", Harbour Times, 2031-05-04',
      { outlet: "Harbour Times", title: "No deal", date: "2031-05-04" },
    ],
    [
      "¹² Relief Board, Annual report, May 2031",
      { marker: "¹²", label: "12", outlet: "Relief Board", date: "2031-05" },
    ],
    ["https://courier.example/a/2031/05/04/b", { url: "https://courier.example/a/2031/05/04/b" }],
  ])("%s", (text, expected) => {
    const { start, end, dateAt, urlAt, ...entry } = readEntry(text, { start: 0, end: text.length });
    expect(entry).toEqual(expected);
    expect([start, end]).toEqual([0, text.length]);
    if (urlAt) expect(text.slice(urlAt.start, urlAt.end)).toBe(entry.url);
    if (dateAt) expect(dateIn(text.slice(dateAt.start, dateAt.end))?.value).toBe(entry.date);
  });

  test.each([
    ["31 June 2031", undefined],
    ["February 29, 2032", "2032-02-29"],
    ["February 29, 2031", undefined],
    ["Sept. 3, 2031", "2031-09-03"],
    ["in 2031", "2031"],
    ["no date", undefined],
  ])("the date of '%s'", (text, value) => expect(dateIn(text)?.value).toBe(value));
});

test("markers in the prose name one entry or several", () => {
  const text = "One.[1] Two [2, 4–5]. Three³.\n[1] A note";
  const blocks = [
    { kind: "paragraph" as const, start: 0, end: 29 },
    { kind: "footnote" as const, start: 30, end: text.length },
  ];
  const found = markersIn(text, blocks);
  expect([...found.keys()].sort()).toEqual(["1", "2", "3", "4", "5"]);
  expect(found.get("1")).toEqual([{ start: 4, end: 7 }]);
});
