/** A story as one HTML file that works from disk: the page, the code that tells the story, and the readings. */
import { createHash } from "node:crypto";
import anyAscii from "any-ascii";
import type { HumanJudgement } from "../record/human-judgement.ts";
import { idOf } from "../record/id.ts";
import type { Reading } from "../record/reading.ts";
import { pagePart } from "./built.ts";

/** JSON that no HTML parser can take for a tag or a comment. */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

/** Code between script tags: what would end the element is written so that it does not. */
function codeInHtml(code: string): string {
  return code.replace(/<(?=\/script|script|!--)/gi, "\\x3C");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The ASCII of every character beyond it that the texts hold, and of the forms that comparing makes of them. */
export function asciiOf(readings: readonly Reading[]): Record<string, string> {
  const characters = new Set<string>();
  for (const reading of readings) {
    for (const character of new Set(JSON.stringify(reading).match(/[^\0-\x7f]/gu))) characters.add(character);
  }
  const table: Record<string, string> = {};
  for (const character of [...characters].sort()) {
    const cases = [character, character.toLowerCase(), character.toUpperCase()];
    const forms = cases.flatMap((one) => [
      one,
      one.normalize("NFC"),
      one.normalize("NFKC"),
      one.normalize("NFKD"),
    ]);
    for (const form of forms.flatMap((one) => [...one])) if (form > "\x7f") table[form] = anyAscii(form);
  }
  return table;
}

/** A story that is put into a file. */
export interface InFile {
  readonly name: string;
  readonly readings: readonly Reading[];
}

/**
 * The HTML of stories, the one that is shown first in front. It asks for nothing from anywhere, keeps judgements in the browser, and allows no other script
 * than its own, whatever a report holds.
 */
export function storyPage(stories: readonly InFile[], judgements: readonly HumanJudgement[] = []): string {
  const readings = stories.flatMap((story) => story.readings);
  const parted = stories.map(({ name, readings }) => ({
    name,
    reports: readings.map(({ report }) => report.id),
  }));
  const script = codeInHtml(pagePart("assets/page.js"));
  const style = pagePart("assets/page.css");
  const icon = Buffer.from(pagePart("icon.svg")).toString("base64");
  const key = idOf("page", ...readings.map(({ report }) => report.id).sort());
  const hasMap = readings.some(({ places }) => places.some(({ point }) => point));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} blob:`,
    "worker-src blob:",
    `style-src ${hashOf(style)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    "<title>Parley</title>",
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    '<div id="page"></div>',
    "<noscript>This file draws the record in the browser and needs JavaScript.</noscript>",
    `<script type="application/json" id="readings" data-key="${key}">${jsonInHtml(readings)}</script>`,
    `<script type="application/json" id="stories">${jsonInHtml(parted)}</script>`,
    `<script type="application/json" id="judgements">${jsonInHtml(judgements)}</script>`,
    `<script type="application/json" id="ascii">${jsonInHtml(asciiOf(readings))}</script>`,
    ...(hasMap
      ? [
          `<script type="application/json" id="atlas">${jsonInHtml(JSON.parse(pagePart("assets/atlas.json")))}</script>`,
        ]
      : []),
    `<script type="text/plain" id="worker">${codeInHtml(pagePart("assets/worker.js"))}</script>`,
    `<script type="module">${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
