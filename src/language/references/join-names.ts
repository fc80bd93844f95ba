import { verbClass } from "../clauses/lexicon.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, wordOf } from "../doc.ts";
import type { Name } from "../name.ts";
import { gazetteer } from "../names/gazetteer.ts";
import type { Scene } from "./features.ts";
import type { Link } from "./resolve.ts";

const acting = ["reporting", "telling", "giving", "outlook"].map(verbClass);

/** How sure these rules are. */
const SAME_ENTRY = 0.97;
const SAME_NAME = 0.95;
const LAST_NAME = 0.93;
const INITIALS = 0.93;
const CAPITAL = 0.85;

/** Joins names that are surely the same where the ranker left them apart. Changes `links`. */
export function joinNames(doc: Doc, names: readonly Name[], scene: Scene, links: Link[]): void {
  const known = new Map<string, number>();
  /** Last name → index of the one person that bears it, or -1 for several. */
  const bearers = new Map<string, number>();
  scene.candidates.forEach((candidate, index) => {
    const name = candidate.form === "name" && candidate.name >= 0 ? names[candidate.name] : undefined;
    if (name === undefined || candidate.group || !holds(name, candidate.head)) return;
    const link = links[index]!;
    const keys = keysOf(doc, name, isActing(doc, candidate.head));
    for (const [key, score] of keys) {
      const earlier = known.get(key);
      if (earlier !== undefined && (link.antecedents.length === 0 || link.score < score)) {
        link.antecedents = [earlier];
        link.score = score;
      }
    }
    if (name.kind === "person") joinLastName(doc, name, index, link, bearers);
    for (const [key] of keys) known.set(key, index);
  });
}

/** Whether the phrase is the name's own, not one that only begins with it. */
function holds(name: Name, head: number): boolean {
  return head >= name.first && head < name.last;
}

/** Whether a name is the subject of a verb of saying, wanting or giving: a capital then stands for its state. */
function isActing(doc: Doc, head: number): boolean {
  const above = doc.head[head]!;
  return (
    above >= 0 && deprelOf(doc, head) === "nsubj" && acting.some((verbs) => verbs.has(lemmaOf(doc, above)))
  );
}

/** What two names of the same bearer share, surest first. */
function keysOf(doc: Doc, name: Name, acts: boolean): [key: string, score: number][] {
  const text = doc.text.slice(name.start, name.end);
  const entry = name.entry === undefined ? undefined : gazetteer().entry(name.entry);
  // A capital that acts is its state, and another thing than the city of the same name.
  if (entry?.capitalOf !== undefined && (acts || name.kind === "state"))
    return [[`entry state:${entry.capitalOf}`, CAPITAL]];
  const keys: [string, number][] = [[`text ${text.toLowerCase()}`, SAME_NAME]];
  if (name.entry !== undefined) keys.unshift([`entry ${name.entry}`, SAME_ENTRY]);
  if (name.kind === "organisation" || name.kind === "body" || name.kind === "group") {
    const initials = initialsOf(doc, name);
    if (initials !== "") keys.push([`initials ${initials}`, INITIALS]);
  }
  return keys;
}

/** "World Grain Council" and "WGC" both give "WGC". */
function initialsOf(doc: Doc, name: Name): string {
  if (name.last - name.first === 1) {
    const word = wordOf(doc, name.first).replaceAll(".", "");
    return /^\p{Lu}{2,7}$/u.test(word) ? word : "";
  }
  let letters = "";
  for (let token = name.first; token < name.last && letters.length < 8; token += 1) {
    const letter = wordOf(doc, token).slice(0, 1);
    if (/\p{Lu}/u.test(letter)) letters += letter;
  }
  return letters.length > 2 ? letters : "";
}

function joinLastName(doc: Doc, name: Name, index: number, link: Link, bearers: Map<string, number>): void {
  const last = wordOf(doc, name.last - 1).toLowerCase();
  const bearer = bearers.get(last);
  if (name.last - name.first === 1) {
    if (bearer !== undefined && bearer >= 0 && link.score < LAST_NAME) {
      link.antecedents = [bearer];
      link.score = LAST_NAME;
    } else if (bearer !== undefined && bearer >= 0 && link.antecedents.length === 0) {
      link.antecedents = [bearer];
      link.score = LAST_NAME;
    }
    return;
  }
  // A second full name with this last name: the bare last name no longer tells which of them is meant.
  if (bearer === undefined) bearers.set(last, index);
  else if (link.antecedents.length === 0) bearers.set(last, -1);
}
