import { conjunctHeads } from "../clauses/phrase.ts";
import { treeOf } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import type { Entity, Mention } from "../reference.ts";
import type { Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { GENDERS, NUMBERS } from "./traits.ts";

/** Makes mentions and entities of the links. A plural with several antecedents belongs to the entity of each. */
export function gatherEntities(
  doc: Doc,
  scene: Scene,
  links: readonly Link[],
): { mentions: Mention[]; entities: Entity[] } {
  const { candidates } = scene;
  const sets = setsOf(links);
  const parts = partsOfGroups(doc, scene);
  /** Entity of each set, numbered as they first appear; sets of groups have none of their own. */
  const entityOfSet = new Map<number, number>();
  const partsOfSet = new Map<number, readonly number[]>();
  candidates.forEach((candidate, index) => {
    if (candidate.group && !partsOfSet.has(sets[index]!))
      partsOfSet.set(sets[index]!, parts.get(index) ?? []);
  });
  const entitiesAt = (index: number, depth: number): number[] => {
    const set = sets[index]!;
    const split =
      partsOfSet.get(set) ?? (links[index]!.antecedents.length > 1 ? links[index]!.antecedents : []);
    if (split.length > 1 && depth < 3) {
      return [...new Set(split.flatMap((part) => entitiesAt(part, depth + 1)))];
    }
    const known = entityOfSet.get(set) ?? entityOfSet.size;
    entityOfSet.set(set, known);
    return [known];
  };
  const mentions = candidates.map((candidate, index): Mention => {
    const link = links[index]!;
    return {
      start: doc.start[candidate.first]!,
      end: doc.end[candidate.last - 1]!,
      head: candidate.head,
      form: candidate.form,
      ...(candidate.name >= 0 ? { name: candidate.name } : {}),
      entities: entitiesAt(index, 0),
      score: link.score,
    };
  });
  return { mentions, entities: describe(scene, mentions, entityOfSet.size) };
}

/** The set that each mention belongs to, by its first member: links to one antecedent join (union by the first). */
function setsOf(links: readonly Link[]): Int32Array {
  const parent = Int32Array.from(links, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  links.forEach(({ antecedents }, index) => {
    if (antecedents.length !== 1) return;
    const [a, b] = [find(index), find(antecedents[0]!)];
    parent[Math.max(a, b)] = Math.min(a, b);
  });
  return Int32Array.from(links, (_, index) => find(index));
}

/** Candidates of the conjuncts of each group. */
function partsOfGroups(doc: Doc, scene: Scene): Map<number, number[]> {
  const tree = treeOf(doc);
  const byHead = new Map<number, number>();
  scene.candidates.forEach((candidate, index) => {
    if (!candidate.group) byHead.set(candidate.head, index);
  });
  const parts = new Map<number, number[]>();
  scene.candidates.forEach((candidate, index) => {
    if (!candidate.group) return;
    const found = conjunctHeads(doc, tree, candidate.head).map((head) => byHead.get(head));
    parts.set(
      index,
      found.filter((part) => part !== undefined),
    );
  });
  return parts;
}

function describe(scene: Scene, mentions: readonly Mention[], size: number): Entity[] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  mentions.forEach(({ entities }, index) => {
    for (const entity of entities) lists[entity]!.push(index);
  });
  return lists.map((list, id) => {
    const own = list
      .filter((index) => mentions[index]!.entities.length === 1)
      .map((index) => scene.traits[index]!);
    return {
      id,
      mentions: list,
      number: NUMBERS[commonest(own.map((traits) => traits.number))] ?? "unknown",
      gender: GENDERS[commonest(own.map((traits) => traits.gender))] ?? "unknown",
    };
  });
}

/** The commonest code that is not 0; the lower of two as common. */
function commonest(codes: readonly number[]): number {
  const counts = [0, 0, 0, 0];
  for (const code of codes) if (code > 0) counts[code] = counts[code]! + 1;
  let best = 0;
  for (let code = 1; code < counts.length; code += 1) {
    if (counts[code]! > (best === 0 ? 0 : counts[best]!)) best = code;
  }
  return best;
}
