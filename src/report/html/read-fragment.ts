import type { Draft } from "../draft.ts";
import { blockKindOf } from "./block-kind.ts";
import { parseHtml } from "./parse-html.ts";
import { visibleText } from "./visible-text.ts";

/** The blocks of HTML that holds nothing but a body: every run of its visible text is taken for a part of it. */
export function readFragment(html: string): Draft {
  const page = visibleText(parseHtml(html).root);
  const blocks = page.runs.map(({ start, end, element }) => ({ ...blockKindOf(element), start, end }));
  return { text: page.text, blocks, facts: {}, diagnostics: [] };
}
