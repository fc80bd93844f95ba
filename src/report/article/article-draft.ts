/** An article that comes in parts rather than as a page: its text is the title, the deck and the body, in this order. */
import type { Block } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import type { Draft } from "../draft.ts";
import { furnitureOf } from "../furniture/lexicon.ts";
import { factsGiven, type Given, present } from "../given.ts";
import { readFragment } from "../html/read-fragment.ts";
import { readPlain } from "../plain/read-plain.ts";

const GAP = "\n\n";
const TAG = /<(?:p|br|div|h[1-6]|ul|li|a|em|strong|blockquote)\b[^<>]{0,500}>/i;

/** @param body plain text, Markdown or HTML */
export function articleDraft(body: string, given: Given, deck?: string): Draft {
  const title = given.title?.trim();
  const isDeckNew = deck !== undefined && deck !== "" && deck !== title && !body.includes(deck);
  const head = [...(title ? [title] : []), ...(isDeckNew ? [deck] : [])];
  return TAG.test(body) ? pageDraft(head, body, given) : plainDraft(head, body, given);
}

function plainDraft(head: readonly string[], body: string, given: Given): Draft {
  const draft = readPlain([...head, body].join(GAP), given.title?.trim());
  const known = factsGiven(given, "metadata");
  return {
    ...draft,
    facts: { ...draft.facts, ...known, ...present({ title: draft.facts.title ?? known.title }) },
  };
}

function pageDraft(head: readonly string[], html: string, given: Given): Draft {
  const inner = readFragment(html);
  const before = head.map((part) => part + GAP).join("");
  const text = before + inner.text;
  const blocks: Block[] = [];
  const hasTitle = head[0] !== undefined && head[0] === given.title?.trim();
  let at = 0;
  for (const [i, part] of head.entries()) {
    blocks.push({ kind: i === 0 && hasTitle ? "title" : "deck", start: at, end: at + part.length });
    at += part.length + GAP.length;
  }
  for (const block of inner.blocks) {
    const [start, end] = [block.start + before.length, block.end + before.length];
    const why = furnitureOf(text.slice(start, end))?.why;
    blocks.push(why === undefined ? { ...block, start, end } : { kind: "furniture", start, end, why });
  }
  const title = hasTitle ? spanAt(text, 0, head[0]!.length) : undefined;
  return {
    text,
    blocks,
    facts: {
      ...factsGiven(given, "metadata"),
      ...(title !== undefined && { title: { value: title.text, basis: "metadata", at: title } }),
    },
    diagnostics: inner.diagnostics,
  };
}
