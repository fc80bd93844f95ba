import type { Part } from "../../record/report.ts";
import { contains, overlap, type Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { accordingTo } from "./according.ts";
import type { Draft } from "./draft.ts";
import { learntDrafts } from "./learnt-drafts.ts";
import { nounCues } from "./noun-cues.ts";
import { loneAfter } from "./quoted.ts";
import type { Syntax } from "./syntax.ts";
import { turns } from "./turns.ts";
import { verbCues } from "./verb-cues.ts";

/** Every statement of a text before its speaker is known as an actor; in text order, outer before inner. */
export function draftsIn(
  syntax: Syntax,
  quotations: readonly Quotation[],
  parts: readonly Part[],
): readonly Draft[] {
  const ruled = [
    ...turns(syntax.doc, parts),
    ...verbCues(syntax, quotations),
    ...accordingTo(syntax, quotations),
    ...nounCues(syntax, quotations),
  ];
  const drafts = distinct([...ruled, ...learntDrafts(syntax, quotations, ruled)]);
  const more = [...goingOn(syntax, quotations, drafts)];
  return more.length === 0 ? drafts : distinct([...drafts, ...more]);
}

/** "The talks are over, she said. “We will not return.”": what somebody goes on to say by the cue before. */
function* goingOn(
  { doc }: Syntax,
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
): Iterable<Draft> {
  if (quotations.length === 0) return;
  const last = new Map<number, Draft>();
  for (const draft of drafts) {
    const sentence = doc.sentence[draft.head]!;
    const before = last.get(sentence);
    if (!before || !contains(before.content, draft.cue)) last.set(sentence, draft);
  }
  const quoted = new Set(drafts.flatMap(({ parts }) => parts.map(({ start }) => start)));
  for (const [sentence, draft] of last) {
    if (!draft.rule.startsWith("verb") || draft.sources.length === 0 || draft.negated) continue;
    const end = Math.max(doc.end[doc.sentences[sentence + 1]! - 1]!, whole(draft).end);
    for (const { start, end: to, inside } of loneAfter(doc.text, end, quotations)) {
      const isElsewhere = !draft.free && doc.text.slice(end, start).includes("\n");
      if (isElsewhere || quoted.has(inside.start)) break;
      yield {
        ...draft,
        content: { start, end: to },
        parts: [inside],
        free: true,
        recipients: [],
        rule: `${draft.rule}, going on`,
        score: 0.75,
      };
    }
  }
}

/** One draft for each cue and for each content: of two that say the same, the surer one. In text order, outer before inner. */
function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const sure = [...drafts].sort((a, b) => b.score - a.score || a.cue.start - b.cue.start);
  const kept: Draft[] = [];
  const byCue = new Map<number, Range>();
  const byContent = new Set<string>();
  for (const draft of sure) {
    const content = `${draft.content.start}-${draft.content.end}`;
    const other = byCue.get(draft.head);
    if ((other && overlap(other, draft.content)) || byContent.has(content)) continue;
    byCue.set(draft.head, draft.content);
    byContent.add(content);
    kept.push(draft);
  }
  return kept.sort(
    (a, b) => whole(a).start - whole(b).start || whole(b).end - whole(a).end || a.cue.start - b.cue.start,
  );
}

/** Everything that shows a statement: source, cue and content. */
export function whole({ cue, content, parts, sources, joined }: Draft): Range {
  // A subject that several cues share stands with the first of them only.
  const farthest = joined ? 40 : 70;
  const own = sources.filter(
    (one) => one.end > cue.start || cue.start - one.end < farthest || content.start < cue.start,
  );
  const ranges = [cue, content, ...own];
  // The last piece of a speech in several; its marks belong to it.
  const last = parts.at(-1)?.end ?? 0;
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end), last > content.end && last > cue.end ? last + 1 : 0),
  };
}
