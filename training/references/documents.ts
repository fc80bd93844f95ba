/** OntoGUM documents: raw text with the entities that its annotators joined. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldDocument, readConllu } from "../conllu.ts";

/** Genres with texts under non-commercial licences: they measure, and never train. */
const LEFT_OUT = new Set(["essay", "fiction", "letter", "podcast", "whow", "reddit"]);

export interface CoreferenceDocument {
  readonly name: string;
  readonly genre: string;
  readonly text: string;
  readonly gold: GoldDocument;
  /** Entities as lists of spans `start:end` in the text, half-open UTF-16 code units. */
  readonly entities: readonly (readonly string[])[];
}

export interface CoreferenceData {
  readonly train: readonly CoreferenceDocument[];
  readonly dev: readonly CoreferenceDocument[];
}

/** @returns undefined where the folder does not hold GUM with its coreference */
export function readCoreference(data: string): CoreferenceData | undefined {
  const trees = join(data, "gum", "dep");
  const chains = join(data, "gum", "coref", "ontogum", "conll");
  if (!existsSync(trees) || !existsSync(chains)) return undefined;
  const held = new Set(readFileSync(join(data, "gum", "dev-split.txt"), "utf8").split(/\s+/));
  const train: CoreferenceDocument[] = [];
  const dev: CoreferenceDocument[] = [];
  for (const file of readdirSync(trees).sort()) {
    const name = file.replace(".conllu", "");
    const genre = name.split("_")[1] ?? "";
    if (!file.endsWith(".conllu") || (!held.has(name) && LEFT_OUT.has(genre))) continue;
    const [gold] = readConllu(join(trees, file));
    if (gold === undefined) continue;
    const entities = entitiesOf(gold, readFileSync(join(chains, `${name}.conll`), "utf8"));
    (held.has(name) ? dev : train).push({ name, genre, text: gold.text, gold, entities });
  }
  return { train, dev };
}

/** Reads the bracket column of a CoNLL file whose tokens are those of the treebank. */
export function entitiesOf(gold: GoldDocument, conll: string): string[][] {
  const words = gold.sentences.flat();
  const entities = new Map<string, string[]>();
  const open = new Map<string, number[]>();
  let token = 0;
  const close = (id: string, first: number) => {
    const spans = entities.get(id) ?? [];
    spans.push(`${words[first]!.start}:${words[token]!.end}`);
    entities.set(id, spans);
  };
  for (const line of conll.split("\n")) {
    const column = line.split("\t")[2];
    if (column === undefined || line.startsWith("#")) continue;
    for (const [, alone, opens, closes] of column.matchAll(/\((\d+)\)|\((\d+)|(\d+)\)/gu)) {
      if (alone !== undefined) close(alone, token);
      else if (opens !== undefined) open.set(opens, [...(open.get(opens) ?? []), token]);
      else if (closes !== undefined) close(closes, open.get(closes)?.pop() ?? token);
    }
    token += 1;
  }
  return [...entities.values()];
}
