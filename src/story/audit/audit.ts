/**
 * A digest held against the reports, sentence by sentence: what they bear out, what they lack, what they contradict.
 * The digest and copies of it are never evidence for it.
 */
import type { Audit } from "../../record/audit.ts";
import type { Conflict } from "../../record/conflict.ts";
import type { Reading } from "../../record/reading.ts";
import { overlap, type Span } from "../../record/span.ts";
import { sharedWording, wordingOf } from "../origins/wording.ts";
import { sourceName } from "../origins.ts";
import { type TellOptions, tell } from "../tell.ts";
import { compareReadings } from "../view.ts";
import { claimed } from "./claim.ts";
import { Sentences } from "./search.ts";
import { sentencesOf } from "./sentences.ts";
import { judge } from "./support.ts";

type Sentence = Audit["sentences"][number];
type Evidence = Sentence["evidence"][number];

/** From this share of common wording on a report is the digest itself. */
const ITSELF = 0.8;

interface Place {
  readonly reading: Reading;
  readonly quote: Span;
}

function others(digest: Reading, readings: readonly Reading[]): Reading[] {
  const own = wordingOf(digest);
  return [...readings]
    .sort(compareReadings)
    .filter(
      (reading) =>
        reading.report.id !== digest.report.id && sharedWording(own, wordingOf(reading)).containment < ITSELF,
    );
}

/** The digest as a report of the last day, where its own is unknown: it could have known everything. */
function dated(digest: Reading, readings: readonly Reading[]): Reading {
  const last = readings.flatMap(({ report }) => report.published.value ?? []).at(-1);
  if (digest.report.published.value !== undefined || last === undefined) return digest;
  return { ...digest, report: { ...digest.report, published: { value: last, basis: "given" } } };
}

/** Contradictions in which the sentence stands on one side and only other reports on another. */
function against(sentence: Span, digest: Reading, conflicts: readonly Conflict[]) {
  return conflicts.flatMap((conflict) => {
    const isOwn = ({ report, quote }: { report: string; quote: Span }) =>
      report === digest.report.id && overlap(quote, sentence);
    const own = conflict.sides.find(({ evidence }) => evidence.some(isOwn));
    const rival = conflict.sides.find(
      (side) => side !== own && side.evidence.every(({ report }) => report !== digest.report.id),
    );
    return own && rival ? [{ conflict, own, rival }] : [];
  });
}

function contradiction(
  digest: Reading,
  found: ReturnType<typeof against>,
): Pick<Sentence, "verdict" | "why" | "evidence"> | undefined {
  const [first] = [...found].sort(
    (a, b) => Number(b.conflict.strength === "firm") - Number(a.conflict.strength === "firm"),
  );
  if (!first) return undefined;
  const { own, rival, conflict } = first;
  const isAlone = own.corroboration.reports.every((report) => report === digest.report.id);
  const evidence = (side: typeof own, name: Evidence["side"]): Evidence[] =>
    side.evidence
      .filter(({ report }) => report !== digest.report.id)
      .slice(0, 3)
      .map(({ report, quote }) => ({ report, quote, side: name }));
  return {
    verdict: isAlone && conflict.strength === "firm" ? "contradicted" : "partly",
    why: isAlone
      ? `${conflict.about}: it says “${own.says}”, the reports “${rival.says}”; ${conflict.why}`
      : `${conflict.about}: the reports themselves disagree, “${own.says}” against “${rival.says}”`,
    evidence: [...evidence(rival, "against"), ...evidence(own, "for")],
  };
}

/** A day that the reports have, on whatever words, is no figure to look for: its digits go. */
function withoutKnownDays(sentence: Span, { times }: Reading, days: ReadonlySet<string>): string {
  const own = times.filter(
    ({ at: [span], value }) => overlap(span, sentence) && value !== undefined && days.has(value),
  );
  return own.reduce(
    (text, { at: [span] }) => text.replace(span.text, span.text.replace(/\d+/g, "")),
    sentence.text,
  );
}

/** A figure as the digest puts it: "August 18", not the bare day. */
function inWords(figure: string, sentence: Span, { times }: Reading): string {
  const spans = times.flatMap(({ at: [span] }) => (overlap(span, sentence) ? [span.text] : []));
  return spans.find((text) => new RegExp(`\\b0*${figure}\\b`).test(text)) ?? figure;
}

function supported(
  sentence: Span,
  digest: Reading,
  days: ReadonlySet<string>,
  sentences: Sentences<Place>,
): Pick<Sentence, "verdict" | "why" | "evidence"> {
  const claim = claimed(withoutKnownDays(sentence, digest, days));
  const { support, found, missing } = judge(claim, sentences);
  const lacking = missing.map((one) => (/^\d+$/.test(one) ? inWords(one, sentence, digest) : one));
  const lacks = lacking.length > 0 ? `; no report has ${lacking.join(", ")}` : "";
  const names = [...new Set(found.map(({ where }) => sourceName(where.reading)))].join(", ");
  if (support === "not found") return { verdict: support, why: `no report says so${lacks}`, evidence: [] };
  return {
    verdict: support,
    why: support === "supported" ? `borne out by ${names}` : `borne out only in part, by ${names}${lacks}`,
    evidence: found.map(({ where }) => ({
      report: where.reading.report.id,
      quote: where.quote,
      side: "for",
    })),
  };
}

/**
 * Audits a digest.
 * @param readings the reports to hold it against; the digest may be among them
 */
export function audit(digest: Reading, readings: readonly Reading[], options: TellOptions = {}): Audit {
  const known = others(digest, readings);
  const sentences = new Sentences<Place>();
  for (const reading of known)
    for (const quote of sentencesOf(reading.report)) sentences.add({ reading, quote }, quote.text);
  const days = new Set(known.flatMap(({ times }) => times.flatMap(({ value }) => value ?? [])));
  const story = tell([...known, dated(digest, known)], options);
  const conflicts = story.conflicts();
  const problems = story
    .problems()
    .flatMap(({ report, problem }) => (report === digest.report.id ? [problem] : []));
  return {
    report: digest.report.id,
    against: known.map(({ report }) => report.id),
    sentences: sentencesOf(digest.report).map((quote) => ({
      quote,
      ...(contradiction(digest, against(quote, digest, conflicts)) ??
        supported(quote, digest, days, sentences)),
    })),
    problems,
  };
}
