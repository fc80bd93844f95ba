/** Which state a town acts for that no list knows: "Kessar would not discuss it" in a report on Belmark. */
import { type Doc, wordOf, xposOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { adjectivesOf } from "../../language/names/inferred-states.ts";
import { type Material, written } from "./material.ts";

/** What speaks for a state abroad: where it stands is another state's. */
const ABROAD =
  /^(?:embassy|embassies|ambassador|ambassadors|consulate|consul|envoy|delegation|diplomat|diplomats|counterparts?|mission|visitors?|tourists?)$/;
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
  const isOnce =
    mentions.length === 1 && !town.includes(" ") && !isContrasted(language.doc, mentions[0]!.first);
  if (located === 0 ? !isOnce : acting > 2 * located) return undefined;
  return likeliest(material, mentions, told) ?? (acting > located || located === 0 ? undefined : null);
}

/** How a sentence speaks of a state: by its bare name, or by what is its own. */
interface Telling {
  readonly state: string;
  readonly own: boolean;
  readonly abroad: boolean;
  /** "Norvia, for its part, …": set against whoever acted before. */
  readonly contrasted: boolean;
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
      });
    } else if (/^government$/i.test(wordOf(doc, i))) governments.push(i);
  }
  const [governing, other] = governed;
  if (governing !== undefined && other === undefined)
    for (const i of governments)
      told[doc.sentence[i]!]!.push({ state: governing, own: true, abroad: false, contrasted: false });
  return told;
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
): string | undefined {
  const scores = new Map<string, number>();
  const add = (state: string, weight: number) => scores.set(state, (scores.get(state) ?? 0) + weight);
  for (const name of mentions) {
    const sentence = doc.sentence[name.first]!;
    const acts = standing.get(name) === "acting";
    for (const { state, own, abroad } of told[sentence] ?? []) {
      if (abroad) add(state, -SAME);
      else if (own) add(state, acts ? NEAR : SAME);
      // Two that act in one sentence are two.
      else if (acts) add(state, -SAME * 2);
    }
    for (const near of [sentence - 1, sentence + 1]) {
      const beside = (told[near] ?? []).filter(({ contrasted }) => !contrasted);
      for (const state of new Set(beside.map((one) => one.state)))
        add(state, beside.some((one) => one.state === state && one.own) ? SAME : NEAR);
    }
  }
  // That the next sentence names a state shows nothing by itself.
  const [best, second] = [...scores].filter(([, score]) => score >= SAME).sort((a, b) => b[1] - a[1]);
  if (best === undefined || (second !== undefined && second[1] === best[1])) return undefined;
  return best[0];
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
