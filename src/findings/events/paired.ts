/** Words for the two sides of a text together. */
import type { Phrase } from "../../language/clause.ts";
import type { Doc } from "../../language/doc.ts";

/** "Both sides", "the two parties", "the warring factions". */
export function isPaired({ start, head }: Phrase, doc: Doc): boolean {
  return PAIRED.test(doc.text.slice(start, doc.end[head]!));
}

const PAIRED =
  /^(?:(?:both|the two|each|neither|either|the (?:warring|rival|opposing)) (?:warring |rival |opposing )?(?:sides?|part(?:y|ies)|governments?|countr(?:y|ies)|neighbours|neighbors|states|nations|capitals?|delegations?|factions|camps?)|the (?:parties|sides|delegations|negotiators))$/i;
