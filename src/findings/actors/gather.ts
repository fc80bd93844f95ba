/** From names and descriptions to drafts of actors. */
import { type Doc, lemmaOf, wordOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { gazetteer } from "../../language/names/gazetteer.ts";
import { adjectivesOf } from "../../language/names/state-adjectives.ts";
import type { Mention } from "../../language/reference.ts";
import type { ActorKind } from "../../record/actor.ts";
import type { Context } from "../extractor.ts";
import { standingOf, titleTokens } from "../places/standing.ts";
import { absorb, addRange, addRole, type Draft, draft } from "./cast.ts";
import { describedActors } from "./described.ts";
import { withoutGovernments } from "./governments.ts";
import { entryOf, type Material, mention, written } from "./material.ts";
import { gatherPeople } from "./people.ts";
import { addPostsBeside } from "./posts.ts";
import { bearers, readRole } from "./roles.ts";
import { withoutRepeats, withoutStandIns } from "./stand-ins.ts";
import { statesOf } from "./states.ts";

export function castOf({ report, language }: Context): Draft[] {
  const { doc, names } = language;
  const { text } = report;
  const titled = titleTokens(doc, names);
  const standing = new Map(names.map((name) => [name, standingOf(doc, name, titled)]));
  const unlisted = new Set(
    names
      .filter(({ kind, entry }) => kind === "state" && entry === undefined)
      .map(({ start, end }) => text.slice(start, end)),
  );
  const adjectives = adjectivesOf(doc, unlisted);
  const material: Material = {
    text,
    language,
    standing,
    adjectives,
    bearer: bearers(new Map([...adjectives, ...[...unlisted].map((name) => [name, name] as const)])),
  };
  const found = [...statesOf(material), ...organisations(material), ...people(material)];
  found.push(...descriptions(material, found));
  addReferences(found, material);
  const present = found.filter((one) => one.mentions.length > 0);
  const cast = withoutRepeats(text, withoutStandIns(text, present));
  for (const one of cast) if (one.represents === undefined) addPost(one, material);
  addPostsBeside(text, cast);
  return withoutGovernments(text, cast, material.bearer);
}

const SORTS: Readonly<Partial<Record<Name["kind"], ActorKind>>> = {
  organisation: "organisation",
  body: "body",
  group: "group",
  outlet: "outlet",
};

function organisations(material: Material): Draft[] {
  const { text, language, standing } = material;
  const lists = gazetteer();
  const found = new Map<string, Draft>();
  const located = new Set<Draft>();
  for (const name of language.names) {
    const kind = SORTS[name.kind];
    if (kind === undefined) continue;
    const entry = entryOf(name);
    const plain = written(text, name);
    const key = entry?.key ?? plain.toLowerCase();
    const shown = entry?.name ?? ownedName(material, name) ?? plain;
    let one =
      found.get(key) ??
      longerNamed(found, plain) ??
      shorterNamed(found, plain) ??
      acronymOf(material, found, name);
    const isNew = one === undefined;
    one ??= draft(kind, shown, entry ? "gazetteer" : "name", entry ? 0.9 : 0.5 + name.score * 0.4);
    found.set(key, one);
    if (entry) one.entry = entry.key;
    else if (shown.length > one.name.length && one.entry === undefined) one.name = shown;
    mention(one, material, name);
    const state = entry?.of === undefined ? undefined : lists.entry(`state:${entry.of}`);
    if (kind === "body" && entry?.of !== undefined) one.represents = state?.name ?? entry.of;
    if (standing.get(name) === "located" && kind === "body") {
      if (isNew) located.add(one);
    } else located.delete(one);
  }
  return [...new Set(found.values())].filter((one) => !located.has(one));
}

/** "Belmark's Trade Ministry", "the Belmarkian Trade Ministry": the organ with its state. */
function ownedName({ text, language: { doc }, bearer }: Material, name: Name): string | undefined {
  if (name.kind !== "body" || name.first === 0) return undefined;
  let before = name.first - 1;
  if (/^['’]s?$/.test(wordOf(doc, before)) && before > 0) before -= 1;
  const word = wordOf(doc, before);
  if (doc.sentence[before] !== doc.sentence[name.first] || bearer(word) === undefined) return undefined;
  return text.slice(doc.start[before], name.end).replace(/\s+/g, " ");
}

/** "the Union" after "the Free Ports Union", "the River Commission" after "the Upper River Commission". */
function longerNamed(found: ReadonlyMap<string, Draft>, short: string): Draft | undefined {
  const ends = ` ${short.toLowerCase()}`;
  const longer = [...found].flatMap(([key, one]) =>
    key.includes(" ") && one.entry === undefined && key.endsWith(ends) ? [one] : [],
  );
  // Of more words than one there must be no second bearer.
  return short.includes(" ") && new Set(longer).size > 1 ? undefined : (longer[0] ?? ofOne(found, short));
}

/** "the Government" before and after "the Government of Velden": the same, where there is only one. */
function ofOne(found: ReadonlyMap<string, Draft>, name: string): Draft | undefined {
  const plain = name.toLowerCase();
  const [, short] = /^(\S+) of (?:the )?\S+$/.exec(plain) ?? [];
  const same = [...found].flatMap(([key, one]) =>
    one.entry === undefined &&
    one.kind === "body" &&
    (short === undefined ? !plain.includes(" ") && key.startsWith(`${plain} of `) : key === short)
      ? [one]
      : [],
  );
  const alone = short === undefined || ![...found.keys()].some((key) => key.startsWith(`${short} of `));
  return alone && new Set(same).size === 1 ? same[0] : undefined;
}

/** "the Free Ports Union" after a heading that has "Union" alone. */
function shorterNamed(found: ReadonlyMap<string, Draft>, long: string): Draft | undefined {
  if (!/^\p{Lu}\S*(?: \S+)* \p{Lu}\p{L}+$/u.test(long)) return undefined;
  const short = found.get(long.slice(long.lastIndexOf(" ") + 1).toLowerCase());
  return short?.entry === undefined ? short : undefined;
}

/** "(FPU)" right after the name that it abbreviates. */
function acronymOf({ text }: Material, found: ReadonlyMap<string, Draft>, name: Name): Draft | undefined {
  const bracket = text.slice(Math.max(0, name.start - 2), name.start);
  if (!bracket.endsWith("(") || text.charAt(name.end) !== ")") return undefined;
  for (const one of found.values())
    if (one.mentions.some(({ end }) => end >= name.start - 3 && end <= name.start)) return one;
  return undefined;
}

function people(material: Material): Draft[] {
  const { text, language, bearer } = material;
  const named = language.names.filter(({ kind }) => kind === "person");
  const gathered = gatherPeople(named, text);
  // "Lund's envoy": whose, by the full name.
  const family = new Map(gathered.map(({ name }) => [name.split(" ").at(-1) ?? name, name]));
  return gathered.flatMap((person) => {
    const score = Math.max(...person.names.map((name) => name.score));
    const one = draft("person", person.name, "name", 0.5 + score * 0.45);
    for (const name of person.names) {
      mention(one, material, name);
      if (name.title === undefined) continue;
      // "Minister of Trade, Honourable": the address is no part of the office.
      const title = text.slice(name.title.start, name.title.end).replace(/,\s+\p{Lu}\p{L}*\.?$/u, "");
      const role = readRole(title, bearer);
      const of = role?.of === undefined ? undefined : (family.get(role.of) ?? role.of);
      if (role !== undefined) addRole(one.roles, { title: role.title, ...(of === undefined ? {} : { of }) });
      const between = text.slice(name.title.end, name.start);
      if (name.title.end <= name.start && /^,?\s*$/.test(between))
        addRange(one.mentions, titledRange(text, name.title.start, name.end));
    }
    const represented = one.roles.find((role) => role.of !== undefined)?.of;
    if (represented !== undefined) one.represents = represented;
    const single = !person.name.includes(" ");
    return single && one.roles.length === 0 && person.names.length === 1 && score < 0.35 ? [] : [one];
  });
}

function titledRange(text: string, start: number, end: number): { start: number; end: number } {
  const article = /^(?:the|a|an)\s+/i.exec(text.slice(start, end));
  return { start: start + (article?.[0].length ?? 0), end };
}

/** Groups, organs and unnamed sources; those of one name are one. */
function descriptions(material: Material, named: readonly Draft[]): Draft[] {
  const { text, language, adjectives, bearer } = material;
  // "The League's team": whose, by the full name.
  const owners = new Map<string, string>();
  for (const { kind, name, mentions } of named)
    if (kind === "organisation" || kind === "group")
      for (const { start, end } of mentions) owners.set(text.slice(start, end), name);
  const found = new Map<string, Draft>();
  const nameAt = new Int32Array(language.doc.size).fill(-1);
  for (const [index, name] of language.names.entries()) nameAt.fill(index, name.first, name.last);
  for (const description of describedActors({
    nameAt,
    doc: language.doc,
    names: language.names,
    adjectives,
  })) {
    const key = description.name.toLowerCase();
    const one = draft(description.kind, description.name, "description", description.score);
    for (const span of description.spans) addRange(one.mentions, span);
    one.heads.add(description.head);
    const of = description.of
      .map((phrase) => bearer(phrase) ?? owners.get(phrase))
      .filter((name) => name !== undefined);
    if (description.title !== undefined)
      addRole(one.roles, { title: description.title, ...(of[0] === undefined ? {} : { of: of[0] }) });
    if (of.length === 1 && of[0] !== undefined) one.represents = of[0];
    if (description.weak) one.weak = true;
    const known = found.get(key);
    if (known === undefined) found.set(key, one);
    else {
      if (!one.weak) delete known.weak;
      absorb(known, one);
    }
  }
  return [...found.values()];
}

/** Whom somebody speaks for, by what else the text calls him: "the Agronese leader", "President Odo Lund of Belmark". */
function addPost(one: Draft, { text, bearer }: Material): void {
  if (one.kind !== "person") return;
  for (const { start, end } of one.references) {
    if (end - start > LONG_TITLE) continue;
    const role = readRole(text.slice(start, end), bearer);
    if (role?.of === undefined) continue;
    addRole(one.roles, role);
    one.represents = role.of;
    return;
  }
  if (one.roles.length === 0) return;
  for (const { end } of one.mentions) {
    const after = /^ of (?:the )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})/u.exec(text.slice(end, end + 60))?.[1];
    const of = after === undefined ? undefined : bearer(after);
    if (of === undefined) continue;
    addRole(one.roles, { title: one.roles[0]!.title, of });
    one.represents = of;
    return;
  }
}

/** A longer phrase is more than a title. */
const LONG_TITLE = 60;

/** Pronouns and descriptions that the language part resolves to one of the cast. */
function addReferences(cast: readonly Draft[], { language }: Material): void {
  const owner = new Map<number, Draft>();
  for (const one of cast) for (const head of one.heads) if (!owner.has(head)) owner.set(head, one);
  const ofEntity = new Map<number, Draft>();
  for (const { id, mentions } of language.entities) {
    const votes = new Map<Draft, number>();
    for (const index of mentions) {
      const item = language.mentions[index]!;
      const one = owner.get(item.head);
      if (one === undefined) continue;
      const weight = one.weak ? 0.1 : item.form === "name" ? 2 : 1;
      votes.set(one, (votes.get(one) ?? 0) + weight);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    if (best !== undefined) ofEntity.set(id, best[0]);
  }
  for (const item of language.mentions) {
    const own = owner.get(item.head);
    if (item.form === "name" || (own !== undefined && !own.weak)) continue;
    const meant = new Set(item.entities.flatMap((entity) => ofEntity.get(entity) ?? []));
    if (own?.weak && [...meant].some((one) => one !== own)) giveUp(own, item);
    const called = [...meant].filter(
      (one) => one !== own && mayBeCalled(one, language.doc, item) && !isNewcomer(one, language.doc, item),
    );
    // "His government" after "Belmark's premier, Odo Lund,": no state is a he.
    const misled = called.length === 0 && meant.size > 0 && isHeOrShe(language.doc, item);
    for (const one of misled ? personBefore(cast, item, language.doc) : called)
      addRange(one.references, { start: item.start, end: item.end });
  }
}

function isHeOrShe(doc: Doc, { form, head }: Mention): boolean {
  return form === "pronoun" && HE_OR_SHE.test(wordOf(doc, head));
}

const HE_OR_SHE = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** The person named last before a pronoun, in its sentence or the one before. */
function personBefore(cast: readonly Draft[], { start, head }: Mention, doc: Doc): Draft[] {
  const floor = doc.start[doc.sentences[Math.max(0, doc.sentence[head]! - 1)]!]!;
  let last = floor - 1;
  let found: Draft | undefined;
  for (const one of cast) {
    if (one.kind !== "person") continue;
    for (const range of one.mentions)
      if (range.end <= start && range.start > last) {
        last = range.start;
        found = one;
      }
  }
  return found === undefined ? [] : [found];
}

/** "A representative of the council" is nobody who is named only later. */
function isNewcomer({ mentions }: Draft, doc: Doc, { form, start }: Mention): boolean {
  const isIndefinite = form !== "pronoun" && /^(?:an?|one|another)\s/i.test(doc.text.slice(start, start + 8));
  return isIndefinite && mentions.every((mention) => start < mention.start);
}

/** Words for what several are together, or for what no person is. */
const COLLECTIVE: ReadonlySet<string> = new Set(
  "side party country nation neighbour neighbor capital government state army camp".split(" "),
);

/** "The rebels" after "the Free River Front": a word for somebody who has a name. */
function giveUp(weak: Draft, { start, end, head }: Mention): void {
  weak.heads.delete(head);
  for (let i = weak.mentions.length - 1; i >= 0; i -= 1)
    if (weak.mentions[i]!.start < end && weak.mentions[i]!.end > start) weak.mentions.splice(i, 1);
}

/** "He" is no state, "its" no person's, and no person is a side. */
function mayBeCalled({ kind }: Draft, doc: Doc, { form, head }: Mention): boolean {
  if (form !== "pronoun") return kind !== "person" || !COLLECTIVE.has(lemmaOf(doc, head));
  const word = wordOf(doc, head).toLowerCase();
  if (HE_OR_SHE.test(word)) return kind === "person" || kind === "unnamed";
  if (/^(?:it|its|itself)$/.test(word)) return kind !== "person" && kind !== "unnamed";
  return !(/^(?:i|me|my|myself)$/.test(word) && kind === "state");
}
