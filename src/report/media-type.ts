/** What kind of file some bytes are, judged by the bytes first, then by what is said about them. */
import { utf16Of } from "./decode.ts";

export type MediaType = "empty" | "binary" | "html" | "mail" | "pdf" | "json" | "plain";

export interface Judged {
  readonly type: MediaType;
  /** Of a binary file: what it is, in words. */
  readonly what?: string;
}

const SAMPLE = 65_536;
/** Share of control characters from which bytes are no text. */
const CONTROLS = 0.02;

/** How files of well-known kinds begin, as their specifications fix it. */
const SIGNATURES: readonly (readonly [prefix: string, what: string])[] = [
  ["\x89PNG", "a picture (PNG)"],
  ["\xff\xd8\xff", "a picture (JPEG)"],
  ["GIF8", "a picture (GIF)"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\x1f\x8b", "a gzip archive"],
  ["\xd0\xcf\x11\xe0", "an older office document"],
  ["\x7fELF", "a program"],
  ["MZ\x90", "a program"],
  ["{\\rtf", "an RTF document"],
  ["ID3", "a sound file"],
  ["OggS", "a sound file"],
  ["BZh", "a bzip2 archive"],
  ["7z\xbc\xaf", "a 7-Zip archive"],
  ["SQLite format 3", "a database"],
];

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link|script)\b/i;
const HTML_TAG =
  /<\/?(?:p|div|span|a|h[1-6]|ul|ol|li|br|table|tr|td|article|section|blockquote|em|strong|b|i|img|figure)(?:\s[^<>]{0,500})?\/?>/gi;

/** The kind of a file. `type` is a media type as HTTP gives it, `name` a file name or address. */
export function mediaTypeOf(
  bytes: Uint8Array,
  { type = "", name = "" }: { type?: string; name?: string },
): Judged {
  if (bytes.length === 0) return { type: "empty" };
  const head = latin(bytes.subarray(0, 16));
  if (isPdf(bytes)) return { type: "pdf" };
  for (const [prefix, what] of SIGNATURES) if (head.startsWith(prefix)) return { type: "binary", what };
  if (utf16Of(bytes) === undefined && !looksLikeText(bytes)) return { type: "binary", what: "a binary file" };
  const start = latin(bytes.subarray(0, SAMPLE)).replaceAll("\0", "");
  if (start.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, "").trim() === "" && bytes.length < SAMPLE)
    return { type: "empty" };
  if (isHtml(start, type, name)) return { type: "html" };
  if (isMail(start)) return { type: "mail" };
  return { type: isJsonObject(start, type) ? "json" : "plain" };
}

/** The mark may stand a little behind the beginning, as readers of the format allow. */
function isPdf(bytes: Uint8Array): boolean {
  const at = latin(bytes.subarray(0, 1024)).indexOf("%PDF-");
  return at >= 0 && /^[^<]*$/.test(latin(bytes.subarray(0, at)));
}

const HEADER = /^(?:[A-Za-z][\w-]{0,70}:|[ \t]|From )/;
/** Headers that programs write and people do not. */
const MACHINE_HEADER =
  /^(?:message-id|mime-version|received|return-path|content-type|content-transfer-encoding):/i;

/** An Internet message (RFC 5322): nothing but header lines up to the first blank one, one of a program's among them. */
function isMail(start: string): boolean {
  const end = /\r?\n\r?\n/.exec(start)?.index;
  if (end === undefined) return false;
  const lines = start.slice(0, end).split(/\r?\n/);
  return (
    lines.every((line) => HEADER.test(line)) &&
    lines.some((line) => MACHINE_HEADER.test(line)) &&
    lines.some((line) => /^(?:from|date|subject):/i.test(line))
  );
}

/** A JSON object, as articles come in; what stands in braces otherwise is text. */
function isJsonObject(start: string, type: string): boolean {
  const text = start.replace(/^\xef\xbb\xbf/, "");
  return (
    /^\s{0,200}\{\s{0,2000}(?:"[^"\n]{0,200}"\s{0,50}:|\}\s*$)/.test(text) && !/^text\/plain\b/i.test(type)
  );
}

function isHtml(start: string, type: string, name: string): boolean {
  if (/\bhtml\b/i.test(type)) return true;
  const text = start.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, "");
  if (HTML_START.test(text)) return true;
  if (/^text\/(?:plain|markdown)\b/i.test(type)) return false;
  const tags = text.match(HTML_TAG)?.length ?? 0;
  if (/\.x?html?(?:[?#]|$)/i.test(name)) return tags > 0;
  return tags >= 4 && /^\s*</.test(text);
}

function looksLikeText(bytes: Uint8Array): boolean {
  const sample = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < sample; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) controls += 4;
    else if (byte < 0x20 && (byte < 0x09 || byte >= 0x0e) && byte !== 0x1b) controls++;
  }
  return controls < 1 + sample * CONTROLS;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
