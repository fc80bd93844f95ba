/** Sets that are joined pair by pair, some of which must stay apart. */
export class Clusters {
  readonly #parent: number[];
  readonly #apart = new Map<number, Set<number>>();

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }

  find(item: number): number {
    let root = item;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[item] = root;
    return root;
  }

  keepApart(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)];
    this.#apart.set(left, (this.#apart.get(left) ?? new Set()).add(right));
    this.#apart.set(right, (this.#apart.get(right) ?? new Set()).add(left));
  }

  /** Joins two clusters unless a firm "not the same" stands between them. */
  join(a: number, b: number): boolean {
    const [left, right] = [this.find(a), this.find(b)];
    if (left === right) return true;
    for (const other of this.#apart.get(left) ?? []) if (this.find(other) === right) return false;
    this.#parent[right] = left;
    const apart = this.#apart.get(left) ?? new Set();
    for (const other of this.#apart.get(right) ?? []) {
      apart.add(other);
      this.#apart.set(other, (this.#apart.get(other) ?? new Set()).add(left));
    }
    this.#apart.set(left, apart);
    return true;
  }
}
