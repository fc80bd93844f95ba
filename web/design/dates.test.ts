import { expect, test } from "vitest";
import { dateText, daysOfValue } from "./dates.ts";

test.each([
  ["2031-04-12", "12 April 2031"],
  ["2031-04", "April 2031"],
  ["2031", "2031"],
  ["2031-04-12~", "about 12 April 2031"],
  ["2031-04-12T20:00Z", "12 April 2031, 20:00"],
  ["2031-04-12/2031-04-15", "12–15 April 2031"],
  ["2031-03-30/2031-04-15", "30 March – 15 April 2031"],
  ["2031-03/2031-04", "March – April 2031"],
  ["2030-12-30/2031-01-02", "30 December 2030 – 2 January 2031"],
  ["2031-02/..", "since February 2031"],
  ["../2031-02", "until February 2031"],
  ["2031-W15", "week of 7 April 2031"],
  ["P3Y", "P3Y"],
])("%s reads %s", (value, text) => expect(dateText(value)).toBe(text));

test("nothing is undated, a duration lies on no calendar", () => {
  expect(dateText(undefined)).toBe("undated");
  expect(daysOfValue("P3Y")).toBeUndefined();
  expect(daysOfValue("2031-04")).toEqual({ from: 22_370, to: 22_400 });
});
