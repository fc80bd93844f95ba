import { SingleBar } from "cli-progress";

/** Fewer inputs are read before a bar could be looked at. */
const PROGRESS_FROM = 20;

/** A bar on standard error, where somebody may see it. */
export function progress(
  total: number,
  options: { readonly quiet?: true },
  doing = "reading",
): SingleBar | undefined {
  if (total < PROGRESS_FROM || options.quiet || !process.stderr.isTTY) return undefined;
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    format: `${doing} {bar} {value}/{total}`,
  });
  bar.start(total, 0);
  return bar;
}
