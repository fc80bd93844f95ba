/**
 * What somebody said and several reports tell: one statement in all its wordings, with what each left out, changed or
 * put into words of its own.
 */
import { idOf } from "../record/id.ts";
import type { Quotation, Variant } from "../record/quotation.ts";
import type { Reading } from "../record/reading.ts";
import type { Statement } from "../record/statement.ts";
import { matterOf, sharedWords } from "./matter.ts";
import { runsOf, wordsOf } from "./origins/wording.ts";
import { turned, wordsInCommon } from "./quotations/align.ts";
import { type Telling, toIdentities } from "./telling.ts";
import { publishedBy } from "./view.ts";

/** A statement as one report words it. */
interface Wording {
  readonly reading: Reading;
  readonly finding: Statement;
  readonly speaker: Quotation["speaker"];
  readonly text: string;
  readonly isQuoted: boolean;
  readonly matter: ReadonlySet<string>;
  readonly day: number | undefined;
}

/** Fewest words of a wording that can be told from others. */
const LEAST_WORDS = 3;
/** A run of this many words of one speaker is one statement. */
const RUN = 5;
/** The same whoever is said to speak. */
const LONG_RUN = 7;
/** Share of the shorter wording's words, in one order, from which on two are one statement. */
const COMMON = 0.6;
/** Telling words that a paraphrase shares with what was said: at least so many, and this share of its own. */
const PARAPHRASED = { words: 4, share: 0.65 };
/** Days between reports of one statement. */
const NEAR = 7;
/** Wordings of one speaker that each is held beside. */
const MOST_BESIDE = 60;

function wordingsOf(telling: Telling, reading: Reading): Wording[] {
  return reading.statements.flatMap((finding): Wording[] => {
    const isQuoted = finding.parts.length > 0;
    if (finding.negated || (!isQuoted && finding.form !== "indirect")) return [];
    const text = isQuoted
      ? finding.parts.map((part) => part.text.replace(/^[\s"“”„«‘']+|[\s"“”»’',]+$/g, "")).join(" … ")
      : finding.content.text;
    if (wordsOf(text).length < LEAST_WORDS) return [];
    const speaker = toIdentities(telling, finding.speaker);
    return [{ reading, finding, speaker, text, isQuoted, matter: matterOf(text), day: publishedBy(reading) }];
  });
}

function areNear(a: Wording, b: Wording): boolean {
  return a.day === undefined || b.day === undefined || Math.abs(a.day - b.day) <= NEAR;
}

/** Whether two quotations of one speaker are one by their words. */
function areAlike(a: Wording, b: Wording): boolean {
  const least = Math.min(wordsOf(a.text).length, wordsOf(b.text).length);
  return (
    sharedWords(a.matter, b.matter) >= 2 &&
    least > LEAST_WORDS &&
    wordsInCommon(a.text, b.text) >= COMMON * least
  );
}

function isParaphrase(told: Wording, said: Wording): boolean {
  const shared = sharedWords(told.matter, said.matter);
  const least = Math.min(told.matter.size, said.matter.size);
  return shared >= PARAPHRASED.words && shared >= PARAPHRASED.share * least;
}

class Joined {
  readonly #parent = new Map<Wording, Wording>();

  root(wording: Wording): Wording {
    let root = wording;
    for (let next = this.#parent.get(root); next; next = this.#parent.get(root)) root = next;
    return root;
  }

  join(a: Wording, b: Wording): void {
    const [left, right] = [this.root(a), this.root(b)];
    if (left !== right) this.#parent.set(right, left);
  }
}

/** Joins quotations that share a run of words. */
function joinQuoted(quoted: readonly Wording[], joined: Joined): void {
  const holders = new Map<string, Wording>();
  for (const wording of quoted) {
    const keys = [
      ...runsOf(wording.text, LONG_RUN),
      ...wording.speaker.flatMap(({ id }) => runsOf(wording.text, RUN).map((run) => `${id} ${run}`)),
    ];
    for (const key of keys) {
      const first = holders.get(key);
      if (first) joined.join(first, wording);
      else holders.set(key, wording);
    }
  }
}

/** Joins what one speaker is told to have said where the words are alike. */
function joinBySpeaker(wordings: readonly Wording[], joined: Joined): void {
  const bySpeaker = Map.groupBy(
    wordings.flatMap((wording) => wording.speaker.map(({ id }) => ({ id, wording }))),
    ({ id }) => id,
  );
  for (const entries of bySpeaker.values()) {
    const texts = new Map<string, Wording>();
    const said: Wording[] = [];
    for (const { wording } of entries.filter(({ wording }) => wording.isQuoted)) {
      const key = wordsOf(wording.text)
        .map((word) => word.key)
        .join(" ");
      const known = texts.get(key);
      if (known && areNear(known, wording)) {
        joined.join(known, wording);
        continue;
      }
      texts.set(key, wording);
      for (const other of said.slice(-MOST_BESIDE))
        if (areNear(other, wording) && areAlike(other, wording)) joined.join(other, wording);
      said.push(wording);
    }
    for (const { wording } of entries.filter(({ wording }) => !wording.isQuoted)) {
      const others = said.filter((other) => other.reading !== wording.reading).slice(-MOST_BESIDE);
      const meant = others.find((other) => areNear(other, wording) && isParaphrase(wording, other));
      if (meant) joined.join(meant, wording);
    }
  }
}

function variantsOf(wordings: readonly Wording[]): Variant[] {
  const [full] = wordings
    .filter(({ isQuoted }) => isQuoted)
    .sort((a, b) => wordsOf(b.text).length - wordsOf(a.text).length);
  if (!full) return [];
  const byText = Map.groupBy(wordings, ({ isQuoted, text }) => {
    const words = wordsOf(text).map(({ key }) => key);
    return `${isQuoted} ${words.join(" ")}`;
  });
  return [...byText.values()]
    .map((group): Variant => {
      const [first] = group as [Wording, ...Wording[]];
      const parts = first.isQuoted ? turned(full.text, first.text) : [];
      const isAdded = parts.some(({ kind }) => kind === "added");
      const isLeftOut = parts.some(({ kind }) => kind === "left out");
      const kind = !first.isQuoted ? "paraphrased" : isAdded ? "changed" : isLeftOut ? "trimmed" : "in full";
      const evidence = group.map(({ reading, finding }) => ({
        report: reading.report.id,
        finding: finding.id,
        quote: finding.at[0],
      }));
      return { kind, text: first.text, evidence, parts };
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly Variant["kind"][] = ["in full", "trimmed", "changed", "paraphrased"];

/** Every statement that several reports tell, those with the most wordings first. */
export function quotationsOf(telling: Telling): Quotation[] {
  const wordings = telling.readings.flatMap((reading) => wordingsOf(telling, reading));
  const joined = new Joined();
  joinQuoted(
    wordings.filter(({ isQuoted }) => isQuoted),
    joined,
  );
  joinBySpeaker(wordings, joined);
  const groups = [...Map.groupBy(wordings, (wording) => joined.root(wording)).values()];
  return groups
    .filter((group) => new Set(group.map(({ reading }) => reading)).size > 1)
    .flatMap((group): Quotation[] => {
      const variants = variantsOf(group);
      const [first] = group as [Wording, ...Wording[]];
      const speaker = group.find((wording) => wording.isQuoted && wording.speaker.length > 0)?.speaker ?? [];
      const corroboration = telling.origins.corroborate(group);
      const id = idOf("quotation", first.finding.id);
      return variants.length === 0 ? [] : [{ id, speaker, variants, corroboration }];
    })
    .sort((a, b) => b.variants.length - a.variants.length || (a.id < b.id ? -1 : 1));
}
