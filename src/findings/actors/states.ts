/** States that take part: by name, and by a capital that acts for them. */
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { classBits } from "../../language/names/classes.ts";
import { type Entry, gazetteer } from "../../language/names/gazetteer.ts";
import { headOf, prepositionOf } from "../places/standing.ts";
import { type Draft, draft } from "./cast.ts";
import { entryOf, type Material, mention, written } from "./material.ts";
import { seatsOf } from "./seats.ts";

/** States by name, by adjectives of theirs that stand as nouns, and by a capital that acts. */
export function statesOf(material: Material): Draft[] {
  const { text, language, standing } = material;
  const lists = gazetteer();
  const found = new Map<string, Draft>();
  const acting = new Set<string>();
  const towns: Name[] = [];
  const draftOf = (entry: Entry | undefined, name: string): Draft => {
    const key = entry?.key ?? name;
    const known = found.get(key);
    if (known !== undefined) return known;
    const made = draft(
      "state",
      entry?.name ?? name,
      entry ? "gazetteer" : "inferred state",
      entry ? 0.9 : 0.75,
    );
    if (entry) made.entry = entry.key;
    found.set(key, made);
    return made;
  };
  for (const name of language.names) {
    const how = standing.get(name)!;
    const entry = entryOf(name);
    if (name.kind === "state") {
      const one = draftOf(entry, written(text, name));
      mention(one, material, name);
      if (how !== "located") acting.add(entry?.key ?? written(text, name));
    } else if (name.kind === "place" && how === "acting") {
      const state = entry?.capitalOf === undefined ? undefined : lists.entry(`state:${entry.capitalOf}`);
      if (state !== undefined && (found.has(state.key) || actsAlone(material, name))) {
        mention(draftOf(state, state.name), material, name);
        acting.add(state.key);
      } else if (
        entry === undefined &&
        actsAlone(material, name) &&
        classBits(lastWord(material, name)) === 0
      )
        towns.push(name);
    }
  }
  const seats = seatsOf(material, towns, new Set(found.keys()));
  for (const name of towns) {
    const plain = written(text, name);
    const key = seats.get(plain);
    if (key === null) continue;
    mention(draftOf(undefined, key ?? plain), material, name);
    acting.add(key ?? plain);
  }
  return [...found].filter(([key]) => acting.has(key)).map(([, one]) => one);
}

const lastWord = ({ language: { doc } }: Material, name: Name): string => wordOf(doc, name.last - 1);

/** What a place can be or do as well; everything else only states do, and capitals that stand for them. */
const STILL = new Set(
  "be have lie sit stand remain become contain stretch border overlook include comprise cover see experience suffer handle serve mean look seem appear consist measure fall grow house feature belong survive lose bear come".split(
    " ",
  ),
);

/** What is done to somebody, not to a place. */
const ADDRESSED = new Set(
  "accuse urge tell ask blame warn press convince persuade threaten invite support back help arm pressure allow force offer give grant answer inform condemn criticise criticize trust assure".split(
    " ",
  ),
);
const GIVEN = new Set(
  "give offer hold cede concede hand grant propose appeal reply say promise present submit guarantee talk".split(
    " ",
  ),
);

/** What lies between two places. */
const LIES_BETWEEN =
  /^(?:road|route|highway|railway|line|distance|border|frontier|strip|zone|area|corridor|bridge|tunnel|ferry|flight|pipeline|land|territory|front|way|stretch|valley|village|sea|strait|canal|town|service|traffic|lie|run|travel|shuttle|stand)$/;

function actsAlone({ language: { doc } }: Material, name: Name): boolean {
  const head = headOf(doc, name.first, name.last);
  const above = doc.head[head]!;
  if (above < 0) return false;
  const relation = deprelOf(doc, head);
  if (relation === "nsubj" || relation === "vocative")
    return (
      uposOf(doc, above) === "VERB" &&
      (!STILL.has(lemmaOf(doc, above)) || isPerfect(doc, above)) &&
      !isPluralNoun(doc, above)
    );
  if (name.last < doc.size && /^['’]s?$/.test(wordOf(doc, name.last)))
    return /^(?:offer|demand|position|refusal|rejection|claim|proposal|response|war|invasion|forces|troops|government|goal|aim|term|condition|plan|ally|approval|consent|support|stance|request|willingness)s?$/.test(
      lemmaOf(doc, above),
    );
  if (relation === "obj" || relation === "iobj") return ADDRESSED.has(lemmaOf(doc, above));
  const preposition = prepositionOf(doc, head);
  if (preposition === "to") return GIVEN.has(lemmaOf(doc, above));
  if (preposition === "between") return !LIES_BETWEEN.test(lemmaOf(doc, above));
  if (preposition === "by" || preposition === "against") return true;
  if (preposition === "with" || preposition === "on")
    return /^(?:talk|negotiate|negotiation|agreement|deal|pressure|sanction|relation|contact|dialogue|meeting|agree|cooperate|embargo|blockade|tariff|call|war|peace)$/.test(
      lemmaOf(doc, above),
    );
  if (relation === "conj") return false;
  return false;
}

/** "Norvia had at first insisted": a deed, whatever came between. */
function isPerfect(doc: Doc, verb: number): boolean {
  if (lemmaOf(doc, verb) !== "have") return false;
  for (let i = verb + 1; i < Math.min(doc.size, verb + 5); i += 1) {
    if (xposOf(doc, i) === "VBN") return !STILL.has(lemmaOf(doc, i));
    if (!/^(?:RB|IN|JJ)/.test(xposOf(doc, i))) return false;
  }
  return false;
}

/** "Garden gnomes threaten a walkout": right before another verb, what looks like a verb in -s is a noun. */
function isPluralNoun(doc: Doc, verb: number): boolean {
  const next = verb + 1;
  return (
    xposOf(doc, verb) === "VBZ" &&
    next < doc.size &&
    doc.sentence[next] === doc.sentence[verb] &&
    /^VB[DNP]$/.test(xposOf(doc, next))
  );
}
