/** Tagger, lemmas and parser as they are read from `models/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../assets/files.ts";
import { decodeWeights, type Weights } from "../assets/weights.ts";
import { BOUNDARY_FEATURES } from "./boundaries.ts";
import { UPOS } from "./doc.ts";
import type { LemmaModel } from "./lemmas.ts";
import { loadNetwork, type Network } from "./syntax/network.ts";
import { TAG_FEATURES } from "./tags/features.ts";
import type { TagModel } from "./tags/tagger.ts";

export interface Models {
  readonly boundaries: Weights;
  readonly tags: TagModel;
  readonly lemmas: LemmaModel;
  readonly syntax: Network;
}

/** @throws Error where a file is missing or was made for other features */
export function loadModels(
  tagger: string = modelFolder("tagger"),
  parser: string = modelFolder("parser"),
): Models {
  const manifest = readManifest(tagger, `${TAG_FEATURES} ${BOUNDARY_FEATURES}`);
  const classes = manifest.classes as string[];
  return {
    boundaries: decodeWeights(readFileSync(join(tagger, "boundaries.bin"))),
    tags: loadTagger(tagger, classes),
    lemmas: parseLemmas(readFileSync(join(tagger, "lemmas.txt"), "utf8")),
    syntax: loadNetwork(parser, manifest.sha256 as string, classes.length),
  };
}

function loadTagger(folder: string, classes: readonly string[]): TagModel {
  return tagModel(
    classes,
    decodeWeights(readFileSync(join(folder, "weights.bin"))),
    parseSeen(readFileSync(join(folder, "seen.bin"))),
  );
}

/** @param classes "UPOS XPOS" of each class */
export function tagModel(
  classes: readonly string[],
  weights: TagModel["weights"],
  seen: TagModel["seen"],
): TagModel {
  const xposNames = [...new Set(classes.map((name) => name.split(" ")[1]!))];
  return {
    weights,
    seen,
    xposNames,
    upos: Uint8Array.from(classes, (name) => UPOS.indexOf(name.split(" ")[0] as (typeof UPOS)[number])),
    xpos: Uint8Array.from(classes, (name) => xposNames.indexOf(name.split(" ")[1]!)),
  };
}

/** Six bytes a word: its hash and its class, little end first. */
export function encodeSeen(seen: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(seen.size * 6);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [hash, place] of [...seen].sort((a, b) => a[0] - b[0])) {
    view.setInt32(at, hash, true);
    view.setUint16(at + 4, place, true);
    at += 6;
  }
  return bytes;
}

function parseSeen(bytes: Uint8Array): Map<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Map<number, number>();
  for (let at = 0; at + 6 <= bytes.length; at += 6)
    seen.set(view.getInt32(at, true), view.getUint16(at + 4, true));
  return seen;
}

/** Lines of three fields are exceptions `TAG form lemma`, lines of one field are base forms. */
export function parseLemmas(content: string): LemmaModel {
  const exceptions = new Map<string, string>();
  const bases = new Set<string>();
  for (const line of content.split("\n")) {
    const fields = line.split("\t");
    if (fields.length === 3) exceptions.set(`${fields[0]} ${fields[1]}`, fields[2]!);
    else if (line !== "") bases.add(line);
  }
  return { exceptions, bases };
}
