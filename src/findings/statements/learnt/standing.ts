import { deprelOf, uposOf, wordOf } from "../../../language/doc.ts";
import { type Features, hashOf, masked, shallow } from "../../../language/model-features.ts";
import type { Quotation } from "../../../text/quotation.ts";
import { quotationAround } from "../quoted.ts";
import type { Syntax } from "../syntax.ts";
import type { ContentSpan } from "./content-spans.ts";
import { type CueView, pathBetween } from "./features.ts";
import { stepOf } from "./reporting.ts";
import type { SourceSpan } from "./source-spans.ts";

/** An attribution that was put together from the best of each part, with their scores. */
export interface Assembled {
  readonly view: CueView;
  /** One or more, best first. */
  readonly contents: readonly { readonly content: ContentSpan; readonly score: number }[];
  readonly source: SourceSpan | undefined;
  readonly reportScore: number;
  readonly sourceScore: number;
}

/** Writes the features of a whole attribution into `to`: whether it stands. */
export function standingFeatures(
  { doc }: Syntax,
  { view, contents, source, reportScore, sourceScore }: Assembled,
  quotations: readonly Quotation[],
  to: Features,
): void {
  to.clear();
  const { cue, lemma, tag, own } = view;
  const { content, score } = contents[0]!;
  const { first, last, kind } = content;
  const report = stepOf(reportScore);
  const reported = stepOf(score);
  const margin = stepOf(score - (contents[1]?.score ?? score - 9000));
  const named = source ? stepOf(sourceScore) : 13;
  const form = hashOf(kind);
  const side = first > cue ? "after" : last <= cue ? "before" : "around";
  const isQuoted = /^["“‘'„«`]/u.test(wordOf(doc, first));
  const inside = quotationAround({ start: doc.start[cue]!, end: doc.end[cue]! }, quotations) !== undefined;
  const who = source ? hashOf(masked(doc, source.head)) : 0;
  const whoTag = hashOf(source ? `${uposOf(doc, source.head)} ${deprelOf(doc, source.head)}` : "-");
  const path = hashOf(source ? pathBetween(doc, source.head, cue) : "-");
  const shape = hashOf(`${side} ${isQuoted} ${inside}`);
  to.join(700, report, reported);
  to.join(701, report, named);
  to.join(702, reported, named);
  to.join(703, report * 16 + reported, named);
  to.join(704, report * 16 + reported, margin);
  to.join(705, report * 16 + reported, shape);
  to.join(706, reported, lemma);
  to.join(707, reported, form);
  to.join(708, named, lemma);
  to.join(709, report, form);
  to.join(710, report * 16 + reported, hashOf(uposOf(doc, cue)));
  to.add(711, who);
  to.join(712, who, lemma);
  to.join(713, who, shape);
  to.join(714, whoTag, path);
  to.join(715, whoTag, lemma);
  to.join(716, path, tag);
  to.join(717, path, form);
  to.join(718, who, report * 16 + reported);
  to.join(719, whoTag, report * 16 + reported);
  to.join(720, form, tag);
  to.join(721, form, lemma);
  to.join(722, shape, lemma);
  to.join(723, hashOf(String(Math.min(last - first, 12))), report);
  to.join(724, hashOf(masked(doc, source ? source.first : -1)), whoTag);
  to.join(725, hashOf(shallow(doc, last)), reported);
  to.join(726, hashOf(shallow(doc, first)), reported);
  for (let i = 0; i < own.length; i++) to.add(740 + i, own[i]!);
}
