/**
 * Which actors and places of different readings are one: block by cheap keys, score by names, roles and kinds, judge.
 * Items that nothing tells apart are one profile; profiles are compared, so that the work grows with the names of a
 * story and not with its reports.
 */
import { nameWords } from "../compare/names.ts";
import type { Actor } from "../record/actor.ts";
import { idOf } from "../record/id.ts";
import type { Identity, Judgement } from "../record/judgement.ts";
import type { Place } from "../record/place.ts";
import type { Reading } from "../record/reading.ts";
import { Clusters } from "./identity/clusters.ts";
import { compareItems } from "./identity/compare.ts";
import { blockKeys, type Item, itemsOf, ownWords, signatureOf } from "./identity/item.ts";

/** From here on two mentions are taken for one. */
const SAME = 0.8;
/** Down to here the question is kept for a person. */
const UNSURE = 0.5;

export interface Identities {
  readonly identities: readonly Identity[];
  readonly judgements: readonly Judgement[];
  /** Identity of a finding, by the id of the finding. */
  readonly identityOf: ReadonlyMap<string, Identity>;
}

/** Items that stand and fall together. */
type Profile = readonly [Item, ...Item[]];

/** Items of which a person has judged stand each for itself. */
function profilesOf(items: readonly Item[], judged: ReadonlySet<string>): Profile[] {
  const groups = Map.groupBy(items, (item) =>
    judged.has(item.finding.id) ? item.finding.id : signatureOf(item),
  );
  return [...groups.values()] as unknown as Profile[];
}

function inOneReport(a: Profile, b: Profile): boolean {
  return a.length === 1 && b.length === 1 && a[0].report === b[0].report;
}

/** Pairs of profiles that share a block key, each once. */
function candidatePairs(profiles: readonly Profile[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  for (const [i, [item]] of profiles.entries()) {
    for (const key of blockKeys(item)) {
      const block = `${item.of} ${key}`;
      const known = blocks.get(block);
      if (known) known.push(i);
      else blocks.set(block, [i]);
    }
  }
  const pairs = new Map<string, [number, number]>();
  for (const block of blocks.values()) {
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) {
        if (!inOneReport(profiles[a]!, profiles[b]!)) pairs.set(`${a} ${b}`, [a, b]);
      }
    }
  }
  return [...pairs.values()];
}

function rolesOf(finding: Actor | Place): readonly { title: string; of?: string }[] {
  return "roles" in finding ? finding.roles : [];
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

/** "The Union" for "the Sarnic Union": a last word that one name in the story alone has. */
function shortNames(profiles: readonly Profile[]): { a: number; b: number; score: number; why: string }[] {
  const isBody = ([{ of, finding }]: Profile) =>
    of === "actor" && (finding.kind === "organisation" || finding.kind === "body");
  const longer = new Map<string, Set<string>>();
  const holders = new Map<string, number>();
  for (const [i, profile] of profiles.entries()) {
    const words = ownWords(profile[0]);
    const last = words.at(-1);
    if (!isBody(profile) || last === undefined || words.length < 2) continue;
    longer.set(last, (longer.get(last) ?? new Set()).add(words.join(" ")));
    if (!holders.has(last)) holders.set(last, i);
  }
  return profiles.flatMap((profile, b) => {
    const words = ownWords(profile[0]);
    const a =
      words.length === 1 && isBody(profile) && longer.get(words[0]!)?.size === 1
        ? holders.get(words[0]!)
        : undefined;
    return a === undefined
      ? []
      : [{ a, b, score: SAME, why: "the last word of one name, and of no other in the story" }];
  });
}

/**
 * Identities over readings, with every judgement that was made on the way. What nothing tells apart is one without a
 * judgement.
 * @param given judgements of persons; they win over what is computed here
 */
export function identify(readings: readonly Reading[], given: readonly Judgement[] = []): Identities {
  const items = itemsOf(readings);
  const profiles = profilesOf(items, new Set(given.flatMap(({ pair }) => pair)));
  const indexOf = new Map(
    profiles.flatMap((profile, i) => profile.map(({ finding }) => [finding.id, i] as const)),
  );
  const clusters = new Clusters(profiles.length);
  const judgements = new Map<string, Judgement>();
  for (const judgement of given) {
    const [a, b] = judgement.pair.map((id) => indexOf.get(id));
    if (a === undefined || b === undefined) continue;
    judgements.set(judgement.pair.join(" "), judgement);
    if (judgement.verdict === "same") clusters.join(a, b);
    else if (judgement.verdict === "not the same") clusters.keepApart(a, b);
  }
  const compared = candidatePairs(profiles).map(([a, b]) => ({
    a,
    b,
    ...compareItems(profiles[a]![0], profiles[b]![0]),
  }));
  const scored = [...compared, ...shortNames(profiles)]
    .filter(({ score }) => score >= UNSURE)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b, score, why } of scored) {
    const pair = pairOf(profiles[a]![0].finding.id, profiles[b]![0].finding.id);
    if (judgements.has(pair.join(" "))) continue;
    const verdict = score < SAME ? "unsure" : clusters.join(a, b) ? "same" : "not the same";
    judgements.set(pair.join(" "), { pair, verdict, score, judge: { kind: "rule", name: "names" }, why });
  }
  const groups = Map.groupBy(profiles.keys(), (i) => clusters.find(i));
  const identities = withPrincipals(
    [...groups.values()].map((group) => identityFrom(group.flatMap((i) => [...profiles[i]!]))),
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
