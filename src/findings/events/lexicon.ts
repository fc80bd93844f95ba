/** The event lexicon of `data/lexicon/events/` (its README explains the files), read once. */
import { readFileSync } from "node:fs";
import { EVENT_TYPES, type EventStatus, type EventType } from "../../record/event.ts";

/** `together`: all who are named take part; `onto`: the subject acts on others; `alone`: only the subject. */
export type Frame = "together" | "onto" | "alone";

/** One way in which a type of event is reported. */
export interface Entry {
  readonly type: EventType;
  readonly part: "v" | "n";
  readonly pattern: string;
  /** The pattern's words without its kind. */
  readonly words: readonly string[];
  /** Kind of the object, of `classes.tsv`; "person" is any actor that is no state. */
  readonly kind?: string;
  readonly subtype: string;
  readonly frame: Frame;
  readonly verbal: boolean;
  /** Only where the other side is named. */
  readonly needsBoth: boolean;
  readonly medium?: "in person" | "virtual" | "phone";
  /** How far the event has come where nothing else says so. */
  readonly status?: EventStatus;
  readonly example: string;
}

/**
 * What a word says of the event beside it. `begin` and `light` leave the matter to the word's own tense; so does `try`,
 * but for what needs the other side's consent.
 */
export type Outlook =
  | "planned"
  | "possible"
  | "refused"
  | "cancelled"
  | "held"
  | "ongoing"
  | "begin"
  | "light"
  | "try";

const folder = new URL("../../../data/lexicon/events/", import.meta.url);

function rowsOf(name: string): string[][] {
  return readFileSync(new URL(name, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

const MEDIA: { readonly [flag: string]: "in person" | "virtual" | "phone" } = {
  person: "in person",
  virtual: "virtual",
  phone: "phone",
};
const STATUS_FLAGS: ReadonlySet<string> = new Set(["held", "ongoing", "possible"]);

function entryOf(type: EventType, row: readonly string[]): Entry {
  const [part = "", pattern = "", subtype = "", framing = "", example = ""] = row;
  const [frame, ...flags] = framing.split(" ");
  const kind = /<(.+)>/.exec(pattern)?.[1];
  const medium = flags.map((flag) => MEDIA[flag]).find((found) => found !== undefined);
  const status = flags.find((flag) => STATUS_FLAGS.has(flag));
  return {
    type,
    part: part as "v" | "n",
    pattern,
    // A hyphen is a token of its own: "cease-fire" is three.
    words: pattern
      .replace(/ ?<.+>/, "")
      .replaceAll("-", " - ")
      .split(" "),
    ...(kind === undefined ? {} : { kind }),
    subtype,
    frame: frame as Frame,
    verbal: flags.includes("verbal"),
    needsBoth: flags.includes("both"),
    ...(medium === undefined ? {} : { medium }),
    ...(status === undefined ? {} : { status: status as EventStatus }),
    example,
  };
}

/** Every entry, type by type, in the order of the files. */
export const entries: readonly Entry[] = EVENT_TYPES.flatMap((type) =>
  rowsOf(`${type.toLowerCase()}.tsv`).map((row) => entryOf(type, row)),
);

function groupBy(
  all: readonly Entry[],
  key: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of all) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  for (const group of groups.values()) group.sort((a, b) => weight(b) - weight(a));
  return groups;
}

/** Longer patterns first; a kind counts for more than a particle. */
function weight(entry: Entry): number {
  const kind = entry.kind === undefined ? 0 : entry.kind === "person" ? 1.2 : 1.5;
  return entry.words.length + kind;
}

const verbs = groupBy(
  entries.filter(({ part }) => part === "v"),
  ({ words }) => (words[0] === "be" ? words[1]! : words[0]!),
);
const nouns = groupBy(
  entries.filter(({ part }) => part === "n"),
  ({ words }) => (/^(?:of|to|on|in)$/.test(words[1] ?? "") ? words[0]! : words.at(-1)!),
);

const bases: ReadonlyMap<string, string> = new Map(
  rowsOf("irregular.tsv").flatMap(([base = "", forms = ""]) =>
    forms.split(" ").map((form) => [form, base] as const),
  ),
);

const asked = new Map<string, readonly Entry[]>();
/** So many different verbs are remembered. */
const MANY = 20_000;

/** Entries whose verb (or predicate adjective) is this base form, longest pattern first. */
export function verbEntries(verb: string): readonly Entry[] {
  const known = asked.get(verb);
  if (known) return known;
  const found = lookUp(verb);
  if (asked.size < MANY) asked.set(verb, found);
  return found;
}

function lookUp(verb: string): readonly Entry[] {
  const known = verbs.get(verb);
  if (known) return known;
  // "ceding" and "froze" look like base forms to a lemmatiser that has not met the verb.
  const spelled = verbs.get(bases.get(verb) ?? `${verb}e`);
  if (spelled) return spelled;
  // "rearrested", "reimposed", "redeployed".
  const again = /^re-?(\p{Ll}{5,})$/u.exec(verb)?.[1];
  const once = again === undefined ? [] : (verbs.get(again) ?? []);
  return once.filter(({ type }) => DEEDS.has(type));
}

/** Types whose verbs tell the same with "re-" before them. */
const DEEDS: ReadonlySet<string> = new Set(["COERCE", "SANCTION", "MOBILIZE", "ASSAULT", "RETREAT"]);

/** Entries whose head noun is this base form, longest pattern first. */
export function nounEntries(noun: string): readonly Entry[] {
  return nouns.get(noun) ?? [];
}

const idioms: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  rowsOf("idioms.tsv").map(([verb = "", words = ""]) => [verb, new Set(words.split(" "))]),
);

/** Whether a verb with such an object (base forms) is a turn of phrase that tells no event: "struck a note". */
export function isIdiom(verb: string, object: string): boolean {
  return idioms.get(verb)?.has(object) === true;
}

const kinds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  rowsOf("classes.tsv").map(([kind = "", words = ""]) => [kind, new Set(words.split(" "))]),
);

/** Whether a noun (base form) is of a kind of `classes.tsv`. */
export function isOfKind(noun: string, kind: string): boolean {
  const nouns = kinds.get(kind);
  return nouns !== undefined && (nouns.has(noun) || (noun.endsWith("s") && nouns.has(noun.slice(0, -1))));
}

export const knownKinds: ReadonlySet<string> = new Set(kinds.keys());

export interface OutlookWord {
  readonly outlook: Outlook;
  /** The subject takes part in the event that is object or infinitive. */
  readonly actor: boolean;
}

const outlooks = outlookTables();

function outlookTables(): ReadonlyMap<string, OutlookWord> {
  const table = new Map<string, OutlookWord>();
  for (const [label = "", words = ""] of rowsOf("outlook.tsv")) {
    const parts = label.split(" ");
    const entry = { outlook: parts.at(-1) as Outlook, actor: parts[1] === "actor" };
    for (const word of words.split(", ")) {
      const key = `${parts[0]} ${word}`;
      if (!table.has(key)) table.set(key, entry);
    }
  }
  return table;
}

/** What a verb, noun or adjective (base form, a verb with its particle) says of the event beside it. */
export function outlookOf(part: "verb" | "noun" | "adjective", word: string): OutlookWord | undefined {
  return outlooks.get(`${part} ${word}`);
}
