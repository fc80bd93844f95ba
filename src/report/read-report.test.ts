import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { isProse, type Report, reportSchema } from "../record/report.ts";
import { readReport } from "./read-report.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const prose = (report: Report): string[] =>
  report.blocks.filter(isProse).map(({ start, end }) => report.text.slice(start, end));
const codes = (report: Report): string[] => report.diagnostics.map(({ code }) => code);

const PARAGRAPH =
  "Negotiators from Veldoria and Kastmark said on Tuesday that they had agreed to meet again “within days”, and that the ceasefire would hold until then.";

/** What holds for every report, whatever was read. */
function expectSound(report: Report): void {
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  let last = 0;
  for (const { start, end } of report.blocks) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(report.text.length);
  for (const { message } of report.diagnostics) expect(message).toMatch(/^[^{}]+\.$/);
}

describe("character sets", () => {
  const text = `${PARAGRAPH}\n\nThe café on the quay – a neutral place – was booked.`;
  test.each([
    ["UTF-8 with a byte order mark", bytes(`\ufeff${text}`)],
    ["UTF-16 with a byte order mark", iconv.encode(text, "utf-16le", { addBOM: true })],
    ["UTF-16, big end first, with none", iconv.encode(text, "utf-16be", { addBOM: false })],
    ["windows-1252 with curly quotation marks", iconv.encode(text, "windows-1252")],
  ])("%s", async (_, encoded) => {
    const report = await readReport(encoded);
    expectSound(report);
    expect(report.text).toBe(text);
  });

  test("a wrong declaration is not believed, and that is said", async () => {
    const page = `<html><head><meta charset="iso-8859-1"><title>Talks</title></head><body><p>${PARAGRAPH}</p></body></html>`;
    const report = await readReport(bytes(page));
    expect(report.text).toContain("“within days”");
    expect(codes(report)).toEqual(["wrong-charset"]);
    const other = await readReport(iconv.encode(text, "windows-1252"), { type: "text/plain; charset=utf-8" });
    expect(other.text).toBe(text);
    expect(codes(other)).toEqual(["wrong-charset"]);
  });

  test("a right declaration is believed", async () => {
    const report = await readReport(iconv.encode("Переговоры", "koi8-r"), {
      type: "text/plain; charset=koi8-r",
    });
    expect(report.text).toBe("Переговоры");
  });

  test("a file cut inside a letter loses that letter alone", async () => {
    const report = await readReport(bytes(`${PARAGRAPH} Café é`).slice(0, -1));
    expect(report.text.startsWith(PARAGRAPH)).toBe(true);
    expect(report.diagnostics[0]).toMatchObject({ code: "damaged-characters", where: { line: 1 } });
  });
});

describe("bad input", () => {
  test.each([
    ["an empty file", new Uint8Array(), "empty-file"],
    ["a file of spaces", bytes(" \n\t\n"), "empty-file"],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "binary-file",
    ],
    ["noise", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256), "binary-file"],
    [
      "a page without text",
      bytes("<!doctype html><html><body><script>go()</script></body></html>"),
      "no-text",
    ],
  ])("%s is said to be unreadable", async (_, input, code) => {
    const report = await readReport(input, { file: "x" });
    expectSound(report);
    expect(report.diagnostics).toMatchObject([{ code, severity: "error", where: { file: "x" } }]);
  });

  test("a text in another language is said to be, not read as English", async () => {
    const german =
      "Die Unterhändler beider Seiten haben sich am Dienstag darauf geeinigt, die Gespräche in der kommenden Woche fortzusetzen. Der Waffenstillstand soll bis dahin gelten, sagte ein Sprecher des Ministeriums.";
    const report = await readReport(bytes(german));
    expect(report.language).toBe("de");
    expect(report.diagnostics).toMatchObject([
      { code: "not-english", severity: "error", where: { start: 0 } },
    ]);
    expect(report.diagnostics[0]?.message).toContain("German");
  });

  test("short and mixed texts get the benefit of the doubt", async () => {
    expect((await readReport(bytes("Talks in Brenn are off."))).diagnostics).toEqual([]);
    const mixed = `${PARAGRAPH}\n\n“Wir reden weiter”, sagte er in seiner Sprache, und ging. ${PARAGRAPH}`;
    expect((await readReport(bytes(mixed))).language).toBe("en");
  });

  test("a text without any date stays undated", async () => {
    expect((await readReport(bytes(PARAGRAPH))).published).toEqual({ basis: "unknown" });
  });

  test("20 MB of text", async () => {
    const report = await readReport(bytes(`${PARAGRAPH}\n\n`.repeat(130_000)));
    expect(codes(report)).toEqual(["very-large-text"]);
    expect(report.blocks).toHaveLength(130_000);
  }, 120_000);

  test("one sentence of 100,000 words", async () => {
    const report = await readReport(bytes(`The talks ${"and the terms of the talks ".repeat(17_000)}ended.`));
    expectSound(report);
    expect(report.diagnostics).toMatchObject([{ code: "endless-sentence", where: { line: 1, start: 0 } }]);
    expect(prose(report)).toHaveLength(1);
  });

  test.each([["“"], ['"'], ["« "]])("ten thousand times %s", async (mark) => {
    const report = await readReport(bytes(`${PARAGRAPH}\n\n${mark.repeat(10_000)}`));
    expectSound(report);
    expect(report.diagnostics).toMatchObject([{ code: "unclosed-quotations" }]);
    expect(prose(report)[0]).toBe(PARAGRAPH);
  });

  test.each([
    ["a\n"],
    ["A\nb\n"],
    ["1. "],
    ["<p>a"],
    ["<h1>a"],
    ["<time>2031-03-04 "],
    ["<meta charset "],
    ['{"'],
    ["\u00a0"],
  ])(
    "%j many times costs no more than its length",
    async (unit) => {
      for (const start of ["", "<html><body>"])
        expectSound(await readReport(bytes(start + unit.repeat(30_000))));
    },
    120_000,
  );

  test("tables nested 10,000 deep", async () => {
    const page = `<html><body><p>${PARAGRAPH}</p>${"<table><tr><td>".repeat(10_000)}${PARAGRAPH}</body></html>`;
    const report = await readReport(bytes(page));
    expectSound(report);
    expect(codes(report)).toContain("deep-nesting");
    expect(report.text.split(PARAGRAPH)).toHaveLength(3);
  });
});

describe("what is known beforehand", () => {
  test("goes before what the file says", async () => {
    const text = `---\ntitle: Old title\noutlet: The Brenn Courier\ndate: 2031-03-04\n---\nTalks resume in Brenn after a week\n\n${PARAGRAPH}\n`;
    const report = await readReport(bytes(text), { given: { title: "New title", published: "2031-03" } });
    expectSound(report);
    expect(report.title).toEqual({ value: "New title", basis: "given" });
    expect(report.outlet).toEqual({ value: "The Brenn Courier", basis: "metadata" });
    expect(report.published).toEqual({ value: "2031-03", basis: "given" });
    expect(report.blocks[0]).toMatchObject({ kind: "furniture", why: "front matter", start: 0 });
  });

  test("a date that is none is the caller's mistake", async () => {
    await expect(readReport(bytes(PARAGRAPH), { given: { published: "soon" } })).rejects.toThrow(
      "'soon' is not a date",
    );
  });

  test("unreadable front matter is left aside", async () => {
    const report = await readReport(bytes(`---\ntitle: [a\n---\n${PARAGRAPH}\n`));
    expect(codes(report)).toEqual(["bad-front-matter"]);
    expect(prose(report)).toEqual([PARAGRAPH]);
  });
});

test("the same bytes give the same report", async () => {
  const page = bytes(`<html><body><h1>Talks resume</h1><p>${PARAGRAPH}</p></body></html>`);
  expect(JSON.stringify(await readReport(page))).toBe(JSON.stringify(await readReport(page)));
});
