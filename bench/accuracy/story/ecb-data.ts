/** ECB+ (Cybulska and Vossen 2014): topics of news articles with event mentions and who of them are one. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MentionedEvent } from "../../../src/compare/event-mentions.ts";
import { type Doc, lemmaOf, uposOf } from "../../../src/language/doc.ts";
import { analyse } from "../../../src/language/parse.ts";

export interface EcbMention extends MentionedEvent {
  /** Key of the gold entity. */
  readonly entity: string;
}

export interface EcbArticle {
  readonly id: string;
  /** "1ecb", "1ecbplus": the two stories of topic 1. */
  readonly story: string;
  readonly lemmas: readonly string[];
  readonly mentions: readonly EcbMention[];
}

function attribute(tag: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function plainXml(text: string): string {
  return text
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'");
}

interface Raw {
  readonly words: readonly { readonly id: string; readonly sentence: number; readonly text: string }[];
  readonly mentions: readonly { readonly id: string; readonly tokens: readonly string[] }[];
  readonly entityOf: ReadonlyMap<string, string>;
}

function readRaw(xml: string): Raw {
  const words = [...xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)].map((match) => ({
    id: attribute(match[1]!, "t_id"),
    sentence: Number(attribute(match[1]!, "sentence")),
    text: plainXml(match[2]!) || "_",
  }));
  const mentions = [...xml.matchAll(/<((?:ACTION|NEG_ACTION)_\w+) ([^>]*)>([\s\S]*?)<\/\1>/g)].map(
    (match) => ({
      id: attribute(match[2]!, "m_id"),
      tokens: [...match[3]!.matchAll(/t_id="(\d+)"/g)].map((token) => token[1]!),
    }),
  );
  const notes = new Map(
    [...xml.matchAll(/<\w+ ([^>]*instance_id="[^>]*)>/g)].map((match) => [
      attribute(match[1]!, "m_id"),
      attribute(match[1]!, "instance_id"),
    ]),
  );
  const entityOf = new Map<string, string>();
  for (const match of xml.matchAll(/<(CROSS_DOC_COREF|INTRA_DOC_COREF) ([^>]*)>([\s\S]*?)<\/\1>/g)) {
    const target = /<target m_id="(\d+)"/.exec(match[3]!)?.[1] ?? "";
    const own =
      match[1] === "CROSS_DOC_COREF" ? attribute(match[2]!, "note") || notes.get(target) : undefined;
    for (const source of match[3]!.matchAll(/<source m_id="(\d+)"/g))
      entityOf.set(source[1]!, own ?? `intra ${attribute(match[2]!, "r_id")}`);
  }
  return { words, mentions, entityOf };
}

/** The tokens as the corpus has them, tagged and parsed. */
function parsed(words: Raw["words"]): Doc {
  let text = "";
  const [start, end] = [new Int32Array(words.length), new Int32Array(words.length)];
  const sentences: number[] = [];
  for (const [i, word] of words.entries()) {
    if (i === 0 || word.sentence !== words[i - 1]!.sentence) sentences.push(i);
    start[i] = text.length;
    text += word.text;
    end[i] = text.length;
    text += " ";
  }
  return analyse(text, start, end, Int32Array.from([...sentences, words.length]));
}

const CONTENT = new Set(["NOUN", "VERB", "PROPN", "ADJ", "NUM"]);

function headOf(doc: Doc, tokens: readonly number[]): number {
  return tokens.find((token) => !tokens.includes(doc.head[token] ?? -1)) ?? tokens.at(-1)!;
}

function contentOf(doc: Doc, sentence: number): string[] {
  const [from, to] = [doc.sentences[sentence]!, doc.sentences[sentence + 1]!];
  return Array.from({ length: to - from }, (_, i) => from + i)
    .filter((token) => CONTENT.has(uposOf(doc, token)))
    .map((token) => lemmaOf(doc, token).toLowerCase());
}

function articleOf(file: string, path: string, validated: ReadonlySet<string>): EcbArticle {
  const raw = readRaw(readFileSync(path, "utf8"));
  const doc = parsed(raw.words);
  const at = new Map(raw.words.map(({ id }, i) => [id, i]));
  const name = file.replace(".xml", "");
  const [topic = "", rest = ""] = name.split("_");
  const mentions = raw.mentions.flatMap((mention): EcbMention[] => {
    const tokens = mention.tokens.flatMap((id) => at.get(id) ?? []);
    const first = tokens[0];
    if (first === undefined || !validated.has(`${topic} ${rest} ${raw.words[first]!.sentence}`)) return [];
    const head = headOf(doc, tokens);
    const id = `${name} ${mention.id}`;
    const entity = raw.entityOf.get(mention.id);
    return [
      {
        id,
        article: name,
        lemma: lemmaOf(doc, head).toLowerCase(),
        around: new Set(
          contentOf(doc, doc.sentence[head]!).filter((lemma) => lemma !== lemmaOf(doc, head).toLowerCase()),
        ),
        entity: entity === undefined ? id : entity.startsWith("intra") ? `${name} ${entity}` : entity,
      },
    ];
  });
  const lemmas = Array.from({ length: doc.size }, (_, token) => token)
    .filter((token) => CONTENT.has(uposOf(doc, token)))
    .map((token) => lemmaOf(doc, token).toLowerCase());
  return { id: name, story: topic + rest.replace(/\d+/, ""), lemmas, mentions };
}

/** The topics of a folder, each with its articles; mentions of the validated sentences alone. */
export function readEcb(folder: string): EcbArticle[][] {
  const rows = readFileSync(join(folder, "ECBplus_coreference_sentences.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const validated = new Set(rows.map((row) => row.split(",").join(" ")));
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((topic) =>
      readdirSync(join(folder, topic))
        .filter((file) => file.endsWith(".xml"))
        .sort()
        .map((file) => articleOf(file, join(folder, topic, file), validated)),
    );
}
