import { expect, test } from "vitest";
import { readMeta } from "./meta.ts";

test("what a table says of each file; empty cells and other columns say nothing", () => {
  const csv =
    '\ufeffFile, Outlet,url,published,title,note\na.txt,The Ostry Gazette,,2031-03-04,"Talks, again",x\nb.txt,,https://polar.example/b,4 March 2031,,\n';
  expect([...readMeta(csv, "meta.csv")]).toEqual([
    ["a.txt", { outlet: "The Ostry Gazette", published: "2031-03-04", title: "Talks, again" }],
    ["b.txt", { url: "https://polar.example/b", published: "4 March 2031" }],
  ]);
});

test("semicolons and tabs part cells, too", () => {
  expect(readMeta("file;outlet\na.txt;Polar News\n", "m").get("a.txt")).toEqual({ outlet: "Polar News" });
  expect(readMeta("file\toutlet\na.txt\tPolar News\n", "m").get("a.txt")).toEqual({ outlet: "Polar News" });
});

test.each([
  ["name,outlet\na.txt,x\n", 'meta.csv: the first line names no column "file"'],
  ["file,published\na.txt,soon\n", 'meta.csv, row 2: "soon" is no date; write it as 2031-03-04'],
  ["file,outlet\n,x\n", "meta.csv, row 2: no file is named"],
  ['file,outlet\na.txt,"x\n', "meta.csv cannot be read as a table"],
])("%j is the user's to mend", (csv, message) => {
  expect(() => readMeta(csv, "meta.csv")).toThrow(message);
  expect(() => readMeta(csv, "meta.csv")).toThrow(expect.objectContaining({ name: "UserError" }));
});
