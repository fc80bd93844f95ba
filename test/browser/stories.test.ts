/** Several stories in one place: the chooser, by keyboard and in the address, served and from disk. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtPage } from "../../src/page/built.ts";
import { storyPage } from "../../src/page/story-page.ts";
import { read } from "../../src/read.ts";
import { storiesAmong } from "../../src/story/stories-among.ts";
import { type Stand, stand } from "../server/stand.ts";
import { twoMatters } from "../server/two-matters.ts";
import { findChromium, launch, type Stage, settled, show } from "./chromium.ts";
import { exampleReadings, storyFiles } from "./story-files.ts";

describe.skipIf(findChromium() === undefined)("several stories", () => {
  const files = storyFiles();
  let stage: Stage;
  let server: Stand;
  let places: readonly (readonly [string, string])[];

  beforeAll(async () => {
    server = await stand({ page: builtPage(), reports: twoMatters() });
    const readings = await Promise.all(twoMatters().map(({ bytes, options }) => read(bytes, options)));
    const file = files.writeText("matters", storyPage(storiesAmong(readings)));
    places = [
      ["served", `${server.address}/`],
      ["from disk", file],
    ];
    stage = await launch();
  }, 180_000);

  afterAll(async () => {
    await stage?.close();
    await server?.close();
    files.remove();
  });

  async function violations(page: Page): Promise<string[]> {
    const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  test("one is chosen by keyboard, the address carries it, what went astray is kept out and said", async () => {
    for (const [name, place] of places) {
      const { page, context, trouble } = await stage.watched();
      if (name === "from disk") await context.addInitScript(axe.source);
      await show(page, `${place}#/timeline`);
      const chooser = page.getByLabel("Story", { exact: true });
      expect(await chooser.locator("option").allTextContents(), name).toEqual([
        "Lorvia and Ostmark (3 reports)",
        "Agron and Belmark (2 reports)",
        expect.stringContaining("Quillan"),
      ]);
      expect(await page.textContent("header")).toContain("1 report of another matter is kept out");
      expect(await page.textContent("main")).toContain("Brell");
      if (name === "from disk") expect(await violations(page)).toEqual([]);

      await chooser.focus();
      await page.keyboard.press("ArrowDown");
      await page.locator("main", { hasText: "Tarrin" }).waitFor();
      await settled(page);
      expect(page.url()).toMatch(/#\/timeline\?story=[0-9a-f]{16}$/);
      expect(await page.textContent("main")).not.toContain("Brell");
      expect(await page.textContent("header")).toContain("all 2 reports");
      expect(await page.textContent('[role="status"].hidden')).toBe("Story: Agron and Belmark (2 reports)");

      // Another view keeps the story, and the address shows it to whoever opens it.
      await page.locator('nav a:has-text("People")').click();
      await settled(page);
      const sent = await stage.watched({ width: 360 });
      await show(sent.page, page.url());
      await sent.page.locator("main", { hasText: "Vera Lind" }).waitFor();
      expect(await sent.page.textContent("main")).not.toContain("Mira Dohl");
      expect(
        await sent.page.evaluate("document.documentElement.scrollWidth - innerWidth"),
      ).toBeLessThanOrEqual(0);
      await page.goBack();
      await page.goBack();
      await page.locator("main", { hasText: "Brell" }).waitFor();
      expect([...trouble, ...sent.trouble]).toEqual([]);
      await Promise.all([context.close(), sent.context.close()]);
    }
  }, 120_000);

  test("a search finds in all of them and leads into the story", async () => {
    for (const [name, place] of places) {
      const { page, context, trouble } = await stage.watched();
      await show(page, `${place}#/search?q=herring`);
      const hit = page.getByRole("option").filter({ hasText: "in another story: Agron and Belmark" });
      await page.waitForSelector('#hits[aria-busy="false"]');
      await hit.first().waitFor();
      await hit.first().click();
      await page.waitForURL(/#\/reader\/.*story=/);
      await settled(page);
      expect(await page.textContent("main"), name).toContain("quotas of herring");
      expect(trouble).toEqual([]);
      await context.close();
    }
  }, 120_000);

  test("a story that is not there is said, and the way back is shown; one story alone needs no chooser", async () => {
    for (const [, place] of places) {
      const { page, context } = await stage.watched();
      await page.goto(`${place}#/timeline?story=0000000000000000`);
      await page.getByRole("link", { name: "Show the story with the most reports" }).click();
      await page.locator("main", { hasText: "Brell" }).waitFor();
      await context.close();
    }
    const { page, context } = await stage.watched();
    await show(page, `${files.write("one", await exampleReadings())}#/now`);
    expect(await page.getByLabel("Story", { exact: true }).count()).toBe(0);
    await context.close();
  }, 120_000);
});
