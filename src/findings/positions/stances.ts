/** The words that show a stance, from `data/lexicon/stances.yaml`, and how polarity and modality turn one. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Clause } from "../../language/clause.ts";
import type { Stance } from "../../record/position.ts";

/** One word of the lexicon: the stance it shows and the preposition that its content stands behind ("" for object or clause). */
export interface StanceWord {
  readonly stance: Stance;
  readonly preposition: string;
}

type Words = ReadonlyMap<string, readonly StanceWord[]>;
type ByStance = Readonly<Record<string, readonly string[]>>;

/** A turn of phrase: its base forms in order, and the stance that it shows. */
export interface Idiom {
  readonly stance: Stance;
  readonly words: readonly string[];
  /** How many words stand before the content, where it is not behind them all. */
  readonly gap?: number;
}

interface Lexicon {
  /** By their first word. */
  readonly idioms: ReadonlyMap<string, readonly Idiom[]>;
  readonly verbs: Words;
  readonly adjectives: Words;
  readonly nouns: Words;
  readonly lightVerbs: ReadonlySet<string>;
  readonly demandModals: ReadonlySet<string>;
  readonly refusalModals: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  /** Words that put what follows in an earlier time. */
  readonly past: RegExp;
  readonly negatingNouns: readonly string[];
  readonly dropping: ReadonlySet<string>;
  readonly yielding: ReadonlySet<string>;
  readonly tying: ReadonlySet<string>;
  readonly deciding: ReadonlySet<string>;
  readonly influencing: ReadonlySet<string>;
  readonly evaluations: ReadonlyMap<string, Stance>;
}

const PREPOSITIONS = new Set([
  "for",
  "on",
  "to",
  "with",
  "of",
  "against",
  "at",
  "in",
  "into",
  "towards",
  "toward",
  "about",
  "by",
  "over",
  "behind",
  "from",
  "upon",
  "between",
  "around",
  "under",
]);

function wordsOf(table: ByStance): Words {
  const words = new Map<string, StanceWord[]>();
  for (const [stance, entries] of Object.entries(table)) {
    for (const entry of entries) {
      const parts = entry.split(" ");
      const last = parts.at(-1) ?? "";
      const preposition = parts.length > 1 && PREPOSITIONS.has(last) ? last : "";
      const lemma = preposition ? parts.slice(0, -1).join(" ") : entry;
      words.set(lemma, [...(words.get(lemma) ?? []), { stance: stance as Stance, preposition }]);
    }
  }
  return words;
}

function idiomsOf(table: ByStance): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  for (const [stance, entries] of Object.entries(table)) {
    for (const entry of entries) {
      const all = entry.split(" ");
      const gap = all.indexOf("…");
      const words = all.filter((word) => word !== "…");
      const idiom: Idiom = { stance: stance as Stance, words, ...(gap < 0 ? {} : { gap }) };
      idioms.set(words[0]!, [...(idioms.get(words[0]!) ?? []), idiom]);
    }
  }
  return idioms;
}

let loaded: Lexicon | undefined;

export function stanceLexicon(): Lexicon {
  if (loaded) return loaded;
  const file = new URL("../../../data/lexicon/stances.yaml", import.meta.url);
  const data = parse(readFileSync(file, "utf8")) as {
    verbs: ByStance;
    adjectives: ByStance;
    nouns: ByStance;
    idioms: ByStance;
    "light-verbs": string[];
    modals: { demands: string[]; refusals: string[] };
    open: string[];
    past: string[];
    "negating-nouns": string[];
    evaluations: ByStance;
    dropping: string[];
    yielding: string[];
    tying: string[];
    deciding: string[];
    influencing: string[];
  };
  loaded = {
    verbs: wordsOf(data.verbs),
    adjectives: wordsOf(data.adjectives),
    nouns: wordsOf(data.nouns),
    idioms: idiomsOf(data.idioms),
    lightVerbs: new Set(data["light-verbs"]),
    demandModals: new Set(data.modals.demands),
    refusalModals: new Set(data.modals.refusals),
    open: new Set(data.open),
    past: new RegExp(`\\b(?:${data.past.join("|")})\\b`),
    negatingNouns: data["negating-nouns"],
    dropping: new Set(data.dropping),
    yielding: new Set(data.yielding),
    tying: new Set(data.tying),
    deciding: new Set(data.deciding),
    influencing: new Set(data.influencing),
    evaluations: new Map(
      Object.entries(data.evaluations).flatMap(([stance, words]) =>
        words.map((word) => [word, stance as Stance] as const),
      ),
    ),
  };
  return loaded;
}

const NEGATED: Readonly<Record<Stance, Stance | undefined>> = {
  demands: undefined,
  offers: "rejects",
  accepts: "rejects",
  rejects: "considers",
  supports: "opposes",
  opposes: "accepts",
  considers: "rejects",
  open: undefined,
};

/** What is left of a stance that was dropped. */
export const DROPPED: Readonly<Record<Stance, Stance | undefined>> = {
  demands: "accepts",
  rejects: "accepts",
  opposes: "accepts",
  offers: "rejects",
  accepts: "rejects",
  supports: "opposes",
  considers: undefined,
  open: undefined,
};

const TENTATIVE = new Set(["may", "might", "could"]);

/**
 * The stance that a clause shows: what its word says, turned by negation and weakened by modality
 * ("did not rule out" → considers, "might accept" → considers, "cannot accept" → rejects).
 * @returns undefined where the clause shows none ("did not demand")
 */
export function stanceIn(word: Stance, clause: Pick<Clause, "negated" | "modal">): Stance | undefined {
  if (clause.negated) return NEGATED[word];
  if (TENTATIVE.has(clause.modal)) {
    return word === "accepts" || word === "offers" || word === "supports" ? "considers" : undefined;
  }
  return word;
}
