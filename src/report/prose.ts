import type { Diagnostic } from "../record/diagnostic.ts";
import { type Block, isProse, type Report } from "../record/report.ts";

/** Characters of prose that are read for findings: many times the longest of reports, and a bound on time and memory. */
const MOST_READ = 500_000;

/** The blocks that are read, and what is said of those beyond the bound. */
export function proseOf({ text, blocks, file }: Report): { within: readonly Block[]; left?: Diagnostic } {
  const prose = blocks.filter(isProse);
  let length = 0;
  const beyond = prose.findIndex(({ start, end }) => {
    length += end - start;
    return length > MOST_READ;
  });
  if (beyond < 0) return { within: prose };
  const from = beyond === 0 ? prose[0]!.start + MOST_READ : prose[beyond]!.start;
  const within = beyond === 0 ? [{ ...prose[0]!, end: from }] : prose.slice(0, beyond);
  const message = `the text is too long: only the first ${MOST_READ.toLocaleString("en")} characters of prose are read for findings, ${text.length - from} are left out`;
  return {
    within,
    left: {
      code: "text-too-long",
      severity: "warning",
      message,
      where: { ...(file ? { file } : {}), start: from },
    },
  };
}
