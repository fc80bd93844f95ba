/** Names of a text, with their kinds: lists, learnt context, then what the words of the name and its neighbours say. */
import type { Doc } from "../doc.ts";
import type { Name, NameKind } from "../name.ts";
import { viewOf } from "./features.ts";
import { gazetteer } from "./gazetteer.ts";
import { type CoarseKind, recognise } from "./recognise.ts";

const PLAIN: Readonly<Record<CoarseKind, NameKind>> = {
  person: "person",
  organisation: "organisation",
  place: "place",
  event: "event",
  work: "work",
};

/** @returns the names in text order, not overlapping */
export function findNames(doc: Doc): Name[] {
  const view = viewOf(doc, gazetteer());
  return recognise(view).map(({ first, last, kind, score }) => ({
    start: doc.start[first]!,
    end: doc.end[last - 1]!,
    first,
    last,
    kind: PLAIN[kind],
    score,
  }));
}
