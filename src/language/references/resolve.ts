import type { Doc } from "../doc.ts";
import type { Name } from "../name.ts";
import type { Entity, Mention } from "../reference.ts";
import { linkDescriptions } from "./descriptions.ts";
import type { Scene } from "./features.ts";
import { gatherEntities } from "./gather.ts";
import { joinNames } from "./join-names.ts";
import { linkPairs } from "./pairs.ts";
import { type Links, loadRanker, type RankerModel, rank, sureness } from "./ranker.ts";
import { sceneOf } from "./scene.ts";
import { linkReported, linkSpeakers, linkSpeakingOn } from "./speech.ts";

/** One decision: which earlier mentions a mention means, and how sure that is. */
export interface Link {
  /** Indices of candidates; several for a plural whose parts were named apart. */
  antecedents: readonly number[];
  score: number;
}

/**
 * Gathers what refers to the same into entities.
 *
 * Candidates come from the syntax; a learnt ranker links each to an earlier one or to none; rules then join names
 * that are surely the same (entry of the lists, whole name, last name, initials), give "I" and "we" in a quotation
 * to its speaker, and resolve "the two leaders" to two that were named.
 *
 * Every noun phrase and pronoun is a mention, in text order, with its whole extent; one that nothing else refers to
 * is an entity of its own. `score` is 1 for a first mention, else how sure the link to an earlier one is.
 */
export function resolve(
  doc: Doc,
  names: readonly Name[],
  model: RankerModel = loadRanker(),
): { mentions: Mention[]; entities: Entity[] } {
  const scene = sceneOf(doc, names);
  const links = decide(scene, rank(scene, model), model);
  joinNames(doc, names, scene, links);
  linkSpeakingOn(doc, scene, links);
  linkReported(doc, scene, links);
  linkSpeakers(scene, links);
  linkDescriptions(doc, names, scene, links);
  linkPairs(doc, scene, links);
  return gatherEntities(doc, scene, links);
}

function decide(scene: Scene, { antecedent, margin }: Links, model: RankerModel): Link[] {
  return scene.candidates.map((_, index) => {
    const earlier = antecedent[index]!;
    return earlier < 0
      ? { antecedents: [], score: 1 }
      : { antecedents: [earlier], score: sureness(model, margin[index]!) };
  });
}
