/** The browser that the machine has. Nothing is downloaded: where there is none, one line says how to install it. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium: `CHROMIUM` in the environment, else one on the path. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const known = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM ?? "", ...known, "/usr/bin/chromium"].find(
    (path) => path !== "" && existsSync(path),
  );
}

export const NO_CHROMIUM =
  "no Chromium: what needs a browser is skipped (Debian: apt-get install chromium; elsewhere set CHROMIUM to its path)";

/** How long anything may take to come about, in milliseconds. */
const PATIENCE = 120_000;

const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Anything that a page should not do while it is looked at. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, exceptions, dialogs, requests that leave the machine. */
  readonly trouble: string[];
}

export interface Stage {
  readonly browser: Browser;
  readonly watched: (options?: {
    width?: number;
    height?: number;
    theme?: "light" | "dark";
  }) => Promise<Watched>;
  readonly close: () => Promise<void>;
}

/** @throws Error where there is no browser */
export async function launch(): Promise<Stage> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  const home = mkdtempSync(join(tmpdir(), "parley-browser-"));
  const browser = await chromium.launch({ executablePath, args: ARGS, env: { ...process.env, HOME: home } });
  return {
    browser,
    watched: async ({ width = 1280, height = 900, theme = "light" } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: "reduce",
      });
      // A machine with much else to do is slow, not wrong: each test has a limit of its own.
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const trouble: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(String(error)));
      page.on("dialog", (dialog) => {
        trouble.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!/^(?:file|blob|data):|^http:\/\/127\.0\.0\.1[:/]/.test(request.url()))
          trouble.push(request.url());
      });
      return { page, context, trouble };
    },
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Shows a view and waits until it has its answers. */
export async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Waits until the view that the address names stands there with its answers, and not the one before it. */
export async function settled(page: Page): Promise<void> {
  // The page is asked for its address, since what is known of it here may be a moment old; and asked again after the wait.
  const viewOf = async () => /#\/(\w+)/.exec(String(await page.evaluate("location.hash")))?.[1] ?? "now";
  for (let view = "", now = await viewOf(); view !== now; now = await viewOf()) {
    view = now;
    const answered = `main[data-view="${view}"]:not([aria-busy="true"]):not(:has([aria-busy="true"])) h1`;
    await page.waitForSelector(answered, { state: "attached" });
  }
}
