/** How far a stretch of text goes: without the words at its edges, up to where another thought begins, item by item. */
import type { Clause } from "../../language/clause.ts";
import { clausesIn, isReporting } from "../../language/clauses/query.ts";
import type { Range } from "../../record/span.ts";
import type { Scene } from "./scene.ts";

const LEADING = /^[\s,;:–—]*(?:however,\s+)?(?:(?:that|whether|if|unless|and|but|because)\s+)?/iu;

const TRAILING =
  /[\s,;:–—]+(?:and|or|but|that|with|by|to|of|for|in|as|if|unless|should|provided)?[\s,;:–—]*$/u;

/** A range without the marks, conjunctions and stranded prepositions at its edges. */
export function trimmed(text: string, range: Range): Range {
  const quote = text.slice(range.start, range.end);
  const start = range.start + (LEADING.exec(quote)?.[0].length ?? 0);
  const end = range.end - (TRAILING.exec(quote.slice(start - range.start))?.[0].length ?? 0);
  return start < end ? { start, end } : range;
}

/** Words that begin what no longer belongs to the matter itself. */
const AFTERTHOUGHT =
  /(?:,\s+in\s+(?:the|a|an|its)\s+(?:first|latest|clear|rare|further)\s|,\s+(?:with|as|while|although|though|which|who|where|when|after|before|amid|despite|because|since|but|\p{L}+ing)\s|,\s+\p{L}+\s+(?:that|which)\s|,\s+in\s+what\s|["”’]?\s+and that\s|\s+amid\s)/iu;

const LOOSE: ReadonlySet<Clause["role"]> = new Set(["cause", "concession", "time", "purpose"]);

/** "until the siege ends": how long is part of the matter. */
const BOUNDING = new Set(["until", "till"]);

/** ", a chain of hills …": a second name for the same, where no list goes on behind it. */
const APPOSITION = /,\s+an?\s(?!.*\band\s)[^,]*$/iu;

/** Characters from which on relative clauses, participles and late infinitives are left out too. */
const LONG = 80;
/** Characters behind a relative clause from which on it stands inside the stretch: what follows is needed. */
const INSERTED = 12;

/** Characters of a matter before a colon, so that what follows only explains it. */
const SHORTEST = 10;

/** A stretch of text up to where a reason, a purpose, a concession or an afterthought begins. */
export function core(scene: Scene, range: Range): Range {
  const { text } = scene.doc;
  const cut = AFTERTHOUGHT.exec(text.slice(range.start, range.end));
  const colon = text.slice(range.start, range.end).indexOf(": ", SHORTEST);
  const aside = APPOSITION.exec(text.slice(range.start, range.end));
  const said = sayingIn(scene, range);
  const limit =
    range.start +
    Math.min(
      cut?.index ?? range.end,
      aside?.index ?? range.end,
      colon < 0 ? range.end : colon,
      (said ?? range.end) - range.start,
      range.end - range.start,
    );
  const isLong = range.end - range.start > LONG;
  const loose = clausesWithin(scene, range).find(
    ({ role, start, end, mood, passive, marker }) =>
      (LOOSE.has(role) &&
        !BOUNDING.has(marker) &&
        start > range.start + 12 &&
        !(passive && role === "purpose")) ||
      (isLong &&
        start > range.start + LONG / 2 &&
        range.end - end < INSERTED &&
        (role === "relative" || role === "participle" || mood === "infinitive")),
  );
  return trimmed(text, { start: range.start, end: Math.min(limit, loose?.start ?? limit) });
}

/** Commas between the words for who says something. */
const MOST_COMMAS = 2;

/** "the minister of water", "Honourable Ada Rill": words for who somebody is, between commas. */
const NAME_OR_OFFICE =
  /^(?:(?:the|its|his|her|their|an?|one)\s(?!other\b)|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}|$))[^,;:“”"]{0,60}$/u;

/** ", three officials said on Monday": where the words begin that say in the middle or at the end who says so. */
function sayingIn(scene: Scene, range: Range): number | undefined {
  const { text } = scene.doc;
  const comma = text.indexOf(", ", range.start);
  if (comma < 0 || comma >= range.end) return undefined;
  for (const clause of clausesIn(scene.clauses, scene.doc, { start: comma, end: range.end })) {
    if (!isReporting(clause) || clause.mood !== "statement") continue;
    const verb = scene.doc.start[clause.predicate]!;
    let before = text.lastIndexOf(", ", verb);
    // ", the minister of water, Honourable Ada Rill, said": names and offices between commas belong to who says it.
    for (let commas = 0; commas < MOST_COMMAS; commas++) {
      const earlier = text.lastIndexOf(", ", before - 1);
      if (earlier < range.start || !NAME_OR_OFFICE.test(text.slice(earlier + 2, before))) break;
      if (!NAME_OR_OFFICE.test(text.slice(before + 2, verb).trimEnd())) break;
      before = earlier;
    }
    const words = text.slice(before + 2, verb).replaceAll(",", "");
    const isFrame =
      before >= range.start && /^(?:(?!which|who|that|and|but|as)[\p{L}\p{N}'’.-]+\s+){1,14}$/iu.test(words);
    if (isFrame) return before;
  }
  return undefined;
}

/** Clauses that begin inside a range and end in it. */
function clausesWithin(scene: Scene, range: Range): readonly Clause[] {
  return clausesIn(scene.clauses, scene.doc, range).filter(
    ({ start, end }) => range.start < start && end <= range.end,
  );
}

/** What may stand between two items of a list. */
const LIST_GAP = /^[\s,;]*(?:and|or|as well as|plus|but also)?[\s,;]*$/u;

/** Ranges as the items of one list: each ends where the next begins, and what is not joined like an item is left out. */
export function parted(text: string, ranges: readonly Range[]): readonly Range[] {
  const items: Range[] = [];
  for (const range of ranges) {
    const last = items.at(-1);
    if (last === undefined) {
      items.push(range);
      continue;
    }
    if (range.start <= last.start) continue;
    const cut = trimmed(text, { start: last.start, end: Math.min(last.end, range.start) });
    if (!LIST_GAP.test(text.slice(cut.end, range.start))) continue;
    items[items.length - 1] = cut;
    items.push(range);
  }
  return items.map((range) => trimmed(text, range));
}

/** From the one who acts to the end of the content, where they stand in that order in one sentence; else the content. */
export function quoteOf(scene: Scene, clause: Clause, content: Range): Range {
  const verb = scene.doc.start[clause.predicate]!;
  const [first] = clause.inherited ? [] : clause.agents;
  const start = Math.min(first && first.start < verb ? first.start : verb, content.start);
  const end = Math.max(content.end, scene.doc.end[clause.predicate]!);
  return trimmed(scene.doc.text, { start, end });
}
