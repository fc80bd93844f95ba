/** Which treebank documents train and which measure. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldDocument, readConllu } from "./conllu.ts";

/** Genres with texts under non-commercial licences, or with blanked words. */
const LEFT_OUT = new Set(["essay", "fiction", "letter", "podcast", "whow", "reddit"]);

export interface Treebanks {
  readonly train: readonly GoldDocument[];
  /** Measured apart: name of the set → its documents. */
  readonly dev: ReadonlyMap<string, readonly GoldDocument[]>;
}

/** @returns undefined where the folder does not hold the treebanks */
export function readTreebanks(data: string): Treebanks | undefined {
  if (!existsSync(join(data, "ud-ewt")) || !existsSync(join(data, "gum", "dep"))) return undefined;
  const train: GoldDocument[] = [...readConllu(join(data, "ud-ewt", "train.conllu.gz"))];
  const held = new Set(readFileSync(join(data, "gum", "dev-split.txt"), "utf8").split(/\s+/));
  const gum: GoldDocument[] = [];
  for (const file of readdirSync(join(data, "gum", "dep")).sort()) {
    const name = file.replace(".conllu", "");
    if (!file.endsWith(".conllu") || LEFT_OUT.has(name.split("_")[1] ?? "")) continue;
    (held.has(name) ? gum : train).push(...readConllu(join(data, "gum", "dep", file)));
  }
  const dev = new Map<string, readonly GoldDocument[]>();
  dev.set("ewt", readConllu(join(data, "ud-ewt", "dev.conllu.gz")));
  dev.set("gum", gum);
  dev.set(
    "gum news",
    gum.filter((document) => document.name.startsWith("GUM_news")),
  );
  return { train, dev };
}
