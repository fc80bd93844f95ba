import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import { framesOf } from "./lexicon.ts";
import { plainPhrase, prepositionOf, type Syntax, verbLemma } from "./syntax.ts";

/** Words that stand for no speaker of their own. */
const NOBODY = new Set(["it", "there", "this", "that", "which", "what", "these", "those"]);

/** Prepositions before whoever a document comes from. */
const FROM = new Set(["from", "by", "of", "in", "at"]);

/** Who says what a verb reports, as phrases of the text; empty where the text names nobody. */
export function sourcesOf(syntax: Syntax, verb: number): readonly Phrase[] {
  const clause = syntax.clauseOf.get(verb);
  if (isReportingParticiple(syntax, verb)) {
    const above = governingCue(syntax, verb);
    if (above !== undefined) return sourcesOf(syntax, above);
  }
  if (clause && clause.agents.length > 0) return clause.agents;
  const subject = childrenOf(syntax.tree, verb).find((child) => deprelOf(syntax.doc, child) === "nsubj");
  return subject === undefined ? [] : [plainPhrase(syntax, subject)];
}

/** "…, adding that …": said by whoever said what stands before. */
export function isReportingParticiple({ doc, clauseOf }: Syntax, verb: number): boolean {
  const relation = deprelOf(doc, verb);
  return (relation === "advcl" || relation === "conj") && clauseOf.get(verb)?.mood === "participle";
}

/** The nearest reporting verb above that has a subject, within the sentence. */
function governingCue(syntax: Syntax, verb: number): number | undefined {
  const { doc } = syntax;
  for (let above = doc.head[verb]!, steps = 0; above >= 0 && steps < 16; above = doc.head[above]!, steps++) {
    if (isReportingParticiple(syntax, above)) continue;
    const frames = framesOf(verbLemma(syntax, above));
    const reports = frames !== undefined && [...frames.values()].some((speech) => speech !== "think");
    if (reports && (syntax.clauseOf.get(above)?.agents.length ?? 0) > 0) return above;
  }
  return undefined;
}

/** Whoever a document, or a speech noun, comes from: "a report by the agency", "the ministry's statement". */
export function issuersOf(syntax: Syntax, noun: number): readonly Phrase[] {
  const { doc, tree } = syntax;
  const found: Phrase[] = [];
  for (const child of childrenOf(tree, noun)) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss") found.push(plainPhrase(syntax, child));
    if (relation === "nmod" && FROM.has(prepositionOf(syntax, child))) found.push(plainPhrase(syntax, child));
  }
  return found;
}

/** True where the phrase can only stand for a thing or for what was said before. */
export function isNobody({ doc }: Syntax, phrase: Phrase): boolean {
  return NOBODY.has(wordOf(doc, phrase.head).toLowerCase());
}

export function isFirstOrSecondPerson({ doc }: Syntax, phrase: Phrase): boolean {
  return /^(?:i|we|you|us|me)$/iu.test(wordOf(doc, phrase.head));
}

/** True for names and personal pronouns, which speak; a common noun may be a thing. */
export function isNamed({ doc }: Syntax, phrase: Phrase): boolean {
  const tag = uposOf(doc, phrase.head);
  return tag === "PROPN" || (tag === "PRON" && !NOBODY.has(lemmaOf(doc, phrase.head)));
}
