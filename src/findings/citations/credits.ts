import type { Actor } from "../../record/actor.ts";
import { overlap, type Range } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";

/** A credit to another medium in the running text. */
export interface Credit extends Range {
  readonly outlet: string;
  /** What it is cited for. */
  readonly for?: string;
  /** EDTF. */
  readonly date?: string;
}

/** Words between which and an outlet's name stands nothing but an article, where the outlet is credited. */
const CREDITING =
  /(?:\b(?:told|seen by|obtained by|reviewed by|first reported by|as reported by|published by|published in|quoted by|cited by|carried by|interview (?:with|to|in|on)|speaking to|spoke to|in comments to|in remarks to|citing|source:|sources?:|via|with files from|additional reporting by|according to)\s+(?:(?:the|broadcaster|newspaper|news agency|state broadcaster|state news agency|news channel|magazine)\s+){0,2})$/iu;

/** Nouns for media that are not named: "multiple outlets". */
const UNNAMED_MEDIA =
  /\b(?:(?:multiple|several|various|some|other|local|state|foreign|national) (?:news )?(?:outlets|media|newspapers|reports)|media reports|news reports|local media|state media|press reports)\b/iu;

/** Credits that statements carry: an outlet that speaks, or through which somebody spoke. */
export function creditsOf(
  text: string,
  statements: readonly Statement[],
  actors: readonly Actor[],
): readonly Credit[] {
  const outlets = new Map(actors.filter(({ kind }) => kind === "outlet").map((actor) => [actor.id, actor]));
  const credits: Credit[] = [];
  for (const statement of statements) {
    const of = { for: statement.content.text, ...(statement.when !== undefined && { date: statement.when }) };
    const speaker = statement.speaker.find(({ id }) => outlets.has(id));
    const { source } = statement;
    if (speaker && source) {
      credits.push({ ...spoken(statement, source), outlet: speaker.name, ...of });
    } else if (
      source &&
      UNNAMED_MEDIA.test(source.text) &&
      !statement.speaker.some(({ id }) => !outlets.has(id))
    ) {
      const outlet = UNNAMED_MEDIA.exec(source.text)?.[0] ?? source.text;
      credits.push({ ...fromTo(statement, source, statement.cue), outlet, ...of });
    }
    for (const { id, name } of statement.via) {
      const actor = outlets.get(id);
      if (!actor || statement.nestedIn !== undefined) continue;
      const mention = actor.mentions.find(
        (one) => overlap(one, statement.at[0]) && !overlap(one, statement.content),
      );
      if (mention) credits.push({ ...carried(text, statement, mention), outlet: name, ...of });
    }
  }
  return credits;
}

/** Where an outlet speaks: it, its verb, and what stands beside them ("on 3 May, citing a diplomat"). */
function spoken(statement: Statement, source: Range): Range {
  const { cue, content, at } = statement;
  const said = fromTo(statement, source, cue);
  return said.start >= content.end ? { start: said.start, end: Math.max(said.end, at[0].end) } : said;
}

/**
 * Where somebody spoke to an outlet: from "told" up to what was said ("told the Courier's Early Show on 3 May"), or
 * from the words before the outlet's name ("interview with the Courier").
 */
function carried(text: string, { cue, content }: Statement, mention: Range): Range {
  const opening = /\s+that\s*$/u.exec(text.slice(mention.end, content.start))?.[0].length ?? 0;
  const said = content.start - opening;
  const isTold = /\btold\b/iu.test(cue.text) && mention.start > cue.start && mention.start - cue.end < 40;
  if (isTold && said >= mention.end && said - mention.end < 60) return { start: cue.start, end: said };
  if (isTold) return { start: cue.start, end: mention.end };
  const introduced = CREDITING.exec(text.slice(Math.max(0, mention.start - 60), mention.start));
  return { start: mention.start - (introduced?.[0].length ?? 0), end: mention.end };
}

function fromTo(statement: Statement, a: Range, b: Range): Range {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  // A cue on the far side of what is said does not belong to the credit.
  return start < statement.content.start && statement.content.end < end
    ? { start: a.start, end: a.end }
    : { start, end };
}

/** Right behind an outlet's name, where it is said to have told something. */
const TELLING =
  /^,?\s(?:(?:has|have|had|also|first)\s){0,2}(?:reported|reports|wrote|writes|claimed|alleged|presented|revealed|disclosed|gave|given)\b/u;

/** Media that are not named, with what they told: "state media have given". */
const UNNAMED_TELLING = new RegExp(
  `(?:\\b\\p{Lu}\\p{L}+\\s)?${UNNAMED_MEDIA.source}\\s(?:(?:has|have|had|also)\\s)?(?:reported|reports|report|said|say|put|claimed|claim|alleged|given|gave|indicate|suggest)\\b`,
  "giu",
);

/** Credits outside statements: "seen by the Courier", "(Northwire)", "…, Northwire reported", "state media have given". */
export function looseCredits(text: string, actors: readonly Actor[]): readonly Credit[] {
  const credits: Credit[] = [...text.matchAll(UNNAMED_TELLING)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    outlet: words.replace(/\s(?:(?:has|have|had|also)\s)?\S+$/u, ""),
  }));
  for (const actor of actors) {
    if (actor.kind !== "outlet") continue;
    for (const mention of actor.mentions) {
      const before = text.slice(Math.max(0, mention.start - 60), mention.start);
      const crediting = CREDITING.exec(before);
      const telling = TELLING.exec(text.slice(mention.end, mention.end + 40));
      const inBrackets = /\($/u.test(before) && /^\)/u.test(text.slice(mention.end, mention.end + 1));
      if (crediting)
        credits.push({
          start: mention.start - crediting[0].trimStart().length,
          end: mention.end,
          outlet: actor.name,
        });
      else if (telling)
        credits.push({ start: mention.start, end: mention.end + telling[0].length, outlet: actor.name });
      else if (inBrackets) credits.push({ start: mention.start, end: mention.end, outlet: actor.name });
    }
  }
  return credits.sort((a, b) => a.start - b.start);
}
