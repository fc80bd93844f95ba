/** The page from disk, in a real browser: every view, both themes, three widths, by keyboard, and judged. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDay } from "../../src/record/day.ts";
import type { Reading } from "../../src/record/reading.ts";
import { VIEWS } from "../../web/state/address.ts";
import { findChromium, launch, NO_CHROMIUM, type Stage, settled, show } from "./chromium.ts";
import { exampleReadings, located, storyFiles } from "./story-files.ts";

const isThere = findChromium() !== undefined;
if (!isThere) console.warn(NO_CHROMIUM);

/** What a button saves; a click that meets a figure while it is drawn anew is made again, as a reader would. */
async function savedBy(page: Page, kind: string): Promise<Download> {
  const button = page.getByRole("button", { name: kind, exact: true });
  for (let tries = 0; tries < 3; tries++) {
    const coming = page.waitForEvent("download", { timeout: 15_000 }).catch(() => undefined);
    await button.click();
    const download = await coming;
    if (download) return download;
  }
  throw new Error(`${kind}: nothing was saved`);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong on a page, one line each; all of its rules, or those that are named. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = {
    resultTypes: ["violations"],
    preload: false,
    ...(rules === undefined ? {} : { runOnly: { type: "rule", values: rules } }),
  };
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as {
    violations: Violation[];
  };
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length}, ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ""}`,
  );
}

describe.skipIf(!isThere)("from disk", () => {
  const files = storyFiles();
  let stage: Stage;
  let readings: Reading[];
  let story: string;

  beforeAll(async () => {
    readings = await exampleReadings();
    story = files.write("example", readings);
    stage = await launch();
  }, 180_000);

  afterAll(async () => {
    await stage?.close();
    files.remove();
  });

  /** Every view at a width; of the dark colours only what depends on colours is looked at again. */
  async function lookedAt(width: number) {
    const { page, context, trouble } = await stage.watched({ width });
    await context.addInitScript(axe.source);
    for (const view of VIEWS) {
      await show(page, `${story}#/${view}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${view} at ${width} is wider than the window`).toBeLessThanOrEqual(0);
      expect(await violations(page), `${view} at ${width}`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["color-contrast"]), `${view} at ${width}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    }
    expect(trouble).toEqual([]);
    await context.close();
  }

  test("every view at three widths, light and dark, without a violation of axe-core", async () => {
    await Promise.all([360, 820, 1440].map(lookedAt));
  }, 300_000);

  test("the panel of evidence, the search and a map hold to axe-core too", async () => {
    const { page, context, trouble } = await stage.watched();
    await context.addInitScript(axe.source);
    const map = files.write("located", located(readings));
    await show(page, `${map}#/map`);
    await page.waitForSelector("svg.figure [data-mark]");
    expect(await page.locator("svg.figure [data-mark]").count()).toBeGreaterThan(3);
    expect(await page.textContent("main")).toMatch(/Natural Earth/);
    expect(await page.locator(".disputed").count()).toBeGreaterThan(2);
    expect(await violations(page)).toEqual([]);
    await show(page, `${story}#/timeline`);
    await page.locator("[data-mark]").first().click();
    await page.waitForSelector(".panel mark");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "Search the story" }).fill("dam");
    await page.waitForSelector('#hits[aria-busy="false"] #hit-0');
    expect(await violations(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  }, 120_000);

  test("everything is reached by keyboard alone", async () => {
    const { page, context } = await stage.watched();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    await show(page, story);
    await press("Tab");
    expect(await focused()).toBe("To the content");
    // From the name of the page through the tools to the second view.
    await press("Tab", "Tab", "Tab", "Tab", "Tab");
    expect(await focused()).toBe("Timeline");
    await press("Enter");
    // The address changes a moment after the key: what is settled before that is the view that was left.
    await page.waitForURL(/#\/timeline$/);
    await settled(page);
    expect(page.url()).toMatch(/#\/timeline$/);
    // Into the figure: the first mark, two on, its evidence, and back to the mark.
    await page.evaluate(() => document.getElementById("content")?.focus());
    while (!(await page.evaluate(() => document.activeElement?.hasAttribute("data-mark"))))
      await press("Tab");
    const first = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await press("ArrowRight", "ArrowRight");
    await page.waitForFunction(
      (before) =>
        document.activeElement?.hasAttribute("data-mark") &&
        document.activeElement.getAttribute("aria-label") !== before,
      first,
    );
    await press("Enter");
    await page.waitForSelector(".panel blockquote mark");
    await page.waitForURL(/select=history-/);
    await press("Escape");
    await page.waitForSelector(".panel", { state: "detached" });
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-mark"));
    await page.waitForURL((url) => !url.hash.includes("select="));
    // The day of the view.
    await page.focus("#as-of");
    const latest = Number(await page.getAttribute("#as-of", "max"));
    await press("ArrowLeft", "ArrowLeft", "ArrowLeft");
    const day = `as-of=${formatDay(latest - 3)}`;
    await expect.poll(() => page.url()).toContain(day);
    await settled(page);
    expect(await page.textContent(".as-of")).toMatch(/1\d of 18 reports/);
    // Search, from anywhere.
    await press("/");
    await page.keyboard.type("Aldersund Courier");
    // What the first letters find is not what is chosen from.
    await page.waitForSelector('#hits[aria-busy="false"] #hit-0');
    await press("ArrowDown", "ArrowUp", "Enter");
    await page.waitForURL((url) => !url.hash.startsWith("#/timeline"));
    await settled(page);
    expect(page.url()).not.toMatch(/#\/timeline/);
    expect(page.url()).toContain(day);
    await context.close();
  }, 120_000);

  test("an address that is sent to somebody shows the same", async () => {
    const { page, context } = await stage.watched();
    await show(page, `${story}#/positions?as-of=2024-06-12`);
    await page.locator("[data-cell]").first().click();
    await page.waitForSelector(".panel mark");
    const title = await page.textContent(".panel h2");
    const address = page.url();
    await context.close();
    const other = await stage.watched({ theme: "dark" });
    await show(other.page, address);
    await other.page.waitForSelector(".panel mark");
    expect(await other.page.textContent(".panel h2")).toBe(title);
    expect(await other.page.inputValue("#as-of")).toBe(
      await other.page.evaluate(() => String(Math.floor(Date.UTC(2024, 5, 12) / 86_400_000))),
    );
    await other.context.close();
  }, 120_000);

  test("text and record find each other in the reader", async () => {
    const { page, context } = await stage.watched({ width: 1440 });
    await show(page, `${story}#/reader`);
    const marked = page.locator(".text [data-finding]").first();
    const finding = await marked.getAttribute("data-finding");
    await marked.click();
    await page.waitForSelector('.record [aria-current="true"]');
    await page.waitForURL((url) => url.hash.includes(`select=${finding}`));
    await page.locator(".record li button").last().click();
    await page.waitForURL((url) => url.hash.includes("select=") && !url.hash.includes(`select=${finding}`));
    await page.waitForSelector(".text [data-selected]");
    await context.close();
  }, 120_000);

  test("a judgement changes the story, outlasts a reload, and is undone", async () => {
    const { page, context } = await stage.watched();
    await show(page, `${story}#/positions`);
    const cells = await page.locator("[data-cell]").count();
    // A cell that stands on one quote alone goes with it.
    const single = page.locator("[data-cell]", { has: page.locator(".origin:only-of-type") });
    let quotes = 0;
    for (let at = (await single.count()) - 1; at >= 0 && quotes !== 1; at--) {
      if (quotes > 0) {
        await page.keyboard.press("Escape");
        await page.locator(".panel").waitFor({ state: "detached" });
      }
      await single.nth(at).click();
      await page.waitForSelector(".panel mark");
      quotes = await page.locator(".panel article").count();
    }
    expect(quotes).toBe(1);
    await page.getByRole("button", { name: "Reject", exact: true }).click();
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(cells - 1);
    await page.reload();
    await settled(page);
    expect(await page.locator("[data-cell]").count()).toBe(cells - 1);
    await show(page, `${story}#/reader`);
    const list = page.getByRole("region", { name: "Judgements" });
    expect(await list.textContent()).toMatch(/reject/);
    await list.getByRole("button", { name: "Undo" }).click();
    await list.waitFor({ state: "detached" });
    await show(page, `${story}#/positions`);
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(cells);
    await context.close();
  }, 120_000);

  test("two names that the story keeps apart are made one, and parted again", async () => {
    const { page, context, trouble } = await stage.watched({ width: 1440 });
    await context.addInitScript(axe.source);
    await show(page, `${story}#/people`);
    const names = () => page.locator(".side [role=status]").textContent();
    const before = await names();
    await show(page, `${story}#/reader`);
    const record = page.locator(".record");
    await record.locator("summary", { hasText: "actors" }).click();
    await record.locator("details", { hasText: "actors" }).locator("li button").first().click();
    await record.getByText("In the story:").waitFor();
    const options = await record
      .locator("datalist option")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
    await record.getByRole("combobox", { name: "The same as" }).fill(options[0]!);
    expect(await violations(page)).toEqual([]);
    await record.getByRole("button", { name: "The same", exact: true }).click();
    const judgements = page.getByRole("region", { name: "Judgements" });
    await judgements.waitFor();
    await show(page, `${story}#/people`);
    await expect.poll(names).not.toBe(before);
    await show(page, `${story}#/reader`);
    await judgements.getByRole("button", { name: "Undo" }).click();
    await judgements.waitFor({ state: "detached" });
    await show(page, `${story}#/people`);
    await expect.poll(names).toBe(before);
    expect(trouble).toEqual([]);
    await context.close();
  }, 120_000);

  test("every figure is saved as SVG and PNG, its data as CSV", async () => {
    const { page, context, trouble } = await stage.watched();
    for (const view of ["timeline", "positions", "sources", "people"]) {
      await show(page, `${story}#/${view}`);
      for (const kind of ["SVG", "PNG", "CSV"]) {
        const bytes = readFileSync((await (await savedBy(page, kind)).path()) ?? "");
        if (kind === "SVG") {
          const svg = bytes.toString();
          expect(svg).toMatch(/^<svg xmlns=/);
          expect(svg).not.toMatch(/var\(--|<script/);
        } else if (kind === "PNG") expect([...bytes.subarray(1, 4)]).toEqual([80, 78, 71]);
        else expect(bytes.toString().split("\r\n").length).toBeGreaterThan(5);
      }
    }
    expect(trouble).toEqual([]);
    await context.close();
  }, 120_000);

  test("no reports, no day and a broken file are said", async () => {
    const { page, context } = await stage.watched();
    await page.goto(`${files.write("empty", [])}#/timeline`);
    await page.getByText("There is nothing here yet").waitFor();
    const undated = readings.slice(0, 2).map((reading) => ({
      ...reading,
      report: { ...reading.report, published: { basis: "unknown" as const } },
    }));
    await show(page, `${files.write("undated", undated)}#/positions`);
    expect(await page.textContent("header")).toMatch(/No report has a date/);
    const cut = readFileSync(fileURLToPath(story), "utf8").replace(/(data-key="[^"]*">\[)/, "$1{");
    await page.goto(files.writeText("cut", cut));
    await page.getByText("The file is not whole").waitFor();
    await context.close();
  }, 120_000);
});
