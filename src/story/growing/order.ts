/** Lists kept in order while items come and go. */

export type Compare<Item> = (a: Item, b: Item) => number;

/** Index of the first item that `isAtOrAfter`; the list must be parted by it. */
export function firstFrom<Item>(list: readonly Item[], isAtOrAfter: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAtOrAfter(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function insert<Item>(list: Item[], item: Item, compare: Compare<Item>): void {
  const last = list.at(-1);
  if (last === undefined || compare(last, item) < 0) list.push(item);
  else
    list.splice(
      firstFrom(list, (other) => compare(other, item) >= 0),
      0,
      item,
    );
}

export function withdraw<Item>(list: Item[], item: Item, compare: Compare<Item>): void {
  let at = firstFrom(list, (other) => compare(other, item) >= 0);
  while (at < list.length && list[at] !== item) at++;
  if (at < list.length) list.splice(at, 1);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The set under a key, made where it is missing. */
export function setUnder<Key, Item>(sets: Map<Key, Set<Item>>, key: Key): Set<Item> {
  const known = sets.get(key);
  if (known) return known;
  const fresh = new Set<Item>();
  sets.set(key, fresh);
  return fresh;
}

/** Takes an item out of the set under a key; an empty set goes with it. */
export function dropUnder<Key, Item>(sets: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const known = sets.get(key);
  known?.delete(item);
  if (known?.size === 0) sets.delete(key);
}

/** Adds to a count; one that comes to nought is taken out. */
export function count<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
