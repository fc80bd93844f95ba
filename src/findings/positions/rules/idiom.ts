/** Positions shown by a turn of phrase: "has set its face against", "in no mood to", "gave the idea short shrift". */
import type { Clause } from "../../../language/clause.ts";
import { lemmaOf, lowerOf, tokenAt } from "../../../language/doc.ts";
import type { Range } from "../../../record/span.ts";
import { core } from "../extent.ts";
import { matchEnd } from "../issue-of.ts";
import type { Scene } from "../scene.ts";
import { type Idiom, stanceLexicon } from "../stances.ts";
import { type Rule, withContent } from "./frame.ts";
import { isUntold } from "./stance-verb.ts";

/** Tokens before the predicate from which a turn of phrase may begin: "in" of "in no mood". */
const BEFORE = 4;
/** Tokens between the verb and the rest of a turn that its object parts. */
const LONGEST_OBJECT = 12;

export const byIdiom: Rule = (scene, clause) => {
  if (clause.nominal || clause.mood === "question" || isUntold(scene, clause)) return [];
  const { doc } = scene;
  const { idioms } = stanceLexicon();
  const floor = Math.max(tokenAt(doc, clause.start), clause.predicate - BEFORE);
  const limit = Math.min(doc.size, tokenAt(doc, clause.end - 1) + 1);
  for (let token = floor; token <= clause.predicate + 1 && token < limit; token++) {
    const first = [...new Set([lemmaOf(doc, token).toLowerCase(), lowerOf(doc, token)])];
    for (const idiom of first.flatMap((word) => idioms.get(word) ?? [])) {
      const content = contentOf(scene, clause, idiom, token, limit);
      if (content === undefined) continue;
      const preposition = idiom.words.at(-1)!;
      // A "no" that is part of the phrase negates nothing more.
      const told =
        idiom.words.includes("no") || idiom.words.includes("not") ? { ...clause, negated: false } : clause;
      return withContent(
        scene,
        told,
        { stance: idiom.stance, preposition },
        [content],
        "turn-of-phrase",
        0.75,
      );
    }
  }
  return [];
};

function contentOf(
  scene: Scene,
  clause: Clause,
  { words, gap }: Idiom,
  token: number,
  limit: number,
): Range | undefined {
  const { doc } = scene;
  if (gap === undefined) {
    const end = matchEnd(doc, token, limit, words);
    if (end < 0 || end >= limit) return undefined;
    return core(scene, { start: doc.start[end]!, end: clause.end });
  }
  if (matchEnd(doc, token, limit, words.slice(0, gap)) < 0) return undefined;
  const from = token + gap;
  for (let at = from + 1; at < Math.min(limit, from + LONGEST_OBJECT); at++)
    if (matchEnd(doc, at, limit, words.slice(gap)) >= 0)
      return { start: doc.start[from]!, end: doc.end[at - 1]! };
  return undefined;
}
