/** The page as the server sends it: live while a report is added, judged with a token, a digest audited. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtPage } from "../../src/page/built.ts";
import { VIEWS } from "../../web/state/address.ts";
import { exampleReports, type Stand, stand } from "../server/stand.ts";
import { findChromium, launch, type Stage, show } from "./chromium.ts";

describe.skipIf(findChromium() === undefined)("served", () => {
  let stage: Stage;
  let server: Stand;

  beforeAll(async () => {
    server = await stand({ page: builtPage(), reports: exampleReports() });
    stage = await launch();
  }, 180_000);

  afterAll(async () => {
    await stage?.close();
    await server?.close();
  });

  test("every view, under the policy that lets no inline script run", async () => {
    const { page, context, trouble } = await stage.watched();
    for (const view of VIEWS) await show(page, `${server.address}/#/${view}`);
    const policy = (await server.ask("/")).headers.get("content-security-policy");
    expect(policy).toMatch(/script-src 'self'(?:;|$)/);
    expect(trouble).toEqual([]);
    await context.close();
  }, 120_000);

  test("a report that is added shows without a reload", async () => {
    const { page, context, trouble } = await stage.watched();
    await show(page, `${server.address}/#/now`);
    expect(await page.textContent("header")).toMatch(/18 reports/);
    const added = await server.ask("/api/reports?file=new.txt&published=2024-06-26&outlet=The+Ferry+Bell", {
      method: "POST",
      headers: { authorization: `Bearer ${server.token}`, "content-type": "text/plain" },
      body: "Karvelia rejected a second round of talks on Wednesday, Foreign Minister Maren Tolvic said.\n",
    });
    expect(added.status).toBe(201);
    await expect.poll(() => page.textContent("header")).toMatch(/19 reports/);
    expect(trouble).toEqual([]);
    await context.close();
  }, 120_000);

  test("a server that does not answer is said, and asked again", async () => {
    const { page, context } = await stage.watched();
    await show(page, `${server.address}/#/now`);
    await page.route("**/api/conflicts*", (route) => route.abort());
    await page.click('nav a[href*="#/disagreements"]');
    await page.getByText("the server does not answer").waitFor();
    await page.unroute("**/api/conflicts*");
    await page.getByRole("button", { name: "Ask again" }).click();
    await page.locator("main article").first().waitFor();
    await context.close();
  }, 120_000);

  test("judging asks for the token, keeps the judgement, and takes it back", async () => {
    const { page, context } = await stage.watched({ width: 1440 });
    await show(page, `${server.address}/#/reader`);
    await page.locator(".text [data-finding]").first().click();
    await page.locator(".record").getByRole("button", { name: "Right" }).click();
    await page.getByLabel("Token").fill(server.token);
    await page.getByRole("button", { name: "Use it" }).click();
    await page.locator(".record").getByRole("button", { name: "Right" }).click();
    await page.getByText("Judgements made").waitFor();
    await expect
      .poll(async () => ((await (await server.ask("/api/judgements")).json()) as unknown[]).length)
      .toBe(1);
    await page.getByRole("region", { name: "Judgements" }).getByRole("button", { name: "Undo" }).click();
    await page.getByText("Judgements made").waitFor({ state: "detached" });
    expect(await (await server.ask("/api/judgements")).json()).toEqual([]);
    await context.close();
  }, 120_000);

  test("a digest that is pasted in is audited sentence by sentence", async () => {
    const { page, context } = await stage.watched();
    await show(page, `${server.address}/#/sources`);
    await page
      .getByLabel("The digest")
      .fill("Karvelia holds 340 Tamori soldiers. The parties agreed to build a railway to the moon in 2029.");
    await page.getByRole("button", { name: "Hold against the story" }).click();
    await page.locator(".verdict").first().waitFor();
    expect(await page.locator(".verdict").allTextContents()).toHaveLength(2);
    expect(await page.locator(".verdict").last().textContent()).toMatch(/not found/);
    await context.close();
  }, 120_000);
});
