/** Which entry of the event lexicon a clause or a noun answers to. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { caseOf, isTimeNoun, phraseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import { groupClass } from "../actors/groups.ts";
import { type Entry, isIdiom, isOfKind, nounEntries, verbEntries } from "./lexicon.ts";
import { isMisfit } from "./misfit.ts";

/** A clause or noun that reports an event. */
export interface Match {
  readonly entry: Entry;
  /** Heads of the nouns that the pattern itself names ("sanctions" of "impose <sanction>"): no events of their own. */
  readonly consumed: readonly number[];
}

/** Kinds whose nouns tell an event of their own beside the verb's: "halted its offensive" tells of the offensive too. */
const TOLD_APART: ReadonlySet<string> = new Set(["fighting", "meeting"]);

/** What the matcher may ask about a clause. */
export interface Surroundings {
  readonly doc: Doc;
  /** Clauses whose parent a clause is, by id. */
  readonly below: (clause: Clause) => readonly Clause[];
  /** True where a phrase stands for an actor that is a person, an office or a group. */
  readonly isPerson: (phrase: Phrase) => boolean;
  /** True where a phrase names a place. */
  readonly isPlace: (phrase: Phrase) => boolean;
}

/** The longest verb pattern that a clause answers to. */
export function matchVerb(clause: Clause, around: Surroundings): Match | undefined {
  if (clause.nominal) return undefined;
  const [verb = "", ...particles] = clause.lemma.split(" ");
  for (const entry of verbEntries(verb)) {
    if (clause.copular !== (entry.words[0] === "be") || isMisfit(entry, clause, around)) continue;
    const consumed = fits(entry, clause, particles, around);
    if (consumed === undefined) continue;
    const turned = entry.kind === undefined && entry.words.length === 1 && isFigure(entry, clause, around);
    return turned ? undefined : { entry: swapped(entry, clause, around.doc), consumed };
  }
  return undefined;
}

/** "Were handed over in exchange for forty captives": a release of one side for that of another is a swap. */
function swapped(entry: Entry, { obliques }: Clause, doc: Doc): Entry {
  if (entry.subtype !== "release") return entry;
  const isTraded = obliques.some(
    ({ preposition, phrase }) =>
      /^(?:in exchange for|in return for|for)$/.test(preposition) && isCaptive(phrase.head, doc),
  );
  return isTraded ? SWAP : entry;
}

function isCaptive(head: number, doc: Doc): boolean {
  const lemma = lemmaOf(doc, countedAt(head, doc)).toLowerCase();
  return isOfKind(lemma, "captive");
}

const SWAP = verbEntries("swap").find(({ subtype }) => subtype === "prisoner exchange")!;

/** "Struck a harder note", "beat Agria 2-0". */
function isFigure({ words, subtype }: Entry, clause: Clause, { doc, isPerson }: Surroundings): boolean {
  const { agents, patients, obliques, start, end, passive } = clause;
  // "Rallied supporters" is no protest, whomever it was that was rallied.
  if (subtype === "demonstration" && words[0] === "rally" && patients.length > 0) return true;
  const verb = words[0]!;
  // "Gathered evidence", "rallied supporters": of these, only who does it himself meets or protests.
  // "Sought to soften the words" asks for nothing.
  if (verb === "seek" && patients.length === 0) return true;
  const things = patients.filter(({ head }) => uposOf(doc, head) === "NOUN");
  if (INTRANSITIVE.has(verb) && !passive && agents.some(({ head }) => isCrowd(head, doc))) return true;
  if (INTRANSITIVE.has(verb) && !passive && things.length > 0 && !patients.some(isPerson)) return true;
  const bare = obliques.filter(({ preposition }) => preposition === "").map(({ phrase }) => phrase);
  if ([...patients, ...bare].some(({ head }) => isIdiom(verb, lemmaOf(doc, head).toLowerCase()))) return true;
  return isIdiom(verb, "2-0") && SCORE.test(doc.text.slice(start, end));
}

/** "Troops assembled in the valley", "thousands gathered": no meeting. */
function isCrowd(head: number, doc: Doc): boolean {
  const group = groupClass(wordOf(doc, countedAt(head, doc)).toLowerCase());
  return group === "armed" || group === "civil" ? !TALKERS.test(wordOf(doc, head)) : group !== undefined;
}

/** Of the people of `groups.tsv`, those who come together to confer. */
const TALKERS =
  /^(?:delegates|negotiators|mediators|envoys|lawmakers|councillors|elders|commanders|advisers|advisors|bishops|clerics|parties|countries|nations|governments|powers|tribes|clans|factions|unions|families|opposition|inspectors|scientists)$/i;

const INTRANSITIVE: ReadonlySet<string> = new Set(["gather", "assemble", "convene"]);

/** What a game ended with. */
const SCORE = /\b\d{1,3}[-–]\d{1,3}\b/;

/** Heads that the pattern takes up, or undefined where it does not fit. */
function fits(
  entry: Entry,
  clause: Clause,
  particles: readonly string[],
  around: Surroundings,
): number[] | undefined {
  if (entry.kind === "agreement" && isApproach(clause, around.doc)) return undefined;
  const tail = entry.words.slice(entry.words[0] === "be" ? 2 : 1);
  const rest = [...tail];
  for (const particle of particles) {
    if (rest[0] !== particle) return undefined;
    rest.shift();
  }
  // A second object may stand as a bare phrase: "granted Agria a loan".
  const bare = clause.obliques.filter(({ preposition }) => preposition === "").map(({ phrase }) => phrase);
  // "a truce that the two sides agreed on": what the relative clause is about may be its object.
  const antecedent =
    clause.role === "relative"
      ? [phraseOf(around.doc, treeOf(around.doc), Math.max(0, around.doc.head[clause.predicate]!), true)]
      : [];
  let objects: readonly Phrase[] = [...clause.patients, ...clause.recipients, ...bare, ...antecedent];
  // "The observers arrived": of these it is the subject that shows what is told.
  if (entry.words[0] === "arrive") objects = clause.agents;
  let below: readonly Clause[] = [];
  const word = rest.join(" ");
  if (word !== "") {
    const governed = [
      ...clause.obliques
        .filter(
          ({ preposition, phrase }) =>
            preposition === word &&
            (word === "until" || !isTimeNoun(around.doc, phrase.head)) &&
            !isSetOff(phrase.start, word, around.doc),
        )
        .map(({ phrase }) => phrase),
      ...[...clause.patients, ...clause.obliques.map(({ phrase }) => phrase)].flatMap(({ head }) =>
        attached(head, word, around.doc),
      ),
    ];
    below = around
      .below(clause)
      .filter((child) => (word === "if" ? isConditioned(child, around) : isComplement(child, word)));
    const stranded = antecedent.length > 0 && isStranded(clause, word, around.doc);
    if (governed.length === 0 && below.length === 0 && !stranded && !hasAdverb(clause, word, around.doc))
      return undefined;
    if (governed.length > 0) objects = governed;
  }
  // The infinitive that a pattern names ("seek to speak") is no event of its own.
  const named = word.includes(" ") ? below.map(({ predicate }) => predicate) : [];
  if (entry.kind === undefined) return named;
  if (entry.kind === "person") {
    const told = around.below(clause).some(({ role }) => role === "content");
    // "Called them a crime", "called the plan dead".
    const named = entry.words[0] === "call" && isPredicated(clause, around.doc);
    return !told && !named && objects.some(around.isPerson) ? [] : undefined;
  }
  const taken = takenUp(entry.kind, clause, objects, below, around);
  // "Responded with air strikes" is the strike itself.
  if (taken?.length === 0 && entry.type === "ASSAULT" && entry.kind === "fighting")
    return objects
      .map(({ head }) => head)
      .filter((head) => isOfKind(lemmaOf(around.doc, head).toLowerCase(), "fighting"));
  // "Boycotted the talks": what is refused is told by its refusal.
  return taken?.length === 0 && entry.type === "REJECT" && TOLD_APART.has(entry.kind)
    ? clause.patients.map(({ head }) => head)
    : taken;
}

/** "Stood far apart, with Norvia between them": what is set off by a comma is not the verb's. */
function isSetOff(start: number, preposition: string, { text }: Doc): boolean {
  return text.slice(0, start).trimEnd().endsWith(`, ${preposition}`);
}

/** "Came closer to a deal": not there yet. */
function isApproach({ predicate, lemma }: Clause, doc: Doc): boolean {
  if (!APPROACHING.has(lemma)) return false;
  return childrenOf(treeOf(doc), predicate).some((child) => NEARING.has(wordOf(doc, child).toLowerCase()));
}

const APPROACHING: ReadonlySet<string> = new Set(["come", "get", "be", "bring", "move", "edge", "inch"]);
const NEARING: ReadonlySet<string> = new Set(["close", "closer", "near", "nearer"]);

/** "Called him a liar", "called it dead": something is said of the object. */
function isPredicated({ predicate, obliques, patients, recipients }: Clause, doc: Doc): boolean {
  if (patients.length > 0 && recipients.length > 0) return true;
  const children = childrenOf(treeOf(doc), predicate);
  const bare = obliques.filter(
    ({ preposition, phrase }) => preposition === "" && !isTimeNoun(doc, phrase.head),
  );
  const [object] = patients;
  const quoted = object !== undefined && /^["“‘`]/.test(doc.text.slice(object.end).trimStart());
  return quoted || bare.length > 0 || children.some((child) => deprelOf(doc, child) === "xcomp");
}

/** "Launched drone strikes" is no labour dispute. */
function isAttack(head: number, kind: string, doc: Doc): boolean {
  if (kind !== "protest" || lemmaOf(doc, head).toLowerCase() !== "strike") return false;
  return (
    wordOf(doc, head).toLowerCase() !== "strike" ||
    (matchNoun(head, doc)?.entry.words.length === 2 && matchNoun(head, doc)?.entry.type === "ASSAULT")
  );
}

/** "warned Agria of consequences": a phrase of the verb that the parser has hung on the object. */
function attached(noun: number, preposition: string, doc: Doc): readonly Phrase[] {
  if (preposition === "of" && !/^[A-Z]/.test(wordOf(doc, noun))) return [];
  const tree = treeOf(doc);
  const inside = childrenOf(tree, noun).filter(
    (child) => child > noun && deprelOf(doc, child) === "nmod" && caseOf(doc, tree, child) === preposition,
  );
  return inside.map((child) => phraseOf(doc, tree, child));
}

function isOwnWork(head: number, doc: Doc): boolean {
  const entry = matchNoun(head, doc)?.entry;
  return entry !== undefined && (entry.kind === "programme" || entry.kind === "fighting");
}

/** Heads of the things of a kind among the objects; undefined where there are none. */
function takenUp(
  kind: string,
  clause: Clause,
  objects: readonly Phrase[],
  below: readonly Clause[],
  { doc, isPlace }: Surroundings,
): number[] | undefined {
  const apart = TOLD_APART.has(kind);
  // "Announced a suspension of fishing": of one's own work, told by the noun.
  if (kind === "suspension" && objects.some(({ head }) => isOwnWork(head, doc))) return undefined;
  const isOne = (head: number) =>
    isOfKindOf(countedAt(head, doc), kind, doc) || (kind === "aid" && isMoney(head, doc));
  // "Opened two of the gates", its "of" taken for the verb's.
  const numbered = clause.patients.some(({ head }) => uposOf(doc, head) === "NUM")
    ? clause.obliques.filter(({ preposition }) => preposition === "of").map(({ phrase }) => phrase)
    : [];
  const taken = [...objects, ...numbered].filter(
    (phrase) =>
      (isOne(phrase.head) && !isAttack(phrase.head, kind, doc)) ||
      (kind === "land" && isPlace(phrase) && !isHandedOver(phrase.head, doc)),
  );
  if (taken.length === 0 && kind === "truce" && objects.some(({ head }) => isTruceBefore(head, doc)))
    return [];
  if (taken.length > 0) return apart ? [] : taken.map(({ head }) => head);
  if (below.some(({ lemma }) => isOfKind(lemma, kind))) return [];
  const child = childrenOf(treeOf(doc), clause.predicate).find(
    (token) => deprelOf(doc, token) === "xcomp" && isOne(token),
  );
  return child === undefined ? undefined : [child];
}

/** "The Agrian captives" are no land, though the place stands beside them. */
function isHandedOver(head: number, doc: Doc): boolean {
  const lemma = lemmaOf(doc, head).toLowerCase();
  return ["captive", "weapon", "aid", "message", "material"].some((kind) => isOfKind(lemma, kind));
}

/** "A ceasefire agreement" is a truce. */
function isOfKindOf(head: number, kind: string, doc: Doc): boolean {
  const lemma = lemmaOf(doc, head).toLowerCase();
  // "Crew members", "aid workers": what they are members of.
  if (lemma === "member" && kind === "captive")
    return childrenOf(treeOf(doc), head).some((child) => isOfKind(lemmaOf(doc, child).toLowerCase(), kind));
  // "Fishing activities": which activities.
  if (kind === "programme" && /^(?:activity|operation|work)$/.test(lemma))
    return childrenOf(treeOf(doc), head).some((child) => isOfKind(lemmaOf(doc, child).toLowerCase(), kind));
  if (!isOfKind(lemma, "agreement")) return isOfKind(lemma, kind);
  const named = childrenOf(treeOf(doc), head).some(
    (child) => deprelOf(doc, child) === "compound" && isOfKind(lemmaOf(doc, child).toLowerCase(), "truce"),
  );
  return named ? kind === "truce" : isOfKind(lemma, kind);
}

/** "$40 million", "25 million crowns". */
function isMoney(head: number, doc: Doc): boolean {
  if (/^\p{Sc}$/u.test(wordOf(doc, head))) return true;
  return childrenOf(treeOf(doc), head).some(
    (child) =>
      /^\p{Sc}$/u.test(wordOf(doc, child)) ||
      // "2.5 million florins of aid": whatever its coin is called.
      (isOfKind(lemmaOf(doc, child).toLowerCase(), "aid") && caseOf(doc, treeOf(doc), child) === "of"),
  );
}

/** "Thousands of refugees", "two of the gates": what is counted. */
function countedAt(head: number, doc: Doc): number {
  const isNumber = uposOf(doc, head) === "NUM";
  if (
    !isNumber &&
    !/^(?:hundred|thousand|dozen|score|group|number|lot|million|most|some|half|part|all|package|round|series|set|wave|batch|tonne|ton|kilogram|litre|liter|barrel|lorry|truck|truckload|consignment)s?$/i.test(
      wordOf(doc, head),
    )
  )
    return head;
  const inside = childrenOf(treeOf(doc), head).find(
    (child) => child > head && deprelOf(doc, child) === "nmod" && caseOf(doc, treeOf(doc), child) === "of",
  );
  return inside ?? head;
}

/** "Both sides have broken it": a truce of the sentence or two before. */
function isTruceBefore(pronoun: number, doc: Doc): boolean {
  if (wordOf(doc, pronoun).toLowerCase() !== "it") return false;
  const first = doc.sentence[pronoun]! - 2;
  for (let token = pronoun - 1; token >= 0 && doc.sentence[token]! >= first; token--)
    if (isOfKind(lemmaOf(doc, token).toLowerCase(), "truce")) return true;
  return false;
}

/** "Warned that it would leave if", "vowed to leave unless": what is said to come hangs on a condition. */
function isConditioned(child: Clause, { below }: Surroundings): boolean {
  if (child.role !== "content" || child.tense === "past") return false;
  return below(child).some(({ role }) => role === "condition");
}

/** "to" stands for any infinitive below; any other word for the verb of the infinitive, or for what it begins with. */
function isComplement(child: Clause, word: string): boolean {
  if (child.role !== "content" && child.role !== "purpose") return false;
  if (word === "to") return child.mood === "infinitive";
  const [first, verb] = word.split(" ");
  return first === "to" && child.mood === "infinitive" && child.lemma.split(" ")[0] === verb;
}

/** "agreed on", the preposition without its object. */
function isStranded(clause: Clause, word: string, doc: Doc): boolean {
  const next = clause.predicate + 1;
  return next < doc.size && wordOf(doc, next).toLowerCase() === word;
}

/** "out" and "back" tagged as adverbs rather than as particles. */
function hasAdverb(clause: Clause, word: string, doc: Doc): boolean {
  const next = clause.predicate + 1;
  // "Brought together Odo Lund and Ada Brook": hung on the name behind it.
  if (next < doc.size && uposOf(doc, next) === "ADV" && wordOf(doc, next).toLowerCase() === word) return true;
  return childrenOf(treeOf(doc), clause.predicate).some(
    (token) =>
      token > clause.predicate &&
      deprelOf(doc, token) === "advmod" &&
      wordOf(doc, token).toLowerCase() === word,
  );
}

/** The longest noun pattern that a noun answers to; its modifiers are part of it, never events of their own. */
export function matchNoun(token: number, doc: Doc): Match | undefined {
  const tag = uposOf(doc, token);
  // "war aims", "the peace talks venue": a noun before another names no event of its own.
  if ((tag !== "NOUN" && tag !== "PROPN") || deprelOf(doc, token) === "compound") return undefined;
  // The tree may miss it: "his war aims, which …".
  const next =
    token + 1 < doc.size && doc.start[token + 1] === doc.end[token]! + 1
      ? wordOf(doc, token + 1).toLowerCase()
      : "";
  // "The call for an end to": a demand.
  const isCallFor = next === "for" && lemmaOf(doc, token).toLowerCase() === "call";
  if (isCallFor || isOfKind(next, "holder") || isFigurative(token, doc)) return undefined;
  for (const entry of nounEntries(lemmaOf(doc, token).toLowerCase())) {
    const consumed = fitsNoun(entry, token, doc);
    if (consumed) return { entry, consumed };
  }
  return undefined;
}

/** "A trade war", "a price war": nobody is hurt. */
function isFigurative(token: number, doc: Doc): boolean {
  return (
    token > 0 && lemmaOf(doc, token) === "war" && isOfKind(wordOf(doc, token - 1).toLowerCase(), "figurative")
  );
}

/** Prepositions that a noun pattern may ask for. */
const GOVERNING: ReadonlySet<string> = new Set(["of", "to", "on", "in"]);

function fitsNoun(entry: Entry, token: number, doc: Doc): number[] | undefined {
  const { words } = entry;
  if (words.length === 1) return [];
  if (GOVERNING.has(words[1]!)) {
    const tree = treeOf(doc);
    const inside = childrenOf(tree, token).filter(
      (child) => child > token && deprelOf(doc, child) === "nmod" && caseOf(doc, tree, child) === words[1],
    );
    const { kind } = entry;
    if (kind !== undefined) {
      const taken = inside.filter((child) => isOfKindOf(countedAt(child, doc), kind, doc));
      return taken.length > 0 ? taken : undefined;
    }
    if (words.length === 2) return inside.length > 0 ? [] : undefined;
    const named = inside.find((child) => lemmaOf(doc, child).toLowerCase() === words[2]);
    return named === undefined ? undefined : [named];
  }
  const first = token - words.length + 1;
  if (first < 0) return undefined;
  const taken: number[] = [];
  for (let i = 0; i < words.length - 1; i++) {
    const at = first + i;
    const word = wordOf(doc, at).toLowerCase();
    if (word !== words[i] && lemmaOf(doc, at).toLowerCase() !== words[i]) return undefined;
    taken.push(at);
  }
  return taken;
}
