import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bytesOf, gzip, joined, mail, page, pdf, warcRecord, zip } from "../../../test/containers.ts";
import type { Diagnostic } from "../../record/diagnostic.ts";
import type { FieldMap } from "../article/fields.ts";
import { readReport } from "../read-report.ts";
import { chunksOf } from "./byte-stream.ts";
import type { Item } from "./item.ts";
import { open } from "./open.ts";

const FIRST =
  "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday, officials said.";
const SECOND =
  "Neither side would say how long the talks were to last, or whether the crossings at Ostry would be opened.";
const PAGE = page("Talks open in Sarn", FIRST, SECOND);
const OTHER = page("Crossings stay closed", SECOND, FIRST);

interface Opened {
  readonly items: readonly Item[];
  readonly said: readonly Diagnostic[];
}

async function opened(
  bytes: Uint8Array,
  options: { map?: FieldMap; isFound?: boolean; step?: number } = {},
): Promise<Opened> {
  const said: Diagnostic[] = [];
  const items: Item[] = [];
  const { step = bytes.length, isFound = false, map = {} } = options;
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
    bytes.subarray(i * step, (i + 1) * step),
  );
  const source = { file: "in", isFound, chunks: () => chunksOf(...pieces) };
  for await (const item of open(source, { say: (diagnostic) => said.push(diagnostic), map }))
    items.push(item);
  for (const { message, where } of said) {
    expect(message).toMatch(/^[^{}]+\.$/);
    expect(where?.file).toMatch(/^in(?:!|$)/);
  }
  return { items, said };
}

const names = ({ items }: Opened): string[] => items.map(({ file }) => file);
const codes = ({ said }: Opened): string[] => said.map(({ code }) => code);
const textsOf = ({ items }: Opened): string[] => items.map(({ bytes }) => new TextDecoder().decode(bytes));

describe("what holds one report", () => {
  test.each([
    ["a text", bytesOf(FIRST)],
    ["a page", bytesOf(PAGE)],
    ["a picture, which reading refuses", joined("\x89PNG", new Uint8Array(20))],
  ])("%s is given as it came", async (_, bytes) => {
    const { items, said } = await opened(bytes);
    expect(items).toEqual([{ file: "in", bytes }]);
    expect(said).toEqual([]);
  });
});

describe("gzip", () => {
  const two = joined(gzip(FIRST), gzip(SECOND));

  test.each([1, 7, 100, 100_000])("members one after the other, in pieces of %i bytes", async (step) => {
    const got = await opened(two, { step });
    expect(textsOf(got)).toEqual([FIRST + SECOND]);
    expect(got.said).toEqual([]);
  });

  test("truncated: what is there is read, and that is said", async () => {
    const got = await opened(two.subarray(0, -30));
    expect(textsOf(got)[0]).toContain(FIRST);
    expect(codes(got)).toEqual(["gzip-truncated"]);
  });

  test("a wrong checksum is said", async () => {
    const bad = gzip(FIRST);
    bad[bad.length - 6]! ^= 0xff;
    expect(codes(await opened(bad))).toEqual(["gzip-damaged"]);
  });

  test("a bomb is not read", async () => {
    const got = await opened(gzip(new Uint8Array(40_000_000)));
    expect(names(got)).toEqual([]);
    expect(codes(got)).toEqual(["gzip-bomb"]);
  });

  test("deeper than three archives nothing is opened", async () => {
    expect(textsOf(await opened(gzip(gzip(gzip(FIRST)))))).toEqual([FIRST]);
    expect(codes(await opened(gzip(gzip(gzip(gzip(FIRST))))))).toEqual(["too-deep"]);
  });
});

describe("ZIP", () => {
  const files = [
    { name: "a/one.html", content: PAGE },
    { name: "style.css", content: "p { margin: 0 }" },
    { name: "two.txt", content: FIRST },
    { name: "more.zip", content: zip([{ name: "three.txt", content: SECOND }]) },
  ];

  test("each file by its path; others are counted", async () => {
    const got = await opened(zip(files));
    expect(names(got)).toEqual(["in!a/one.html", "in!two.txt", "in!more.zip!three.txt"]);
    expect(textsOf(got)).toEqual([PAGE, FIRST, SECOND]);
    expect(codes(got)).toEqual(["files-skipped"]);
  });

  test("on disk it is read in place", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "parley-")), "x.zip");
    writeFileSync(path, zip(files));
    const items: Item[] = [];
    for await (const item of open(
      { file: path, path, chunks: () => chunksOf(zip(files)) },
      { say: () => {} },
    ))
      items.push(item);
    expect(items.map(({ file }) => file.slice(path.length))).toEqual([
      "!a/one.html",
      "!two.txt",
      "!more.zip!three.txt",
    ]);
  });

  test.each(["../../etc/one.txt", "/etc/one.txt", "C:\\etc\\one.txt", "a\\..\\..\\one.txt"])(
    "%s leads nowhere",
    async (name) => {
      const got = await opened(
        zip([
          { name, content: FIRST },
          { name: "two.txt", content: SECOND },
        ]),
      );
      expect(textsOf(got)).toEqual([FIRST, SECOND]);
      expect(names(got)[0]).not.toMatch(/\.\.|!\/|:/);
      expect(codes(got)).toEqual(["unsafe-name"]);
    },
  );

  test.each([
    ["a wrong checksum", { sum: 1 }, "damaged-file"],
    ["a size that is too small", { size: 3 }, "damaged-file"],
    ["a size that is too large", { size: 3_000 }, "damaged-file"],
    ["encryption", { flags: 0x801 }, "encrypted"],
  ])("%s costs that file alone", async (_, lies, code) => {
    const got = await opened(
      zip([
        { name: "one.txt", content: FIRST, lies },
        { name: "two.txt", content: SECOND },
      ]),
    );
    expect(textsOf(got)).toEqual([SECOND]);
    expect(got.said).toMatchObject([{ code, severity: "error", where: { file: "in!one.txt" } }]);
  });

  test("a bomb costs itself alone", async () => {
    const got = await opened(
      zip([
        { name: "one.txt", content: new Uint8Array(30_000_000) },
        { name: "two.txt", content: SECOND },
      ]),
    );
    expect(textsOf(got)).toEqual([SECOND]);
    expect(codes(got)).toEqual(["bomb"]);
  });

  test("without its directory it is damaged", async () => {
    expect(codes(await opened(zip(files).subarray(0, -40)))).toEqual(["damaged-archive"]);
  });

  test("an office document is one", async () => {
    const got = await opened(
      zip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: "<w/>" },
      ]),
    );
    expect(got).toMatchObject({ items: [], said: [{ code: "binary-file", severity: "error" }] });
  });
});

describe("WARC", () => {
  const info = joined("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n");
  const one = warcRecord({ url: "https://ostry.example/1", html: PAGE });
  const two = warcRecord({ url: "https://ostry.example/2", html: OTHER });

  test.each([
    ["plain", joined(info, one, two), 100_000],
    ["in pieces of seven bytes", joined(info, one, two), 7],
    ["packed record by record", joined(gzip(info), gzip(one), gzip(two)), 500],
  ])("pages with address and day of download, %s", async (_, bytes, step) => {
    const got = await opened(bytes, { step });
    expect(textsOf(got)).toEqual([PAGE, OTHER]);
    expect(got.items[0]).toMatchObject({
      file: "in!2",
      url: "https://ostry.example/1",
      type: "text/html",
      fetched: "2031-03-06",
    });
    expect(codes(got)).toEqual(["records-skipped"]);
  });

  test.each([
    [
      "chunked",
      ["Transfer-Encoding: chunked"],
      `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
    ],
    ["said to be chunked", ["Transfer-Encoding: chunked"], PAGE],
    ["packed", ["Content-Encoding: gzip"], gzip(PAGE)],
    ["said to be packed", ["Content-Encoding: br"], PAGE],
  ])("a body that is %s", async (_, headers, html) => {
    expect(textsOf(await opened(warcRecord({ url: "https://ostry.example/1", html, headers })))).toEqual([
      PAGE,
    ]);
  });

  test.each([
    ["longer", 1_000_000_000],
    ["shorter", 40],
    ["longer by a little", PAGE.length + 200],
  ])("a record that says it is %s costs no other but those it claims", async (_, length) => {
    const bad = warcRecord({ url: "https://ostry.example/0", html: PAGE, length });
    const got = await opened(joined(two, bad, one));
    expect(textsOf(got)[0]).toBe(OTHER);
    expect(got.said.length).toBeGreaterThan(0);
    expect(textsOf(got).at(-1)).toBe(PAGE);
  });

  test("damage to one packed record costs no other", async () => {
    const bad = gzip(one);
    bad[60]! ^= 0xff;
    const got = await opened(joined(gzip(two), bad, gzip(two)));
    expect(textsOf(got).filter((text) => text === OTHER)).toHaveLength(2);
    expect(codes(got)).toContain("gzip-damaged");
  });

  test("errors, redirects and pictures are passed over and counted", async () => {
    const got = await opened(
      joined(
        warcRecord({ url: "https://ostry.example/3", html: "gone", status: "404 Not Found" }),
        warcRecord({ url: "https://ostry.example/4", html: "x", type: "image/png" }),
        one,
      ),
    );
    expect(textsOf(got)).toEqual([PAGE]);
    expect(got.said[0]?.message).toMatch(/^2 of 3 /);
  });
});

describe("JSON", () => {
  const first = {
    headline: "Talks open in Sarn",
    articleBody: `${FIRST}\n\n${SECOND}`,
    datePublished: "2031-03-04T08:00:00Z",
    publisher: { name: "Ostry Gazette" },
  };
  const second = { title: "Crossings stay closed", text: SECOND, url: "https://ostry.example/2" };

  test.each([
    ["lines", `${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`, ["in!1", "in!3"]],
    ["a list", JSON.stringify([first, second]), ["in!1", "in!2"]],
    ["a list over many lines", JSON.stringify([first, second], null, 2), ["in!1", "in!2"]],
    [
      "a list in an object",
      JSON.stringify({ status: "ok", hits: { hits: [{ _source: first }, { _source: second }] } }),
      ["in!1", "in!2"],
    ],
    [
      "one after the other",
      `${JSON.stringify(first, null, 2)}\n${JSON.stringify(second, null, 2)}`,
      ["in!1", "in!2"],
    ],
  ])("%s", async (_, json, expected) => {
    for (const step of [13, 100_000]) {
      const got = await opened(bytesOf(json), { step });
      expect(names(got)).toEqual(expected);
      const reports = await Promise.all(got.items.map(({ bytes, ...options }) => readReport(bytes, options)));
      expect(reports[0]).toMatchObject({
        title: { value: first.headline },
        outlet: { value: "Ostry Gazette" },
        published: { value: "2031-03-04", basis: "metadata" },
      });
      expect(reports[0]?.text).toBe(`${first.headline}\n\n${first.articleBody}`);
      expect(reports[1]).toMatchObject({ title: { value: second.title }, url: { value: second.url } });
    }
  });

  test("one article", async () => {
    expect(names(await opened(bytesOf(JSON.stringify(first))))).toEqual(["in"]);
  });

  test("a broken line costs itself alone", async () => {
    const got = await opened(
      bytesOf(`${JSON.stringify(first)}\n{"title": "Tal\n${JSON.stringify(second)}\n`),
    );
    const reports = await Promise.all(got.items.map(({ bytes, ...options }) => readReport(bytes, options)));
    expect(reports.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual([
      undefined,
      "bad-json",
      undefined,
    ]);
    expect(reports[1]?.diagnostics[0]?.where?.file).toBe("in!2");
  });

  test("a list that breaks off gives what was whole", async () => {
    const got = await opened(bytesOf(JSON.stringify([first, second]).slice(0, -20)));
    expect(names(got)).toEqual(["in!1"]);
    expect(codes(got)).toEqual(["truncated"]);
  });

  test("fields that a user names", async () => {
    const [item] = (
      await opened(bytesOf(JSON.stringify({ meta: { day: "4 March 2031" }, words: { raw: FIRST } })))
    ).items;
    const report = await readReport(item!.bytes, { map: { text: "words.raw", published: "meta.day" } });
    expect(report.text).toBe(FIRST);
    expect(report.published.value).toBe("2031-03-04");
    const without = await readReport(item!.bytes);
    expect(without.diagnostics[0]).toMatchObject({ code: "no-text", severity: "error" });
  });

  test("nested a hundred thousand deep", async () => {
    const deep = `{"title":"x","text":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const got = await opened(bytesOf(`${deep}\n${JSON.stringify(second)}\n`));
    expect(names(got)).toEqual(["in!1", "in!2"]);
    expect((await readReport(got.items[0]!.bytes)).diagnostics[0]?.severity).toBe("error");
  });

  test("other JSON that was only found is noted", async () => {
    const got = await opened(bytesOf(`{"name": "x", "version": "1.0.0"}`), { isFound: true });
    expect(got).toMatchObject({ items: [], said: [{ code: "no-articles", severity: "info" }] });
  });
});

describe("CSV", () => {
  const table = `title,content,date\n"Talks open, in Sarn","${FIRST}\n\n${SECOND}",2031-03-04\nCrossings stay closed,${SECOND.replace(",", "")},2031-03-05\n`;

  test.each([
    ["commas", bytesOf(table)],
    ["windows-1252", iconv.encode(table.replace("Neither", "“Neither”"), "windows-1252")],
  ])("a row an article, %s", async (_, bytes) => {
    const got = await opened(new Uint8Array(bytes), { step: 50 });
    expect(names(got)).toEqual(["in!1", "in!2"]);
    const [report] = await Promise.all(got.items.map(({ bytes, ...options }) => readReport(bytes, options)));
    expect(report).toMatchObject({
      title: { value: "Talks open, in Sarn" },
      published: { value: "2031-03-04" },
    });
    expect(report?.text).toContain(FIRST);
  });

  test("a table without texts that was only found is noted", async () => {
    const bytes = bytesOf("file,outlet,published\na.txt,Ostry Gazette,2031-03-04\n");
    expect(names(await opened(bytes))).toEqual(["in"]);
    expect(names(await opened(bytes, { isFound: true }))).toEqual(["in"]);
    const said: string[] = [];
    const source = { file: "meta.csv", isFound: true, chunks: () => chunksOf(bytes) };
    for await (const item of open(source, { say: ({ code }) => said.push(code) })) said.push(item.file);
    expect(said).toEqual(["no-articles"]);
  });
});

describe("documents", () => {
  test("a mail", async () => {
    const from = "The Ostry Gazette <news@ostry.example>";
    const date = "Tue, 4 Mar 2031 23:30:00 -0500";
    const plain = await readReport(
      mail({ subject: "Talks open in Sarn", date, from, text: `${FIRST}\r\n\r\n${SECOND}` }),
    );
    expect(plain).toMatchObject({
      title: { value: "Talks open in Sarn" },
      published: { value: "2031-03-04", basis: "metadata" },
    });
    expect(plain.text).toContain(SECOND);
    const html = await readReport(
      mail({
        subject: "Talks open in Sarn",
        date,
        from,
        text: "See the page.",
        html: `<p>${FIRST}</p><p>${SECOND}</p>`,
      }),
    );
    expect(html.text).toBe(`Talks open in Sarn\n\n${FIRST}\n\n${SECOND}`);
  });

  test("a PDF document: columns, hyphenation, running heads", async () => {
    const column = (lines: readonly string[], x: number, top: number) =>
      lines.map((text, i) => ({ text, x, y: top - i * 12 }));
    const left = [
      "Mediators from Sarn opened a third round of",
      "talks between Veldoria and Kastmark on Tues-",
      "day, officials said, and the cease-fire was to",
      "hold until the end of the week. Neither side",
    ];
    const right = [
      "would say how long the talks were to last, or",
      "whether the crossings at Ostry would be re-",
      "opened before the first snow of the winter.",
      "Both sides said that the cease-",
      "fire held, and that nobody was hurt.",
    ];
    const head = { text: "The Ostry Gazette 4 March 2031", x: 40, y: 780 };
    const foot = (n: number) => ({ text: `Page ${n} of 2`, x: 280, y: 20 });
    const bytes = pdf([
      [
        head,
        { text: "Talks open in Sarn for a third time", x: 40, y: 740, size: 20 },
        ...column(left, 40, 700),
        ...column(right, 320, 700),
        foot(1),
      ],
      [
        head,
        ...column(
          ["“Not a word more,” the minister of Kastmark said", "when reporters asked what was on the table."],
          40,
          700,
        ),
        foot(2),
      ],
    ]);
    const report = await readReport(bytes);
    const prose = report.blocks
      .filter(({ kind }) => kind !== "furniture")
      .map(({ kind, start, end }) => `${kind}: ${report.text.slice(start, end)}`);
    expect(prose[0]).toBe("title: Talks open in Sarn for a third time");
    expect(prose.join("\n")).toContain("on Tuesday, officials said, and the cease-fire was");
    expect(prose.join("\n")).toContain("Neither side would say how long");
    expect(prose.join("\n")).toContain("would be reopened before");
    expect(prose.join("\n")).not.toMatch(/Page \d|Gazette/);
    expect(report.text).toContain("Page 1 of 2");
  });

  test("a PDF document that breaks off", async () => {
    const report = await readReport(pdf([[{ text: FIRST, x: 40, y: 700 }]]).subarray(0, 200));
    expect(report.diagnostics[0]?.severity).toBe("error");
  });
});
