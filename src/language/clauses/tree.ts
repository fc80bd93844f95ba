import type { Doc } from "../doc.ts";

/** The dependency trees of a text, read downward. Arrays have one row a token; `-1` ends a list. */
export interface Tree {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First token of the subtree and one past its last. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Tokens so that every head stands before its dependents. Tokens in a cycle are left out. */
  readonly order: Int32Array;
}

const trees = new WeakMap<Doc, Tree>();

/** The trees of a document; made once and kept as long as the document is. Linear in its size. */
export function treeOf(doc: Doc): Tree {
  const known = trees.get(doc);
  if (known !== undefined) return known;
  const made = buildTree(doc);
  trees.set(doc, made);
  return made;
}

function buildTree(doc: Doc): Tree {
  const { size, head } = doc;
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const order = new Int32Array(size);
  let filled = 0;
  for (let token = size - 1; token >= 0; token -= 1) {
    left[token] = token;
    right[token] = token + 1;
    const above = head[token]!;
    if (above < 0 || above >= size) continue;
    nextSibling[token] = firstChild[above]!;
    firstChild[above] = token;
  }
  for (let token = 0; token < size; token += 1) {
    if (head[token]! < 0) {
      order[filled] = token;
      filled += 1;
    }
  }
  for (let at = 0; at < filled; at += 1) {
    for (let child = firstChild[order[at]!]!; child >= 0; child = nextSibling[child]!) {
      order[filled] = child;
      filled += 1;
    }
  }
  for (let at = filled - 1; at >= 0; at -= 1) {
    const token = order[at]!;
    const above = head[token]!;
    if (above < 0) continue;
    if (left[token]! < left[above]!) left[above] = left[token]!;
    if (right[token]! > right[above]!) right[above] = right[token]!;
  }
  return { firstChild, nextSibling, left, right, order: order.subarray(0, filled) };
}

/** Dependents of a token, in text order. */
export function childrenOf(tree: Tree, token: number): number[] {
  const children: number[] = [];
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!)
    children.push(child);
  return children;
}
