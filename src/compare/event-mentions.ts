/** Do two mentions of events, in two articles, tell one event? By the word for it, and by who and what stand around it. */
import { edits } from "./names/align.ts";

export interface MentionedEvent {
  readonly id: string;
  readonly article: string;
  /** Lemma of the head word. */
  readonly lemma: string;
  /** Lemmas of the other content words of the sentence. */
  readonly around: ReadonlySet<string>;
}

/** Words that report speech: who says what is another act each time. */
const SPEECH = new Set(
  "say tell add note claim explain comment write ask state statement describe believe think know speak suggest".split(
    " ",
  ),
);

/** Words so light that only what stands around them says what happened. */
const LIGHT = new Set(
  "be have do make take get give go come happen become use see show want need try seem follow lead put set keep begin start it this that event incident case thing deal work plan call report".split(
    " ",
  ),
);

/** What a verb and the noun made from it share: "announcement" and "announce", "killing" and "kill". */
function rootOf(lemma: string): string {
  const root = lemma.replace(/(?:ations?|itions?|ments?|ings?|ions?|als?|ers?|ors?|e|y)$/, "");
  return root.length >= 3 ? root : lemma;
}

/** Words for one kind of happening, each line under its first: roots of verbs and nouns together. */
const KINDS: readonly string[] = [
  "kill murder slay shoot gun dead death die homicide",
  "arrest apprehend detain custody capture nab",
  "strike attack raid bomb assault airstrike",
  "buy purchase acquire acquisition takeover buyout",
  "fire sack dismiss oust replace",
  "quake earthquake temblor tremor",
  "hurt injure injury wound",
  "crash collide collision wreck",
  "win victory beat defeat triumph",
  "escape flee",
  "unveil launch introduce release announce reveal",
  "check enter admit",
  "sentence convict conviction",
  "accuse charge indict",
  "nominate nomination pick choose select appoint name",
];

const KIND_OF = new Map(
  KINDS.flatMap((line) => {
    const roots = line.split(" ").map(rootOf);
    return roots.map((root) => [root, roots[0]!] as const);
  }),
);

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common;
}

/** Share of the smaller set that stands in the other, 0..1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared(a, b) / least;
}

function isSpelling(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && edits(a, b) <= 1;
}

/** Shares of the sentences' words that two mentions must have in common, by how little their own words say. */
const LEAST = { speech: 0.5, light: 0.35, kind: 0.3 };

function isOne(a: MentionedEvent, b: MentionedEvent): boolean {
  const [left, right] = [rootOf(a.lemma), rootOf(b.lemma)];
  const same = left === right || isSpelling(a.lemma, b.lemma);
  if (!same && (KIND_OF.get(left) === undefined || KIND_OF.get(left) !== KIND_OF.get(right))) return false;
  const around = overlap(a.around, b.around);
  if (SPEECH.has(a.lemma)) return around >= LEAST.speech;
  if (LIGHT.has(a.lemma)) return around >= LEAST.light;
  return same || around >= LEAST.kind;
}

/** Mentions of one event, by id, each in one list. Articles of several stories are to be parted before. */
export function sameEvents(mentions: readonly MentionedEvent[]): string[][] {
  const parent = mentions.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  for (let i = 0; i < mentions.length; i++) {
    for (let j = 0; j < i; j++) if (isOne(mentions[i]!, mentions[j]!)) parent[find(i)] = find(j);
  }
  return [...Map.groupBy(mentions.keys(), find).values()].map((group) => group.map((i) => mentions[i]!.id));
}
