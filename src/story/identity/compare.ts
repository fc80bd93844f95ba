/** How likely two actors or places of different readings are one. */
import { compareOrganisations, comparePersons, nameWords } from "../../compare/names.ts";
import { isMadeFrom } from "../principals.ts";
import type { Item } from "./item.ts";

/** Persons only with persons; the kinds that readers mix up (state, organisation, body, group) with each other. */
function compatibleKinds(a: Item, b: Item): boolean {
  if (a.of !== b.of) return false;
  if (a.of === "place") return true;
  const isPerson = (item: Item) => item.finding.kind === "person";
  return isPerson(a) === isPerson(b) && (a.finding.kind === "outlet") === (b.finding.kind === "outlet");
}

export interface Verdict {
  readonly score: number;
  readonly why: string;
}

/** One name that one report takes for a person and another for a state or a body. */
function isMistaken(a: Item, b: Item): boolean {
  if (a.of !== "actor" || b.of !== "actor") return false;
  const [left, right] = [nameWords(a.finding.name), nameWords(b.finding.name)];
  return (
    left.length > 0 &&
    left.join(" ") === right.join(" ") &&
    a.finding.kind !== "unnamed" &&
    b.finding.kind !== "unnamed"
  );
}

/** Whether a report may have taken the adjective of a state for a name. */
function isLoneWord({ finding }: Item): boolean {
  const isOffice = "roles" in finding && finding.roles.length > 0;
  return !["unnamed", "group", "outlet"].includes(finding.kind) && !isOffice;
}

/** "Tamori" beside the state "Tamor": a report that only has the adjective. */
function isAdjectiveOf(a: Item, b: Item): boolean {
  if (a.of !== "actor" || b.of !== "actor" || b.finding.kind !== "state" || !isLoneWord(a)) return false;
  const [[word, ...rest], [name, ...more]] = [nameWords(a.finding.name), nameWords(b.finding.name)];
  if (word === undefined || name === undefined || rest.length + more.length > 0) return false;
  return word.length > name.length && isMadeFrom(word, name);
}

/** @param sameOffice whether reports put the two into one office */
export function compareItems(a: Item, b: Item, sameOffice: boolean): Verdict {
  if (!(a.finding.entry && b.finding.entry) && (isAdjectiveOf(a, b) || isAdjectiveOf(b, a)))
    return { score: 0.85, why: "the adjective of a state's name" };
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
  if (left.kind === "person") return comparePersons(left.name, right.name, sameOffice);
  return compareOrganisations(left.name, right.name);
}
