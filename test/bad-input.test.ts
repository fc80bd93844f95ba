/** Whatever comes in: a located message in words, never a stack trace, never silence, never at another input's cost. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Reading } from "../src/record/reading.ts";
import { parley } from "./run.ts";

const GOOD =
  "Belmark rejected the truce on 4 March 2031, its foreign minister, Vera Lindqvist, said in Oster.\n";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Reads the bad file beside a good one; both must be accounted for and the good one must be read. */
async function besideGood(bad: string | Uint8Array, name = "bad.txt") {
  const folder = folderWith({ [name]: bad, "good.txt": GOOD });
  const { code, stdout, stderr } = await parley(["read", "--json", folder]);
  expect(stderr).not.toMatch(/\n\s+at /);
  const readings = JSON.parse(stdout) as Reading[];
  expect(readings.some((reading) => reading.report.file?.endsWith("good.txt"))).toBe(true);
  const reading = readings.find((candidate) => candidate.report.file?.endsWith(name));
  const said = stderr.split("\n").filter((line) => line.includes(name));
  return { code, reading, said: said.join("\n") };
}

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
}

test("an empty file is said and costs nothing else", async () => {
  const { code, said } = await besideGood("");
  expect(code).toBe(2);
  expect(said).toMatch(/empty/);
});

test("a binary file is said", async () => {
  const { code, said } = await besideGood(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256));
  expect(code).toBe(2);
  expect(said).toMatch(/text/);
});

test("UTF-16 is read", async () => {
  const { code, reading } = await besideGood(
    utf16("Agron welcomed the truce, its president, Ilir Kastro, said on Friday.\n"),
  );
  expect(code).toBe(0);
  expect(reading?.report.text).toContain("Ilir Kastro");
});

test("windows-1252 with curly quotes is read", async () => {
  const bytes = Buffer.from(
    "\x93We will never accept it,\x94 the minister of Belmark said of Agron\x92s plan.\n",
    "latin1",
  );
  const { code, reading } = await besideGood(bytes);
  expect(code).toBe(0);
  expect(reading?.report.text).toContain("“We will never accept it,”");
});

test("a wrong declared charset is overruled and said", async () => {
  const html =
    '<html><head><meta charset="iso-8859-5"></head><body><p>Élodie Marchand of Belmark said the truce – a “first step” – would hold for ten days and that talks would go on.</p></body></html>';
  const { code, reading, said } = await besideGood(html, "bad.html");
  expect(code).toBe(0);
  expect(reading?.report.text).toContain("Élodie Marchand");
  expect(said).toMatch(/iso-8859-5/i);
});

test("a text that is not English is said, not guessed at", async () => {
  const german =
    "Die Regierung von Belmark hat den Vorschlag am Freitag abgelehnt. Der Außenminister sagte, man werde weiter verhandeln, aber kein Gebiet abtreten. Die Gespräche sollen in der kommenden Woche fortgesetzt werden, hieß es aus dem Ministerium.\n";
  const { said } = await besideGood(german);
  expect(said).toMatch(/German|English/);
});

test("without any date relative times stay open, with a reason", async () => {
  const { reading } = await besideGood(
    "The two sides will meet on Friday, the foreign minister of Belmark said.\n",
  );
  const [friday] = reading?.times ?? [];
  expect(friday?.at[0].text).toMatch(/Friday/);
  expect(friday?.value).toBeUndefined();
  expect(friday?.unresolved).toBeTruthy();
});

test("ten thousand opening quotation marks are read as they are", async () => {
  const { reading } = await besideGood(`Belmark said ${"“".repeat(10_000)} it would talk.\n`);
  expect(reading?.report.text).toContain("it would talk");
});

test("tables nested ten thousand deep are read", async () => {
  const html = `<html><body><p>Belmark said it would talk to Agron about the dam before the end of the year.</p>${"<table><tr><td>".repeat(10_000)}deep${"</td></tr></table>".repeat(10_000)}</body></html>`;
  const { reading, said } = await besideGood(html, "bad.html");
  expect(reading?.report.text ?? said).toMatch(/Belmark|deep|nest/);
  expect(said).toMatch(/nest|deep/);
});

test("one sentence of 100,000 words is read in pieces, and that is said", async () => {
  const { reading, said } = await besideGood(`Belmark ${"and Agron talked about the dam ".repeat(16_700)}\n`);
  expect(reading?.report.text.length).toBeGreaterThan(400_000);
  expect(said).toMatch(/sentence|words|long/);
}, 120_000);

test("of a 20 MB text the beginning is read, and what is left out is said", async () => {
  const { reading, said } = await besideGood(`${GOOD}\n`.repeat(210_000));
  expect(reading?.report.text.length).toBeGreaterThan(20_000_000);
  expect(said).toMatch(/too long.*left out/);
}, 300_000);

test("a folder with no report in it is said", async () => {
  const { code, stderr } = await parley(["read", folderWith({ "notes.xyz": "nothing" })]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/no report in this folder/);
});

test("an unreadable file among good ones is listed, the others are read", async () => {
  const folder = folderWith({ "good.txt": GOOD });
  symlinkSync(join(folder, "gone"), join(folder, "broken.txt"));
  mkdirSync(join(folder, "sub"));
  const { code, stdout, stderr } = await parley([
    "read",
    "--json",
    join(folder, "broken.txt"),
    join(folder, "good.txt"),
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/broken\.txt/);
  expect(JSON.parse(stdout)).toHaveLength(1);
});

test("a call that makes no sense ends with 1 and one line", async () => {
  for (const args of [
    ["read"],
    ["read", "x.txt", "--as-of", "soon"],
    ["nonsense"],
    ["brief", "--agenda", "/no/such/file", "x.txt"],
  ]) {
    const { code, stderr } = await parley(args);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trim()).not.toBe("");
  }
});
