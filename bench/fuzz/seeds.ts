/** Sound inputs of every format, to be damaged: small, so that a damage hits something. */
import { gzip, joined, mail, page, pdf, warcRecord, zip } from "../../test/containers.ts";

/** Reports of an invented story; a file of each format is made of them. */
const TITLES = ["Talks open in Sarn", "Crossings stay closed", "Kastmark sends a letter"];
const PARAGRAPHS = [
  "SARN (PNA) — Mediators opened a third round of talks between Veldoria and Kastmark on Tuesday, three officials said before the session.",
  "“We will not open the crossings before the winter,” the foreign minister of Kastmark, Ilir Brandt, told reporters, adding that “nobody” had asked.",
  "Neither side would say how long the talks were to last, or whether 40% of the prisoners would be exchanged by 4 March 2031.",
];

export interface Kind {
  readonly name: string;
  /** A sound file of this format. */
  readonly whole: Uint8Array;
  /** The file with these bytes as one record among sound ones; absent where a file is one report. */
  readonly around?: (record: Uint8Array, before: Uint8Array, after: Uint8Array) => Uint8Array;
  /** A sound record, as `around` takes them. */
  readonly record?: (i: number) => Uint8Array;
}

const text = (i: number): Uint8Array => joined([TITLES[i % 3], ...PARAGRAPHS].join("\n\n"), `\n${i}\n`);
const html = (i: number): Uint8Array =>
  joined(
    page(
      `${TITLES[i % 3]} ${i}`,
      ...PARAGRAPHS,
      `<a href="/x">More &amp; more</a><!-- ${i} --><script>go("${i}")</script>`,
    ),
  );
const json = (i: number): Uint8Array =>
  joined(
    JSON.stringify({
      headline: `${TITLES[i % 3]} ${i}`,
      articleBody: PARAGRAPHS.join("\n"),
      datePublished: "2031-03-04T08:00:00Z",
    }),
  );
const response = (i: number): Uint8Array => warcRecord({ url: `https://ostry.example/${i}`, html: html(i) });
const letter = mail({
  subject: TITLES[0]!,
  date: "Tue, 4 Mar 2031 08:00:00 +0000",
  from: "The Ostry Gazette <news@ostry.example>",
  text: PARAGRAPHS.join("\r\n\r\n"),
  html: page(TITLES[0]!, ...PARAGRAPHS),
});
const document = pdf(
  [0, 1].map((n) => [
    { text: "The Ostry Gazette", x: 40, y: 780 },
    ...PARAGRAPHS.flatMap((paragraph, i) =>
      (paragraph.match(/.{1,60}(?:\s|$)/g) ?? []).map((line, j) => ({
        text: line.replace(/[^ -~]/g, "'"),
        x: 40 + 280 * n,
        y: 700 - i * 100 - j * 12,
      })),
    ),
  ]),
);

export const kinds: readonly Kind[] = [
  { name: "text", whole: text(0) },
  { name: "page", whole: html(0) },
  { name: "mail", whole: letter },
  { name: "PDF", whole: document },
  { name: "gzip", whole: gzip(html(0)) },
  {
    name: "CSV",
    whole: joined(
      `title,text,date\n${TITLES.map((title, i) => `${title},"${PARAGRAPHS[i]?.replaceAll('"', '""')}",2031-03-04`).join("\n")}\n`,
    ),
  },
  {
    name: "JSON Lines",
    whole: joined(json(0), "\n", json(1), "\n", json(2), "\n"),
    record: json,
    // A record of this format is a line: what ends lines is taken out of the damage.
    around: (record, before, after) =>
      joined(
        before,
        "\n",
        record.filter((byte) => byte !== 10 && byte !== 13),
        "\n",
        after,
        "\n",
      ),
  },
  { name: "JSON list", whole: joined("[\n", json(0), ",\n", json(1), "\n]\n") },
  {
    name: "WARC",
    whole: joined(response(0), response(1), response(2)),
    record: response,
    around: (record, before, after) => joined(before, record, "\r\n\r\n", after),
  },
  {
    name: "WARC, packed",
    whole: joined(gzip(response(0)), gzip(response(1))),
    record: (i) => gzip(response(i)),
    around: (record, before, after) => joined(before, record, after),
  },
  {
    name: "ZIP",
    whole: zip([0, 1, 2].map((i) => ({ name: `${i}.html`, content: html(i) }))),
    record: html,
    around: (record, before, after) =>
      zip([
        { name: "before.html", content: before },
        { name: "damaged.html", content: record },
        { name: "after.html", content: after },
      ]),
  },
];
