/** Makes small archives and documents of each kind that Parley opens, for tests and for the fuzz bench. */
import { crc32, deflateRawSync, gzipSync } from "node:zlib";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes of some parts in a row. */
export function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? bytesOf(part) : part))),
  );
}

export function gzip(content: string | Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(content));
}

export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says instead of what is so. */
  readonly lies?: {
    readonly size?: number;
    readonly packed?: number;
    readonly sum?: number;
    readonly flags?: number;
  };
}

/** A ZIP archive with every file deflated. */
export function zip(files: readonly ZipFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, lies = {} } of files) {
    const raw = joined(content);
    const packed = deflateRawSync(raw);
    const path = bytesOf(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(lies.flags ?? 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(lies.sum ?? crc32(raw), 10);
    common.writeUInt32LE(lies.packed ?? packed.length, 14);
    common.writeUInt32LE(lies.size ?? raw.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = joined("PK\u0003\u0004", common, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(joined("PK\u0001\u0002", Uint8Array.of(20, 0), common, rest, path));
    parts.push(local);
    at += local.length;
  }
  const entries = joined(...directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return joined(...parts, entries, "PK\u0005\u0006", end);
}

export interface WarcPage {
  readonly url: string;
  readonly html: string | Uint8Array;
  readonly type?: string;
  readonly status?: string;
  readonly headers?: readonly string[];
  /** What the record says of its length instead of what is so. */
  readonly length?: number;
}

/** One response record of a web archive. */
export function warcRecord({
  url,
  html,
  type = "text/html",
  status = "200 OK",
  headers = [],
  length,
}: WarcPage): Uint8Array {
  const body = joined(
    `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\n`,
    html,
  );
  const head = [
    "WARC/1.0",
    "WARC-Type: response",
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2031-03-06T10:00:00Z",
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${length ?? body.length}`,
  ];
  return joined(`${head.join("\r\n")}\r\n\r\n`, body, "\r\n\r\n");
}

export function page(title: string, ...paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><article>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;
}

export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF document with these texts on its pages, in Helvetica. */
export function pdf(pages: readonly (readonly PdfText[])[]): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((texts, i) => {
      const stream = texts
        .map(
          ({ text, x, y, size = 10 }) =>
            `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, "\\$&")}) Tj ET`,
        )
        .join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** A mail with a text and, where given, the same as a page. */
export function mail({
  subject,
  date,
  from,
  text,
  html,
}: {
  subject: string;
  date: string;
  from: string;
  text: string;
  html?: string;
}): Uint8Array {
  const head = [
    `From: ${from}`,
    "To: desk@ostry.example",
    `Subject: ${subject}`,
    `Date: ${date}`,
    "Message-ID: <1@ostry.example>",
    "MIME-Version: 1.0",
  ];
  const plain = `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  if (html === undefined) return joined(`${head.join("\r\n")}\r\n${plain}`);
  const parts = [plain, `Content-Type: text/html; charset=utf-8\r\n\r\n${html}`];
  return joined(
    `${head.join("\r\n")}\r\nContent-Type: multipart/alternative; boundary="b0"\r\n\r\n`,
    parts.map((part) => `--b0\r\n${part}\r\n`).join(""),
    "--b0--\r\n",
  );
}
