/** A reading with what people say of its findings: what they reject is gone, what they correct is as they say. */
import type { HumanJudgement, Judged } from "../../record/human-judgement.ts";
import { type Finding, findingSchemas, KINDS, type Kind, type Reading } from "../../record/reading.ts";
import { spanAt } from "../../record/span.ts";

/** What is said of each finding, by its id, oldest first. */
export type Opinions = ReadonlyMap<string, readonly HumanJudgement[]>;

function fieldOf(finding: Finding, field: string): unknown {
  return (finding as unknown as Readonly<Record<string, unknown>>)[field];
}

/** A quote is given by where it stands; its words are the text's. */
function valueFor(reading: Reading, field: string, value: unknown): unknown {
  if (field !== "at" || typeof value !== "object" || value === null) return value;
  const { start, end } = value as { start?: number; end?: number };
  const text = reading.report.text;
  const isRange = Number.isInteger(start) && Number.isInteger(end) && 0 <= start! && start! < end!;
  return isRange && end! <= text.length ? [spanAt(text, start!, end!)] : undefined;
}

/**
 * A finding with one of its fields as a person says; null as a value takes the field away.
 * @returns undefined where the record has no such field, or the value is none that it can hold
 */
export function withField(
  reading: Reading,
  kind: Kind,
  finding: Finding,
  field: string,
  value: unknown,
): Finding | undefined {
  if (!Object.hasOwn(findingSchemas[kind].shape, field) || field === "id" || field === "judged")
    return undefined;
  const { [field]: _, ...rest } = finding as unknown as Record<string, unknown>;
  const changed = value === null ? rest : { ...finding, [field]: valueFor(reading, field, value) };
  const result = findingSchemas[kind].safeParse(changed);
  return result.success ? (result.data as Finding) : undefined;
}

/** What is left standing on a finding to show that a person has judged it. */
export function markOf(judgement: HumanJudgement, machine?: unknown): Judged {
  const { id, verdict, field, note, who, when } = judgement;
  return {
    judgement: id,
    verdict,
    ...(field !== undefined && { field }),
    ...(machine !== undefined && { machine }),
    ...(note !== undefined && { note }),
    who,
    when,
  };
}

function opined(reading: Reading, kind: Kind, found: Finding, opinions: readonly HumanJudgement[]): Finding {
  let finding = found;
  for (const { verdict, field, value } of opinions) {
    if (verdict !== "correct" || field === undefined) continue;
    finding = withField(reading, kind, finding, field, value) ?? finding;
  }
  const judged = opinions.map((one) =>
    markOf(one, one.verdict === "correct" && one.field ? fieldOf(found, one.field) : undefined),
  );
  return { ...finding, judged } as Finding;
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a pointer to a finding that is gone: an object with its id, or the id itself. */
function pointsAt(value: unknown, gone: ReadonlySet<string>): boolean {
  if (typeof value === "string") return gone.has(value);
  return typeof value === "object" && value !== null && gone.has(String((value as { id?: unknown }).id));
}

/** A finding without what points at findings that are gone. */
function without(finding: Finding, gone: ReadonlySet<string>): Finding {
  const kept = Object.entries(finding as unknown as Fields).flatMap(([field, value]) => {
    if (field === "id") return [[field, value]];
    if (Array.isArray(value)) return [[field, value.filter((one) => !pointsAt(one, gone))]];
    return pointsAt(value, gone) ? [] : [[field, value]];
  });
  return Object.fromEntries(kept) as Finding;
}

/** A position without a holder says nothing. */
function standsAlone(kind: Kind, finding: Finding): boolean {
  return kind !== "positions" || !("holder" in finding) || finding.holder.length > 0;
}

/** @param names new names of actors and places, by id: what refers to them repeats the name */
function renamed(finding: Finding, names: ReadonlyMap<string, string>): Finding {
  const one = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(one);
    if (typeof value !== "object" || value === null) return value;
    const name = names.get(String((value as { id?: unknown }).id));
    return name === undefined ? value : { ...value, name };
  };
  const fields = Object.entries(finding as unknown as Fields);
  return Object.fromEntries(
    fields.map(([field, value]) => [field, field === "at" || field === "judged" ? value : one(value)]),
  ) as unknown as Finding;
}

/** The reading with all opinions on its findings in it. */
export function corrected(reading: Reading, opinions: Opinions): Reading {
  const isRejected = ({ id }: Finding) =>
    (opinions.get(id) ?? []).findLast(({ verdict }) => verdict === "reject" || verdict === "accept")
      ?.verdict === "reject";
  const gone = new Set(KINDS.flatMap((kind) => reading[kind].filter(isRejected).map(({ id }) => id)));
  const names = new Map<string, string>();
  const touched = new Map<string, Finding>();
  for (const kind of KINDS) {
    for (const finding of reading[kind]) {
      const own = opinions.get(finding.id);
      if (!own || gone.has(finding.id)) continue;
      const now = opined(reading, kind, finding, own);
      touched.set(finding.id, now);
      if ("name" in now && "name" in finding && now.name !== finding.name) names.set(now.id, now.name);
    }
  }
  const lists = KINDS.map((kind) => {
    const findings = reading[kind]
      .filter(({ id }) => !gone.has(id))
      .map((finding) => touched.get(finding.id) ?? finding)
      .map((finding) => (gone.size > 0 ? without(finding, gone) : finding))
      .map((finding) => (names.size > 0 ? renamed(finding, names) : finding))
      .filter((finding) => standsAlone(kind, finding));
    return [kind, findings];
  });
  return { ...reading, ...Object.fromEntries(lists) } as Reading;
}
