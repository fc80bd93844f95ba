/** For tests: a text as a report of one paragraph that says nothing else of itself, analysed. */
import { analyse } from "../language/analyse.ts";
import type { Report } from "../record/report.ts";
import type { Aliases, Context } from "./extractor.ts";

export function contextOf(text: string, aliases: Aliases = []): Context {
  const report: Report = {
    id: "0123456789abcdef",
    text,
    language: "en",
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    published: { basis: "unknown" },
    diagnostics: [],
  };
  return { report, language: analyse(text), agenda: [], aliases };
}
