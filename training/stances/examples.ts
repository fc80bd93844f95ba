/** Places of marked sentences with what each shows, and contents with their issues, as models learn them. */
import { issueOf } from "../../src/findings/positions/issue-of.ts";
import { PlaceView } from "../../src/findings/positions/learnt/features.ts";
import { issueFeatures } from "../../src/findings/positions/learnt/issue-features.ts";
import { placesIn } from "../../src/findings/positions/learnt/places.ts";
import { defaultAgenda } from "../../src/findings/settings.ts";
import { type Doc, tokenAt } from "../../src/language/doc.ts";
import { Features } from "../../src/language/model-features.ts";
import { parse } from "../../src/language/parse.ts";
import type { Range } from "../../src/record/span.ts";
import type { MarkedSentence } from "./marked.ts";

/** A place: its features, and which stance it shows, "" for none. */
export interface Example {
  readonly keys: Int32Array;
  readonly stance: string;
  /** The sentence it stands in, and where its head stands there: to look at mistakes. */
  readonly text: string;
  readonly head: string;
}

/** A content: its features, and its issue. */
export interface IssueExample {
  readonly keys: Int32Array;
  readonly issue: string;
}

const features = new Features();

/** The contents of a sentence whose issue is known. */
export function issueExamplesOf({ text, stances }: MarkedSentence): readonly IssueExample[] {
  const told = stances.filter(({ issue }) => issue !== undefined);
  if (told.length === 0) return [];
  const doc = parse(text);
  return told.map(({ content, issue }) => {
    issueFeatures(doc, content, issueOf(content, doc, defaultAgenda()), features);
    return { keys: features.taken(), issue: issue! };
  });
}

/** The word of a range that hangs on a word outside it. */
function headOf(doc: Doc, { start, end }: Range): number {
  const first = tokenAt(doc, start);
  const last = tokenAt(doc, end - 1);
  for (let token = first; token <= last; token++) {
    const above = doc.head[token]!;
    if (above < first || above > last) return token;
  }
  return first;
}

export function examplesOf({ text, stances }: MarkedSentence): readonly Example[] {
  const doc = parse(text);
  const view = new PlaceView(doc);
  const heads = new Map(stances.map(({ content, stance }) => [headOf(doc, content), stance]));
  return placesIn(doc).map((place) => {
    view.features(place, features);
    return {
      keys: features.taken(),
      stance: heads.get(place.head) ?? "",
      text,
      head: doc.text.slice(doc.start[place.head], doc.end[place.head]),
    };
  });
}
