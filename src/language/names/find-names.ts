/** Names of a text, with their kinds: lists, learnt context, then what the words of the name and its neighbours say. */
import { type Doc, wordOf } from "../doc.ts";
import type { Name } from "../name.ts";
import type { Cues } from "./cues.ts";
import { viewOf } from "./features.ts";
import { gazetteer } from "./gazetteer.ts";
import { type InferredStates, inferStates } from "./inferred-states.ts";
import { type Settled, settleKind } from "./kinds.ts";
import { names, recognise, type Span } from "./recognise.ts";
import { settle } from "./settle.ts";
import { shortNamesOf, withShortNames } from "./short-names.ts";
import { titleOf } from "./title-of.ts";
import { isNamedMedium } from "./unmet.ts";
import { placed } from "./whereabouts.ts";

/**
 * @returns the names in text order, not overlapping
 * @throws Error on the first call where the lists or the model are missing
 */
export function findNames(doc: Doc): Name[] {
  const lists = gazetteer();
  const model = names();
  const view = viewOf(doc, lists, model.casing);
  const named = settle(view, recognise(view, model));
  const short = shortNamesOf(doc, view.cues, named);
  const settled = withShortNames(doc, view.cues, named, short);
  const inferred = inferStates(doc, view.cues, lists, settled, short);
  const families = new Set(
    settled
      .filter(({ kind, first, last }) => kind === "person" && last - first > 1)
      .map(({ last }) => wordOf(doc, last - 1)),
  );
  const found = withStates(doc, view.cues, settled, inferred).map(
    ({ first, last, kind: coarse, score }): Name => {
      const start = doc.start[first]!;
      const end = doc.end[last - 1]!;
      const phrase = doc.text.slice(start, end);
      const told: Settled = inferred.states.has(phrase)
        ? { kind: "state" }
        : settleKind(phrase, coarse, lists);
      const isMedium =
        told.entry === undefined &&
        !families.has(phrase) &&
        (reportsAside(doc, first, last) ||
          (coarse !== "person" && isNamedMedium(doc, view.cues, first, last)));
      const { kind, entry }: Settled = isMedium ? { kind: "outlet" } : told;
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
    },
  );
  return placed(doc, found, lists);
}

/** "…, Northwire reported.": one word that reports in an aside, as media do. */
function reportsAside(doc: Doc, first: number, last: number): boolean {
  const isOneWord = last - first === 1 && first > 0 && last + 1 < doc.size;
  return (
    isOneWord &&
    wordOf(doc, first - 1) === "," &&
    /^report(?:s|ed)$/.test(wordOf(doc, last)) &&
    /^[.,]$/.test(wordOf(doc, last + 1))
  );
}

/** Adds the names of inferred states where they were missed, and drops their adjectives. */
function withStates(
  doc: Doc,
  cues: Cues,
  spans: readonly Span[],
  { states, adjectives }: InferredStates,
): Span[] {
  if (states.size === 0) return [...spans];
  const covered = new Uint8Array(doc.size);
  const kept: Span[] = [];
  for (const span of spans) {
    const phrase = doc.text.slice(doc.start[span.first], doc.end[span.last - 1]);
    if (adjectives.has(phrase)) continue;
    covered.fill(1, span.first, span.last);
    kept.push(states.has(phrase) ? { ...span, kind: "place" } : span);
  }
  for (let i = 0; i < doc.size; i += 1)
    if (covered[i] === 0 && cues.capital[i] === 1 && states.has(wordOf(doc, i)))
      kept.push({ first: i, last: i + 1, kind: "place", score: 0.7 });
  return kept.sort((a, b) => a.first - b.first);
}
