/** Profiles that are one, and the face that they show to the rest of the story. */

import { nameWords } from "../../compare/names.ts";
import { idOf } from "../../record/id.ts";
import type { Identity } from "../../record/judgement.ts";
import { compareText } from "../growing/order.ts";
import { isMadeFrom, PRINCIPALS } from "../principals.ts";
import { rankIn } from "../sides.ts";
import { type Profile, wordCount } from "./profile.ts";

interface Base {
  readonly kind: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly roles: Identity["roles"];
  /** Signature of the profile that it represents, as most reports have it. */
  readonly principal: string | undefined;
  /** Signatures of those that its offices or its name name, most often first. */
  readonly named: readonly string[];
  /** Signature of the state whose capital it is. */
  readonly seat: string | undefined;
}

export interface Cluster {
  id: string;
  readonly profiles: readonly Profile[];
  base?: Base;
  full?: Identity | undefined;
}

/** What everything else in a story needs to know of an identity. */
export interface Face {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Ids of the sides that it speaks for; itself, where it is one. */
  readonly sides: readonly string[];
  /** The names of the sides, since sentences use them. */
  readonly sideNames: readonly string[];
  readonly represents?: string;
  /** The rank in which it meets others. */
  readonly rank?: string;
}

function summed(
  profiles: readonly Profile[],
  pick: (profile: Profile) => Iterable<readonly [string, number]>,
) {
  const counts = new Map<string, number>();
  for (const profile of profiles)
    for (const [key, count] of pick(profile)) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/** Keys by count; of equals the longer, then the first in the alphabet. */
function byFrequency(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || compareText(a[0], b[0]))
    .map(([key]) => key);
}

/** What the story knows of names. */
export interface StoryNames {
  /** Whether a town has the name. */
  readonly isTown: (name: string) => boolean;
  /** Signatures of the states and organisations that a word names, or that it is the adjective of. */
  readonly namedBy: (word: string) => readonly string[];
  /** Signature of the state whose capital has this name. */
  readonly seatOf: (name: string) => string | undefined;
}

/** Sides that words beside a name mean, by what other reports tell. */
function hinted(profiles: readonly Profile[], story: StoryNames): string[] {
  const counts = new Map<string, number>();
  for (const [word, n] of summed(profiles, ({ hints }) => hints))
    for (const signature of story.namedBy(word)) counts.set(signature, (counts.get(signature) ?? 0) + n);
  return byFrequency(counts);
}

/** The kind that most reports have. One word that names a place as well is a capital that acts, and no person. */
function kindOf(profiles: readonly Profile[], story: StoryNames): string {
  const counts = summed(profiles, ({ sample, items }) => [[sample.finding.kind, items.size]]);
  const most = Math.max(...counts.values());
  // Of as many reports, those that know more of it than that somebody acts.
  const tied = byFrequency(counts).filter((one) => counts.get(one) === most);
  const kind = tied.find((one) => PRINCIPALS.has(one)) ?? tied[0]!;
  if (kind !== "person") return kind;
  const all = profiles.reduce((sum, { items }) => sum + items.size, 0);
  const inOffice = [...summed(profiles, ({ roles }) => roles).values()].reduce((sum, n) => sum + n, 0);
  const isCity = profiles.every(
    ({ sample: { finding } }) => wordCount(finding.name) === 1 && story.isTown(finding.name),
  );
  return isCity && inOffice * 2 < all ? "state" : kind;
}

/** A state goes by its name, not by the adjective that some report has instead. */
function unmade(names: readonly string[]): string {
  const isMade = (name: string) => {
    const [word, ...rest] = nameWords(name);
    return rest.length === 0 && names.some((other) => isMadeFrom(word!, nameWords(other).join(" ")));
  };
  return names.find((name) => !isMade(name)) ?? names[0]!;
}

/** What the profiles of a cluster come to, each taken by itself. */
export function settleBase(cluster: Cluster, story: StoryNames): void {
  const { profiles } = cluster;
  const kind = kindOf(profiles, story);
  const names = byFrequency(summed(profiles, ({ sample, items }) => [[sample.finding.name, items.size]]));
  const most = Math.max(...names.map(wordCount));
  const fullest = names.find((name) => wordCount(name) === most) ?? names[0]!;
  const signatures = profiles.map(({ signature }) => signature);
  cluster.id = idOf(
    "identity",
    signatures.reduce((a, b) => (b < a ? b : a)),
  );
  const own = new Set(signatures);
  const isOther = (signature: string) => !own.has(signature);
  const named = byFrequency(summed(profiles, ({ named: told }) => told));
  cluster.base = {
    kind,
    name:
      profiles.some(({ sample }) => sample.finding.kind === "person") && kind === "person"
        ? fullest
        : kind === "state"
          ? unmade(names)
          : names[0]!,
    names,
    roles: byFrequency(summed(profiles, ({ roles }) => roles)).map(
      (role) => JSON.parse(role) as Identity["roles"][number],
    ),
    principal: byFrequency(summed(profiles, ({ represents }) => represents)).find(isOther),
    seat:
      kind === "state"
        ? names.map((name) => story.seatOf(name)).find((seat) => seat !== undefined && isOther(seat))
        : undefined,
    named: (named.length > 0 ? named : hinted(profiles, story)).filter(isOther),
  };
}

type ClusterAt = (signature: string) => Cluster | undefined;

/** Clusters that a cluster speaks for: its principal's, those in its offices or name, or itself. */
function sidesOf(cluster: Cluster, clusterAt: ClusterAt, seen: readonly Cluster[] = []): Cluster[] {
  const { kind, principal, named, seat } = cluster.base!;
  if (PRINCIPALS.has(kind) && seat === undefined) return [cluster];
  const behind = seat ?? principal;
  const next = behind === undefined ? undefined : clusterAt(behind);
  if (next && next !== cluster && !seen.includes(next)) return sidesOf(next, clusterAt, [...seen, cluster]);
  const found = new Set(named.flatMap((signature) => clusterAt(signature) ?? []));
  found.delete(cluster);
  // "The two presidents" stand for two sides that the phrase does not name.
  return found.size > 0 || kind === "group" ? [...found] : [cluster];
}

export function faceOf(cluster: Cluster, clusterAt: ClusterAt): Face {
  const { kind, name, roles, principal } = cluster.base!;
  const sides = sidesOf(cluster, clusterAt);
  const phrases = kind === "group" ? [name] : roles.map(({ title }) => title);
  const rank = phrases.map(rankIn).find((one) => one !== undefined);
  const told = principal === undefined ? undefined : clusterAt(principal);
  // An office or a name that names one side says whom its bearer speaks for.
  const isMixed = kind === "group" && /\p{L} and \p{L}/u.test(name);
  const represents = (told ?? (sides.length === 1 && !isMixed ? sides[0] : undefined))?.id;
  return {
    id: cluster.id,
    kind,
    name,
    sides: sides.map(({ id }) => id),
    sideNames: sides.map(({ base }) => base!.name),
    ...(represents === undefined || represents === cluster.id ? {} : { represents }),
    ...(rank === undefined ? {} : { rank }),
  };
}

export function isSameFace(a: Face, b: Face): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The identity with all its members. @param inOrder puts ids of reports in order of publication */
export function identityFrom(
  { profiles, base }: Cluster,
  face: Face,
  inOrder: (reports: Iterable<string>) => string[],
): Identity {
  const items = profiles.flatMap((profile) => [...profile.items.values()]);
  return {
    id: face.id,
    of: profiles[0]!.sample.of,
    kind: face.kind,
    name: face.name,
    names: [...base!.names],
    roles: base!.roles,
    ...(face.represents ? { represents: face.represents } : {}),
    members: items.map(({ finding }) => finding.id).sort(),
    reports: inOrder(new Set(items.map(({ report }) => report))),
  };
}
