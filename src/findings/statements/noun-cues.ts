import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { isInfinitive } from "./content.ts";
import type { Draft } from "./draft.ts";
import { clauseExtent } from "./extent.ts";
import { documents, issuing, type SpeechClass, speechNoun } from "./lexicon.ts";
import { issuersOf } from "./owners.ts";
import { quotedBy } from "./quoted.ts";
import { sourcesOf } from "./source.ts";
import { partsIn, tidied, trimmed } from "./span.ts";
import { afterPreposition, isReadable, prepositionOf, rangeOf, type Syntax, verbLemma } from "./syntax.ts";

/** Prepositions that lead to what an act of speech is about, by its class. */
const ABOUT: Partial<Record<SpeechClass, readonly string[]>> = {
  say: ["of"],
  assert: ["of"],
  confirm: ["of"],
  deny: ["of"],
  reject: ["of"],
  demand: ["for"],
  promise: ["of"],
  warn: ["of", "about", "against"],
  threaten: ["of"],
  praise: ["of", "for"],
  blame: ["of"],
  hint: ["of", "at"],
};

/** Classes whose nouns take an infinitive: "their refusal to leave". */
const TO: ReadonlySet<SpeechClass> = new Set(["reject", "demand", "promise", "threaten"]);

/** The statements that nouns report: "his rejection of the plan", "a warning by the ministry that …", "in a statement: “…”". */
export function* nounCues(syntax: Syntax, quotations: readonly Quotation[]): Iterable<Draft> {
  const { doc } = syntax;
  for (let token = 0; token < doc.size; token++) {
    if (uposOf(doc, token) !== "NOUN" || !isReadable(doc, token)) continue;
    const lemma = lemmaOf(doc, token);
    const speech = speechNoun(lemma) ?? (documents.has(lemma) ? "say" : undefined);
    if (speech === undefined) continue;
    const draft =
      quoting(syntax, token, lemma, speech, quotations) ??
      containing(syntax, token, lemma, speech, quotations);
    if (draft) yield draft;
  }
}

function containing(
  syntax: Syntax,
  noun: number,
  lemma: string,
  speech: SpeechClass,
  quotations: readonly Quotation[],
): Draft | undefined {
  const sources = speakersOf(syntax, noun);
  // "its demand for …" is what somebody wants, rather than something that is said now.
  const isHeld = speech === "demand" || speech === "promise";
  if (isHeld && !issuing.has(lemmaOf(syntax.doc, Math.max(0, syntax.doc.head[noun]!)))) return undefined;
  const found = contentOf(syntax, noun, speech);
  if (!found || sources.length === 0) return undefined;
  const extended =
    deprelOf(syntax.doc, noun + 1) === "mark" ? clauseExtent(syntax, found, noun, quotations) : found;
  const content = tidied(syntax, extended, noun, quotations);
  if (!content) return undefined;
  return draftOf(syntax, noun, {
    lemma,
    speech,
    sources,
    content,
    parts: partsIn(content, quotations),
    free: false,
    score: 0.7,
  });
}

/** "In a statement: “…”". */
function quoting(
  syntax: Syntax,
  noun: number,
  lemma: string,
  speech: SpeechClass,
  quotations: readonly Quotation[],
): Draft | undefined {
  const { doc } = syntax;
  const after = quotedBy(doc, noun, quotations).filter(({ start }) => start > doc.start[noun]!);
  const [first] = after;
  if (!first || !/:\s*$/u.test(doc.text.slice(doc.end[noun]!, first.start))) return undefined;
  const sources = speakersOf(syntax, noun);
  const content = trimmed(doc.text, { start: first.start, end: after.at(-1)!.end });
  if (!content || sources.length === 0) return undefined;
  return draftOf(syntax, noun, {
    lemma,
    speech,
    sources,
    content,
    parts: partsIn(content, quotations),
    free: true,
    score: 0.85,
  });
}

function draftOf(
  { doc }: Syntax,
  noun: number,
  of: Pick<Draft, "lemma" | "speech" | "sources" | "content" | "parts" | "free" | "score">,
): Draft {
  const cue = rangeOf(doc, noun, noun + 1);
  return { head: noun, cue, recipients: [], cited: [], negated: false, rule: `noun: ${of.lemma}`, ...of };
}

function contentOf(syntax: Syntax, noun: number, speech: SpeechClass): Range | undefined {
  const { doc, tree } = syntax;
  if (
    deprelOf(doc, noun + 1) === "mark" &&
    wordOf(doc, noun + 1) === "that" &&
    noun + 3 < doc.size &&
    !isVerbal(syntax, noun + 2)
  ) {
    return rangeOf(doc, noun + 2, doc.sentences[doc.sentence[noun]! + 1]!);
  }
  for (const child of childrenOf(tree, noun)) {
    if (child < noun) continue;
    const relation = deprelOf(doc, child);
    if (relation === "acl" || relation === "ccomp" || relation === "acl:relcl") {
      const opens = wordOf(doc, tree.left[child]!).toLowerCase() === "that";
      const hasSubject = childrenOf(tree, child).some(
        (own) => /^nsubj/u.test(deprelOf(doc, own)) && own !== tree.left[child],
      );
      if (opens && hasSubject) return rangeOf(doc, tree.left[child]! + 1, tree.right[child]!);
      if (TO.has(speech) && isInfinitive(syntax, child))
        return rangeOf(doc, tree.left[child]!, tree.right[child]!);
    }
    if (relation === "nmod" && ABOUT[speech]?.includes(prepositionOf(syntax, child))) {
      if (speech === "say" || speech === "assert") continue;
      return rangeOf(doc, afterPreposition(syntax, child), tree.right[child]!);
    }
  }
  return undefined;
}

/** "guarantees that enable": a relative clause. */
function isVerbal({ doc }: Syntax, token: number): boolean {
  return /^(?:VERB|AUX)$/u.test(uposOf(doc, token));
}

/** Whose words they are: the possessor, "by …", "from …", or the subject of a verb that puts them into the world. */
function speakersOf(syntax: Syntax, noun: number): readonly Phrase[] {
  const named = issuersOf(syntax, noun).filter((phrase) => !isContent(syntax, noun, phrase));
  if (named.length > 0) return named;
  // "issued a statement, warning that …", where the participle was taken for a noun.
  const above = syntax.doc.head[noun]!;
  const isApposed = /^(?:appos|conj)$/u.test(deprelOf(syntax.doc, noun)) && above >= 0 && above < noun;
  return issuingSubject(syntax, isApposed ? above : noun);
}

/** "the rejection of the plan": the plan rejects nothing. */
function isContent(syntax: Syntax, noun: number, phrase: Phrase): boolean {
  const about = ABOUT[speechNoun(lemmaOf(syntax.doc, noun)) ?? "say"] ?? [];
  return about.includes(prepositionOf(syntax, phrase.head));
}

/** Who issued, made or repeated it. */
export function issuingSubject(syntax: Syntax, noun: number): readonly Phrase[] {
  const { doc } = syntax;
  const above = doc.head[noun]!;
  if (above < 0 || !/^(?:obj|obl)$/u.test(deprelOf(doc, noun))) return [];
  const isIssued = deprelOf(doc, noun) === "obj" && issuing.has(verbLemma(syntax, above));
  const isMedium = deprelOf(doc, noun) === "obl" && prepositionOf(syntax, noun) === "in";
  return isIssued || isMedium ? sourcesOf(syntax, above) : [];
}
