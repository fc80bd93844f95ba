/**
 * States that no list holds, known by what the text says of them: they have governments, ministers, troops and
 * adjectives of their own ("Belmark's president", "Belmarkian officials", "Belmark and Agron signed").
 */
import { type Doc, lemmaOf, wordOf, xposOf } from "../doc.ts";
import { isCalendarWord } from "./calendar.ts";
import { classBits } from "./classes.ts";
import { type Cues, STATE } from "./cues.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { Span } from "./recognise.ts";
import { beginning, byBeginning, isDerived } from "./state-adjectives.ts";

export interface InferredStates {
  /** Names as written. */
  readonly states: ReadonlySet<string>;
  /** Adjective or word for the people → the state. */
  readonly adjectives: ReadonlyMap<string, string>;
}

/** What only a state, or something very like one, has. */
const BELONGINGS = new Set(
  "president premier chancellor king queen emperor parliament government cabinet army military navy troops forces soldiers territory sovereignty independence border borders constitution embassy ambassador capital currency economy people citizens invasion occupation annexation regime junta leadership diplomats negotiators minister ministry ministers delegation leader leaders warships jets nationals accession neutrality statehood".split(
    " ",
  ),
);
const SEATS = new Set(
  "president premier king queen government parliament republic kingdom state army people capital minister ministers ministry ambassador invasion annexation independence sovereignty embassy constitution".split(
    " ",
  ),
);
/** Nouns that an adjective of a state stands before. */
const NATIONAL = new Set(
  "government president premier minister ministry parliament army troops forces soldiers officials official diplomats diplomat leader leaders military territory side delegation negotiators people border soil ambassador embassy units navy fighters positions lawmakers authorities capital foreign prime defence defense vice state media units special citizens prisoners captives".split(
    " ",
  ),
);
const ACTS = new Set(
  "agree sign recognise recognize annex invade withdraw cede occupy deploy ratify mobilise mobilize seize shell insist reject accuse want hold demand oppose favour favor propose refuse balk suspend resume export import impose lift reserve".split(
    " ",
  ),
);
/** Of these others have one, too: companies and parties have presidents and leaders, regions capitals and peoples. */
const SHARED = new Set("president leader leaders leadership people capital chancellor king queen".split(" "));
/** What nobody but a state has of its own. */
const ONLY_STATES = new Set(
  "ambassador ambassadors embassy embassies consulate consulates army navy troops border borders warships jets parliament airspace peacekeepers waters capital currency constitution soldiers".split(
    " ",
  ),
);
/** People whom a state sends: "officers from Norvia". */
const SENT =
  /^(?:diplomats?|envoys?|troops|soldiers|officers|peacekeepers|observers|negotiators|ambassadors?|ministers?|nationals|citizens|warships)$/;
/** What one state keeps up with another: "enjoys excellent relations with Norvia". */
const KEPT_UP = /^(?:relations|ties|border|treaty|war)$/;
/** Words that a name cannot do without to be a state's. */
const NO_STATES =
  /^(?:State|States|Republic|Kingdom|Government|Parliament|Council|Ministry|Army|Front|Party|Movement|Union|League|Alliance|Commission|Authority|Agency|Committee)$/;
/** What states have in talks, and persons too. */
const STANDS = new Set("position stance readiness consent refusal demand proposal interests".split(" "));
const ENOUGH = 2;
const LONGEST_LIST = 8;
const LIKE_ADJECTIVE = /(?:an|ese|ish|ic|i|ite|er|en)$/;

export function inferStates(
  doc: Doc,
  cues: Cues,
  lists: Gazetteer,
  spans: readonly Span[],
  short: ReadonlySet<string> = new Set(),
): InferredStates {
  const evidence = new Map<string, number>();
  const persons = familyNames(doc, spans);
  const add = (name: string, weight: number) => {
    if (
      name.length > 2 &&
      !NO_STATES.test(name) &&
      !classBits(name.slice(name.lastIndexOf(" ") + 1)) &&
      !persons.has(name) &&
      !short.has(name) &&
      lists.named(name).length === 0 &&
      lists.adjective(name) === undefined
    )
      evidence.set(name, (evidence.get(name) ?? 0) + weight);
  };
  const pairs: [string, string][] = [];
  const adjectival = new Map<string, number>();
  const before = new Set<string>();
  for (let i = 0; i < doc.size; i += 1) {
    if (isNeighbouring(doc, i)) continue;
    if (cues.capital[i] !== 1 || cues.shouted[i] === 1 || (cues.title[i]! & 7) !== 0) continue;
    if (!/^(?:NN|JJ|FW|VB)/.test(xposOf(doc, i))) continue;
    const end = nameEnd(doc, cues, i);
    const name = doc.text.slice(doc.start[i], doc.end[end - 1]);
    if (end - i > 3) continue;
    if (end < doc.size && xposOf(doc, end) === "POS") add(name, owned(doc, cues, end + 1));
    if (i > 1 && wordOf(doc, i - 1) === "of" && isSeat(doc, i - 2)) add(name, weightOf(wordOf(doc, i - 2)));
    if (i > 1 && wordOf(doc, i - 1) === "of" && isNational(doc, cues, i - 2)) add(name, 1);
    if (isCalledState(doc, end)) add(name, 2);
    if (i > 1 && wordOf(doc, i - 1) === "to" && /^(?:envoy|ambassador)$/.test(postBefore(doc, i - 1)))
      add(name, 2);
    if (opensBeforeIts(doc, cues, i)) add(name, 2);
    if (i > 1 && wordOf(doc, i - 1) === "of" && STANDS.has(wordOf(doc, i - 2))) add(name, 0.5);
    if (end + 1 < doc.size && xposOf(doc, end) === "POS" && STANDS.has(wordOf(doc, end + 1))) add(name, 0.5);
    if (i > 0 && isNeighbouring(doc, i - 1)) add(name, 2);
    if (i > 1 && wordOf(doc, i - 1) === "from" && SENT.test(wordOf(doc, i - 2))) add(name, 1);
    if (i > 1 && wordOf(doc, i - 1) === "with" && KEPT_UP.test(wordOf(doc, i - 2))) add(name, 1);
    if (isKeptUpWith(doc, end)) add(name, 1);
    const next =
      end < doc.size && doc.sentence[end] === doc.sentence[i] ? wordOf(doc, end).toLowerCase() : "";
    if (end - i === 1 && NATIONAL.has(next)) adjectival.set(name, (adjectival.get(name) ?? 0) + 1);
    else if (end - i === 1 && next !== "" && LIKE_ADJECTIVE.test(name) && /^(?:NN|JJ)/.test(xposOf(doc, end)))
      before.add(name);
    if (end - i === 1) add(name, owning(doc, cues, i));
    if (end < doc.size && ACTS.has(lemmaOf(doc, end)) && xposOf(doc, end).startsWith("VB")) add(name, 0.5);
    const other = coordinated(doc, cues, end) || listed(doc, cues, end);
    if (other > 0)
      pairs.push([name, doc.text.slice(doc.start[other], doc.end[nameEnd(doc, cues, other) - 1])]);
  }
  const adjectives = new Map<string, string>();
  const words = capitalWords(doc, cues);
  const national = byBeginning(adjectival.keys());
  const plain = byBeginning(before);
  for (const name of words)
    if (!persons.has(name) && lists.named(name).length === 0)
      for (const adjective of national.get(beginning(name)) ?? [])
        if (adjective !== name && isDerived(adjective, name)) {
          add(name, 1 + (adjectival.get(adjective) ?? 0));
          adjectives.set(adjective, name);
        }
  for (const name of words)
    if (!persons.has(name) && lists.named(name).length === 0)
      for (const adjective of plain.get(beginning(name)) ?? [])
        if (adjective !== name && isDerived(adjective, name) && name.length < adjective.length + 1) {
          add(name, 2);
          adjectives.set(adjective, name);
        }
  // "the Belmark government": the bare name before a national noun, where it is no adjective of another.
  for (const [name, count] of adjectival)
    if (!adjectives.has(name) && !LIKE_ADJECTIVE.test(name)) add(name, Math.min(2, count));
  const isKnown = (name: string) =>
    (evidence.get(name) ?? 0) >= ENOUGH || lists.named(name).some((entry) => entry.kind === "state");
  for (const [one, other] of pairs) {
    if (isKnown(one)) add(other, 1);
    if (isKnown(other)) add(one, 1);
  }
  addLists(doc, cues, isKnown, add);
  const states = new Set<string>();
  for (const [name, weight] of evidence) if (weight >= ENOUGH && !adjectives.has(name)) states.add(name);
  for (const [adjective, state] of adjectives) if (!states.has(state)) adjectives.delete(adjective);
  const known = byBeginning(states);
  for (const name of words)
    for (const state of known.get(beginning(name)) ?? [])
      if (name !== state && !states.has(name) && isDerived(name, state)) adjectives.set(name, state);
  // An adjective whose state the text does not name stands for itself.
  for (const [name, count] of adjectival)
    if (
      count > 1 &&
      LIKE_ADJECTIVE.test(name) &&
      !states.has(name) &&
      !persons.has(name) &&
      lists.named(name).length === 0 &&
      !adjectives.has(name)
    )
      adjectives.set(name, name);
  return { states, adjectives };
}

/** "the government of …", "the foreign minister of …"; a bare "Ministry of …" names a field. */
function isSeat(doc: Doc, i: number): boolean {
  const word = wordOf(doc, i).toLowerCase();
  if (!SEATS.has(word)) return false;
  return (
    !word.startsWith("minist") ||
    (i > 0 && /^(?:foreign|prime|defen[cs]e|interior|finance)$/i.test(wordOf(doc, i - 1)))
  );
}

/** One past the run of capitalised words from `i`, titles and adjectives of other states left out. */
function nameEnd(doc: Doc, cues: Cues, i: number): number {
  let end = i + 1;
  while (
    end < doc.size &&
    end < i + 5 &&
    doc.sentence[end] === doc.sentence[i] &&
    cues.capital[end] === 1 &&
    (cues.title[end]! & 7) === 0
  )
    end += 1;
  return end;
}

function weightOf(word: string): number {
  return SHARED.has(word.toLowerCase()) ? 1 : 2;
}

/** What it says that something which a state has stands within three words: 0 where nothing does. */
function owned(doc: Doc, cues: Cues, from: number): number {
  for (let i = from; i < Math.min(doc.size, from + 3); i += 1) {
    const word = wordOf(doc, i).toLowerCase();
    if (BELONGINGS.has(word)) return weightOf(word);
    if ((cues.title[i]! & 7) === 1) return word.startsWith("vice") ? 0 : 2;
    if (!/^(?:JJ|NN|VBN|VBG)/.test(xposOf(doc, i))) return 0;
  }
  return 0;
}

/** "Norvia recalled its ambassador": what only a state has, owned in the same sentence by whatever it begins with. */
function owning(doc: Doc, cues: Cues, i: number): number {
  const sentence = doc.sentence[i]!;
  const floor = doc.sentences[sentence]!;
  const opens = i === floor || (i - floor < 8 && wordOf(doc, i - 1) === "," && wordOf(doc, i + 1) === ",");
  if (!opens || !/^(?:NN|JJ)/.test(xposOf(doc, i)) || /^IN|^TO/.test(xposOf(doc, i + 1))) return 0;
  for (let j = i + 1; j < doc.size && doc.sentence[j] === sentence && j - i < 30; j += 1) {
    // Somebody else may own it.
    if (cues.capital[j] === 1 && !isCalendarWord(wordOf(doc, j))) return 0;
    if (wordOf(doc, j) === "its") {
      const thing = wordOf(doc, j + 1).toLowerCase();
      return ONLY_STATES.has(thing) || thing === "envoy" || owned(doc, cues, j + 1) === 2 ? 2 : 0;
    }
  }
  return 0;
}

/** "the National News Service of …", "the State Bank of …". */
function isNational(doc: Doc, cues: Cues, i: number): boolean {
  for (let at = i; at >= Math.max(0, i - 3) && cues.capital[at] === 1; at -= 1)
    if (/^(?:National|State|Federal|Royal)$/u.test(wordOf(doc, at))) return true;
  return false;
}

/** "Norvia will not pay. Its energy minister …": what opens the sentence before owns a minister. */
function opensBeforeIts(doc: Doc, cues: Cues, i: number): boolean {
  const sentence = doc.sentence[i]!;
  const next = doc.sentences[sentence + 1];
  if (doc.sentences[sentence] !== i || next === undefined || wordOf(doc, next) !== "Its") return false;
  return owned(doc, cues, next + 1) === 2;
}

/** "…, its largest economy, favours": what stands right behind the name says that it is a state. */
function isCalledState(doc: Doc, end: number): boolean {
  if (end >= doc.size || wordOf(doc, end) !== ",") return false;
  if (!/^(?:the|its|their|an?|another)$/iu.test(wordOf(doc, end + 1))) return false;
  for (let i = end + 2; i < Math.min(doc.size, end + 6); i += 1) {
    if (/^(?:economy|country|nation|kingdom|republic|state|exporter|importer)$/u.test(wordOf(doc, i)))
      return doc.sentence[i] === doc.sentence[end];
    if (!/^(?:JJ|NN|VBN|POS|RBS|DT|PRP)/u.test(xposOf(doc, i))) return false;
  }
  return false;
}

/** The post that "to" belongs to: "the envoy of the League to Norvia", "its ambassador to Norvia". */
function postBefore(doc: Doc, to: number): string {
  const word = wordOf(doc, to - 1).toLowerCase();
  const head = doc.head[to + 1]!;
  return word === "envoy" || word === "ambassador" || head < 0 ? word : wordOf(doc, head).toLowerCase();
}

/** Only states, and regions like them, are neighbours by that word alone. */
function isNeighbouring(doc: Doc, i: number): boolean {
  return /^neighbou?ring$/i.test(wordOf(doc, i));
}

/** Token of the name after "and" or a hyphen, or 0. */
function coordinated(doc: Doc, cues: Cues, end: number): number {
  if (end + 1 >= doc.size || doc.sentence[end + 1] !== doc.sentence[end - 1]) return 0;
  const link = wordOf(doc, end);
  return (link === "and" || link === "-" || link === "–") && cues.capital[end + 1] === 1 ? end + 1 : 0;
}

/** Token of the name behind a comma, where names go on like that up to "and": "Norvia, Belmark and Agron". */
function listed(doc: Doc, cues: Cues, end: number): number {
  return wordOf(doc, end) === "," && listEnd(doc, cues, end) > 0 ? end + 1 : 0;
}

/** One past a list of bare names whose first name ends at `end`; 0 where it is none. */
function listEnd(doc: Doc, cues: Cues, end: number): number {
  let at = end;
  for (let names = 1; names < LONGEST_LIST; names += 1) {
    const link = at < doc.size ? wordOf(doc, at) : "";
    const isLast = link === "and" || (link === "," && wordOf(doc, at + 1) === "and");
    const next = link === "," && isLast ? at + 2 : at + 1;
    if ((link !== "," && !isLast) || next >= doc.size || cues.capital[next] !== 1) return 0;
    if (doc.sentence[next] !== doc.sentence[at] || !/^NN|^JJ/.test(xposOf(doc, next))) return 0;
    at = nameEnd(doc, cues, next);
    if (at - next > 2) return 0;
    if (isLast) return names > 1 ? at : 0;
  }
  return 0;
}

/** Of three and more names in a row, the others are states where one is known to be. */
function addLists(
  doc: Doc,
  cues: Cues,
  isKnown: (name: string) => boolean,
  add: (name: string, weight: number) => void,
): void {
  for (let i = 0; i < doc.size; i += 1) {
    if (cues.capital[i] !== 1 || cues.shouted[i] === 1) continue;
    const end = nameEnd(doc, cues, i);
    const until = end - i < 3 && end < doc.size ? listEnd(doc, cues, end) : 0;
    if (until === 0) continue;
    const names: string[] = [];
    for (let at = i; at < until; at += 1) {
      if (cues.capital[at] !== 1) continue;
      const stop = nameEnd(doc, cues, at);
      names.push(doc.text.slice(doc.start[at], doc.end[stop - 1]));
      at = stop - 1;
    }
    if (names.some(isKnown)) for (const name of names) if (!isKnown(name)) add(name, ENOUGH);
    i = until - 1;
  }
}

/** "Norvia, with which Belmark enjoys excellent relations". */
function isKeptUpWith(doc: Doc, end: number): boolean {
  if (end + 2 >= doc.size || wordOf(doc, end) !== "," || wordOf(doc, end + 2) !== "which") return false;
  if (wordOf(doc, end + 1) !== "with") return false;
  for (let i = end + 3; i < Math.min(doc.size, end + 9); i += 1)
    if (KEPT_UP.test(wordOf(doc, i))) return doc.sentence[i] === doc.sentence[end];
  return false;
}

function capitalWords(doc: Doc, cues: Cues): Set<string> {
  const words = new Set<string>();
  for (let i = 0; i < doc.size; i += 1)
    if (cues.capital[i] === 1 && cues.shouted[i] === 0 && (cues.title[i]! & 7) === 0) {
      const word = wordOf(doc, i);
      if (word.length > 3 && /^\p{Lu}\p{Ll}/u.test(word) && (cues.listed[i]! & STATE) === 0) words.add(word);
    }
  return words;
}

/** Last words of full names, and whatever stands right after a title or given name. */
function familyNames(doc: Doc, spans: readonly Span[]): Set<string> {
  const found = new Set<string>();
  for (const span of spans) {
    if (span.kind !== "person" || span.last - span.first < 2) continue;
    found.add(wordOf(doc, span.last - 1));
    found.add(doc.text.slice(doc.start[span.first], doc.end[span.last - 1]));
  }
  return found;
}
