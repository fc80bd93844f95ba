/** Damaged inputs through opening and reading: nothing may throw, hang, or cost what stands beside it. */
import { read } from "../../src/read.ts";
import type { Report } from "../../src/record/report.ts";
import { chunksOf } from "../../src/report/open/byte-stream.ts";
import { open } from "../../src/report/open/open.ts";
import { type ReportOptions, readReport } from "../../src/report/read-report.ts";
import { Chance, mutated } from "./mutate.ts";
import { kinds } from "./seeds.ts";

export interface Case {
  readonly seed: number;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** Records inside that must come out as they went in. */
  readonly siblings: readonly Uint8Array[];
}

export interface Tried {
  readonly reports: number;
  readonly diagnostics: number;
  readonly ms: number;
  /** What went wrong; empty where nothing did. */
  readonly faults: readonly string[];
}

/** One input in so many goes through the whole of reading; the others as far as the report. */
const WHOLE_EVERY = 40;
/** No small input takes so long, in milliseconds. */
const LONGEST = 20_000;

/** The input that a seed stands for. */
export function caseOf(seed: number): Case {
  const chance = new Chance(seed);
  const kind = kinds[seed % kinds.length]!;
  const other = chance.of(kinds).whole;
  const { around, record } = kind;
  if (around === undefined || record === undefined || chance.below(2) === 0) {
    return { seed, kind: kind.name, bytes: mutated(kind.whole, chance, other), siblings: [] };
  }
  const siblings = [record(7), record(8)] as const;
  const bytes = around(mutated(record(9), chance, other), ...siblings);
  return { seed, kind: kind.name, bytes, siblings };
}

/** Opens and reads a case beside a sound text. */
export async function tried({ seed, bytes, siblings }: Case): Promise<Tried> {
  const faults: string[] = [];
  let reports = 0;
  let diagnostics = 0;
  const started = performance.now();
  const seen: string[] = [];
  try {
    const chance = new Chance(seed);
    const step = chance.of([1 << 20, 4096, 97]);
    const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
      bytes.subarray(i * step, (i + 1) * step),
    );
    const source = { file: `seed-${seed}`, chunks: () => chunksOf(...pieces) };
    for await (const item of open(source, { say: () => diagnostics++ })) {
      const { bytes, ...options } = item;
      const report = await reportOf(seed, bytes, options);
      reports++;
      diagnostics += report.diagnostics.length;
      seen.push(report.text);
      faults.push(...unsound(report));
    }
    for (const sibling of siblings) if (!(await isThere(sibling, seen))) faults.push("a sibling is lost");
    if (reports === 0 && diagnostics === 0 && bytes.length > 0)
      faults.push("nothing was read and nothing was said");
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const ms = performance.now() - started;
  if (ms >= LONGEST) faults.push(`took ${Math.round(ms)} ms`);
  return { reports, diagnostics, ms, faults };
}

async function reportOf(seed: number, bytes: Uint8Array, options: ReportOptions): Promise<Report> {
  return seed % WHOLE_EVERY === 0 ? (await read(bytes, options)).report : readReport(bytes, options);
}

/** True where the text that a sound record has is among those that were read. */
async function isThere(sibling: Uint8Array, seen: readonly string[]): Promise<boolean> {
  for await (const { bytes, ...options } of open(
    { file: "sibling", chunks: () => chunksOf(sibling) },
    { say: () => {} },
  )) {
    if (!seen.includes((await readReport(bytes, options)).text)) return false;
  }
  return true;
}

/** What every report keeps to. */
function unsound({ text, blocks, diagnostics }: Report): readonly string[] {
  const faults: string[] = [];
  let last = 0;
  for (const { start, end } of blocks) {
    if (start < last || end <= start || end > text.length)
      faults.push(`block [${start}, ${end}) after ${last} of ${text.length}`);
    last = end;
  }
  if (text === "" && diagnostics.length === 0) faults.push("an empty report without a word why");
  return faults;
}
