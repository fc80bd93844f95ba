import { byAim } from "./rules/aim.ts";
import { byCondition, byList, byTie } from "./rules/exchange.ts";
import type { Rule } from "./rules/frame.ts";
import { byAsSet, byIntent, byNoWarrant, byStaying, byThreat } from "./rules/held.ts";
import { byIdiom } from "./rules/idiom.ts";
import { byIndecision, byOpenQuestion } from "./rules/open-question.ts";
import { byImpossible, byNoNeed, byRefusal } from "./rules/own-will.ts";
import { byChance, byEvaluation, byModal, byProviso, byView, byWithout } from "./rules/own-words.ts";
import { byVerb } from "./rules/stance-verb.ts";
import {
  byAdjective,
  byDeadline,
  byDropped,
  byIntention,
  byLightVerb,
  byMadeNoun,
  byNoun,
  byUndertaking,
} from "./rules/stance-words.ts";

/**
 * Every rule by which a clause shows a position, in the order in which they are asked. Each looks at one clause and
 * gives candidates; none knows the agenda.
 */
export const rules: readonly Rule[] = [
  byVerb,
  byAdjective,
  byNoun,
  byIntention,
  byIdiom,
  byAim,
  byLightVerb,
  byMadeNoun,
  byDeadline,
  byDropped,
  byUndertaking,
  byModal,
  byWithout,
  byEvaluation,
  byProviso,
  byView,
  byChance,
  byRefusal,
  byImpossible,
  byNoNeed,
  byNoWarrant,
  byThreat,
  byStaying,
  byAsSet,
  byIntent,
  byCondition,
  byTie,
  byList,
  byOpenQuestion,
  byIndecision,
];
