/** What the noun of a description stands for, and what kind of actor its bearer is by what it does. */
import { type Doc, wordOf, xposOf } from "../../language/doc.ts";
import { singular, titles } from "../../language/names/titles.ts";
import type { ActorKind } from "../../record/actor.ts";
import { isPeople } from "./acting.ts";
import { groupClass, isOfSort, memberClass } from "./groups.ts";

/** What the noun of a description is a word for. */
export type HeadKind = "people" | "person" | "organ" | "house" | "land" | "media" | "machine";

export function headKind(doc: Doc, head: number): HeadKind | undefined {
  const word = wordOf(doc, head).toLowerCase();
  if (isOfSort(word, "media")) return "media";
  if (isOfSort(word, "organ")) return "organ";
  if (isOfSort(word, "house")) return "house";
  const known = titles();
  const tag = xposOf(doc, head);
  if (isOfSort(word, "source")) return tag === "NNS" || word === "people" ? "people" : "person";
  if (isOfSort(word, "land")) return "land";
  if (known.get(word)?.kinds.includes("people")) return "people";
  if (tag === "NNS" && known.get(singular(word))?.kinds.some((kind) => kind === "office" || kind === "role"))
    return "people";
  const group = groupClass(word);
  if (group === "machine") return "machine";
  if (group === "armed" || group === "civil" || isPeople(wordOf(doc, head))) return "people";
  if (/^(?:crowd|mob)s?$/.test(word)) return "people";
  if (known.get(word)?.kinds.some((kind) => kind === "office" || kind === "role") || memberClass(word))
    return "person";
  return undefined;
}

/** Whether a noun for an organ means one: somebody's office only where it tells something, "the army" and police then alone. */
export function isBodyHere(word: string, determiner: string, speaks: boolean, identified: boolean): boolean {
  if (word === "office") return identified && speaks;
  return (
    identified ||
    (speaks && (word === "police" || (/^(?:army|military|navy)$/.test(word) && determiner === "the")))
  );
}

/** What they are who say or want something, though nothing says whose they are: "the ministry", "the premier", "opposition parties". */
export function voicedKind(
  kind: HeadKind,
  word: string,
  {
    determiner,
    speaks,
    isPaired,
    isNamed,
    isOwned,
    isSource,
  }: {
    readonly determiner: string;
    readonly speaks: boolean;
    readonly isPaired: boolean;
    readonly isNamed: boolean;
    /** "Its chief negotiator": one of whom the report has the name, here or elsewhere. */
    readonly isOwned: boolean;
    readonly isSource: boolean;
  },
): ActorKind | undefined {
  if (isPaired || isNamed || kind === "media" || kind === "machine") return undefined;
  if (kind === "organ") return "body";
  if (kind === "house") return "organisation";
  if (kind === "land") return "group";
  if (word === "people" || word === "persons") return undefined;
  if (kind === "people") return speaks && isSource ? "unnamed" : "group";
  return determiner === word || isOwned ? undefined : "unnamed";
}

/** What people are who act, though nothing says whose they are: gunmen, "the rebels", "an Agronese judge". */
export function actingKind(
  kind: HeadKind,
  word: string,
  {
    determiner,
    identified,
    owner,
    speaks,
    isCounted,
    isMany,
    isPaired,
    isNation,
  }: {
    readonly determiner: string;
    readonly identified: boolean;
    readonly owner: "pronoun" | "name" | undefined;
    readonly speaks: boolean;
    readonly isCounted: boolean;
    /** Parties, associations, companies. */
    readonly isMany: boolean;
    readonly isPaired: boolean;
    readonly isNation: boolean;
  },
): ActorKind | undefined {
  // "The two foreign ministers": who is meant by it goes before.
  if (isPaired) return kind === "people" && isOffice(word) && !speaks ? "group" : undefined;
  const group = groupClass(word);
  if (speaks) return kind === "people" && group !== undefined && isCounted ? "group" : undefined;
  if (kind === "machine") return identified ? "group" : undefined;
  if (kind === "person") return /^(?:a|an|one|another)$/.test(determiner) ? "unnamed" : undefined;
  if (owner === "pronoun")
    return (kind === "people" || isMany) && !isOfSort(word, "anybody") ? "group" : undefined;
  const isBare = determiner === word && !isOfSort(word, "anybody");
  if (kind === "organ")
    return group === "armed" && (determiner === "the" || (isBare && word === "police")) ? "body" : undefined;
  if (kind === "land") return isCounted || identified ? "group" : undefined;
  if (kind !== "people" && !isMany) return undefined;
  const isKnown = determiner === "the" && isOffice(word);
  return group !== undefined || isMany || identified || isNation || isCounted || isBare || isKnown
    ? "group"
    : undefined;
}

/** "Ministers", "chiefs": people in the plural by what they hold. */
function isOffice(word: string): boolean {
  const kinds = titles().get(singular(word))?.kinds ?? [];
  return kinds.some((kind) => kind === "office" || kind === "role");
}
