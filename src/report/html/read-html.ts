import type { Draft } from "../draft.ts";
import type { ReportOptions } from "../read-report.ts";
export function readHtml(text: string, _options: ReportOptions): Draft {
  return { text, blocks: [], facts: {}, diagnostics: [] };
}
