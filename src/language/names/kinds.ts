/** From the learnt coarse kind to the record's kind, and to the listed name-bearer. */
import type { NameKind } from "../name.ts";
import { type NameClass, nameClasses } from "./classes.ts";
import { type Entry, type Gazetteer, withoutClass } from "./gazetteer.ts";
import type { CoarseKind } from "./recognise.ts";

export interface Settled {
  readonly kind: NameKind;
  readonly entry?: Entry;
}

/** Region words that follow a bare name: "Donetsk oblast", "the provinces of". */
const CLASS_TAIL =
  /\s+(?:oblasts?|provinces?|regions?|governorates?|states?|count(?:y|ies)|districts?|prefectures?|territor(?:y|ies)|republics?|krais?|raions?|cantons?|peninsula|islands?|valley|city|town)$/i;

export function settleKind(phrase: string, coarse: CoarseKind, lists: Gazetteer): Settled {
  const entries = entriesOf(phrase, lists);
  if (coarse === "person") return { kind: "person" };
  if (coarse === "event" || coarse === "work") {
    const outlet = entries.find((entry) => entry.kind === "outlet" && entry.word !== true);
    return outlet && coarse === "work" ? { kind: "outlet", entry: outlet } : { kind: coarse };
  }
  return coarse === "place" ? settlePlace(phrase, entries, lists) : settleOrganisation(phrase, entries);
}

function entriesOf(phrase: string, lists: Gazetteer): readonly Entry[] {
  const direct = lists.named(phrase);
  if (direct.length > 0) return direct;
  const bare = phrase.replace(/^the /i, "").replace(/['’]s?$/, "");
  if (bare !== phrase && lists.named(bare).length > 0) return lists.named(bare);
  return phrase.length > 4 ? lists.namedInCapitals(phrase) : [];
}

function settlePlace(phrase: string, entries: readonly Entry[], lists: Gazetteer): Settled {
  const state = entries.find((entry) => entry.kind === "state");
  if (state) return { kind: "state", entry: state };
  const listed = entries.find((entry) => entry.kind !== "place" && entry.kind !== "outlet");
  const place = likeliestPlace(entries);
  if (listed && (!place || place.place === "city")) return { kind: listed.kind, entry: listed };
  if (place) return { kind: "place", entry: place };
  const outlet = entries.find((entry) => entry.kind === "outlet" && entry.word !== true);
  if (outlet) return { kind: "outlet", entry: outlet };
  if (CLASS_TAIL.test(phrase)) {
    const bare = phrase.replace(CLASS_TAIL, "");
    const region = lists
      .named(withoutClass(bare))
      .find((entry) => entry.kind === "place" && entry.place !== "city");
    if (region) return { kind: "place", entry: region };
  }
  return { kind: "place" };
}

/** A city before the division that is named after it; any listed region before both. */
export function likeliestPlace(entries: readonly Entry[]): Entry | undefined {
  const places = entries.filter((entry) => entry.kind === "place");
  const region = places.find((entry) => entry.place !== "city" && entry.admin1 === undefined);
  if (region) return region;
  const division = places.find((entry) => entry.place === "region");
  const city = places.find((entry) => entry.place === "city");
  if (division && city) return division.of === city.of || (city.people ?? 0) > 200 ? city : division;
  return division ?? city;
}

const BY_CLASS: Readonly<Partial<Record<NameClass, NameKind>>> = {
  body: "body",
  group: "group",
  outlet: "outlet",
};

function settleOrganisation(phrase: string, entries: readonly Entry[]): Settled {
  const listed = entries.find((entry) => entry.kind !== "place" && entry.kind !== "state");
  if (listed) return { kind: listed.kind, entry: listed };
  const state = entries.find((entry) => entry.kind === "state");
  if (state) return { kind: "state", entry: state };
  const words = phrase.toLowerCase().split(/[\s-]+/);
  // The head of "Ministry of Trade" stands first, that of "Trade Ministry" last.
  const of = words.findIndex((word) => word === "of" || word === "for");
  const head = of > 0 ? words[of - 1]! : words.at(-1)!;
  const classes = nameClasses().get(head);
  if (classes?.has("organisation") && classes.size > 1 && !classes.has("body"))
    return { kind: "organisation" };
  for (const name of ["body", "group", "outlet"] as const)
    if (classes?.has(name) && (name !== "outlet" || words.length > 1))
      return { kind: BY_CLASS[name] ?? "organisation" };
  return { kind: "organisation" };
}
