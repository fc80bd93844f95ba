import type { Phrase } from "../../language/clause.ts";
import { lemmaOf } from "../../language/doc.ts";
import type { Reference } from "../../record/finding.ts";
import { isProse } from "../../record/report.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import type { Time } from "../../record/time.ts";
import { quotationsIn } from "../../text/quotation.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { actorsIn } from "../who.ts";
import type { Draft } from "./draft.ts";
import { draftsIn, whole } from "./drafts.ts";
import { citing, media } from "./lexicon.ts";
import { Speakers } from "./speaker.ts";
import { plainPhrase, type Syntax, syntaxOf } from "./syntax.ts";

/** Acts of speech: who says what, and by which word of the report. */
export const statements = extractor({
  name: "statements",
  needs: ["actors", "times"],
  makes: "statements",
  extract(context, { actors, times }) {
    const { report, language } = context;
    const syntax = syntaxOf(language.doc, language.clauses);
    const quotations = quotationsIn(report.text, report.blocks);
    const prose = report.blocks.filter(isProse);
    const headings = report.blocks.filter(
      ({ kind }) => kind === "title" || kind === "deck" || kind === "heading",
    );
    const drafts = draftsIn(syntax, quotations, report.parts ?? []).filter(
      ({ cue, content, rule }) =>
        content.start < content.end &&
        standsIn(prose, cue) &&
        // "Agron threatens sanctions": what a heading sums up in a noun is told in the text.
        !(rule.endsWith(" np") && standsIn(headings, cue)),
    );
    const inOrder = [...times].sort((a, b) => a.at[0].start - b.at[0].start);
    const speakers = new Speakers(syntax, actors);
    const made: Statement[] = [];
    for (const { draft, nestedIn } of nested(drafts)) {
      const outer = nestedIn === undefined ? undefined : made[nestedIn];
      made.push(toStatement(context, syntax, draft, outer, speakers, actors, inOrder));
    }
    return spoken(made).sort((a, b) => a.cue.start - b.cue.start || a.content.start - b.content.start);
  },
});

/** "It said …" says something only where "it" is somebody; what was nested in such a statement stands alone. */
function spoken(statements: readonly Statement[]): Statement[] {
  const kept = statements.filter(
    ({ speaker, source }) => speaker.length > 0 || !/^it$/iu.test(source?.text ?? ""),
  );
  const ids = new Set(kept.map(({ id }) => id));
  return kept.map((statement) => {
    if (statement.nestedIn === undefined || ids.has(statement.nestedIn)) return statement;
    const { nestedIn: _, ...alone } = statement;
    return alone;
  });
}

/** A statement with what stands beside its cue: when, where, in which medium, citing whom. Stays within the paragraph. */
function shown(
  text: string,
  draft: Draft,
  beside: readonly { phrase: Phrase }[],
  cited: readonly Phrase[],
): Range {
  // "… she said. “We will stay.”": the second sentence shows itself.
  if (text.slice(draft.cue.end, draft.content.start).search(/[.?!]["”’']?\s/u) >= 0) return draft.content;
  const { start, end } = whole(draft);
  const phrases = [...beside.map(({ phrase }) => phrase), ...cited];
  const last = Math.max(end, ...phrases.map((phrase) => phrase.end));
  return last - end < 200 && !text.slice(end, last).includes("\n") ? { start, end: last } : { start, end };
}

/** Pairs each draft with the index of the innermost earlier one whose content holds its cue. */
function nested(drafts: readonly Draft[]): readonly { draft: Draft; nestedIn: number | undefined }[] {
  const open: number[] = [];
  return drafts.map((draft, i) => {
    while (open.length > 0 && drafts[open.at(-1)!]!.content.end <= whole(draft).start) open.pop();
    const nestedIn = open.findLast((at) => contains(drafts[at]!.content, draft.cue));
    open.push(i);
    return { draft, nestedIn };
  });
}

function toStatement(
  context: Context,
  syntax: Syntax,
  draft: Draft,
  outer: Statement | undefined,
  speakers: Speakers,
  actors: Parameters<typeof actorsIn>[1],
  times: readonly Time[],
): Statement {
  const { text } = context.report;
  // A mark that opens and closes at once holds nothing.
  const parts = draft.parts.filter(({ start, end }) => end > start);
  const speaker = speakers.of(draft.sources, Math.min(draft.content.start, draft.cue.start));
  const beside = obliquesOf(syntax, draft);
  const told = draft.recipients.flatMap((phrase) => actorsIn(phrase, actors));
  const outlets = [
    ...told.filter((one) => speakers.isOutlet(one)),
    ...beside.flatMap(({ phrase }) => actorsIn(phrase, actors).filter((one) => speakers.isOutlet(one))),
  ];
  const cited = [...draft.cited, ...citedBy(syntax, draft)].flatMap((phrase) => actorsIn(phrase, actors));
  const via = unique([...(outer?.speaker ?? []), ...outlets, ...cited]).filter(
    ({ id }) => !speaker.some((one) => one.id === id),
  );
  const [first] = draft.sources;
  const source =
    first && spanAt(text, first.start, Math.max(...draft.sources.map(({ end }) => end), first.end));
  const medium = mediumOf(syntax, draft, beside, speakers, actors);
  const when = whenOf(draft, beside, times);
  const { start, end } = shown(text, draft, beside, citedBy(syntax, draft));
  return finding(
    context,
    "statements",
    [spanAt(text, start, end)],
    `${draft.cue.start} ${draft.content.start} ${draft.lemma}`,
    {
      speaker: [...speaker],
      ...(source && { source }),
      cue: spanAt(text, draft.cue.start, draft.cue.end),
      content: spanAt(text, draft.content.start, draft.content.end),
      form: parts.length === 0 ? "indirect" : draft.free ? "direct" : "mixed",
      parts: parts.map((part) => spanAt(text, part.start, part.end)),
      addressee: unique(told).filter(
        (one) => !speakers.isOutlet(one) && !speaker.some(({ id }) => id === one.id),
      ),
      ...(medium !== undefined && { medium }),
      via,
      ...(outer && { nestedIn: outer.id }),
      ...(when !== undefined && { when }),
      modality: "asserted",
      ...(draft.negated && { negated: true as const }),
      by: draft.rule,
      score: draft.score,
    },
  );
}

function unique(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((one) => [one.id, one])).values()];
}

/** The prepositional phrases around a cue, its content kept out. */
function obliquesOf(
  syntax: Syntax,
  { head, content }: Draft,
): readonly { preposition: string; phrase: Phrase }[] {
  const obliques = syntax.clauseOf.get(head)?.obliques ?? [];
  return obliques.filter(({ phrase }) => !overlap(phrase, content));
}

/** Tokens behind a cue within which a source may still be cited for it; it bounds the work on endless sentences. */
const CITING_REACH = 80;

/** "citing officials": the phrases behind such a participle in the cue's sentence, right of it and not in its content. */
function citedBy(syntax: Syntax, { head, content }: Draft): readonly Phrase[] {
  const { doc, clauseOf } = syntax;
  const sentence = doc.sentence[head]!;
  const found: Phrase[] = [];
  const end = Math.min(doc.sentences[sentence + 1]!, head + CITING_REACH);
  for (let token = head + 1; token < end; token++) {
    const clause = clauseOf.get(token);
    if (clause?.mood !== "participle" || !citing.has(clause.lemma)) continue;
    if (overlap(content, { start: doc.start[token]!, end: doc.end[token]! })) continue;
    found.push(...clause.patients);
  }
  return found;
}

/** The medium in the report's words: "an interview with …", "a joint statement", the outlet that was told. */
function mediumOf(
  syntax: Syntax,
  draft: Draft,
  beside: readonly { preposition: string; phrase: Phrase }[],
  speakers: Speakers,
  actors: Parameters<typeof actorsIn>[1],
): string | undefined {
  const { doc } = syntax;
  const isOutlet = (phrase: Phrase) => actorsIn(phrase, actors).some((one) => speakers.isOutlet(one));
  const phrase =
    draft.recipients.find(isOutlet) ??
    beside.find(({ phrase }) => media.has(lemmaOf(doc, phrase.head)))?.phrase ??
    beside.find(({ preposition, phrase }) => /^(?:on|to|with)$/u.test(preposition) && isOutlet(phrase))
      ?.phrase ??
    (draft.rule.startsWith("noun") ? bareNoun(syntax, draft.head) : undefined);
  if (!phrase) return undefined;
  return doc.text.slice(phrase.start, phrase.end).replace(/^(?:an?|the|his|her|its|their)\s+/iu, "");
}

/** A noun with what stands before it: "joint statement". */
function bareNoun(syntax: Syntax, noun: number): Phrase {
  const { start } = plainPhrase(syntax, noun);
  return { start, end: syntax.doc.end[noun]!, head: noun };
}

/** The time that the cue carries, not one inside what is said. */
function whenOf(draft: Draft, beside: readonly { phrase: Phrase }[], times: readonly Time[]): Time["value"] {
  for (const { phrase } of beside) {
    const time = firstFrom(times, phrase.start);
    const isThere = time !== undefined && overlap(time.at[0], phrase);
    if (isThere && time.value !== undefined && time.type !== "duration") return time.value;
  }
  const next = firstFrom(times, draft.cue.end);
  const isNear =
    next !== undefined && next.at[0].start - draft.cue.end <= 4 && !overlap(next.at[0], draft.content);
  const near = isNear ? next : undefined;
  return near?.type === "date" || near?.type === "time" ? near.value : undefined;
}

/** The first time that ends after an offset; times come in text order. */
function firstFrom(times: readonly Time[], offset: number): Time | undefined {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.at[0].end <= offset) low = middle + 1;
    else high = middle;
  }
  return times[low];
}

/** Whether one of some blocks, which come in text order, holds a range. */
function standsIn(blocks: readonly Range[], range: Range): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end < range.end) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && contains(block, range);
}
