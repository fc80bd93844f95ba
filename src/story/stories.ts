/** Which articles tell of one matter: groups by the telling words that they share. */

export interface Article {
  readonly id: string;
  /** Words or lemmas in plain letters, names included; common ones weigh little. */
  readonly words: readonly string[];
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Weight of a word that `holders` of `all` articles have: 1 for one of a kind, towards 0 for what all have. */
function rarity(holders: number, all: number): number {
  return (all - holders + 0.5) / (all + 0.5);
}

function vectorsOf(articles: readonly Article[]): Vector[] {
  const holders = new Map<string, number>();
  for (const { words } of articles)
    for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return articles.map(({ words }) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = new Map(
      [...counts].map(([word, count]) => {
        const rare = rarity(holders.get(word)!, articles.length);
        return [word, (1 + Math.min(count - 1, 4) / 4) * rare * rare] as const;
      }),
    );
    return {
      weights,
      length: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)),
    };
  });
}

function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [word, weight] of small.weights) product += weight * (large.weights.get(word) ?? 0);
  return a.length === 0 || b.length === 0 ? 0 : product / (a.length * b.length);
}

/** From this mean likeness on two groups of articles are one. */
const ONE_STORY = 0.065;

/**
 * Groups of articles, by the mean likeness of their members (average linkage), in the order of their first article.
 * @param least mean likeness from which on two groups are one
 */
export function storiesOf(articles: readonly Article[], least = ONE_STORY): string[][] {
  const vectors = vectorsOf(articles);
  const sums = articles.map((_, i) =>
    articles.map((_, j) => (i === j ? 0 : likeness(vectors[i]!, vectors[j]!))),
  );
  const groups: (number[] | undefined)[] = articles.map((_, i) => [i]);
  for (;;) {
    let [best, at, with_] = [least, -1, -1];
    for (const [i, left] of groups.entries()) {
      for (let j = i + 1; left && j < groups.length; j++) {
        const right = groups[j];
        if (!right) continue;
        const mean = sums[i]![j]! / (left.length * right.length);
        if (mean > best) [best, at, with_] = [mean, i, j];
      }
    }
    if (at < 0) break;
    groups[at]!.push(...groups[with_]!);
    for (let k = 0; k < groups.length; k++) {
      if (k === at) continue;
      sums[at]![k]! += sums[with_]![k]!;
      sums[k]![at] = sums[at]![k]!;
    }
    groups[with_] = undefined;
  }
  return groups.flatMap((group) => (group ? [group.map((i) => articles[i]!.id)] : []));
}
