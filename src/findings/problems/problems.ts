import { type Span, spanAt } from "../../record/span.ts";
import { extractor, finding } from "../extractor.ts";
import { contradictions } from "./contradictions.ts";
import { furniture } from "./furniture.ts";
import { garbled } from "./garbled.ts";
import { references } from "./references.ts";
import { repetitions } from "./repetitions.ts";
import { tenses } from "./tenses.ts";
import { toldDays } from "./told-days.ts";

function inOrder<T extends { readonly at: readonly [Span, ...Span[]] }>(
  findings: readonly T[],
): readonly T[] {
  return [...findings].sort((a, b) => a.at[0].start - b.at[0].start);
}

/** What a careful reader would flag about this report as a source, found in the report alone. */
export const problems = extractor({
  name: "problems",
  needs: ["actors", "places", "times", "events", "claims", "citations"],
  makes: "problems",
  extract(context, found) {
    const { report, language } = context;
    const troubles = [
      ...furniture(report),
      ...repetitions(report, language.doc),
      ...tenses(report, found.events),
      ...references(report, found.citations, found.events, toldDays(report, language, inOrder(found.times))),
      ...contradictions(report, found.claims),
      ...garbled(report),
    ];
    const made = troubles.map(({ kind, severity, at, also = [], description, by, score }) => {
      const spans = also.map(({ start, end }) => spanAt(report.text, start, end));
      return finding(
        context,
        "problems",
        [spanAt(report.text, at.start, at.end), ...spans],
        `${kind} ${by}`,
        {
          kind,
          severity,
          description,
          modality: "asserted",
          by,
          score,
        },
      );
    });
    return made.sort((a, b) => a.at[0].start - b.at[0].start);
  },
});
