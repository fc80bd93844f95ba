/** Texts that are made to keep a reader busy: the time that they take grows no faster than they do. */
import { describe, expect, test } from "vitest";
import { chunksOf } from "../../src/report/open/byte-stream.ts";
import { open } from "../../src/report/open/open.ts";
import { readReport } from "../../src/report/read-report.ts";
import { bytesOf, gzip, joined, mail, pdf, warcRecord, zip } from "../containers.ts";

const SENTENCE =
  "Mediators from Sarn said on Tuesday that the talks between Veldoria and Kastmark would go on.";
/** What starts something that does not end, or runs on without a break. */
const UNITS = [
  "\t",
  " ",
  "\n",
  "\r",
  "\0",
  "-",
  ".",
  "0",
  "A",
  "A ",
  "a.",
  "“",
  '"',
  "(",
  "[",
  "{{",
  "«x ",
  ", desk ",
  "— a",
  "[1] ",
  "http://",
  "www.",
  "# ",
  "* ",
  "| a",
  "2031-",
  "4 March 2031 ",
  "<",
  "<s",
  "<!--",
  "<!---->\t",
  "-->\n",
  '<meta"',
  "<script>",
  "<![CDATA[",
  "&",
  "&#",
  "<p>",
  "<a href=x>",
  "<table><tr><td>",
];
const LENGTH = 300_000;
/** Some twenty times what the slowest takes on an idle machine, in milliseconds. */
const LONGEST = 15_000;

describe.each([
  ["a text", (run: string) => `Report\n\n${SENTENCE}\n\n${run}\n${SENTENCE}`],
  ["a page", (run: string) => `<html><body><p>${SENTENCE}</p>${run}<p>${SENTENCE}`],
])("in %s, three hundred thousand characters of", (_, around) => {
  test.each(UNITS)(
    "%j",
    async (unit) => {
      const started = performance.now();
      const report = await readReport(bytesOf(around(unit.repeat(Math.ceil(LENGTH / unit.length)))));
      expect(performance.now() - started).toBeLessThan(LONGEST);
      expect(report.text.length > 0 || report.diagnostics.length > 0).toBe(true);
    },
    60_000,
  );
});

test("a page of 50 MB on one line", async () => {
  const page = `<html><body>${`<p>${SENTENCE}</p>`.repeat(500_000)}</body></html>`;
  const report = await readReport(bytesOf(page));
  expect(report.text.length).toBeGreaterThan(40_000_000);
  expect(report.diagnostics.map(({ code }) => code)).toContain("page-too-long");
}, 240_000);

test("external and nested entities are text, whatever a document type says", async () => {
  const page = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&c;&c;&c;"><!ENTITY c "&b;&b;&b;">]><html><body><p>${SENTENCE} &a; &b;</p></body></html>`;
  const { text } = await readReport(bytesOf(page));
  expect(text).toContain("&a; &b;");
  expect(text).not.toContain("root:");
});

test("zeros in a text are no reason to lose it", async () => {
  const { text } = await readReport(bytesOf(`${SENTENCE}\0\n\n${SENTENCE}`));
  expect(text.split("talks between")).toHaveLength(3);
});

test("a bomb in an archive in an archive costs what stands beside it nothing", async () => {
  const bomb = gzip(new Uint8Array(20_000_000));
  const inner = zip([
    { name: "bomb.gz", content: bomb },
    { name: "inner.txt", content: `inner ${SENTENCE}` },
  ]);
  const outer = zip([
    { name: "inner.zip", content: inner },
    {
      name: "pages.warc",
      content: joined(
        warcRecord({ url: "https://ostry.example/1", html: bomb, headers: ["Content-Encoding: gzip"] }),
      ),
    },
    {
      name: "letter.eml",
      content: mail({
        subject: "Talks",
        date: "Tue, 4 Mar 2031 08:00:00 +0000",
        from: "desk@ostry.example",
        text: SENTENCE,
      }),
    },
    { name: "paper.pdf", content: pdf([[{ text: SENTENCE, x: 40, y: 700 }]]) },
  ]);
  const said: string[] = [];
  const read: string[] = [];
  for await (const { bytes, ...options } of open(
    { file: "in", chunks: () => chunksOf(outer) },
    { say: ({ code }) => said.push(code) },
  )) {
    const { text } = await readReport(bytes, options);
    if (text.includes(SENTENCE)) read.push(options.file);
  }
  expect(read).toEqual(["in!inner.zip!inner.txt", "in!letter.eml", "in!paper.pdf"]);
  expect(said).toContain("gzip-bomb");
}, 60_000);

test("parts in parts in a mail", async () => {
  const head = "From: desk@ostry.example\r\nMIME-Version: 1.0\r\n";
  const deep = Array.from(
    { length: 500 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  ).join("");
  const report = await readReport(bytesOf(`${head}${deep}Content-Type: text/plain\r\n\r\n${SENTENCE}`));
  expect(report.diagnostics).toMatchObject([{ code: "damaged-mail", severity: "error" }]);
});
