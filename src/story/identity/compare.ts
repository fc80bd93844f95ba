/** How likely two actors or places of different readings are one. */
import { compareOrganisations, comparePersons, nameWords } from "../../compare/names.ts";
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

/** @param sameOffice whether reports put the two into one office */
export function compareItems(a: Item, b: Item, sameOffice: boolean): Verdict {
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
