import { expect, test } from "vitest";
import { readPlain } from "./read-plain.ts";

const BODY = [
  "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday, three officials who were briefed on the agenda said.",
  "The first day was given over to the crossings at Ostry, which Kastmark closed in March and which Veldoria wants opened before anything else is discussed.",
  "“We will talk for as long as it takes,” the Kastmark minister told reporters after the session had ended. “There is no other way, and both sides know it.”",
  "A second session is planned for Thursday, when the exchange of prisoners is to be discussed, according to the spokeswoman of the ministry, who declined to give details.",
  "Veldoria closed its own side of the crossings in May. Since then lorries have waited for days on both banks of the river, drivers say.",
];
const BEFORE = [
  "Home",
  "World",
  "Business",
  "Sport",
  "Weather",
  "Log in",
  "Ferry to Ostry cancelled again",
  "Markets",
  "Video",
  "Third round of talks opens in Sarn",
];
const AFTER = [
  "Share",
  "Print",
  "Most read",
  "1",
  "Ferry to Ostry cancelled again",
  "2",
  "Five gardens to visit this spring",
  "3",
  "Harbour strike enters second week",
  "Contact us",
  "Terms of use",
  "Careers",
];

function kept(lines: readonly string[]): readonly string[] {
  const text = lines.join("\n");
  return readPlain(text)
    .blocks.filter(({ kind }) => kind !== "furniture")
    .map(({ start, end }) => text.slice(start, end));
}

test("what a scraper kept around a report is left out, and nothing of the report", () => {
  const left = kept([...BEFORE, ...BODY, ...AFTER]);
  for (const line of BODY) expect(left).toContain(line);
  for (const line of ["Weather", "Five gardens to visit this spring", "Careers"])
    expect(left).not.toContain(line);
});

const alone: Record<string, readonly string[]> = {
  "terms of a draft": [
    BODY[0]!,
    "The draft has four points:",
    "1. A truce of thirty days from Friday",
    "2. An exchange of all prisoners",
    "3. Crossings open by day",
    "4. Observers from Sarn",
    BODY[3]!,
    BODY[4]!,
  ],
  "headings between paragraphs": [
    BODY[0]!,
    "The crossings",
    BODY[1]!,
    "What the minister said",
    BODY[2]!,
    "What comes next",
    BODY[3]!,
  ],
  "short paragraphs": [BODY[0]!, "Nobody signed.", BODY[1]!, "Not yet.", BODY[2]!, "It was cold.", BODY[3]!],
  talk: [
    BODY[0]!,
    "LINDQVIST: We will not sign.",
    "BRANDT: Then we go home.",
    "LINDQVIST: As you like.",
    "BRANDT: Is that all?",
    "LINDQVIST: It is. Thank you.",
  ],
};
for (const [name, lines] of Object.entries(alone)) {
  test(`${name}: nothing is lost`, () => expect(kept(lines)).toEqual(lines));
}
