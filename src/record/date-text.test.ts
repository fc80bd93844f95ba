import { expect, test } from "vitest";
import { datesSpoken, dateText, spokenDate } from "./date-text.ts";

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
  ["2031-W15/2031-W16", "week of 7 April – week of 14 April 2031"],
  ["2031-04-12T24:00", "12 April 2031, end of the day"],
  ["P3Y", "3 years"],
  ["P1Y6M", "1 year 6 months"],
  ["PT45M", "45 minutes"],
  ["XXXX-WXX-1", "XXXX-WXX-1"],
])("%s reads %s", (value, text) => expect(dateText(value)).toBe(text));

test("nothing is undated", () => expect(dateText(undefined)).toBe("undated"));

test.each([
  ["2031-04-12", "12 April 2031"],
  ["2031-04-12T24:00", "12 April 2031, at the end of the day"],
  ["2031-04-12/2031-04-15", "between 12 and 15 April 2031"],
  ["2031-03-30/2031-04-15", "between 30 March and 15 April 2031"],
  ["2031-04~", "about April 2031"],
  ["2031-02/..", "since February 2031"],
  ["P3Y", "P3Y"],
])("%s is spoken of as %s", (value, text) => expect(spokenDate(value)).toBe(text));

test("the dates of a line are spoken, those that it quotes are not", () => {
  expect(datesSpoken("dated 2031-04-12, before “2031-04-13” of 2031-04-12/2031-04-15")).toBe(
    "dated 12 April 2031, before “2031-04-13” of between 12 and 15 April 2031",
  );
  expect(datesSpoken("see example.org/2031-04-12/a and 2031-2032")).toBe(
    "see example.org/2031-04-12/a and 2031-2032",
  );
});
