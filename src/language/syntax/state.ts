/**
 * Configuration of an arc-hybrid parse of one sentence (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the
 * front of the buffer, the arcs so far. The root stands behind the last word.
 */

export const SHIFT = 0;

/** Number of transitions for `labels` labels: shift, then left and right arcs by label. */
export function transitionCount(labels: number): number {
  return 1 + 2 * labels;
}

export function isLeft(transition: number): boolean {
  return (transition & 1) === 1;
}

export function labelOf(transition: number): number {
  return (transition - 1) >> 1;
}

export function leftArc(label: number): number {
  return 1 + 2 * label;
}

export function rightArc(label: number): number {
  return 2 + 2 * label;
}

export class State {
  /** Number of words; `size` itself is the root. */
  size = 0;
  /** Front of the buffer. */
  front = 0;
  depth = 0;
  stack: Int32Array = new Int32Array(64);
  head: Int32Array = new Int32Array(64);
  label: Int32Array = new Int32Array(64);
  /** Outermost and next to outermost dependents on each side, -1 for none. */
  left1: Int32Array = new Int32Array(64);
  left2: Int32Array = new Int32Array(64);
  right1: Int32Array = new Int32Array(64);
  right2: Int32Array = new Int32Array(64);
  lefts: Int32Array = new Int32Array(64);
  rights: Int32Array = new Int32Array(64);

  begin(size: number): void {
    if (size + 1 > this.stack.length) {
      const room = (size + 1) * 2;
      this.stack = new Int32Array(room);
      this.head = new Int32Array(room);
      this.label = new Int32Array(room);
      this.left1 = new Int32Array(room);
      this.left2 = new Int32Array(room);
      this.right1 = new Int32Array(room);
      this.right2 = new Int32Array(room);
      this.lefts = new Int32Array(room);
      this.rights = new Int32Array(room);
    }
    this.size = size;
    this.front = 0;
    this.depth = 0;
    this.head.fill(-1, 0, size + 1);
    this.label.fill(0, 0, size + 1);
    this.left1.fill(-1, 0, size + 1);
    this.left2.fill(-1, 0, size + 1);
    this.right1.fill(-1, 0, size + 1);
    this.right2.fill(-1, 0, size + 1);
    this.lefts.fill(0, 0, size + 1);
    this.rights.fill(0, 0, size + 1);
  }

  isDone(): boolean {
    return this.front === this.size && this.depth === 0;
  }

  mayShift(): boolean {
    return this.front < this.size;
  }

  /** A left arc from the root only when one word is left, so that there is one root. */
  mayLeft(): boolean {
    return this.depth > 0 && (this.front < this.size || this.depth === 1);
  }

  mayRight(): boolean {
    return this.depth > 1;
  }

  apply(transition: number): void {
    if (transition === SHIFT) {
      this.stack[this.depth] = this.front;
      this.depth += 1;
      this.front += 1;
      return;
    }
    this.depth -= 1;
    const child = this.stack[this.depth]!;
    this.label[child] = labelOf(transition);
    if (isLeft(transition)) {
      const parent = this.front;
      this.head[child] = parent;
      this.left2[parent] = this.left1[parent]!;
      this.left1[parent] = child;
      this.lefts[parent] = this.lefts[parent]! + 1;
    } else {
      const parent = this.stack[this.depth - 1]!;
      this.head[child] = parent;
      this.right2[parent] = this.right1[parent]!;
      this.right1[parent] = child;
      this.rights[parent] = this.rights[parent]! + 1;
    }
  }
}
