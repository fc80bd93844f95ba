/** A story full of payloads: whatever a report says is text, and nothing of it runs. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reading } from "../../src/record/reading.ts";
import { Teller } from "../../src/story/teller.ts";
import { VIEWS } from "../../web/state/address.ts";
import { findChromium, launch, type Stage, settled, show } from "./chromium.ts";
import { storyFiles } from "./story-files.ts";

const PAYLOADS = [
  "<script>window.pwned = 1</script>",
  "</script><script>window.pwned = 2</script>",
  "<!-- <script>",
  "<img src=x onerror='window.pwned = 3'>",
  '"><svg onload=window.pwned=4>',
  "{@html '<b onclick=window.pwned=5>'}",
  "javascript:window.pwned=6",
  "\u202Edetrevni si siht\u202C",
  "\u2066\u2067isolates that never end",
  `W${"o".repeat(4000)}rd`,
  "]]><iframe srcdoc='<script>parent.pwned=7</script>'>",
];

/** Reports of which every name, quote and heading is a payload. */
function hostile(): Reading[] {
  return PAYLOADS.map((payload, i) => {
    const other = PAYLOADS[(i + 1) % PAYLOADS.length]!;
    const text = `${payload} met ${other} in Orlo on 4 March. ${payload} demands ${other} now. ${payload} holds ${100 + i} prisoners.`;
    const reading = new Teller(payload, `2031-03-${String(i + 1).padStart(2, "0")}`, text)
      .actor(payload, "person", { roles: [{ title: payload, of: other }] })
      .actor(other, "state")
      .place("Orlo")
      .event(`${payload} met ${other}`, "CONSULT", "meeting", i % 2 === 0 ? "held" : "planned", {
        participants: [payload, other],
        when: "2031-03-04",
        place: "Orlo",
      })
      .position(payload, i % 2 === 0 ? "demands" : "rejects", "territory", `demands ${other} now`)
      .claim(payload, "prisoners", 100 + i, `${100 + i} prisoners`)
      .reading();
    return {
      ...reading,
      report: {
        ...reading.report,
        title: { value: payload, basis: "text" },
        url: { value: "javascript:window.pwned=8", basis: "metadata" },
      },
    };
  });
}

/** By how many pixels the page is wider than the window. */
const wider = () => document.documentElement.scrollWidth - innerWidth;

describe.skipIf(findChromium() === undefined)("a story full of payloads", () => {
  const files = storyFiles();
  let stage: Stage;

  beforeAll(async () => {
    stage = await launch();
  }, 60_000);

  afterAll(async () => {
    await stage?.close();
    files.remove();
  });

  test("shows as text in every view, at every width", async () => {
    const story = files.write("hostile", hostile());
    for (const width of [360, 1280]) {
      const { page, context, trouble } = await stage.watched({ width });
      for (const view of VIEWS) {
        await show(page, `${story}#/${view}`);
        expect(await page.evaluate(wider), `${view} at ${width}`).toBeLessThanOrEqual(0);
        expect(await page.locator("main img, main iframe, main script, main [onload]").count()).toBe(0);
      }
      await show(page, `${story}#/reader`);
      expect(await page.textContent(".text")).toContain("]]><iframe srcdoc=");
      expect(await page.locator("a[href^='javascript']").count()).toBe(0);
      const actors = page.locator(".record details", { hasText: "actors" });
      await actors.locator("summary").click();
      await actors.locator("li button").first().click();
      await actors.getByText("In the story:").waitFor();
      expect(await page.evaluate(wider), `names at ${width}`).toBeLessThanOrEqual(0);
      await show(page, `${story}#/now`);
      await page.getByText("that the numbers stand for").click();
      expect(await page.evaluate(wider), `footnotes at ${width}`).toBeLessThanOrEqual(0);
      await show(page, `${story}#/search?q=script`);
      await page.waitForSelector("#hit-0");
      await page.locator("#hit-0").click();
      await settled(page);
      await show(page, `${story}#/timeline`);
      await page
        .locator(width > 600 ? "[data-mark]" : ".list button")
        .first()
        .click();
      await page.waitForSelector(".panel blockquote");
      expect(await page.evaluate("window.pwned")).toBeUndefined();
      expect(trouble).toEqual([]);
      await context.close();
    }
  }, 240_000);
});
