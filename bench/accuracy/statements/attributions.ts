import { accordingTo } from "../../../src/findings/statements/according.ts";
import type { Draft } from "../../../src/findings/statements/draft.ts";
import { readAttributions } from "../../../src/findings/statements/learnt/attributions.ts";
import { statementScorer } from "../../../src/findings/statements/learnt/scorer.ts";
import { learntDrafts } from "../../../src/findings/statements/learnt-drafts.ts";
import { nounCues } from "../../../src/findings/statements/noun-cues.ts";
import { rangeOf, type Syntax, syntaxOf } from "../../../src/findings/statements/syntax.ts";
import { verbCues } from "../../../src/findings/statements/verb-cues.ts";
import { readClauses } from "../../../src/language/clauses/read-clauses.ts";
import { childrenOf } from "../../../src/language/clauses/tree.ts";
import { type Doc, deprelOf, uposOf, wordOf } from "../../../src/language/doc.ts";
import { contains, type Range } from "../../../src/record/span.ts";
import { type Quotation, quotationsIn } from "../../../src/text/quotation.ts";
import type { Attribution } from "../../../training/statements/polnear.ts";

/** What the rules found, before it is written down as PolNeAR does. */
interface Found {
  readonly head: number;
  readonly cue: Range;
  readonly source: readonly Range[];
  readonly content: Range;
}

/** The attributions of a parsed text as the model reads them. */
export function learntAttributions(doc: Doc, paragraphs: readonly Range[]): readonly Attribution[] {
  const { syntax, quotations } = read(doc, paragraphs);
  return readAttributions(syntax, quotations, statementScorer()).map(({ cue, source, content }) => {
    const cueAt = [rangeOf(doc, cue.first, cue.last)];
    const sourceAt = source ? without(rangeOf(doc, source.first, source.last), cueAt) : [];
    const contentAt = content.flatMap(({ first, last }) =>
      without(rangeOf(doc, first, last), [...cueAt, ...sourceAt]),
    );
    return { cue: cueAt, source: sourceAt, content: contentAt };
  });
}

/** The attributions as reports are read: acts of speech only, chosen by rule, doubtful ones let go by the model. */
export function ruledAttributions(doc: Doc, paragraphs: readonly Range[]): readonly Attribution[] {
  const { syntax, quotations } = read(doc, paragraphs);
  const drafts = [...verbCues(syntax, quotations)];
  const verbs = drafts.map((draft) => ({
    head: draft.head,
    cue: widenedCue(syntax, draft.head, draft.cue),
    source: draft.sources,
    content: withParts(draft),
  }));
  const learnt = [...learntDrafts(syntax, quotations, drafts)].map((draft) => ({
    head: draft.head,
    cue: widenedCue(syntax, draft.head, draft.cue),
    source: draft.sources,
    content: withParts(draft),
  }));
  return asAnnotated(syntax, [...verbs, ...learnt, ...byRule(syntax, quotations)]);
}

/** PolNeAR counts a speech of several sentences as one, with whoever says it in between. */
function withParts({ content, parts }: Draft): Range {
  return { start: content.start, end: Math.max(content.end, parts.at(-1)?.end ?? 0) };
}

function read(doc: Doc, paragraphs: readonly Range[]): { syntax: Syntax; quotations: readonly Quotation[] } {
  return { syntax: syntaxOf(doc, readClauses(doc)), quotations: quotationsIn(doc.text, paragraphs) };
}

function byRule(syntax: Syntax, quotations: readonly Quotation[]): readonly Found[] {
  return [...accordingTo(syntax, quotations), ...nounCues(syntax, quotations)].map(
    ({ head, cue, sources, content }) => ({ head, cue, source: sources, content }),
  );
}

/** PolNeAR's cues take auxiliaries and negation along: "is expected to endorse". */
function widenedCue({ doc, tree }: Syntax, verb: number, cue: Range): Range {
  let first = verb;
  while (first > 0 && /^(?:AUX|PART|ADV)$/u.test(uposOf(doc, first - 1)) && doc.head[first - 1] === verb)
    first--;
  const above = doc.head[verb]!;
  const isCarried =
    above >= 0 && above < verb && deprelOf(doc, verb) === "xcomp" && childrenOf(tree, above).length > 0;
  return { start: Math.min(isCarried ? doc.start[first]! : doc.start[first]!, cue.start), end: cue.end };
}

/** No attribution inside another's content, contents without the cue between their pieces, "that" and "to" within. */
function asAnnotated(syntax: Syntax, all: readonly Found[]): readonly Attribution[] {
  const { doc } = syntax;
  const found = [...new Map(all.map((one) => [one.head, one])).values()];
  const outer = found.filter(
    (one) =>
      !found.some(
        (other) => other !== one && contains(other.content, one.cue) && !contains(one.content, other.cue),
      ),
  );
  return outer.map(({ cue, source, content }) => ({
    cue: [cue],
    source: source.map((range) => withApposition(doc, range, cue)),
    content: without(withOpening(doc, content), [cue, ...source]),
  }));
}

/** "Vera Moll, a former minister, said": the apposition belongs to the source. */
function withApposition(doc: Doc, source: Range, cue: Range): Range {
  if (source.end >= cue.start || doc.text.charAt(source.end) !== ",") return source;
  const between = doc.text.slice(source.end, cue.start);
  return between.length < 160 &&
    /,\s*$/u.test(between) &&
    !/[.“”":;]/u.test(between.replace(/\b\p{Lu}\./gu, ""))
    ? { start: source.start, end: source.end + between.trimEnd().length - 1 }
    : source;
}

function withOpening(doc: Doc, content: Range): Range {
  const opening = /(?:that|whether)\s+$/u.exec(
    doc.text.slice(Math.max(0, content.start - 10), content.start),
  );
  return opening ? { start: content.start - opening[0].length, end: content.end } : content;
}

function without(range: Range, holes: readonly Range[]): readonly Range[] {
  let pieces: Range[] = [range];
  for (const hole of holes) {
    pieces = pieces.flatMap((piece) => {
      if (hole.end <= piece.start || hole.start >= piece.end) return [piece];
      const rest = [
        { start: piece.start, end: Math.max(piece.start, hole.start) },
        { start: Math.min(piece.end, hole.end), end: piece.end },
      ];
      return rest.filter(({ start, end }) => start < end);
    });
  }
  return pieces;
}

const SAID = new Set(["said", "says", "told", "tweeted", "wrote", "added"]);

/** The base line: one of six verbs, the nearest name or pronoun before it, the rest of the sentence. */
export function trivialAttributions(doc: Doc): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let token = 0; token < doc.size; token++) {
    if (!SAID.has(wordOf(doc, token).toLowerCase())) continue;
    const sentence = doc.sentence[token]!;
    const first = doc.sentences[sentence]!;
    const last = doc.sentences[sentence + 1]!;
    const speaker = token > first ? token - 1 : token;
    const cue = { start: doc.start[token]!, end: doc.end[token]! };
    const isLast = last - token < 4;
    const content = isLast
      ? { start: doc.start[first]!, end: doc.end[Math.max(first, speaker - 1)]! }
      : { start: doc.start[Math.min(token + 1, last - 1)]!, end: doc.end[last - 1]! };
    found.push({
      cue: [cue],
      source: [{ start: doc.start[speaker]!, end: doc.end[speaker]! }],
      content: [content],
    });
  }
  return found;
}
