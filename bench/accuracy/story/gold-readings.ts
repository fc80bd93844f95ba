/**
 * The gold of single reports as readings: what a perfect reader would hand to the story. Ids of the gold are kept, so
 * that the gold of the story can be compared by id.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEdtf } from "../../../src/record/edtf.ts";
import type { Reference } from "../../../src/record/finding.ts";
import { type Finding, KINDS, type Reading, SCHEMA_VERSION } from "../../../src/record/reading.ts";
import type { Report } from "../../../src/record/report.ts";
import { type Span, spanAt } from "../../../src/record/span.ts";
import { type GoldItem, type GoldReport, ids, readGold } from "../record/gold.ts";

export interface GoldReading {
  /** Number of the report in the gold: "05". */
  readonly name: string;
  readonly reading: Reading;
  readonly gold: GoldReport;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What is seen of a page: markup out, a paragraph a line. */
function visible(html: string): string {
  const body = html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<\/(p|h\d|li|div)>/g, "\n\n")
    .replace(/<[^>]*>/g, "");
  const named: Readonly<Record<string, string>> = { ldquo: "“", rdquo: "”", mdash: "—", copy: "©", amp: "&" };
  return body.replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole).trim();
}

/** The report as a file of plain text: a paragraph a block, the first one the title. */
function reportOf(gold: GoldReport, folder: string, head: GoldItem): Report {
  const raw = readFileSync(join(folder, gold.file), "utf8");
  const text = gold.file.endsWith(".html") ? visible(raw) : raw;
  const blocks = [...text.matchAll(/\S[^\n]*(?:\n[^\n]+)*/g)].map((match, i) => ({
    kind: i === 0 ? ("title" as const) : ("paragraph" as const),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const published = (head.published as { value: string }).value;
  return {
    id: gold.name,
    file: gold.file,
    text,
    language: "en",
    blocks,
    ...(head.outlet ? { outlet: { value: String(head.outlet), basis: "given" as const } } : {}),
    published: { value: published, basis: "given" },
    diagnostics: [],
  };
}

class Maker {
  readonly #gold: GoldReport;
  readonly #report: Report;
  readonly #names = new Map<string, string>();

  constructor(gold: GoldReport, report: Report) {
    this.#gold = gold;
    this.#report = report;
    for (const item of [...(gold.items.actors ?? []), ...(gold.items.places ?? [])])
      this.#names.set(item.id, String(item.name));
  }

  /** Where the mark of a footnote stands in the text above its entry. */
  marks({ marker, span }: GoldItem): Span[] {
    if (typeof marker !== "string" || !Array.isArray(span)) return [];
    const { text } = this.#report;
    const at = text.indexOf(marker);
    return at >= 0 && at < Number(span[0]) ? [spanAt(text, at, at + marker.length)] : [];
  }

  spans(item: GoldItem): Span[] {
    const { text } = this.#report;
    const own = text.indexOf(item.evidence);
    const found = own < 0 ? [] : [spanAt(text, own, own + item.evidence.length)];
    const exact =
      item.span && text.slice(...item.span) === item.evidence ? [spanAt(text, ...item.span)] : found;
    const also = strings(item.also).flatMap((quote) => {
      const at = text.indexOf(quote);
      return at < 0 ? [] : [spanAt(text, at, at + quote.length)];
    });
    return [...exact, ...also];
  }

  references(item: GoldItem, field: string): Reference[] {
    return ids(item, field).map((id) => ({ id, name: this.#names.get(id) ?? id }));
  }

  mentions(item: GoldItem): Span[] {
    return strings(item.mentions).flatMap((mention) => {
      const at = this.#report.text.indexOf(mention);
      return at < 0 ? [] : [spanAt(this.#report.text, at, at + mention.length)];
    });
  }

  /** What a person or body stands for, by its role: "President of Karvelia". */
  principal(item: GoldItem): Reference | undefined {
    const roles = (item.roles ?? []) as { title: string; of?: string }[];
    const of = roles.flatMap((role) => role.of ?? [])[0];
    const actor = (this.#gold.items.actors ?? []).find(
      (other) => other.name === of && ["state", "organisation", "body"].includes(String(other.kind)),
    );
    return actor ? { id: actor.id, name: String(actor.name) } : undefined;
  }

  base(item: GoldItem): object | undefined {
    const [first, ...rest] = this.spans(item);
    if (!first) return undefined;
    const sources = item.statement ? [] : ids(item, "attributed_by").filter((id) => id !== "report");
    return {
      id: item.id,
      at: [first, ...rest],
      according: sources.map((id) => ({ id, name: this.#names.get(id) ?? id })),
      modality: item.status === "planned" ? "planned" : item.status === "possible" ? "possible" : "asserted",
      ...(item.negated === true ? { negated: true } : {}),
      by: "gold",
      score: 1,
    };
  }

  content(item: GoldItem): Span | undefined {
    const at = this.#report.text.indexOf(String(item.content));
    return at < 0 ? undefined : spanAt(this.#report.text, at, at + String(item.content).length);
  }
}

function optional(field: string, value: unknown): object {
  return value === undefined || value === null ? {} : { [field]: value };
}

function date(value: unknown): string | undefined {
  return typeof value === "string" && isEdtf(value) ? value : undefined;
}

type Make = (item: GoldItem, maker: Maker) => object | undefined;

const make: Readonly<Record<string, Make>> = {
  actors: (item, maker) => ({
    kind: item.kind,
    name: item.name,
    mentions: maker.mentions(item),
    references: [],
    roles: item.roles ?? [],
    ...optional("represents", maker.principal(item)),
  }),
  places: (item, maker) => ({ kind: item.kind, name: item.name, mentions: maker.mentions(item) }),
  times: (item) => ({
    type: item.type,
    anchor: { to: "none" },
    ...optional("value", date(item.value)),
  }),
  events: (item, maker) => {
    const place = maker.references(item, "place")[0];
    return {
      type: item.type,
      subtype: item.subtype,
      participants: maker.references(item, "participants"),
      recipients: maker.references(item, "recipients"),
      ...optional("place", place),
      ...optional("when", date(item.when_value)),
      status: item.status,
      ...optional("medium", item.medium),
      ...optional("topic", item.topic),
      ...optional("outcome", item.outcome),
      ...(item.verbal === true ? { verbal: true } : {}),
    };
  },
  statements: (item, maker) => {
    const content = maker.content(item);
    return (
      content && {
        speaker: maker.references(item, "speaker"),
        cue: content,
        content,
        form: item.form,
        parts: [],
        addressee: maker.references(item, "addressee"),
        via: maker.references(item, "via"),
      }
    );
  },
  positions: (item, maker) => ({
    holder: maker.references(item, "holder"),
    issue: item.issue,
    stance: item.stance ?? "open",
    content: item.content,
    ...optional("condition", item.condition),
    ...(ids(item, "attributed_by").every((id) => id === "report")
      ? {}
      : { attributedBy: maker.references(item, "attributed_by")[0] }),
    ...(item.past === true ? { past: true } : {}),
    statements: ids(item, "statement"),
    events: [],
  }),
  proposals: (item, maker) => ({
    proposer: maker.references(item, "proposer"),
    to: maker.references(item, "to"),
    terms: (item.terms as { party: string | null; does: string; issue: string }[]).map((term) => ({
      ...(term.party ? { party: { id: term.party, name: term.party } } : {}),
      does: term.does,
      issue: term.issue,
    })),
    ...optional("condition", item.condition),
    ...optional("consequence", item.consequence),
    status: item.status,
  }),
  claims: (item) => ({
    subject: item.subject,
    attribute: item.attribute,
    value: item.value,
    ...optional("unit", item.unit),
    ...optional("qualifier", item.qualifier),
    ...optional("asOf", date(item.as_of)),
  }),
  citations: (item, maker) => ({
    markedAt: maker.marks(item),
    ...optional("marker", item.marker),
    ...optional("outlet", item.outlet),
    ...optional("title", item.title),
    ...optional("date", date(item.date)),
    ...optional("url", item.url),
    ...optional("for", item.for),
  }),
  problems: (item) => ({ kind: item.kind, severity: item.severity, description: item.description }),
};

const STORY_ONLY = new Set(["misspelling", "lost attribution", "contradicts established fact"]);

/** Footnotes of a digest are credits too, but what only a story can show is not given to it. */
function findingsOf(gold: GoldReport, maker: Maker, kind: string): Finding[] {
  return (gold.items[kind] ?? []).flatMap((item) => {
    if (kind === "problems" && STORY_ONLY.has(String(item.kind))) return [];
    const base = maker.base(item);
    const own = base && make[kind]?.(item, maker);
    return own ? [{ ...base, ...own } as Finding] : [];
  });
}

/** Every report of a gold folder as its perfect reading. */
export function goldReadings(folder: string, reports: string): GoldReading[] {
  const found: GoldReading[] = [];
  for (const gold of readGold(folder)) {
    const file = readdirSync(folder).find((name) => name === `${gold.name}.json`) ?? "";
    const { article } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { article: GoldItem };
    const report = reportOf(gold, reports, article);
    const maker = new Maker(gold, report);
    const lists = Object.fromEntries(KINDS.map((kind) => [kind, findingsOf(gold, maker, kind)]));
    const reading = {
      schema: SCHEMA_VERSION,
      program: "gold",
      models: {},
      report,
      ...lists,
      coverage: { sentences: 0, silent: [] },
      diagnostics: [],
    } as unknown as Reading;
    found.push({ name: gold.name, reading, gold });
  }
  return found;
}
