/**
 * Scores of coreference as the CoNLL 2011/2012 shared tasks count them (Pradhan and others 2014): MUC (Vilain and
 * others 1995), B³ (Bagga and Baldwin 1998) and CEAFe (Luo 2005), and the mean of their F1.
 * A mention is a key that stands for its span; key and response share mentions where the spans are the same.
 */

/** Each inner list is one entity: the keys of its mentions. */
export type Clusters = readonly (readonly string[])[];

/** Numerators and denominators, so that documents can be summed before dividing. */
export interface Tally {
  precisionSum: number;
  precisionOver: number;
  recallSum: number;
  recallOver: number;
}

export const emptyTally = (): Tally => ({ precisionSum: 0, precisionOver: 0, recallSum: 0, recallOver: 0 });

export function addTally(into: Tally, more: Tally): void {
  into.precisionSum += more.precisionSum;
  into.precisionOver += more.precisionOver;
  into.recallSum += more.recallSum;
  into.recallOver += more.recallOver;
}

/** Precision, recall and F1 in 0..1; 0 where nothing was there to count. */
export function rates(tally: Tally): { precision: number; recall: number; f1: number } {
  const precision = tally.precisionOver > 0 ? tally.precisionSum / tally.precisionOver : 0;
  const recall = tally.recallOver > 0 ? tally.recallSum / tally.recallOver : 0;
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  };
}

function ownersOf(clusters: Clusters): Map<string, number> {
  const owners = new Map<string, number>();
  clusters.forEach((cluster, index) => {
    for (const mention of cluster) owners.set(mention, index);
  });
  return owners;
}

/** MUC: links that have to be added to join what the other side holds apart. */
export function muc(key: Clusters, response: Clusters): Tally {
  const [recallSum, recallOver] = links(key, ownersOf(response));
  const [precisionSum, precisionOver] = links(response, ownersOf(key));
  return { precisionSum, precisionOver, recallSum, recallOver };
}

function links(clusters: Clusters, owners: ReadonlyMap<string, number>): [number, number] {
  let kept = 0;
  let all = 0;
  for (const cluster of clusters) {
    const parts = new Set<string | number>(cluster.map((mention) => owners.get(mention) ?? mention));
    kept += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [kept, all];
}

/** B³: for each mention, how much of its entity is shared by both sides. */
export function bCubed(key: Clusters, response: Clusters): Tally {
  const [recallSum, recallOver] = shares(key, response);
  const [precisionSum, precisionOver] = shares(response, key);
  return { precisionSum, precisionOver, recallSum, recallOver };
}

function shares(clusters: Clusters, others: Clusters): [number, number] {
  const owners = ownersOf(others);
  let sum = 0;
  let over = 0;
  for (const cluster of clusters) {
    const common = new Map<number, number>();
    for (const mention of cluster) {
      const owner = owners.get(mention);
      if (owner !== undefined) common.set(owner, (common.get(owner) ?? 0) + 1);
    }
    for (const count of common.values()) sum += (count * count) / cluster.length;
    over += cluster.length;
  }
  return [sum, over];
}

/** CEAFe: entities are paired one to one so that the likeness 2·|K∩R| ÷ (|K|+|R|) sums to the most. */
export function ceafE(key: Clusters, response: Clusters): Tally {
  const owners = ownersOf(response);
  const likeness = key.map((cluster) => {
    const row = new Array<number>(response.length).fill(0);
    for (const mention of cluster) {
      const owner = owners.get(mention);
      if (owner !== undefined) row[owner] = row[owner]! + 1;
    }
    return row.map((common, other) => (2 * common) / (cluster.length + response[other]!.length));
  });
  const sum = key.length === 0 || response.length === 0 ? 0 : bestAssignment(likeness);
  return { precisionSum: sum, precisionOver: response.length, recallSum: sum, recallOver: key.length };
}

/** The greatest sum over one-to-one pairs of rows and columns (Hungarian method with potentials, O(n²m)). */
export function bestAssignment(gains: readonly (readonly number[])[]): number {
  const tall = gains.length > (gains[0]?.length ?? 0);
  const rows = tall ? (gains[0]?.length ?? 0) : gains.length;
  const columns = tall ? gains.length : (gains[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(tall ? gains[column]![row]! : gains[row]![column]!);
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    owner[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = owner[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let each = 1; each <= columns; each += 1) {
        if (used[each] === 1) continue;
        const reduced = cost(current - 1, each - 1) - u[current]! - v[each]!;
        if (reduced < least[each]!) {
          least[each] = reduced;
          way[each] = column;
        }
        if (least[each]! < delta) {
          delta = least[each]!;
          next = each;
        }
      }
      for (let each = 0; each <= columns; each += 1) {
        if (used[each] === 1) {
          u[owner[each]!]! += delta;
          v[each]! -= delta;
        } else least[each]! -= delta;
      }
      column = next;
    } while (owner[column] !== 0);
    for (; column !== 0; column = way[column]!) owner[column] = owner[way[column]!]!;
  }
  let sum = 0;
  for (let column = 1; column <= columns; column += 1) {
    if (owner[column]! > 0) sum -= cost(owner[column]! - 1, column - 1);
  }
  return sum;
}

/** Tallies of one or more documents, by metric. */
export interface CoreferenceTally {
  readonly muc: Tally;
  readonly bCubed: Tally;
  readonly ceafE: Tally;
}

export const emptyCoreference = (): CoreferenceTally => ({
  muc: emptyTally(),
  bCubed: emptyTally(),
  ceafE: emptyTally(),
});

/** Adds one document. Entities of a single mention are left out on both sides, as the data have none. */
export function addDocument(into: CoreferenceTally, key: Clusters, response: Clusters): void {
  const joined = response.filter((cluster) => cluster.length > 1);
  addTally(into.muc, muc(key, joined));
  addTally(into.bCubed, bCubed(key, joined));
  addTally(into.ceafE, ceafE(key, joined));
}

/** The mean of the three F1 scores, 0..1. */
export function conllF1(tally: CoreferenceTally): number {
  return (rates(tally.muc).f1 + rates(tally.bCubed).f1 + rates(tally.ceafE).f1) / 3;
}
