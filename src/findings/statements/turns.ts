/** Turns of an interview or a transcript: "Vann: We are studying it." is what Vann says, up to the next turn. */
import { type Doc, tokenAt } from "../../language/doc.ts";
import type { Part } from "../../record/report.ts";
import type { Draft } from "./draft.ts";

/** What is said in the turns among a report's parts. */
export function turns(doc: Doc, parts: readonly Part[]): readonly Draft[] {
  const all = parts.flatMap(({ kind, label, from, end }) =>
    kind === "turn" && label !== undefined && from < end ? [{ label, from, end }] : [],
  );
  const asking = askers(doc.text, all);
  return all
    .filter(({ label }) => !asking.has(label.text))
    .map(({ label: { start, end }, from, end: to }): Draft => {
      const head = tokenAt(doc, end - 1);
      return {
        head,
        lemma: "say",
        speech: "say",
        cue: { start, end },
        sources: [{ start, end, head }],
        content: { start: from, end: to },
        parts: [{ start: from, end: to }],
        free: true,
        recipients: [],
        cited: [],
        negated: false,
        rule: "turn",
        score: 0.8,
      };
    });
}

interface Turn {
  readonly label: { readonly text: string };
  readonly from: number;
  readonly end: number;
}

/** Who asks in most of their turns: an interviewer puts questions for the paper and wants nothing. */
function askers(text: string, all: readonly Turn[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const { label, from, end } of all) {
    const isQuestion = text.slice(from, end).includes("?");
    count.set(label.text, (count.get(label.text) ?? 0) + (isQuestion ? 1 : -1));
  }
  return new Set([...count].filter(([, balance]) => balance > 0).map(([label]) => label));
}
