/**
 * The best tree with one root, from the scores of all arcs (Chu and Liu 1965, Edmonds 1967).
 */

/**
 * @param scores `scores[i * wide + j]`: word j as head of word i · @param roots the root as head of word i
 * @param head gets the head of each word, `size` for the root; its own greedy choice on a tie goes to the lower index
 */
export function bestTree(
  scores: Float32Array,
  wide: number,
  roots: Float32Array,
  size: number,
  head: Int32Array,
): void {
  // One root: the word that gains most by it, or loses least.
  let root = 0;
  let gain = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i += 1) {
    let most = Number.NEGATIVE_INFINITY;
    let at = size;
    for (let j = 0; j < size; j += 1) {
      if (j === i || scores[i * wide + j]! <= most) continue;
      most = scores[i * wide + j]!;
      at = j;
    }
    head[i] = at;
    const margin = size === 1 ? 0 : roots[i]! - most;
    if (margin > gain) {
      gain = margin;
      root = i;
    }
  }
  head[root] = size;
  mend(scores, wide, size, head);
}

/** Takes cycles out one by one: the cheapest change that ties a cycle to what hangs on the root. */
function mend(scores: Float32Array, wide: number, size: number, head: Int32Array): void {
  const mark = new Int32Array(size);
  for (let round = 0; round < size; round += 1) {
    // 1: hangs on the root.
    mark.fill(0);
    let cycle = -1;
    for (let i = 0; i < size; i += 1) {
      let at = i;
      while (at !== size && mark[at] === 0) {
        mark[at] = i + 2;
        at = head[at]!;
      }
      const isTied = at === size || mark[at] === 1;
      if (!isTied && mark[at] === i + 2 && cycle < 0) cycle = at;
      let back = i;
      const paint = isTied ? 1 : -1;
      while (back !== size && mark[back] === i + 2) {
        mark[back] = paint;
        back = head[back]!;
      }
    }
    if (cycle < 0) return;
    let most = Number.NEGATIVE_INFINITY;
    let child = cycle;
    let parent = size;
    let at = cycle;
    do {
      for (let j = 0; j < size; j += 1) {
        if (mark[j] !== 1) continue;
        const change = scores[at * wide + j]! - scores[at * wide + head[at]!]!;
        if (change > most) {
          most = change;
          child = at;
          parent = j;
        }
      }
      at = head[at]!;
    } while (at !== cycle);
    head[child] = parent;
  }
}
