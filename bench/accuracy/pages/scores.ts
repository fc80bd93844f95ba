/** How a body is scored against what is known of it. */

export interface SegmentCounts {
  readonly inside: number;
  readonly missed: number;
  readonly wrong: number;
}

function normal(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Trafilatura's counts: pieces found that must be there, missed, and found that must not be; white space normalised. */
export function segmentCounts(
  { inside, outside }: { readonly inside: readonly string[]; readonly outside: readonly string[] },
  body: string,
): SegmentCounts {
  const text = normal(body);
  const found = inside.filter((piece) => text.includes(normal(piece))).length;
  const wrong = outside.filter((piece) => text.includes(normal(piece))).length;
  return { inside: found, missed: inside.length - found, wrong };
}

function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** F1 over the bags of stretches of four words (of the whole where it is shorter), as ScrapingHub's benchmark counts. */
export function textF1(gold: string, body: string): number {
  const expected = bagOf(gold);
  const given = bagOf(body);
  let same = 0;
  let all = 0;
  let total = 0;
  for (const [shingle, count] of expected) {
    same += Math.min(count, given.get(shingle) ?? 0);
    total += count;
  }
  for (const count of given.values()) all += count;
  if (total === 0 || all === 0) return total === all ? 1 : 0;
  return (2 * same) / (total + all);
}

function bagOf(text: string): Map<string, number> {
  const words = tokens(text);
  const bag = new Map<string, number>();
  const size = Math.min(4, words.length);
  for (let i = 0; size > 0 && i + size < words.length + 1; i++) {
    const shingle = words.slice(i, i + size).join(" ");
    bag.set(shingle, (bag.get(shingle) ?? 0) + 1);
  }
  return bag;
}

/**
 * ROUGE-LSum (Lin 2004, summary level): for each line of the gold the union of its longest common subsequences with
 * the lines of the body, each word of the body counted once.
 */
export function rougeLsum(gold: string, body: string): number {
  const goldLines = gold
    .split("\n")
    .map(tokens)
    .filter((line) => line.length > 0);
  const bodyLines = body
    .split("\n")
    .map(tokens)
    .filter((line) => line.length > 0);
  const goldCount = countOf(goldLines);
  const bodyCount = countOf(bodyLines);
  const goldTotal = sumOf(goldCount);
  const bodyTotal = sumOf(bodyCount);
  if (goldTotal === 0 || bodyTotal === 0) return goldTotal === bodyTotal ? 1 : 0;
  let hits = 0;
  for (const line of goldLines) {
    for (const i of unionOfLcs(line, bodyLines)) {
      const word = line[i] ?? "";
      const left = Math.min(goldCount.get(word) ?? 0, bodyCount.get(word) ?? 0);
      if (left === 0) continue;
      hits++;
      goldCount.set(word, (goldCount.get(word) ?? 0) - 1);
      bodyCount.set(word, (bodyCount.get(word) ?? 0) - 1);
    }
  }
  return (2 * hits) / (goldTotal + bodyTotal);
}

function countOf(lines: readonly (readonly string[])[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const line of lines) for (const word of line) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

function sumOf(count: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const value of count.values()) sum += value;
  return sum;
}

/** The positions in a line that are in its longest common subsequence with any other line. */
function unionOfLcs(line: readonly string[], others: readonly (readonly string[])[]): ReadonlySet<number> {
  const union = new Set<number>();
  const there = new Set(line);
  for (const other of others) {
    if (union.size === line.length) break;
    if (other.some((word) => there.has(word))) for (const i of lcs(line, other)) union.add(i);
  }
  return union;
}

function lcs(a: readonly string[], b: readonly string[]): readonly number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = 1; i < a.length + 1; i++) {
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1];
      table[i * width + j] = same
        ? (table[(i - 1) * width + j - 1] ?? 0) + 1
        : Math.max(table[(i - 1) * width + j] ?? 0, table[i * width + j - 1] ?? 0);
    }
  }
  const at: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) {
      at.push(i - 1);
      i--;
      j--;
    } else if ((table[(i - 1) * width + j] ?? 0) >= (table[i * width + j - 1] ?? 0)) i--;
    else j--;
  }
  return at;
}
