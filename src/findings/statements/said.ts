/** Whether a verb of saying tells that something was said, and by somebody. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Quotation } from "../../text/quotation.ts";
import { documents, evidential, speechNoun, withheld } from "./lexicon.ts";
import { quotationAround } from "./quoted.ts";
import {
  apposedBefore,
  apposedSpeaker,
  asideSpeaker,
  governingCue,
  introducedBefore,
  isFirstOrSecondPerson,
  isNamed,
  isNobody,
  isPastBehindAnd,
} from "./source.ts";
import { dependent, type Syntax } from "./syntax.ts";

/** Modals under which nothing has been said yet. */
const UNSAID = new Set([
  "will",
  "shall",
  "may",
  "might",
  "could",
  "should",
  "would",
  "must",
  "have to",
  "ought to",
  "be to",
  "be able to",
  "need to",
]);

function wordsAfter({ doc }: Syntax, verb: number, count: number): string {
  let words = "";
  for (let i = verb + 1; i <= verb + count && i < doc.size; i++) words += `${wordOf(doc, i)} `;
  return words;
}

/** Verbs after which an infinitive tells what is said: "went on to say". */
const CARRIERS = new Set(["go", "continue", "use", "take", "appear", "seem", "rush", "proceed"]);

/** Whether the clause tells that something was said, and not that it may be or has to be. */
export function isSaid(syntax: Syntax, verb: number, clause: Clause | undefined): boolean {
  if (!clause) return true;
  // "has yet to say which": nothing so far.
  if (isGerund(syntax, verb, clause) || wordOf(syntax.doc, verb - 2).toLowerCase() === "yet") return false;
  if (isAskedAside(syntax, verb)) return false;
  if (clause.role === "time" && /^(?:once|until|before|unless)$/u.test(clause.marker)) return false;
  if (
    clause.role === "condition" ||
    (clause.role === "purpose" && clause.mood !== "infinitive") ||
    clause.mood === "imperative"
  )
    return false;
  if (UNSAID.has(clause.modal) && !(clause.negated && withheld.has(clause.lemma))) return false;
  // "is asking for more": what is wanted, "has not commented": nothing.
  if (clause.lemma === "ask" && clause.aspect.includes("progressive")) return false;
  if (clause.lemma === "comment" && clause.negated) return false;
  // "who asked not to be named": that is why there is no name.
  if (clause.lemma === "ask" && /^(?:to )?not (?:to )?be $/iu.test(wordsAfter(syntax, verb, 3))) return false;
  // "asked whether …, she said": nothing is said by whoever is asked.
  if (
    xposOf(syntax.doc, verb) === "VBN" &&
    clause.mood === "participle" &&
    deprelOf(syntax.doc, verb) !== "root" &&
    !isPastBehindAnd(syntax, verb) &&
    introducedBefore(syntax, verb) === undefined &&
    apposedBefore(syntax, verb) === undefined &&
    apposedSpeaker(syntax, verb) === undefined &&
    asideSpeaker(syntax, verb) === undefined &&
    dependent(syntax, verb, "obl:agent") === undefined
  ) {
    return false;
  }
  // "has let": a participle that looks like an infinitive.
  const isBare =
    xposOf(syntax.doc, verb) === "VB" &&
    clause.modal === "" &&
    !clause.negated &&
    lemmaOf(syntax.doc, verb - 1) !== "have" &&
    !hasPlural(syntax, verb);
  if (clause.mood === "infinitive" || isBare) {
    const above = syntax.doc.head[verb]!;
    if (above < 0) return false;
    // "stepped out to announce that …": it was announced.
    const isTold = wordOf(syntax.doc, verb + 1) === "that" && syntax.clauseOf.get(above)?.tense === "past";
    return CARRIERS.has(lemmaOf(syntax.doc, above)) || (isTold && clause.role === "purpose");
  }
  return true;
}

/** "Doctors at the hospital say": a present that looks like an infinitive. */
function hasPlural(syntax: Syntax, verb: number): boolean {
  const subject = dependent(syntax, verb, "nsubj");
  if (subject === undefined || subject > verb || wordOf(syntax.doc, verb - 1) === "to") return false;
  return /^NNP?S$/u.test(xposOf(syntax.doc, subject)) && dependent(syntax, verb, "aux") === undefined;
}

/** "The premier, asked whether he was glad, replied": asked by nobody who is named. */
function isAskedAside({ doc }: Syntax, verb: number): boolean {
  return (
    wordOf(doc, verb) === "asked" &&
    wordOf(doc, verb - 1) === "," &&
    /^(?:whether|if|about|what|how|why|when|where|who|by|on|at)$/.test(wordOf(doc, verb + 1))
  );
}

/** "would mean Agron admitting a loss": talk of saying, not something said. */
function isGerund({ doc }: Syntax, verb: number, clause: Clause): boolean {
  if (xposOf(doc, verb) !== "VBG" || clause.aspect.includes("progressive")) return false;
  const before = wordOf(doc, verb - 1).toLowerCase();
  if (/^(?:,|—|–|--|while|and|but|or|as)$/u.test(before) || uposOf(doc, verb - 1) === "ADV") return false;
  return !(deprelOf(doc, verb) === "acl" && (documents.has(before) || speechNoun(before) !== undefined));
}

export function maySpeak(
  syntax: Syntax,
  lemma: string,
  sources: readonly Phrase[],
  quotations: readonly Quotation[],
  verb: number,
): boolean {
  const { doc } = syntax;
  const [source] = sources;
  if (!source || isNobody(syntax, source) || uposOf(doc, source.head) === "VERB") return false;
  const isInside =
    quotationAround({ start: doc.start[verb]!, end: doc.end[verb]! }, quotations) !== undefined;
  if (isInside && isFirstOrSecondPerson(syntax, source)) return false;
  if (!evidential.has(lemma)) return true;
  // ", signalling a thaw" is the report's own conclusion.
  if (xposOf(doc, verb) === "VBG" && governingCue(syntax, verb) === undefined) return false;
  return isNamed(syntax, source) || documents.has(lemmaOf(doc, source.head)) || isHuman(syntax, source);
}

/** Nouns that end like those for people do. */
export function isHuman({ doc }: Syntax, phrase: Phrase): boolean {
  return (
    uposOf(doc, phrase.head) === "NOUN" &&
    /(?:er|or|ist|ian|man|woman|person|people|official|source|ally|aide|diplomat|president|chief|head|envoy|analyst|expert|critic|council|commission|committee|junta|army|movement|group|front|delegation|team|scholar|delegate|resident|minister|ministry|government|office|agency|party)s?$/u.test(
      wordOf(doc, phrase.head).toLowerCase(),
    )
  );
}
