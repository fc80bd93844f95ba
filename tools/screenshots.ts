/** `node tools/screenshots.ts`: the pictures of `docs/`, taken of the example in the browser that the machine has. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, settled, show } from "../test/browser/chromium.ts";
import { exampleReadings, storyFiles } from "../test/browser/story-files.ts";

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** Selects what the panel of evidence shows. */
  readonly press?: string;
  /** What is clicked, one after the other. */
  readonly click?: readonly string[];
}

const PICTURES: readonly Picture[] = [
  { name: "now", address: "now" },
  { name: "timeline", address: "timeline" },
  {
    name: "timeline-dark",
    address: "timeline?lanes=party",
    theme: "dark",
    press: '[data-mark][aria-label*="moved"]',
  },
  { name: "positions", address: "positions", press: '[data-cell][aria-label*="changed"]' },
  { name: "disagreements", address: "disagreements" },
  {
    name: "reader",
    address: "reader",
    width: 1440,
    click: ['.reports a:has-text("open first direct talks")', ".text [data-finding^=positions-]"],
  },
  { name: "sources", address: "sources" },
  { name: "people", address: "people" },
  { name: "narrow", address: "timeline", width: 360, height: 760 },
];

const docs = fileURLToPath(new URL("../docs", import.meta.url));
mkdirSync(docs, { recursive: true });
const files = storyFiles();
const stage = await launch();
try {
  const story = files.write("example", await exampleReadings());
  for (const { name, address, theme = "light", width = 1280, height = 860, press, click = [] } of PICTURES) {
    const { page, context } = await stage.watched({ theme, width, height });
    await show(page, `${story}#/${address}`);
    for (const one of click) {
      await page.locator(one).first().click();
      await settled(page);
    }
    if (press) {
      await page.locator(press).first().press("Enter");
      await page.waitForSelector(".panel blockquote mark");
      await settled(page);
    }
    await page.screenshot({ path: `${docs}/${name}.png`, animations: "disabled" });
    console.log(`docs/${name}.png`);
    await context.close();
  }
} finally {
  await stage.close();
  files.remove();
}
