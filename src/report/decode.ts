/**
 * Bytes to text. The declared character set is believed only where the bytes bear it out: a byte order mark wins,
 * then UTF-16 by its zero bytes, then UTF-8 where every byte fits, then what is declared, then windows-1252.
 * The order of the declarations is that of the WHATWG Encoding and HTML standards.
 */
import sniffEncoding from "html-encoding-sniffer";
import iconv from "iconv-lite";
import type { Diagnostic } from "../record/diagnostic.ts";

export interface Decoded {
  readonly text: string;
  /** Name in the Encoding Standard, such as `UTF-8` or `windows-1252`. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many bytes are looked at where a sample is enough. */
const SAMPLE = 65_536;
/** Above this share of malformed sequences a text is not damaged UTF-8 but something else. */
const DAMAGE = 0.1;

/** The text of some bytes that are known not to be a binary file; never throws. */
export function decode(bytes: Uint8Array, options: { type?: string; isHtml: boolean }): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined)
    return { text: withoutMark(iconv.decode(bytes, utf16)), encoding: utf16, diagnostics: [] };
  const declared = declaredEncoding(bytes, options);
  const sound = utf8Of(bytes);
  if (sound !== undefined && declared !== "ISO-2022-JP") {
    const diagnostics =
      declared === undefined || declared === "UTF-8" || isAscii(bytes)
        ? []
        : [wrongCharset(declared, "UTF-8")];
    return { text: sound, encoding: "UTF-8", diagnostics };
  }
  if (declared !== undefined && declared !== "UTF-8" && iconv.encodingExists(declared)) {
    return { text: iconv.decode(bytes, declared), encoding: declared, diagnostics: [] };
  }
  return damagedUtf8(bytes) ?? westernText(bytes, declared);
}

/** UTF-16 as its byte order mark or the zero bytes beside Latin letters show it. */
export function utf16Of(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "UTF-16LE";
  if (first === 0xfe && second === 0xff) return "UTF-16BE";
  const sample = Math.min(bytes.length, SAMPLE);
  if (sample < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i++) {
    if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  }
  const half = sample / 2;
  if (odd >= half * 0.4 && even < half * 0.05) return "UTF-16LE";
  if (even >= half * 0.4 && odd < half * 0.05) return "UTF-16BE";
  return undefined;
}

/** What a header, or for HTML a `meta` element, says; `undefined` where nothing does. */
function declaredEncoding(
  bytes: Uint8Array,
  { type, isHtml }: { type?: string; isHtml: boolean },
): string | undefined {
  const label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type ?? "")?.[1];
  const none = "x-none";
  try {
    const sniffed = sniffEncoding(isHtml ? bytes : bytes.subarray(0, 3), {
      ...(label !== undefined && { transportLayerEncodingLabel: label }),
      defaultEncoding: none,
    });
    return sniffed !== none ? sniffed : isHtml ? lateDeclaration(bytes) : undefined;
  } catch {
    // Version 6.0.0 fails on a meta element whose content ends in "charset".
    return undefined;
  }
}

/** A declaration after the first 1,024 bytes, where the standard no longer looks but pages have it. */
function lateDeclaration(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, SAMPLE));
  const label = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w:.-]{2,40})/i.exec(head)?.[1];
  return label !== undefined && iconv.encodingExists(label) ? label.toUpperCase() : undefined;
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

/** UTF-8 in which a few bytes went wrong, a file cut in the middle of a letter for one. */
function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) sound++;
  }
  if (broken >= 1 + sound * DAMAGE) return undefined;
  const start = text.indexOf("\ufffd");
  const message = `${broken} damaged ${broken === 1 ? "character" : "characters"} in a UTF-8 text; each is shown as \ufffd.`;
  return {
    text,
    encoding: "UTF-8",
    diagnostics: [
      { code: "damaged-characters", severity: "warning", message, where: { start, end: start + 1 } },
    ],
  };
}

function westernText(bytes: Uint8Array, declared: string | undefined): Decoded {
  const encoding = "windows-1252";
  const diagnostics: Diagnostic[] =
    declared === undefined
      ? [
          {
            code: "charset-assumed",
            severity: "info",
            message:
              "The text names no character set and is not UTF-8; it was read as windows-1252 (Western European).",
          },
        ]
      : [wrongCharset(declared, encoding)];
  return { text: iconv.decode(bytes, encoding), encoding, diagnostics };
}

function wrongCharset(declared: string, actual: string): Diagnostic {
  return {
    code: "wrong-charset",
    severity: "warning",
    message: `The file says that it is in ${declared}, but it is not; it was read as ${actual}.`,
  };
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
