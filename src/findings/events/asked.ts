/** What one side asks of the other, which whoever asks for it does not do. */
import type { Clause } from "../../language/clause.ts";
import type { Entry } from "./lexicon.ts";

const LEAVING: ReadonlySet<string> = new Set(["withdrawal", "disarmament", "surrender"]);
const ASKING = /^(?:want|wish|insist|demand|seek|require|expect|request|urge)\b/;

/** "Belmark wants the withdrawal of Agrian troops": it does not leave. */
export function isAskedOfOthers({ subtype }: Entry, { lemma }: Clause): boolean {
  return LEAVING.has(subtype) && ASKING.test(lemma);
}
