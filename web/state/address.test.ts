import { expect, test } from "vitest";
import { readAddress, writeAddress } from "./address.ts";

test("an address comes back as it was written", () => {
  const address = {
    view: "reader",
    id: "a/b c",
    story: "0a1b2c3d4e5f6071",
    asOf: "2031-04-12",
    select: "cell:x|ceasefire & more",
    rest: { lanes: "kind" },
  } as const;
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test("an empty, an unknown and a broken address lead to the first view", () => {
  expect(readAddress("")).toEqual({ view: "now", rest: {} });
  expect(readAddress("#/nowhere?as-of=yesterday&story=%3Cb%3E")).toEqual({ view: "now", rest: {} });
  expect(readAddress("#/reader/%E0%A4%A")).toEqual({ view: "reader", id: "%E0%A4%A", rest: {} });
});
