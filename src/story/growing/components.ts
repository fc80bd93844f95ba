/** Nodes that hang together, while nodes come and go. What is worked out of a component is kept until it changes. */

export class Component<Node extends object, Value> {
  readonly members = new Set<Node>();
  /** What was worked out of the members. */
  value: Value | undefined;
}

/**
 * Components of a graph whose edges are looked up rather than stored.
 * @param near nodes with an edge to a node; those that `isTogether` already may be passed over
 */
export class Components<Node extends object, Value = never> {
  readonly #near: (node: Node, isTogether: (other: Node) => boolean) => Iterable<Node>;
  readonly #homes = new Map<Node, Component<Node, Value>>();
  readonly #all = new Set<Component<Node, Value>>();

  constructor(near: (node: Node, isTogether: (other: Node) => boolean) => Iterable<Node>) {
    this.#near = near;
  }

  of(node: Node): Component<Node, Value> | undefined {
    return this.#homes.get(node);
  }

  all(): Iterable<Component<Node, Value>> {
    return this.#all;
  }

  /** @returns nodes that are in another component than before */
  add(node: Node): Node[] {
    this.#settleIn(node);
    return this.#join(node);
  }

  /** Looks up the edges of a node again, of which there may be more than before. @returns as `add` does */
  rejoin(node: Node): Node[] {
    return this.#join(node);
  }

  /**
   * To be called while the edges of the node can still be looked up.
   * @returns nodes that are in another component than before
   */
  remove(node: Node): Node[] {
    const home = this.#homes.get(node);
    if (!home) return [];
    const near = new Set(this.#near(node, () => false));
    this.#homes.delete(node);
    home.members.delete(node);
    home.value = undefined;
    if (home.members.size === 0) this.#all.delete(home);
    const left = new Set([...near].filter((other) => home.members.has(other)));
    return this.#parted(home, left);
  }

  /** Parts what no longer hangs together once a node with these neighbours is gone. */
  #parted(home: Component<Node, Value>, left: Set<Node>): Node[] {
    const moved: Node[] = [];
    while (left.size > 1) {
      const [start] = left;
      const reached = this.#reached(start!, left, home);
      if (left.size === 0) break;
      const part = new Component<Node, Value>();
      this.#all.add(part);
      for (const one of reached) {
        home.members.delete(one);
        part.members.add(one);
        this.#homes.set(one, part);
        moved.push(one);
      }
    }
    return moved;
  }

  /** What can be reached from a node, or as much of it as it takes to reach everything wanted; what is reached is taken out of the wanted. */
  #reached(start: Node, wanted: Set<Node>, home: Component<Node, Value>): Set<Node> {
    const reached = new Set([start]);
    wanted.delete(start);
    for (const one of reached) {
      if (wanted.size === 0) break;
      for (const other of this.#near(one, (known) => reached.has(known)))
        if (home.members.has(other)) {
          reached.add(other);
          wanted.delete(other);
        }
    }
    return reached;
  }

  #settleIn(node: Node): void {
    const home = new Component<Node, Value>();
    home.members.add(node);
    this.#homes.set(node, home);
    this.#all.add(home);
  }

  #join(node: Node): Node[] {
    const moved: Node[] = [];
    const isTogether = (other: Node) => this.#homes.get(other) === this.#homes.get(node);
    for (const other of this.#near(node, isTogether)) {
      const [own, its] = [this.#homes.get(node)!, this.#homes.get(other)];
      if (!its || its === own) continue;
      const [large, small] = own.members.size >= its.members.size ? [own, its] : [its, own];
      for (const one of small.members) {
        large.members.add(one);
        this.#homes.set(one, large);
        moved.push(one);
      }
      this.#all.delete(small);
      large.value = undefined;
    }
    return moved;
  }
}
