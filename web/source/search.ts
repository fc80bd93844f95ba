/** Search over what a story holds: every word of the query must occur, whatever its case. */
import type { Reading } from "../../src/record/reading.ts";
import type { Story, View } from "../../src/story/story.ts";
import { nameOf } from "./report-card.ts";
import { hasAll, MOST_OF_A_KIND, namesFound, wordsOf } from "./search-names.ts";
import type { Hit } from "./story-source.ts";

const AROUND = 70;

/** The stretch around the first word that matches. */
function excerpt(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + word.length + AROUND);
  const [isCutBefore, isCutAfter] = [start > 0, end < text.length];
  // Whole words, unless a word is longer than the stretch.
  const before = text.slice(start, at).replace(isCutBefore ? /^\S{0,30}\s/ : "", "");
  const after = text.slice(at, end).replace(isCutAfter ? /\s\S{0,30}$/ : "", "");
  return `${isCutBefore ? "… " : ""}${`${before}${after}`.replace(/\s+/g, " ").trim()}${isCutAfter ? " …" : ""}`;
}

function inReports(readings: readonly Reading[], words: readonly string[]): Hit[] {
  return readings
    .filter(({ report }) =>
      hasAll(`${report.title?.value ?? ""} ${report.outlet?.value ?? ""} ${report.text}`, words),
    )
    .map((reading) => ({
      kind: "report",
      title: nameOf(reading.report),
      detail: excerpt(reading.report.text, words[0]!),
      view: "reader",
      id: reading.report.id,
    }));
}

function inQuotes(readings: readonly Reading[], words: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const reading of readings) {
    for (const kind of ["positions", "statements", "claims"] as const) {
      for (const finding of reading[kind]) {
        const who =
          "holder" in finding ? finding.holder : "speaker" in finding ? finding.speaker : finding.according;
        const line = `${who.map(({ name }) => name).join(" and ")} ${finding.at[0].text}`;
        if (!hasAll(line, words)) continue;
        hits.push({
          kind: kind.slice(0, -1),
          title: finding.at[0].text.replace(/\s+/g, " "),
          detail: [
            who.map(({ name }) => name).join(" and "),
            reading.report.outlet?.value ?? nameOf(reading.report),
          ]
            .filter((part) => part !== "")
            .join(" · "),
          view: "reader",
          id: reading.report.id,
          select: finding.id,
        });
      }
    }
  }
  return hits;
}

/** The best hits of each kind: actors, places and events first, then reports, then quotes. */
export function searchIn(query: string, story: Story, view: View): Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const { readings } = story.seen(view);
  return [
    ...namesFound(words, story.histories(view), story.identities(view)),
    ...inReports(readings, words).slice(0, MOST_OF_A_KIND),
    ...inQuotes(readings, words).slice(0, MOST_OF_A_KIND * 2),
  ];
}
