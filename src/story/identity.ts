/**
 * Which actors and places of different readings are one: block by cheap keys, score by names, roles and kinds, judge.
 */
import { compareOrganisations, comparePersons, nameWords, skeleton } from "../compare/names.ts";
import type { Actor } from "../record/actor.ts";
import { idOf } from "../record/id.ts";
import type { Identity, Judgement } from "../record/judgement.ts";
import type { Place } from "../record/place.ts";
import type { Reading } from "../record/reading.ts";

/** From here on two mentions are taken for one. */
const SAME = 0.8;
/** Down to here the question is kept for a person. */
const UNSURE = 0.5;

interface Item {
  readonly of: "actor" | "place";
  readonly report: string;
  readonly finding: Actor | Place;
}

export interface Identities {
  readonly identities: readonly Identity[];
  readonly judgements: readonly Judgement[];
  /** Identity of a finding, by the id of the finding. */
  readonly identityOf: ReadonlyMap<string, Identity>;
}

/** Names of persons as far as they are the person's own: "Ral Tenn of Lorvia" is kept under Tenn. */
function ownWords({ of, finding }: Item): readonly string[] {
  const isPerson = of === "actor" && finding.kind === "person";
  return nameWords(isPerson ? finding.name.replace(/(?<=\S)\s+(?:of|from)\s.*$/, "") : finding.name);
}

/** Person names fold to the last word, others to all words and to their initials. */
function blockKeys(item: Item): string[] {
  const { of, finding } = item;
  const keys: string[] = finding.entry ? [`entry ${finding.entry}`] : [];
  const words = ownWords(item);
  const last = words.at(-1);
  if (last === undefined) return keys;
  if (of === "actor" && finding.kind === "person") {
    // A slip may stand anywhere in the last name, so first names are a key too.
    const whole = words.length === 1 ? [`name ${skeleton(last)}`] : [];
    return [
      ...keys,
      ...whole,
      `last ${skeleton(last)}`,
      ...(words.length > 1 ? [`first ${skeleton(words[0]!)}`] : []),
    ];
  }
  const initials = words.map((word) => word[0]).join("");
  return [
    ...keys,
    `name ${words.map(skeleton).join(" ")}`,
    `initials ${words.length === 1 ? last : initials}`,
  ];
}

function rolesOf(finding: Actor | Place): readonly { title: string; of?: string }[] {
  return "roles" in finding ? finding.roles : [];
}

function shareRole(a: Actor, b: Actor): boolean {
  const side = (actor: Actor) =>
    actor.roles.map(
      ({ title, of }) => `${title.toLowerCase().split(" ").at(-1)} ${(of ?? "").toLowerCase()}`,
    );
  const own = new Set(side(a));
  return side(b).some((role) => own.has(role));
}

/** Persons only with persons; the kinds that readers mix up (state, organisation, body, group) with each other. */
function compatibleKinds(a: Item, b: Item): boolean {
  if (a.of !== b.of) return false;
  if (a.of === "place") return true;
  const isPerson = (item: Item) => item.finding.kind === "person";
  return isPerson(a) === isPerson(b) && (a.finding.kind === "outlet") === (b.finding.kind === "outlet");
}

interface Verdict {
  readonly score: number;
  readonly why: string;
}

/** A state or body that one report takes for a person, by a name of one word that others give it. */
function isMistaken(a: Item, b: Item): boolean {
  if (a.of !== "actor" || b.of !== "actor") return false;
  const [left, right] = [nameWords(a.finding.name), nameWords(b.finding.name)];
  return (
    left.length === 1 &&
    left[0] === right[0] &&
    right.length === 1 &&
    a.finding.kind !== "unnamed" &&
    b.finding.kind !== "unnamed"
  );
}

function compareItems(a: Item, b: Item): Verdict {
  if (!compatibleKinds(a, b)) {
    return isMistaken(a, b)
      ? { score: 0.85, why: "one name, read as different kinds" }
      : { score: 0, why: "different kinds" };
  }
  const [left, right] = [a.finding, b.finding];
  if (left.entry && right.entry) {
    return left.entry === right.entry
      ? { score: 1, why: "one gazetteer entry" }
      : { score: 0, why: "different gazetteer entries" };
  }
  if (left.kind === "unnamed" || right.kind === "unnamed")
    return { score: 0, why: "sources without a name are not merged across reports" };
  if (left.kind === "person")
    return comparePersons(left.name, right.name, shareRole(left as Actor, right as Actor));
  return compareOrganisations(left.name, right.name);
}

class Clusters {
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

function itemsOf(readings: readonly Reading[]): Item[] {
  return readings.flatMap(({ report, actors, places }) => [
    ...actors.map((finding): Item => ({ of: "actor", report: report.id, finding })),
    ...places.map((finding): Item => ({ of: "place", report: report.id, finding })),
  ]);
}

/** Pairs that share a block key, each once, of different reports. */
function candidatePairs(items: readonly Item[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    for (const key of blockKeys(item)) {
      const block = `${item.of} ${key}`;
      blocks.set(block, [...(blocks.get(block) ?? []), i]);
    }
  }
  const pairs = new Map<string, [number, number]>();
  for (const block of blocks.values()) {
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i]!, block[j]!];
        if (items[a]!.report !== items[b]!.report) pairs.set(`${a} ${b}`, [a, b]);
      }
    }
  }
  return [...pairs.values()];
}

function pairOf(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
    .map(([value]) => value);
}

function distinctRoles(members: readonly Item[]): Identity["roles"] {
  const roles = new Map(
    members
      .flatMap(({ finding }) => rolesOf(finding))
      .map((role) => [`${role.title}|${role.of ?? ""}`, role]),
  );
  return [...roles.values()];
}

function identityFrom(members: readonly Item[]): Identity {
  const [first] = members;
  const names = byFrequency(members.map(({ finding }) => finding.name));
  const most = Math.max(...names.map((name) => nameWords(name).length));
  const fullest = names.find((name) => nameWords(name).length === most) ?? names[0]!;
  const isPerson = first!.finding.kind === "person";
  const ids = members.map(({ finding }) => finding.id).sort();
  return {
    id: idOf("identity", ids[0]!),
    of: first!.of,
    kind: byFrequency(members.map(({ finding }) => finding.kind))[0]!,
    name: isPerson ? fullest : names[0]!,
    names,
    roles: distinctRoles(members),
    members: ids,
    reports: [...new Set(members.map(({ report }) => report))],
  };
}

/**
 * Identities over readings, with every judgement that was made on the way.
 * @param given judgements of persons; they win over what is computed here
 */
export function identify(readings: readonly Reading[], given: readonly Judgement[] = []): Identities {
  const items = itemsOf(readings);
  const indexOf = new Map(items.map(({ finding }, i) => [finding.id, i]));
  const clusters = new Clusters(items.length);
  const judgements = new Map<string, Judgement>();
  for (const judgement of given) {
    const [a, b] = judgement.pair.map((id) => indexOf.get(id));
    if (a === undefined || b === undefined) continue;
    judgements.set(judgement.pair.join(" "), judgement);
    if (judgement.verdict === "same") clusters.join(a, b);
    else if (judgement.verdict === "not the same") clusters.keepApart(a, b);
  }
  const scored = candidatePairs(items)
    .map(([a, b]) => ({ a, b, ...compareItems(items[a]!, items[b]!) }))
    .filter(({ score }) => score >= UNSURE)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b, score, why } of scored) {
    const pair = pairOf(items[a]!.finding.id, items[b]!.finding.id);
    if (judgements.has(pair.join(" "))) continue;
    const verdict = score < SAME ? "unsure" : clusters.join(a, b) ? "same" : "not the same";
    judgements.set(pair.join(" "), { pair, verdict, score, judge: { kind: "rule", name: "names" }, why });
  }
  const groups = Map.groupBy(items.keys(), (i) => clusters.find(i));
  const identities = withPrincipals(
    [...groups.values()].map((group) => identityFrom(group.map((i) => items[i]!))),
    items,
  );
  return { identities, judgements: [...judgements.values()], identityOf: byMember(identities) };
}

function byMember(identities: readonly Identity[]): Map<string, Identity> {
  return new Map(identities.flatMap((identity) => identity.members.map((id) => [id, identity] as const)));
}

/** Says for each identity whom it represents, by the identity of that principal. */
function withPrincipals(identities: readonly Identity[], items: readonly Item[]): Identity[] {
  const identityOf = byMember(identities);
  const principals = new Map<string, string>();
  for (const { finding } of items) {
    const principal =
      "represents" in finding && finding.represents ? identityOf.get(finding.represents.id) : undefined;
    const own = identityOf.get(finding.id);
    if (principal && own) principals.set(own.id, principal.id);
  }
  return identities.map((identity) => {
    const principal = principals.get(identity.id);
    return principal && principal !== identity.id ? { ...identity, represents: principal } : identity;
  });
}
