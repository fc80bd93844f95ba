/**
 * Where an article's parts stand in a JSON object or a table's row: by the names of schema.org's NewsArticle, of the
 * IPTC's ninjs, of JSON Feed and of the usual scrapers, or where a user says.
 */
import names from "../../../data/lexicon/article-fields.json" with { type: "json" };

/** Fields of an article; for each, where a user says that it stands: `{ text: "content.raw" }`. */
export type FieldMap = Readonly<Partial<Record<Field, string>>>;

export const FIELDS = [
  "text",
  "title",
  "deck",
  "outlet",
  "byline",
  "agency",
  "section",
  "url",
  "published",
  "modified",
  "dateline",
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES = names.fields as Readonly<Record<Field, readonly string[]>>;

/** How deep in an object a list of articles is looked for. */
const DEEPEST_LIST = 4;

/** The fields that some columns or keys stand for. */
export function fieldsNamed(keys: readonly string[], map: FieldMap): ReadonlySet<Field> {
  const there = new Set(keys.map(folded));
  return new Set(
    FIELDS.filter((field) => {
      const said = map[field];
      return said === undefined
        ? NAMES[field].some((name) => there.has(folded(name)))
        : there.has(folded(said));
    }),
  );
}

/** A field's value as text; `undefined` where the object has none. */
export function fieldOf(value: object, field: Field, map: FieldMap): string | undefined {
  const said = map[field];
  if (said !== undefined) return textOf(valueAt(value, said));
  const entries = new Map(Object.entries(value).map(([key, inner]) => [folded(key), inner as unknown]));
  for (const name of NAMES[field]) {
    const text = textOf(entries.get(folded(name)), field);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The list of articles that an object which is none itself holds: the first list of objects with a text. */
export function articlesIn(value: object, map: FieldMap): readonly object[] | undefined {
  if (fieldOf(value, "text", map) !== undefined) return undefined;
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < DEEPEST_LIST; depth++) {
    for (const inner of level) {
      if (!Array.isArray(inner)) continue;
      const objects = inner.filter(isObject).map(source);
      if (objects.some((object) => fieldOf(object, "text", map) !== undefined)) return objects;
    }
    level = level.flatMap((inner) => (isObject(inner) && !Array.isArray(inner) ? Object.values(inner) : []));
  }
  return undefined;
}

/** Search servers put what was indexed one level down. */
function source(object: object): object {
  const inner = (object as { _source?: unknown })._source;
  return isObject(inner) ? inner : object;
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Capitals and the marks between words do not tell names apart. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function valueAt(value: object, path: string): unknown {
  let at: unknown = value;
  if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path];
  for (const step of path.split(".")) {
    if (!isObject(at) || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** A string, a number, the name of an object, or those of a list; of texts in several forms the first. */
function textOf(value: unknown, field?: Field, depth = 0): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return String(value);
  if (!isObject(value) || depth > 2) return undefined;
  if (!Array.isArray(value)) {
    const entries = value as Readonly<Record<string, unknown>>;
    for (const key of INNER) {
      if (!Object.hasOwn(entries, key)) continue;
      const text = textOf(entries[key], field, depth + 1);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  const texts = value.flatMap((inner) => textOf(inner, field, depth + 1) ?? []);
  if (texts.length === 0) return undefined;
  if (field === "text") return texts.join("\n\n");
  return field === "byline" ? texts.join(", ") : texts[0];
}

/** Under what an object keeps its text: schema.org's `name`, ninjs' `value`, JSON-LD's `@value`. */
const INNER = ["name", "value", "@value", "text", "title", "@id", "url"];
