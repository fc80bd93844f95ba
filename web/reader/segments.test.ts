import { expect, test } from "vitest";
import { segmentsOf } from "./segments.ts";

const text = "Belmark demands a truce at the bridge.";
const paint = (start: number, end: number, kind: "positions" | "actors", finding: string) => ({
  start,
  end,
  kind,
  finding,
  isSelected: false,
  isSilent: false,
});

test("pieces join to the text, and each names the closest finding", () => {
  const segments = segmentsOf(text, { start: 0, end: text.length }, [
    paint(0, 37, "positions", "p"),
    paint(0, 7, "actors", "a"),
  ]);
  expect(segments.map((one) => one.text).join("")).toBe(text);
  expect(segments.map(({ finding }) => finding)).toEqual(["a", "p", undefined]);
  expect(segments[0]!.kinds).toEqual(["positions", "actors"]);
});

test("only what lies in the block is cut", () => {
  const segments = segmentsOf(text, { start: 8, end: 15 }, [
    paint(0, 12, "positions", "p"),
    paint(20, 30, "actors", "a"),
  ]);
  expect(segments.map(({ text: piece, finding }) => [piece, finding])).toEqual([
    ["dema", "p"],
    ["nds", undefined],
  ]);
});
