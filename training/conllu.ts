/** CoNLL-U files as gold documents over the raw text that their tokens make up. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** Index in the sentence, or -1. */
  readonly head: number;
  readonly deprel: string;
  readonly start: number;
  readonly end: number;
}

export interface GoldDocument {
  readonly name: string;
  /** Paragraphs parted by blank lines, sentences of one paragraph by a space. */
  readonly text: string;
  readonly sentences: readonly (readonly GoldWord[])[];
}

/** Reads a file, gzipped or not, into documents at its `newdoc` comments. */
export function readConllu(path: string): GoldDocument[] {
  const bytes = readFileSync(path);
  return parseConllu((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

export function parseConllu(content: string): GoldDocument[] {
  const documents: { name: string; text: string; sentences: GoldWord[][] }[] = [];
  let rows: string[][] = [];
  let paragraph = true;
  let document = { name: "", text: "", sentences: [] as GoldWord[][] };
  let space = false;
  for (const line of content.split("\n")) {
    if (line.startsWith("#")) {
      if (line.startsWith("# newdoc")) {
        document = { name: line.slice(line.indexOf("=") + 1).trim(), text: "", sentences: [] };
        documents.push(document);
        space = false;
        paragraph = false;
      } else if (line.startsWith("# newpar")) paragraph = true;
    } else if (line.trim() !== "") rows.push(line.split("\t"));
    else if (rows.length > 0) {
      if (documents.length === 0) documents.push(document);
      if (document.text !== "") document.text += paragraph ? "\n\n" : space ? " " : "";
      space = addSentence(document, rows);
      paragraph = false;
      rows = [];
    }
  }
  return documents;
}

/** Adds one sentence to text and list; returns whether a space follows it. */
function addSentence(
  document: { text: string; sentences: GoldWord[][] },
  rows: readonly string[][],
): boolean {
  const words: GoldWord[] = [];
  let fusedEnd = 0;
  let fusedSpace = true;
  let parts: { surface: string; start: number; lengths: number[]; index: number } | undefined;
  let space = true;
  for (const row of rows) {
    const id = row[0]!;
    if (id.includes(".")) continue;
    const spaceAfter = !(row[9] ?? "").split("|").includes("SpaceAfter=No");
    if (id.includes("-")) {
      if (words.length > 0 && space) document.text += " ";
      const [first, last] = id.split("-").map(Number) as [number, number];
      const forms = rows.filter(
        (other) => /^\d+$/.test(other[0]!) && +other[0]! >= first && +other[0]! <= last,
      );
      parts = {
        surface: row[1]!,
        start: document.text.length,
        lengths: cuts(
          row[1]!,
          forms.map((f) => f[1]!),
        ),
        index: 0,
      };
      document.text += row[1]!;
      fusedEnd = last;
      fusedSpace = spaceAfter;
      continue;
    }
    const number = Number(id);
    let start: number;
    let end: number;
    if (number <= fusedEnd && parts) {
      start = parts.start + (parts.index === 0 ? 0 : parts.lengths[parts.index - 1]!);
      end = parts.start + parts.lengths[parts.index]!;
      parts.index += 1;
      space = fusedSpace;
    } else {
      if (words.length > 0 && space) document.text += " ";
      start = document.text.length;
      document.text += row[1]!;
      end = document.text.length;
      space = spaceAfter;
    }
    words.push({
      form: row[1]!,
      lemma: row[2]!,
      upos: row[3]!,
      xpos: row[4]!,
      feats: row[5]!,
      head: Number(row[6]) - 1,
      deprel: row[7]!,
      start,
      end,
    });
  }
  document.sentences.push(words);
  return space;
}

/** Where each part of a fused word ends inside it: by length where the forms make it up, else by share. */
function cuts(surface: string, forms: readonly string[]): number[] {
  const whole = forms.reduce((sum, form) => sum + form.length, 0);
  let at = 0;
  return forms.map((form, i) => {
    at += form.length;
    return i === forms.length - 1
      ? surface.length
      : Math.min(surface.length, Math.round((at / whole) * surface.length));
  });
}
