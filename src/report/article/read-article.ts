/** An article in JSON, its parts in fields. */
import type { Diagnostic } from "../../record/diagnostic.ts";
import type { Draft } from "../draft.ts";
import { dateGiven, type Given } from "../given.ts";
import { articleDraft } from "./article-draft.ts";
import { type FieldMap, fieldOf, isObject } from "./fields.ts";

/** The draft of an article in JSON. */
export function readArticle(json: string, map: FieldMap = {}): Draft {
  const value = parsed(json);
  if (!isObject(value)) return nothing("bad-json", "The record is not sound JSON; it was not read.");
  const body = fieldOf(value, "text", map);
  if (body === undefined) {
    const keys = Object.keys(value)
      .slice(0, 12)
      .join(", ")
      .replace(/[{}\n]/g, " ");
    return nothing(
      "no-text",
      `The record has no field that is known to hold a text (it has: ${keys || "none"}); name it with --map text=FIELD.`,
    );
  }
  return articleDraft(body.trim(), given(value, map), fieldOf(value, "deck", map)?.trim());
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function nothing(code: string, message: string): Draft {
  const diagnostics: Diagnostic[] = [{ code, severity: "error", message }];
  return { text: "", blocks: [], facts: {}, diagnostics };
}

function given(value: object, map: FieldMap): Given {
  const of = (field: Parameters<typeof fieldOf>[1]): string | undefined => fieldOf(value, field, map)?.trim();
  const date = (field: "published" | "modified"): string | undefined => {
    const text = of(field);
    return text === undefined ? undefined : dayOf(text);
  };
  const url = of("url");
  const entries = {
    title: of("title"),
    outlet: of("outlet"),
    byline: of("byline")?.replace(/^by\s+/i, ""),
    agency: of("agency"),
    section: of("section"),
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
    published: date("published"),
    modified: date("modified"),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, text]) => text !== undefined));
}

/** A day as interfaces write it: ISO 8601 with or without marks, seconds or milliseconds since 1970, or in words. */
function dayOf(text: string): string | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text);
  if (basic !== null) return dateGiven(`${basic[1]}-${basic[2]}-${basic[3]}`);
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10);
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text)).toISOString().slice(0, 10);
  return dateGiven(text);
}
