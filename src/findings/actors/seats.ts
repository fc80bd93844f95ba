/** Which state a town acts for that no list knows: "Kessar would not discuss it" in a report on Belmark. */
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { adjectivesOf } from "../../language/names/state-adjectives.ts";
import { headOf } from "../places/standing.ts";
import { isTellingVerb } from "../statements/lexicon.ts";
import { isSpeaking } from "./acting.ts";
import { type Material, written } from "./material.ts";
import { isWanting } from "./wanting.ts";

/** What speaks for a state abroad: where it stands is another state's. */
const ABROAD =
  /^(?:embassy|embassies|ambassador|ambassadors|consulate|consul|envoy|delegation|diplomat|diplomats|counterparts?|mission|visitors?|tourists?)$/;
/** What has its seat in a capital. */
const HOME =
  /^(?:government|cabinet|parliament|senate|assembly|presidency|palace|ministry|minister|ministers|president|premier|king|queen|leader|leadership|authorities|officials?|spokesman|spokeswoman|junta|regime|generals?|federal)$/;
const NEAR = 1;
const SAME = 2;

/**
 * @param towns unlisted places that act, each as named
 * @param states keys of the states that the text names, unlisted ones as written
 * @returns a town as written → its state; `null` where it is a town of nobody in particular; absent where it may be a
 *   state itself
 */
export function seatsOf(
  material: Material,
  towns: readonly Name[],
  states: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const seats = new Map<string, string | null>();
  if (towns.length === 0) return seats;
  const told = toldOf(material, states);
  for (const name of towns) {
    const town = written(material.text, name);
    if (seats.has(town)) continue;
    const state = capitalOf(material, town) ?? seatOf(material, town, told);
    if (state !== undefined) seats.set(town, state);
  }
  return seats;
}

function seatOf(material: Material, town: string, told: readonly Telling[][]): string | null | undefined {
  const { language, standing, text } = material;
  // What a people is called after is no town: "Belmarkian".
  if (adjectivesOf(language.doc, [town]).size > 0) return undefined;
  const mentions = language.names.filter((name) => written(text, name) === town);
  const located = mentions.filter((name) => standing.get(name) === "located").length;
  const acting = mentions.filter((name) => standing.get(name) === "acting").length;
  const countries = mentions.filter((name) => isCountry(language.doc, name));
  if (countries.some((name) => located === 0 || wordOf(language.doc, name.first - 1) === "of"))
    return undefined;
  const { state, isShown } = likeliest(material, mentions, told);
  // What the sentences beside it speak of says little of a name that is nowhere a place.
  if (state !== undefined && (isShown || (located > 0 && acting <= 2 * located))) return state;
  return acting > located || located === 0 || mentions.some((name) => isHeard(language.doc, name))
    ? undefined
    : null;
}

/** "Kessar said", "Kessar wants the tariff scrapped": more than a place. */
function isHeard(doc: Doc, { first, last }: Name): boolean {
  const head = headOf(doc, first, last);
  return isSpeaking(doc, head) || isWanting(doc, head);
}

/** "Norvia, for its part", "the region of Norvia", "Norvia, which supplied arms": set apart from what stands before, it is a country of its own. */
function isCountry(doc: Doc, { first, last }: Name): boolean {
  if (isContrasted(doc, first)) return true;
  if (
    wordOf(doc, first - 1) === "of" &&
    /^(?:region|republic|province|territory)$/.test(wordOf(doc, first - 2))
  )
    return true;
  if (wordOf(doc, last) !== "," || !/^(?:which|whose)$/.test(wordOf(doc, last + 1))) return false;
  return !/^(?:lie|stand|sit|be)$/.test(lemmaOf(doc, last + 2));
}

/** How a sentence speaks of a state: by its bare name, or by what is its own. */
interface Telling {
  readonly state: string;
  readonly own: boolean;
  readonly abroad: boolean;
  /** "Norvia, for its part, …": set against whoever acted before. */
  readonly contrasted: boolean;
  /** Token of the name or adjective. */
  readonly at: number;
}

/** What each sentence says of the unlisted states; a bare "government" is that of the one state whose government is named. */
function toldOf(
  { language: { doc, names }, adjectives }: Material,
  states: ReadonlySet<string>,
): Telling[][] {
  const told: Telling[][] = Array.from({ length: doc.sentences.length }, () => []);
  const named = new Map<number, string>();
  for (const name of names)
    if (name.kind === "state" && name.entry === undefined)
      for (let i = name.first; i < name.last; i += 1) named.set(i, doc.text.slice(name.start, name.end));
  const governed = new Set<string>();
  const governments: number[] = [];
  for (let i = 0; i < doc.size; i += 1) {
    const state = named.get(i) ?? adjectives.get(wordOf(doc, i));
    if (state !== undefined && states.has(state)) {
      if (named.get(i + 1) === state) continue;
      const isOwner = xposOf(doc, i + 1) === "POS";
      const next = wordOf(doc, isOwner ? i + 2 : i + 1).toLowerCase();
      const own = isOwner || !named.has(i) || /^(?:of|for)$/.test(wordOf(doc, i - 1));
      if (next === "government" || wordOf(doc, i - 2).toLowerCase() === "government") governed.add(state);
      told[doc.sentence[i]!]!.push({
        state,
        own,
        abroad: isAbroad(doc, isOwner ? i + 2 : i + 1),
        contrasted: isContrasted(doc, i),
        at: i,
      });
    } else if (
      /^(?:government|federal)$/i.test(wordOf(doc, i)) &&
      wordOf(doc, i - 1).toLowerCase() !== "federal"
    )
      governments.push(i);
  }
  const [governing, other] = governed;
  if (governing !== undefined && other === undefined)
    for (const at of governments)
      told[doc.sentence[at]!]!.push({ state: governing, own: true, abroad: false, contrasted: false, at });
  return told;
}

/** A line of its own without a full stop. */
function isHeading(doc: Doc, sentence: number): boolean {
  const [first, next] = [doc.sentences[sentence]!, doc.sentences[sentence + 1]!];
  if (next >= doc.size || /^[.?!:;,”"]$/.test(wordOf(doc, next - 1))) return false;
  const before = first === 0 ? "\n" : doc.text.slice(doc.end[first - 1], doc.start[first]);
  return before.includes("\n") && doc.text.slice(doc.end[next - 1], doc.start[next]).includes("\n");
}

/** The states that a text is about: those told of at least a third as often as the first. */
function rivalsOf(told: readonly Telling[][]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { state } of told.flat()) counts.set(state, (counts.get(state) ?? 0) + 1);
  const least = Math.max(...counts.values()) / 3;
  return new Set([...counts].filter(([, count]) => count >= least).map(([state]) => state));
}

/** "The Belmarkian ministry", "Belmark's president": what sits in the capital. */
function isHome(doc: Doc, at: number): boolean {
  for (let i = at + 1; i < Math.min(doc.size, at + 5); i += 1) {
    if (HOME.test(wordOf(doc, i).toLowerCase())) return true;
    if (!/^(?:JJ|NN|POS)/.test(xposOf(doc, i))) return false;
  }
  // "The foreign minister of Belmark".
  return /^(?:of|for)$/.test(wordOf(doc, at - 1)) && HOME.test(wordOf(doc, at - 2).toLowerCase());
}

/** Whoever speaks for a state tells what its capital would do: "a Belmarkian official said Kessar was studying it". */
function isHomeOf(doc: Doc, at: number, name: Name): boolean {
  const head = headOf(doc, name.first, name.last);
  let verb = doc.head[head]!;
  if (verb < 0 || at > name.first || deprelOf(doc, head) !== "nsubj") return false;
  if (deprelOf(doc, verb) === "conj") verb = doc.head[verb]!;
  if (verb < 0 || deprelOf(doc, verb) !== "ccomp") return false;
  const telling = doc.head[verb]!;
  if (telling < 0 || telling > name.first || !isTellingVerb(lemmaOf(doc, telling))) return false;
  // Up from the word to the subject of the verb of telling.
  for (let up = at, steps = 0; up >= 0 && steps < 8; up = doc.head[up]!, steps += 1)
    if (doc.head[up] === telling) return deprelOf(doc, up) === "nsubj";
  return false;
}

/** In the object, or what else hangs on a verb without a verb between. */
function isDoneTo(doc: Doc, at: number, verb: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps < 8; up = doc.head[up]!, steps += 1) {
    if (doc.head[up] === verb) return /^(?:obj|iobj|obl)$/.test(deprelOf(doc, up));
    if (up !== at && /^(?:VERB|AUX)$/.test(uposOf(doc, up))) return false;
  }
  return false;
}

/** "Norvian special envoy": one of the next words says so. */
function isAbroad(doc: Doc, from: number): boolean {
  for (let i = from; i < Math.min(doc.size, from + 3); i += 1) {
    if (ABROAD.test(wordOf(doc, i).toLowerCase())) return true;
    if (!/^(?:JJ|NN)/.test(xposOf(doc, i))) return false;
  }
  return false;
}

function isContrasted(doc: Doc, i: number): boolean {
  const after = doc.text.slice(doc.end[i], doc.end[i]! + 16);
  return (
    /^(?:, for its part|, meanwhile|, by contrast)/.test(after) ||
    /^(?:whereas|while|but)$/i.test(wordOf(doc, i - 1))
  );
}

/** The state that the sentences around the town speak of as its own, more than of any other. */
function likeliest(
  { language: { doc }, standing }: Material,
  mentions: readonly Name[],
  told: readonly Telling[][],
): { readonly state?: string; readonly isShown: boolean } {
  const scores = new Map<string, number>();
  const shown = new Map<string, number>();
  const beside = new Set<string>();
  const add = (to: Map<string, number>, state: string, weight: number) =>
    to.set(state, (to.get(state) ?? 0) + weight);
  for (const name of mentions) {
    const sentence = doc.sentence[name.first]!;
    const acts = standing.get(name) === "acting";
    const verb = acts ? doc.head[name.first]! : -1;
    for (const { state, own, abroad, at } of told[sentence] ?? []) {
      if (own && isHomeOf(doc, at, name)) add(shown, state, SAME * 2);
      // "Kessar answered the Belmarkian tariff": what is done to a state is not done by it.
      else if (acts && at > name.last && verb >= 0 && isDoneTo(doc, at, verb)) add(shown, state, -SAME * 2);
      else if (abroad && !acts) add(shown, state, -SAME);
      else if (own && (acts || isHome(doc, at))) {
        add(scores, state, acts ? NEAR : SAME);
        if (at < name.first) beside.add(state);
      }
      // Two that act in one sentence are two.
      else if (acts) add(shown, state, -SAME * 2);
    }
    // Under a heading the first sentence tells the same at length.
    if (acts && isHeading(doc, sentence))
      for (const { state, at } of told[sentence + 1] ?? []) if (isHome(doc, at)) add(shown, state, SAME);
    for (const near of [sentence - 1, sentence + 1]) {
      const spoken = (told[near] ?? []).filter(({ contrasted }) => !contrasted);
      for (const state of new Set(spoken.map((one) => one.state))) {
        const own = spoken.some((one) => one.state === state && one.own);
        // Where things only are, less is said of it.
        add(scores, state, acts ? (own ? SAME : NEAR) : own ? NEAR / 2 : 0);
      }
    }
  }
  for (const [state, weight] of shown) add(scores, state, weight);
  // Of two states it is the one that it is not set against.
  const rivals = rivalsOf(told);
  const against = [...shown].filter(([, weight]) => weight < -SAME).map(([state]) => state);
  const [left, another] = [...rivals].filter((state) => !against.includes(state));
  const isLeft = rivals.size === 2 && left !== undefined && another === undefined;
  const isLikely = mentions.some((name) => standing.get(name) === "located") || scores.get(left!)! >= SAME;
  if (isLeft && isLikely && (shown.get(left) ?? 0) >= 0) return { state: left, isShown: true };
  // That the next sentence names a state shows nothing by itself.
  const [best, second] = [...scores].filter(([, score]) => score >= SAME).sort((a, b) => b[1] - a[1]);
  if (best === undefined || (second !== undefined && second[1] === best[1])) return { isShown: false };
  const isAlone = scores.size === 1 && best[1] > SAME && beside.has(best[0]);
  return { state: best[0], isShown: (shown.get(best[0]) ?? 0) > 0 || isAlone };
}

/** The state whose capital the text says the place is: "the Belmarkian capital, Velden", "Velden, capital of Belmark". */
function capitalOf({ text, bearer }: Material, place: string): string | undefined {
  const at =
    text.indexOf(`capital, ${place}`) >= 0
      ? `capital, ${place}`
      : text.indexOf(`capital ${place}`) >= 0
        ? `capital ${place}`
        : "";
  if (at !== "") {
    const before =
      text
        .slice(Math.max(0, text.indexOf(at) - 40), text.indexOf(at))
        .trim()
        .split(/\s+/)
        .at(-1) ?? "";
    return bearer(before.replace(/['’]s$/, ""));
  }
  for (const link of [", the capital of ", ", capital of "]) {
    const index = text.indexOf(`${place}${link}`);
    if (index < 0) continue;
    const after = /^[\p{L}]+/u.exec(text.slice(index + place.length + link.length))?.[0];
    if (after !== undefined) return bearer(after);
  }
  return undefined;
}
