/** What somebody has in mind, told by one clause. */
import type { Clause } from "../../language/clause.ts";
import type { Reference } from "../../record/finding.ts";
import { trimmed } from "../positions/extent.ts";
import type { Scene } from "../positions/scene.ts";
import type { Draft } from "./draft.ts";
import type { Term } from "./terms.ts";

/** The clause as a proposal that is only floated; undefined where none of its terms is a matter of the agenda. */
export function floated(
  scene: Scene,
  clause: Clause,
  proposer: readonly Reference[],
  terms: readonly Term[],
  rule: string,
): Draft | undefined {
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  const at = trimmed(scene.doc.text, clause);
  return { proposer, to: [], terms, at: [at], status: "floated", rule, score: 0.6 };
}
