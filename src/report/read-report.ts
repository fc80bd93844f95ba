/** Bytes to a report: what kind of file it is, its text, its blocks, and what is known about it. */

import { familyOf, outletOfUrl } from "../assets/outlets.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import { UserError } from "../record/diagnostic.ts";
import { idOfBytes } from "../record/id.ts";
import { isProse, type Published, type Report } from "../record/report.ts";
import type { FieldMap } from "./article/fields.ts";
import { decode } from "./decode.ts";
import type { Draft, Facts } from "./draft.ts";
import { dateGiven, factsGiven, type Given } from "./given.ts";
import { languageOf } from "./language.ts";
import { mediaTypeOf } from "./media-type.ts";
import { odditiesOf } from "./oddities.ts";
import { divided } from "./parts/parts.ts";
import { readPlain } from "./plain/read-plain.ts";
import { versionOf } from "./version/version.ts";

export interface ReportOptions {
  /** The name it is read under; shown in diagnostics. */
  readonly file?: string;
  /** Where it was published. */
  readonly url?: string;
  /** Media type, with a charset where one is known: `text/html; charset=utf-8`. The bytes have the last word. */
  readonly type?: string;
  /** What is known beforehand; it goes before what the file says. */
  readonly given?: Given;
  /** When it was fetched, `2025-08-17`: no later day can be its date. */
  readonly fetched?: string;
  /** Where the fields of an article stand in a JSON object: `{ text: "content.raw" }`. */
  readonly map?: FieldMap;
}

/**
 * Reads a file into a report.
 * @param bytes plain text, Markdown, HTML, a mail, a PDF document, or an article in JSON; of what holds many reports,
 *   `open` makes these
 * @returns the report; its text is empty where nothing could be read, and `diagnostics` says why
 * @throws UserError where an option is no date; never for what the bytes hold
 */
export async function readReport(bytes: Uint8Array, options: ReportOptions = {}): Promise<Report> {
  for (const date of [options.given?.published, options.given?.modified, options.fetched]) {
    if (date !== undefined && dateGiven(date) === undefined)
      throw new UserError(`'${date}' is not a date such as 2025-08-17`);
  }
  const draft = await draftOf(bytes, options);
  const { blocks: marked, version, ...changed } = versionOf(draft);
  const facts: Facts = {
    ...factsOfUrl(options),
    ...changed,
    ...draft.facts,
    ...(changed.title !== undefined && { title: changed.title }),
    ...factsGiven(options.given ?? {}, "given"),
  };
  const family = facts.outlet && familyOf(facts.outlet.value);
  const { blocks, parts } = divided({ ...draft, blocks: marked }, daysOf(facts));
  const readable = draft.text.trim() !== "";
  const language = readable ? await languageOf(proseOf(draft)) : { code: "und", name: "" };
  const diagnostics = [
    ...draft.diagnostics,
    ...(readable ? odditiesOf(draft.text) : []),
    ...(language.code !== "en" && language.code !== "und"
      ? [notEnglish(language.name, draft.text.length)]
      : []),
  ];
  return {
    id: idOfBytes(bytes),
    ...(options.file !== undefined && { file: options.file }),
    text: draft.text,
    language: language.code,
    blocks,
    ...(parts.length > 0 && { parts }),
    ...(version !== undefined && { version }),
    ...facts,
    ...(family !== undefined && { family }),
    published: facts.published ?? unknownDate,
    diagnostics: diagnostics.map((diagnostic) => located(diagnostic, draft.text, options.file)),
  };
}

const unknownDate: Published = { basis: "unknown" };

function daysOf({ published, modified }: Facts): { readonly published?: string; readonly modified?: string } {
  return {
    ...(published?.value !== undefined && { published: published.value }),
    ...(modified?.value !== undefined && { modified: modified.value }),
  };
}

/** What reads a format is loaded when a file of it comes: most files are plain text. */
async function draftOf(bytes: Uint8Array, options: ReportOptions): Promise<Draft> {
  const name = options.url ?? options.file;
  const media = mediaTypeOf(bytes, {
    ...(options.type !== undefined && { type: options.type }),
    ...(name !== undefined && { name }),
  });
  if (media.type === "empty") return nothing("empty-file", "The file is empty.");
  if (media.type === "binary") {
    return nothing(
      "binary-file",
      `The file is ${media.what ?? "a binary file"}, not a text; it was not read.`,
    );
  }
  if (media.type === "mail") return (await import("./mail/read-mail.ts")).readMail(bytes, options);
  if (media.type === "pdf") return (await import("./pdf/read-pdf.ts")).readPdf(bytes);
  const isHtml = media.type === "html";
  const decoded = decode(bytes, { isHtml, ...(options.type !== undefined && { type: options.type }) });
  const draft = isHtml
    ? (await import("./html/read-html.ts")).readHtml(decoded.text, options)
    : media.type === "json"
      ? (await import("./article/read-article.ts")).readArticle(decoded.text, options.map)
      : readPlain(decoded.text);
  return { ...draft, diagnostics: [...decoded.diagnostics, ...draft.diagnostics] };
}

function nothing(code: string, message: string): Draft {
  return { text: "", blocks: [], facts: {}, diagnostics: [{ code, severity: "error", message }] };
}

/** An address says where a report stands, and for listed outlets whose it is. */
function factsOfUrl({ url }: ReportOptions): Facts {
  if (url === undefined) return {};
  const outlet = outletOfUrl(url);
  return {
    url: { value: url, basis: "given" },
    ...(outlet !== undefined && { outlet: { value: outlet, basis: "given" } }),
  };
}

/** What the language is judged by: prose where there is any. */
function proseOf({ text, blocks }: Draft): string {
  const prose = blocks.filter(isProse).map(({ start, end }) => text.slice(start, end));
  return prose.length > 0 ? prose.join("\n") : text;
}

function notEnglish(name: string, length: number): Diagnostic {
  return {
    code: "not-english",
    severity: "error",
    message: `The text is in ${name}; only English is read.`,
    where: { start: 0, end: length },
  };
}

/** The diagnostic with the file's name and the line that it is about. */
function located(diagnostic: Diagnostic, text: string, file: string | undefined): Diagnostic {
  const start = diagnostic.where?.start;
  const where = {
    ...(file !== undefined && { file }),
    ...(start !== undefined && { line: lineAt(text, start) }),
    ...diagnostic.where,
  };
  return Object.keys(where).length === 0 ? diagnostic : { ...diagnostic, where };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
