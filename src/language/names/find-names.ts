/** Names of a text, with their kinds: lists, learnt context, then what the words of the name and its neighbours say. */
import type { Doc } from "../doc.ts";
import type { Name } from "../name.ts";
import { viewOf } from "./features.ts";
import { gazetteer } from "./gazetteer.ts";
import { settleKind } from "./kinds.ts";
import { recognise } from "./recognise.ts";
import { settle } from "./settle.ts";
import { titleOf } from "./title-of.ts";

/**
 * @returns the names in text order, not overlapping
 * @throws Error on the first call where the lists or the model are missing
 */
export function findNames(doc: Doc): Name[] {
  const lists = gazetteer();
  const view = viewOf(doc, lists);
  return settle(view, recognise(view)).map(({ first, last, kind: coarse, score }) => {
    const start = doc.start[first]!;
    const end = doc.end[last - 1]!;
    const { kind, entry } = settleKind(doc.text.slice(start, end), coarse, lists);
    const title = kind === "person" ? titleOf(doc, view.cues, first, last) : undefined;
    return {
      start,
      end,
      kind,
      first,
      last,
      score,
      ...(entry ? { entry: entry.key } : {}),
      ...(title ? { title: { start: doc.start[title.first]!, end: doc.end[title.last - 1]! } } : {}),
    };
  });
}
