/** How often each word stands in small letters, counted over news and treebank texts: a common word or a name? */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Casing, casingOf, encodeCasing } from "../../src/language/names/casing.ts";
import { parse } from "../../src/language/parse.ts";
import { hashWord } from "../../src/language/words.ts";
import { readTreebanks } from "../data.ts";

/** Raw texts without their annotation: TimeBank, AQUAINT, ECB+, EWT and GUM. */
function* rawTexts(data: string): Iterable<string> {
  for (const part of ["TimeBank", "AQUAINT"]) {
    const folder = join(data, "tempeval3", part);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort()) {
      const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(readFileSync(join(folder, file), "utf8"))?.[1];
      if (body !== undefined) yield body.replace(/<[^>]+>/g, "").replace(/&amp;/g, "&");
    }
  }
  for (const topic of existsSync(join(data, "ecbplus")) ? readdirSync(join(data, "ecbplus")).sort() : []) {
    if (!/^\d+$/.test(topic)) continue;
    for (const file of readdirSync(join(data, "ecbplus", topic)).sort())
      yield ecbText(readFileSync(join(data, "ecbplus", topic, file), "utf8"));
  }
  for (const document of readTreebanks(data)?.train ?? []) yield document.text;
}

function ecbText(content: string): string {
  let text = "";
  let sentence = "";
  for (const [, number = "", word = ""] of content.matchAll(/<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</g)) {
    text += (number === sentence ? " " : "\n") + word.replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    sentence = number;
  }
  return text;
}

const LEAST = 3;

/** Words seen at least three times; a capital at the start of a sentence or in a heading does not count. */
export function learnCasing(data: string): { casing: Casing; bytes: Uint8Array } {
  const counts = new Map<number, { lower: number; upper: number }>();
  for (const text of rawTexts(data)) {
    const lines = [...text.matchAll(/[^\n]+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const doc = parse(text, { within: lines });
    for (let s = 0; s + 1 < doc.sentences.length; s += 1)
      for (let i = doc.sentences[s]! + 1; i < doc.sentences[s + 1]!; i += 1) {
        const word = text.slice(doc.start[i], doc.end[i]);
        if (!/^\p{L}{2,}$/u.test(word)) continue;
        const key = hashWord(word);
        const own = counts.get(key) ?? { lower: 0, upper: 0 };
        if (/^\p{Lu}/u.test(word)) own.upper += 1;
        else own.lower += 1;
        counts.set(key, own);
      }
  }
  const casing = new Map<number, number>();
  for (const [key, { lower, upper }] of counts)
    if (lower + upper >= LEAST) casing.set(key, casingOf(lower, upper));
  return { casing, bytes: encodeCasing(casing) };
}
