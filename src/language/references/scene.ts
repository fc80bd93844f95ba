import { treeOf } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import type { Name } from "../name.ts";
import { candidatesOf } from "./candidates.ts";
import type { Scene } from "./features.ts";
import { speakersOf } from "./speakers.ts";
import { traitsOf } from "./traits.ts";

/** Everything that linking the mentions of a text looks at. */
export function sceneOf(doc: Doc, names: readonly Name[]): Scene {
  const tree = treeOf(doc);
  const candidates = candidatesOf(doc, tree, names);
  return { candidates, traits: traitsOf(doc, names, candidates), speakers: speakersOf(doc, tree) };
}
