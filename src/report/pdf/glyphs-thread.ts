/** The thread in which PDF documents are parsed; `glyphs.ts` starts it. */
import { parentPort } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { type Answer, type Drawn, MOST_PAGES } from "./glyphs.ts";
import type { Glyphs } from "./page-lines.ts";

/** Pieces of text on a page. */
const MOST_PIECES = 20_000;

// On damaged documents the parser rejects promises that nobody holds; the ones that matter are awaited below.
process.on("unhandledRejection", () => {});

parentPort?.on("message", async ({ number, bytes }: { number: number; bytes: Uint8Array }) => {
  const drawn = await drawnIn(bytes).catch(() => undefined);
  const answer: Answer = { number, ...(drawn !== undefined && { drawn }) };
  parentPort?.postMessage(answer);
});

async function drawnIn(bytes: Uint8Array): Promise<Drawn> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  const pages: Glyphs[][] = [];
  for (let i = 1; i <= Math.min(document.numPages, MOST_PAGES); i++) pages.push(await pageOf(document, i));
  const total = document.numPages;
  await document.loadingTask.destroy();
  return { pages, total };
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What a page draws; nothing for a page that is damaged. */
async function pageOf(document: Document, number: number): Promise<Glyphs[]> {
  try {
    const { items } = await (await document.getPage(number)).getTextContent();
    return items.slice(0, MOST_PIECES).flatMap((item) => {
      if (!("str" in item)) return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      return [{ str: item.str, x, y, width: item.width, fontSize: Math.hypot(a, b) }];
    });
  } catch {
    return [];
  }
}
