import type { Reference } from "../record/finding.ts";
import type { Findings, Kind } from "../record/reading.ts";
import type { Report } from "../record/report.ts";
import type { Range } from "../record/span.ts";
import type { Statement } from "../record/statement.ts";
import { toldBy } from "./told-by.ts";

/** Kinds that somebody can be held to. That an actor, a place or a date is named needs nobody's word. */
const SAID = ["events", "statements", "positions", "proposals", "claims"] as const satisfies readonly Kind[];

/** A finding belongs to a statement when this share of it stands in what is said. */
const SHARE = 0.8;

/**
 * Says of every finding on whose word the report tells it: fills `according` from the statement around it, outermost
 * first (cited outlet, unnamed source, speaker), and makes what is `asserted` inside a statement `reported`.
 * The publishing outlet is never in the chain. What stands in `hearsay` is reported too, on nobody's word.
 */
export function attribute(report: Report, found: Findings, hearsay: readonly Range[] = []): Findings {
  const told = new Told(report, found);
  const rumoured = covering(report.text.length, hearsay);
  const attributed = { ...found };
  for (const kind of SAID) {
    const findings = found[kind].map((finding) => {
      const chain = told.chainAround(finding.at[0], finding.id);
      if (chain === undefined && kind === "statements") return told.outlets(finding as Statement);
      if (chain === undefined && !(finding.modality === "asserted" && rumoured(finding.at[0]) >= SHARE))
        return finding;
      if (chain === undefined) return { ...finding, modality: "reported" as const };
      const modality = finding.modality === "asserted" ? "reported" : finding.modality;
      return { ...finding, according: chain, modality };
    });
    Object.assign(attributed, { [kind]: findings });
  }
  return attributed;
}

/** The statements of a report, asked which of them tells a range of its text. */
class Told {
  readonly #byId: ReadonlyMap<string, Statement>;
  /** What is told, by start; a stretch's `reach` is the farthest end up to it. */
  readonly #sorted: readonly { readonly statement: Statement; readonly told: Range }[];
  readonly #reach: Int32Array;
  readonly #outlets: ReadonlySet<string>;
  readonly #unnamed: ReadonlySet<string>;
  readonly #publisher: string;

  constructor(report: Report, found: Findings) {
    this.#byId = new Map(found.statements.map((statement) => [statement.id, statement]));
    this.#sorted = found.statements
      .flatMap((statement) => toldBy(statement).map((told) => ({ statement, told })))
      .sort((a, b) => a.told.start - b.told.start || b.told.end - a.told.end);
    this.#reach = new Int32Array(this.#sorted.length);
    let farthest = 0;
    this.#sorted.forEach(({ told }, i) => {
      farthest = Math.max(farthest, told.end);
      this.#reach[i] = farthest;
    });
    const ofKind = (kind: string) =>
      new Set(found.actors.filter((one) => one.kind === kind).map(({ id }) => id));
    this.#outlets = ofKind("outlet");
    this.#unnamed = ofKind("unnamed");
    this.#publisher = plain(report.outlet?.value ?? "");
  }

  /** Who says what stands at a range; nothing where the report says it itself. */
  chainAround(range: Range, id: string): Reference[] | undefined {
    const inner = this.#innermost(range, id);
    return inner && this.#chain(inner);
  }

  /** A statement in the report's own voice still rests on the outlet that carried it. */
  outlets(statement: Statement): Statement {
    const carried = this.#ordered(statement.via, statement.speaker).filter(({ id }) => this.#outlets.has(id));
    return carried.length === 0 ? statement : { ...statement, according: carried };
  }

  #innermost(range: Range, id: string): Statement | undefined {
    let best: { statement: Statement; told: Range } | undefined;
    let i = this.#before(range.end) - 1;
    for (; i >= 0 && this.#reach[i]! > range.start; i--) {
      const one = this.#sorted[i]!;
      const own = one.statement.id;
      if (own === id || this.#isWithin(one.statement, id) || share(range, one.told) < SHARE) continue;
      if (!best || length(one.told) < length(best.told)) best = one;
    }
    return best?.statement;
  }

  /** True for a statement that is itself told inside the one asked about. */
  #isWithin(statement: Statement, id: string): boolean {
    for (let outer = statement.nestedIn; outer !== undefined; outer = this.#byId.get(outer)?.nestedIn) {
      if (outer === id) return true;
    }
    return false;
  }

  /** Number of stretches that start before an offset. */
  #before(offset: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]!.told.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #chain(inner: Statement): Reference[] {
    const layers: Statement[] = [];
    for (
      let one: Statement | undefined = inner;
      one;
      one = one.nestedIn === undefined ? undefined : this.#byId.get(one.nestedIn)
    ) {
      layers.unshift(one);
      if (layers.length > 16) break;
    }
    const chain = layers.flatMap(({ via, speaker }) => this.#ordered(via, speaker));
    return [...new Map(chain.map((one) => [one.id, one])).values()].filter(
      ({ name }) => plain(name) !== this.#publisher,
    );
  }

  /** Outlets first, then unnamed sources, then who else speaks. */
  #ordered(via: readonly Reference[], speaker: readonly Reference[]): Reference[] {
    const all = [...via, ...speaker];
    const isOutlet = ({ id }: Reference) => this.#outlets.has(id);
    const isUnnamed = ({ id }: Reference) => this.#unnamed.has(id);
    return [
      ...all.filter(isOutlet),
      ...all.filter((one) => !isOutlet(one) && isUnnamed(one)),
      ...all.filter((one) => !isOutlet(one) && !isUnnamed(one)),
    ];
  }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the\s+/u, "");
}

function length({ start, end }: Range): number {
  return end - start;
}

/** How much of the first range the second covers, 0..1. */
function share(range: Range, of: Range): number {
  const common = Math.min(range.end, of.end) - Math.max(range.start, of.start);
  return common <= 0 ? 0 : common / length(range);
}

/** Tells how much of a range some ranges cover, 0..1. */
function covering(size: number, ranges: readonly Range[]): (range: Range) => number {
  if (ranges.length === 0) return () => 0;
  const before = new Int32Array(size + 1);
  const covered = new Uint8Array(size);
  for (const { start, end } of ranges) covered.fill(1, start, end);
  for (let at = 0; at < size; at++) before[at + 1] = before[at]! + covered[at]!;
  return ({ start, end }) => (end > start ? (before[end]! - before[start]!) / (end - start) : 0);
}
