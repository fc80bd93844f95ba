/**
 * Which actors and places of different readings are one: block by cheap keys, score by names, roles and kinds, judge.
 * Readings come and go; what one touches is clustered anew, in an order that does not depend on when it came.
 */

import type { Identity, Judgement } from "../record/judgement.ts";
import type { Reading } from "../record/reading.ts";
import { compareText, dropUnder, setUnder } from "./growing/order.ts";
import { backingsOf } from "./identity/backing.ts";
import { type Cluster, type Face, faceOf, identityFrom, isSameFace, settleBase } from "./identity/cluster.ts";
import { Clusters } from "./identity/clusters.ts";
import { compareItems, type Verdict } from "./identity/compare.ts";
import { blockKeys, itemsOf, signatureOf } from "./identity/item.ts";
import { NameIndex } from "./identity/name-index.ts";
import { inOneReport, type Profile, profileOf, shareOffice, tally } from "./identity/profile.ts";
import { ShortNames } from "./identity/short-names.ts";

export type { Face } from "./identity/cluster.ts";

/** From here on two mentions are taken for one. */
const SAME = 0.8;
/** Down to here the question is kept for a person. */
const UNSURE = 0.5;

interface Edge extends Verdict {
  readonly a: Profile;
  readonly b: Profile;
}

function pairOf(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

function firstId({ items }: Profile): string {
  let first: string | undefined;
  for (const id of items.keys()) if (first === undefined || id < first) first = id;
  return first!;
}

export class Identities {
  readonly #given: readonly Judgement[];
  readonly #judged = new Map<string, Judgement[]>();
  readonly #profiles = new Map<string, Profile>();
  readonly #profileOf = new Map<string, Profile>();
  readonly #blocks = new Map<string, Set<Profile>>();
  readonly #short = new ShortNames();
  readonly #clusterOf = new Map<Profile, Cluster>();
  readonly #byId = new Map<string, Cluster>();
  /** Profiles that say they speak for a profile, by its signature. */
  readonly #backers = new Map<string, Set<Profile>>();
  readonly #faces = new Map<Profile, Face>();
  readonly #names = new NameIndex({
    clusterAt: (signature) => this.#clusterAt(signature),
    actorsUnder: (key) => this.#blocks.get(`actor ${key}`) ?? [],
    touch: (profile) => this.#recount.add(profile),
  });
  readonly #regroup = new Set<Profile>();
  readonly #recount = new Set<Profile>();

  /** @param given judgements of persons; they win over what is computed here */
  constructor(given: readonly Judgement[] = []) {
    this.#given = given;
    for (const judgement of given)
      for (const id of judgement.pair) this.#judged.set(id, [...(this.#judged.get(id) ?? []), judgement]);
  }

  add(reading: Reading): void {
    this.#tally(reading, 1);
  }

  remove(reading: Reading): void {
    this.#tally(reading, -1);
  }

  identityOf(finding: string): Face | undefined {
    const profile = this.#profileOf.get(finding);
    return profile && this.#faces.get(profile);
  }

  faceOf(id: string): Face | undefined {
    const cluster = this.#byId.get(id);
    const [profile] = cluster?.profiles ?? [];
    return profile && this.#faces.get(profile);
  }

  /** Every identity in full. @param inOrder puts ids of reports in order of publication */
  all(inOrder: (reports: Iterable<string>) => string[]): Identity[] {
    const clusters = [...this.#byId.values()].sort((a, b) => compareText(a.id, b.id));
    return clusters.map((cluster) => {
      cluster.full ??= identityFrom(cluster, this.#faceIn(cluster), inOrder);
      return cluster.full;
    });
  }

  /** Every judgement that was made on the way, those of persons first. */
  judgements(): Judgement[] {
    const found = new Map(
      this.#given
        .filter(({ pair }) => pair.every((id) => this.#profileOf.has(id)))
        .map((judgement) => [judgement.pair.join(" "), judgement]),
    );
    const edges = [...this.#profiles.values()].flatMap((a) =>
      this.#edgesOf(a, UNSURE).filter(({ b }) => a.signature < b.signature),
    );
    const byScore = edges
      .map(({ a, b, score, why }) => ({ pair: pairOf(firstId(a), firstId(b)), a, b, score, why }))
      .sort((x, y) => y.score - x.score || compareText(x.pair.join(" "), y.pair.join(" ")));
    for (const { pair, a, b, score, why } of byScore) {
      const key = pair.join(" ");
      if (found.has(key)) continue;
      const isOne = this.#clusterOf.get(a) === this.#clusterOf.get(b);
      const verdict = score < SAME ? "unsure" : isOne ? "same" : "not the same";
      found.set(key, { pair, verdict, score, judge: { kind: "rule", name: "names" }, why });
    }
    return [...found.values()];
  }

  /** Clusters what was touched. @returns ids of the reports for which an identity is not what it was */
  settle(): Set<string> {
    const touched = this.#regrouped();
    for (const { profiles } of touched)
      for (const { signature } of profiles) this.#names.regrouped(signature);
    for (const profile of this.#recount) {
      const cluster = this.#clusterOf.get(profile);
      if (cluster) touched.add(cluster);
    }
    this.#recount.clear();
    const changed = this.#rebased(touched);
    return this.#refaced(changed);
  }

  #clusterAt(signature: string): Cluster | undefined {
    const profile = this.#profiles.get(signature);
    return profile && this.#clusterOf.get(profile);
  }

  #faceIn(cluster: Cluster): Face {
    const [profile] = cluster.profiles;
    return this.#faces.get(profile!)!;
  }

  #tally(reading: Reading, by: 1 | -1): void {
    const items = itemsOf([reading]);
    const signatures = new Map(
      items.map((item) => {
        const { id } = item.finding;
        return [id, this.#judged.has(id) ? id : signatureOf(item)] as const;
      }),
    );
    const backingOf = backingsOf(reading, signatures);
    this.#names.tallyCapitals(reading, signatures, by);
    for (const item of items) {
      const { finding } = item;
      const profile = this.#open(signatures.get(finding.id)!, item);
      const size = profile.items.size;
      const offices = profile.offices.size;
      const backing = item.of === "actor" && "roles" in finding ? backingOf(finding) : undefined;
      tally(profile, item, backing, by);
      if (by > 0) this.#profileOf.set(finding.id, profile);
      else this.#profileOf.delete(finding.id);
      for (const signature of [backing?.represents, ...(backing?.named ?? [])]) {
        if (signature === undefined) continue;
        const backs = profile.represents.has(signature) || profile.named.has(signature);
        if (backs) setUnder(this.#backers, signature).add(profile);
        else dropUnder(this.#backers, signature, profile);
      }
      if (profile.offices.size !== offices) this.#compare(profile);
      this.#names.tallyTown(item, by);
      this.#names.tallyHints(profile, backing?.hints ?? []);
      // A name that stands once may be kept apart from another of its report; from two on it is not.
      if (size <= 2) this.#regroup.add(profile);
      this.#recount.add(profile);
      if (profile.items.size === 0) this.#close(profile);
    }
  }

  #open(signature: string, item: Parameters<typeof profileOf>[1]): Profile {
    const known = this.#profiles.get(signature);
    if (known) return known;
    const profile = profileOf(signature, item);
    this.#profiles.set(signature, profile);
    for (const near of this.#short.add(profile)) this.#regroup.add(near);
    this.#compare(profile);
    for (const key of blockKeys(item)) setUnder(this.#blocks, `${item.of} ${key}`).add(profile);
    this.#names.open(profile);
    return profile;
  }

  #close(profile: Profile): void {
    this.#profiles.delete(profile.signature);
    for (const near of this.#short.remove(profile)) this.#regroup.add(near);
    for (const key of blockKeys(profile.sample))
      dropUnder(this.#blocks, `${profile.sample.of} ${key}`, profile);
    this.#names.close(profile);
    for (const signature of profile.near.keys()) {
      const other = this.#profiles.get(signature);
      other?.near.delete(profile.signature);
      if (other) this.#regroup.add(other);
    }
    this.#regroup.add(profile);
  }

  /** Holds a profile against all that share a key with it. */
  #compare(profile: Profile): void {
    const others = new Set(
      blockKeys(profile.sample).flatMap((key) => [
        ...(this.#blocks.get(`${profile.sample.of} ${key}`) ?? []),
      ]),
    );
    for (const other of others) {
      if (other === profile) continue;
      const verdict = compareItems(profile.sample, other.sample, shareOffice(profile, other));
      const before = profile.near.get(other.signature)?.score ?? 0;
      const isNear = verdict.score >= UNSURE;
      if (isNear) {
        profile.near.set(other.signature, verdict);
        other.near.set(profile.signature, verdict);
      } else {
        profile.near.delete(other.signature);
        other.near.delete(profile.signature);
      }
      if (before !== (isNear ? verdict.score : 0)) this.#regroup.add(profile).add(other);
    }
  }

  #edgesOf(profile: Profile, least: number): Edge[] {
    const edges = [...profile.near].flatMap(([signature, verdict]): Edge[] => {
      const other = this.#profiles.get(signature);
      return other && verdict.score >= least && !inOneReport(profile, other)
        ? [{ a: profile, b: other, ...verdict }]
        : [];
    });
    const short = this.#short.near(profile).map((other) => ({
      a: profile,
      b: other,
      score: SAME,
      why: "the last word of one name, and of no other in the story",
    }));
    return [...edges, ...short];
  }

  #judgedNear(profile: Profile): Profile[] {
    return [...profile.items.keys()].flatMap((id) =>
      (this.#judged.get(id) ?? []).flatMap(({ pair, verdict }) =>
        verdict === "same" ? pair.flatMap((one) => this.#profileOf.get(one) ?? []) : [],
      ),
    );
  }

  /** Everything that hangs together with a profile by what is the same. */
  #circle(start: Profile): Set<Profile> {
    const circle = new Set([start]);
    for (const profile of circle) {
      for (const { b } of this.#edgesOf(profile, SAME)) circle.add(b);
      for (const other of this.#judgedNear(profile)) circle.add(other);
    }
    return circle;
  }

  #regrouped(): Set<Cluster> {
    const todo = new Set(this.#regroup);
    for (const profile of this.#regroup)
      for (const other of this.#clusterOf.get(profile)?.profiles ?? []) todo.add(other);
    this.#regroup.clear();
    const fresh = new Set<Cluster>();
    const done = new Set<Profile>();
    for (const start of todo) {
      if (done.has(start) || !this.#profiles.has(start.signature)) continue;
      const circle = this.#circle(start);
      for (const profile of circle) done.add(profile);
      for (const cluster of this.#clustered([...circle])) fresh.add(cluster);
    }
    for (const profile of todo) {
      if (this.#profiles.has(profile.signature)) continue;
      const old = this.#clusterOf.get(profile);
      if (old && this.#byId.get(old.id) === old) this.#byId.delete(old.id);
      this.#clusterOf.delete(profile);
      this.#faces.delete(profile);
    }
    return fresh;
  }

  /** Joins the profiles of a circle by score, but for what persons keep apart. */
  #clustered(circle: Profile[]): Cluster[] {
    circle.sort((a, b) => compareText(a.signature, b.signature));
    const at = new Map(circle.map((profile, i) => [profile, i]));
    const clusters = new Clusters(circle.length);
    const given = new Set(
      circle.flatMap(({ items }) => [...items.keys()].flatMap((id) => this.#judged.get(id) ?? [])),
    );
    for (const judgement of this.#given) {
      if (!given.has(judgement)) continue;
      const [a, b] = judgement.pair.map((id) => at.get(this.#profileOf.get(id)!));
      if (a === undefined || b === undefined) continue;
      if (judgement.verdict === "same") clusters.join(a, b);
      else if (judgement.verdict === "not the same") clusters.keepApart(a, b);
    }
    const edges = circle
      .flatMap((profile, a) =>
        this.#edgesOf(profile, SAME).map(({ b, score }) => ({ a, b: at.get(b)!, score })),
      )
      .filter(({ a, b }) => a < b)
      .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    for (const { a, b } of edges) clusters.join(a, b);
    for (const profile of circle) {
      const old = this.#clusterOf.get(profile);
      if (old && this.#byId.get(old.id) === old) this.#byId.delete(old.id);
    }
    const groups = [...Map.groupBy(circle.keys(), (i) => clusters.find(i)).values()];
    return groups.map((group) => {
      const cluster: Cluster = { id: "", profiles: group.map((i) => circle[i]!) };
      for (const profile of cluster.profiles) this.#clusterOf.set(profile, cluster);
      return cluster;
    });
  }

  /** Brings ids, kinds and principals up to date; with what has changed go all who speak for it. */
  #rebased(touched: ReadonlySet<Cluster>): Set<Cluster> {
    const changed = new Set<Cluster>();
    for (const cluster of touched) {
      const before = JSON.stringify([cluster.id, cluster.base]);
      cluster.full = undefined;
      settleBase(cluster, this.#names);
      const { seat } = cluster.base!;
      if (seat !== undefined)
        for (const profile of cluster.profiles) setUnder(this.#backers, seat).add(profile);
      this.#byId.set(cluster.id, cluster);
      if (before !== JSON.stringify([cluster.id, cluster.base])) changed.add(cluster);
    }
    for (const cluster of changed)
      for (const { signature } of cluster.profiles)
        for (const backer of this.#backers.get(signature) ?? []) {
          const its = this.#clusterOf.get(backer);
          if (its) changed.add(its);
        }
    return changed;
  }

  #refaced(touched: ReadonlySet<Cluster>): Set<string> {
    const reports = new Set<string>();
    for (const cluster of touched) {
      const face = faceOf(cluster, (signature) => this.#clusterAt(signature));
      for (const profile of cluster.profiles) {
        const before = this.#faces.get(profile);
        if (before && isSameFace(before, face)) continue;
        for (const { report } of profile.items.values()) reports.add(report);
      }
      for (const profile of cluster.profiles) this.#faces.set(profile, face);
    }
    return reports;
  }
}
