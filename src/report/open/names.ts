/** Endings of files that may be reports or hold them. In a folder or an archive only these are looked at. */
export const REPORT_ENDINGS: ReadonlySet<string> = new Set(
  ".txt .text .md .markdown .html .htm .xhtml .eml .mht .mhtml .pdf .json .jsonl .ndjson .csv .tsv .warc .wet .gz .zip".split(
    " ",
  ),
);

/** True for a path of which the ending is one of those, or that has none. */
export function isReportName(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.startsWith(".") || path.startsWith("__MACOSX/")) return false;
  const dot = name.lastIndexOf(".");
  return dot < 0 || REPORT_ENDINGS.has(name.slice(dot).toLowerCase());
}

export function isTableName(file: string): boolean {
  return /\.(?:csv|tsv)(?:\.gz)?$/i.test(file);
}
