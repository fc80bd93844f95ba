import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { asBefore, aside, governing } from "./aside.ts";
import type { Frame } from "./lexicon.ts";
import { naming } from "./naming.ts";
import { isTemporal } from "./source.ts";
import { afterPreposition, dependent, plainPhrase, prepositionOf, rangeOf, type Syntax } from "./syntax.ts";

/** One way in which a verb may take its content. */
export interface Option extends Range {
  readonly frame: Frame;
  /** Token that carries the content. */
  readonly head: number;
  /** To whom it is said, where the frame has a place for it. */
  readonly recipient?: Phrase;
  /** Last token of the cue, where it is longer than the verb: the preposition of "warned of". */
  readonly cueEnd?: number;
}

export const OBJECT = ["obj", "iobj"];

/** The content that syntax offers for a verb, best first. Ranges are half-open UTF-16 code units. */
export function contentOptions(syntax: Syntax, verb: number): readonly Option[] {
  const isAs = asBefore(syntax, verb) !== undefined;
  const options = [
    ...(isAs ? governing(syntax, verb) : aside(syntax, verb)),
    ...clausal(syntax, verb),
    ...marked(syntax, verb),
    ...naming(syntax, verb),
    ...prepositional(syntax, verb),
    ...nominal(syntax, verb),
    ...passive(syntax, verb),
    ...governing(syntax, verb),
    ...bare(syntax, verb),
  ];
  return options.length > 0 ? options : [...rest(syntax, verb)];
}

/** "said that …", "claims to …", "urged them to …". */
function* clausal(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object = dependent(syntax, verb, ...OBJECT) ?? dependent(syntax, verb, "nsubj:pass");
  const children = childrenOf(tree, verb);
  const isClausal = (child: number) => /^[cx]comp$/u.test(deprelOf(doc, child));
  // Of two clauses, the one before the cue is seldom what is said.
  const hasBehind = children.some((child) => child > verb && isClausal(child));
  const ordered = hasBehind
    ? [...children.filter((child) => child > verb), ...children.filter((child) => child < verb)]
    : children;
  for (const child of ordered) {
    const relation = deprelOf(doc, child);
    if ((relation === "ccomp" || relation === "csubj") && isClause(syntax, child)) {
      const range =
        child < verb
          ? fronted(syntax, verb, child)
          : rangeOf(doc, behindCue(syntax, verb, child), tree.right[child]!);
      if (object !== undefined && object < child) {
        yield { ...range, frame: "whom that", head: child, recipient: plainPhrase(syntax, object) };
      }
      yield { ...range, frame: "that", head: child };
    }
    if (relation === "xcomp" || (relation === "advcl" && isInfinitive(syntax, child))) {
      if (!isInfinitive(syntax, child)) continue;
      yield* infinitive(syntax, verb, child, object);
    }
  }
}

/** What stands before the cue, up to the comma before the speaker: "The talks will open this week, the paper reported". */
function fronted({ doc, tree }: Syntax, verb: number, child: number): Range {
  let last = tree.right[child]!;
  while (last < verb && wordOf(doc, last) !== "," && !/^["”’']/u.test(wordOf(doc, last))) last++;
  return rangeOf(doc, tree.left[child]!, last < verb ? last : tree.right[child]!);
}

/** "stated both sides agreed …": a clause without "that" which was taken for one beside it. */
function* bare(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  for (const child of childrenOf(tree, verb)) {
    const isBeside =
      /^(?:conj|advcl|parataxis)$/u.test(deprelOf(doc, child)) && tree.left[child] === verb + 1;
    if (!isBeside || dependent(syntax, child, "cc", "mark") !== undefined) continue;
    if (dependent(syntax, child, "nsubj", "nsubj:pass", "expl") === undefined) continue;
    yield { ...rangeOf(doc, verb + 1, tree.right[child]!), frame: "that", head: child };
  }
}

/** The content that syntax offers for a noun: "fears of …", "a demand that …", "plans to …". */
export function* nounOptions(syntax: Syntax, noun: number): Iterable<Option> {
  const { doc, tree } = syntax;
  for (const child of childrenOf(tree, noun)) {
    if (child < noun) continue;
    const relation = deprelOf(doc, child);
    if (/^(?:ccomp|acl|advcl)$/u.test(relation)) {
      const range = rangeOf(doc, afterMarker(syntax, child), tree.right[child]!);
      yield { ...range, frame: isInfinitive(syntax, child) ? "noun to do" : "noun that", head: child };
    }
    if (relation !== "nmod") continue;
    const first = afterPreposition(syntax, child);
    const range = rangeOf(doc, Math.min(first, child), tree.right[child]!);
    yield { ...range, frame: `noun ${prepositionOf(syntax, child)}`, head: child, cueEnd: first };
  }
}

/**
 * Where a clause behind the cue starts: not before it, though the syntax may hang on it what opens the sentence, and
 * behind the time of the telling ("said last week they would").
 */
function behindCue(syntax: Syntax, verb: number, clause: number): number {
  const { doc, tree } = syntax;
  const inserted = afterInsertion(syntax, verb, clause);
  if (inserted !== undefined) return inserted;
  const marked = afterMarker(syntax, clause);
  const first = marked > verb ? marked : verb + (uposOf(doc, verb + 1) === "PUNCT" ? 2 : 1);
  const time = childrenOf(tree, clause).find(
    (child) => tree.left[child] === first && /^obl/u.test(deprelOf(doc, child)) && child < clause,
  );
  const isTime = time !== undefined && first === verb + 1 && isTemporal(syntax, plainPhrase(syntax, time));
  return isTime && uposOf(doc, tree.right[time]!) !== "PUNCT" ? tree.right[time]! : first;
}

/** Tokens that may stand between two commas before the "that" of what is said. */
const INSERTED = 14;

/** Behind the "that" of "specified, however, that …", "said, for her part, that …", where a clause hangs on the verb. */
function afterInsertion({ doc }: Syntax, verb: number, clause: number): number | undefined {
  if (wordOf(doc, verb + 1) !== "," || clause < verb) return undefined;
  for (let token = verb + 2; token < clause && token < verb + INSERTED; token++) {
    if (wordOf(doc, token) === ",") return wordOf(doc, token + 1) === "that" ? token + 2 : undefined;
  }
  return undefined;
}

/** "told the envoy at a meeting that …": a "that" which the syntax hung on a noun in between. */
function* marked(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc } = syntax;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  for (let token = verb + 1; token < last && token < verb + 24; token++) {
    const tag = uposOf(doc, token);
    if (tag === "VERB" || tag === "AUX" || wordOf(doc, token) === ":") return;
    if (!/^(?:that|whether)$/u.test(wordOf(doc, token)) || token + 2 >= last) continue;
    // "stated on May 15 that …": no relative clause tells more of a day.
    if (
      isDay(doc, token - 1) &&
      !/^(?:VBD|MD)$/u.test(xposOf(doc, token + 1)) &&
      !/s$/u.test(wordOf(doc, token + 1))
    ) {
      yield { ...rangeOf(doc, token + 1, last), frame: "that", head: token + 1 };
      return;
    }
    if (!/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM|ADV|PUNCT)$/u.test(uposOf(doc, token + 1))) return;
    if (isRelative(syntax, token) || isNounClause(syntax, verb, token)) return;
    const range = rangeOf(doc, token + 1, last);
    const object = dependent(syntax, verb, ...OBJECT);
    if (object !== undefined && object < token) {
      yield { ...range, frame: "whom that", head: token + 1, recipient: plainPhrase(syntax, object) };
    }
    yield { ...range, frame: "that", head: token + 1 };
    return;
  }
}

/** A number, a weekday or another word for a day. */
function isDay(doc: Syntax["doc"], token: number): boolean {
  return (
    /^\d{1,4}$/u.test(wordOf(doc, token)) ||
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|earlier|later)$/iu.test(
      wordOf(doc, token),
    )
  );
}

/** "confirmed reports that …": the clause belongs to the object. */
function isNounClause({ doc }: Syntax, verb: number, that: number): boolean {
  const before = that - 1;
  return doc.head[before] === verb && deprelOf(doc, before) === "obj" && uposOf(doc, before) === "NOUN";
}

/** "that" as the subject of its own clause: "the plan that failed". */
function isRelative({ doc, tree }: Syntax, that: number): boolean {
  const verb = doc.head[that]!;
  if (verb < 0) return true;
  const hasOther = childrenOf(tree, verb).some(
    (child) => child !== that && /^nsubj/u.test(deprelOf(doc, child)),
  );
  return /^nsubj/u.test(deprelOf(doc, that)) && !hasOther;
}

/** A clause that can be said: it has a subject, or a word that opens it. */
function isClause(syntax: Syntax, verb: number): boolean {
  const isNext = syntax.tree.left[verb] === syntax.doc.head[verb]! + 1;
  if (isNext && /^VB[DPZ]$/u.test(xposOf(syntax.doc, verb))) return true;
  return childrenOf(syntax.tree, verb).some((child) =>
    /^(?:nsubj|csubj|expl|mark|aux|cop)/u.test(deprelOf(syntax.doc, child)),
  );
}

function* infinitive(
  syntax: Syntax,
  verb: number,
  child: number,
  object: number | undefined,
): Iterable<Option> {
  const { doc, tree } = syntax;
  if (object !== undefined && object < child) {
    const first = object > verb ? tree.left[object]! : tree.left[child]!;
    const range = rangeOf(doc, first, tree.right[child]!);
    yield { ...range, frame: "whom to do", head: child, recipient: plainPhrase(syntax, object) };
    return;
  }
  const whom = childrenOf(tree, verb).find(
    (other) => deprelOf(doc, other) === "obl" && verb < other && other < child,
  );
  if (whom !== undefined) {
    const range = rangeOf(doc, afterPreposition(syntax, whom), tree.right[child]!);
    const frame = `${prepositionOf(syntax, whom)} whom to do`;
    yield {
      ...range,
      frame,
      head: child,
      recipient: plainPhrase(syntax, whom),
      cueEnd: afterPreposition(syntax, whom),
    };
  }
  yield { ...rangeOf(doc, tree.left[child]!, tree.right[child]!), frame: "to do", head: child };
}

/** "warned of a delay", "accused Belmark of delaying", "warned against leaving". */
function* prepositional(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object = dependent(syntax, verb, ...OBJECT);
  for (const child of childrenOf(tree, verb)) {
    if (child < verb) continue;
    const relation = deprelOf(doc, child);
    if (relation !== "obl" && relation !== "advcl") continue;
    const preposition = relation === "obl" ? prepositionOf(syntax, child) : markerOf(syntax, child);
    if (preposition === "") continue;
    const first =
      relation === "obl" ? afterPreposition(syntax, child) : afterMarker(syntax, child, preposition);
    const range = rangeOf(doc, Math.min(first, child), withInfinitive(syntax, verb, child));
    if (object !== undefined && object < child) {
      // "which the ministry puts at 40": what is put so stands before.
      const whole = rangeOf(doc, tree.left[object < verb ? child : object]!, tree.right[child]!);
      yield { ...whole, frame: `whom ${preposition}`, head: child, recipient: plainPhrase(syntax, object) };
    }
    yield* withDeed(syntax, child, preposition, first);
    yield { ...range, frame: preposition, head: child, cueEnd: first };
  }
}

/** "called on Belmark to leave", where the syntax hung what is to be done on whoever is to do it. */
function* withDeed(syntax: Syntax, whom: number, preposition: string, first: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const deed = childrenOf(tree, whom).find(
    (child) =>
      child > whom && /^(?:acl|advcl|xcomp)$/u.test(deprelOf(doc, child)) && isInfinitive(syntax, child),
  );
  if (deed === undefined || !/^(?:on|upon|to)$/u.test(preposition)) return;
  const recipient = { ...rangeOf(doc, first, tree.left[deed]!), head: whom };
  const frame = `${preposition} whom to do`;
  yield { ...rangeOf(doc, first, tree.right[whom]!), frame, head: deed, recipient, cueEnd: first };
}

/** One past a phrase, with the infinitive right behind it: "called for the ships | to be withdrawn". */
function withInfinitive(syntax: Syntax, verb: number, child: number): number {
  const { doc, tree } = syntax;
  const end = tree.right[child]!;
  const next = childrenOf(tree, verb).find((other) => tree.left[other] === end);
  const isNext = next !== undefined && /^(?:[xc]comp|advcl|acl)$/u.test(deprelOf(doc, next));
  return isNext && isInfinitive(syntax, next) ? tree.right[next]! : end;
}

/** "rejected the plan", "expressed disappointment with the outcome". */
function* nominal(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object =
    dependent(syntax, verb, "obj") ??
    gerund(syntax, verb) ??
    unmarked(syntax, verb) ??
    predicated(syntax, verb);
  if (deprelOf(doc, verb) === "acl:relcl" && (object === undefined || uposOf(doc, object) === "PRON")) {
    // "the terms that Agron rejected": what is rejected stands before the clause.
    const noun = doc.head[verb]!;
    const [patient] = syntax.clauseOf.get(verb)?.patients ?? [];
    if (patient || object !== undefined) yield { ...plainPhrase(syntax, noun), frame: "np", head: noun };
    return;
  }
  if (object === undefined) return;
  const whole = rangeOf(doc, tree.left[object]!, tree.right[object]!);
  for (const child of childrenOf(tree, object)) {
    const relation = deprelOf(doc, child);
    if (child < object || (relation !== "nmod" && relation !== "acl")) continue;
    const preposition = relation === "nmod" ? prepositionOf(syntax, child) : markerOf(syntax, child);
    if (preposition !== "")
      yield { ...whole, frame: `whom ${preposition}`, head: child, recipient: plainPhrase(syntax, object) };
  }
  yield { ...whole, frame: "np", head: object };
  const recipient = dependent(syntax, verb, "iobj") ?? object;
  yield {
    ...rangeOf(doc, tree.left[object]!, tree.right[object]!),
    frame: "whom",
    head: object,
    recipient: plainPhrase(syntax, recipient),
  };
}

/** "rejected on Monday the idea of …": a noun phrase without a preposition that the syntax took for an adverbial. */
function unmarked(syntax: Syntax, verb: number): number | undefined {
  const { doc, tree } = syntax;
  return childrenOf(tree, verb).find(
    (child) =>
      child > verb &&
      /^obl/u.test(deprelOf(doc, child)) &&
      uposOf(doc, child) === "NOUN" &&
      uposOf(doc, tree.left[child]!) === "DET" &&
      prepositionOf(syntax, child) === "" &&
      !isTemporal(syntax, plainPhrase(syntax, child)),
  );
}

/** "ruled out a truce": a noun phrase that the syntax took for what somebody is, though nobody is it. */
function predicated(syntax: Syntax, verb: number): number | undefined {
  const { doc, tree } = syntax;
  return childrenOf(tree, verb).find(
    (child) =>
      deprelOf(doc, child) === "xcomp" &&
      uposOf(doc, child) === "NOUN" &&
      isRightBehind(syntax, verb, tree.left[child]!) &&
      dependent(syntax, child, "mark", "case", "cop") === undefined,
  );
}

/** Nothing but a particle between: "ruled out leaving". */
function isRightBehind({ doc }: Syntax, verb: number, token: number): boolean {
  return token === verb + 1 || (token === verb + 2 && deprelOf(doc, verb + 1) === "compound:prt");
}

/** "rejected ceding territory". */
function gerund(syntax: Syntax, verb: number): number | undefined {
  const { doc, tree } = syntax;
  return childrenOf(tree, verb).find(
    (child) =>
      xposOf(doc, child) === "VBG" &&
      (/^[xc]comp$/u.test(deprelOf(doc, child)) || isRightBehind(syntax, verb, tree.left[child]!)) &&
      child > verb,
  );
}

/** "the meeting, confirmed by the palace", "the plan was rejected by Belmark". */
function* passive(syntax: Syntax, verb: number): Iterable<Option> {
  const clause = syntax.clauseOf.get(verb);
  const agent = dependent(syntax, verb, "obl:agent");
  if (!clause?.passive || agent === undefined) return;
  const [patient] = clause.patients;
  if (!patient) return;
  yield {
    start: patient.start,
    end: patient.end,
    frame: "np",
    head: patient.head,
    cueEnd: syntax.tree.left[agent]! + 1,
  };
}

/** "officials said the two raised funds" where the syntax lost the thread: all that follows, if a clause does. */
function* rest(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  if (verb + 2 >= last || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(uposOf(doc, verb + 1))) return;
  for (let token = verb + 2; token < last && token < verb + 12 && wordOf(doc, token) !== ","; token++) {
    if (!/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token)) || wordOf(doc, token - 1) === "to") continue;
    const isRelative = childrenOf(tree, token).some((child) => /^W/u.test(xposOf(doc, child)));
    if (!isRelative) yield { ...rangeOf(doc, verb + 1, last), frame: "that", head: token };
    return;
  }
}

export function isInfinitive(syntax: Syntax, verb: number): boolean {
  const mark = dependent(syntax, verb, "mark");
  return mark !== undefined && lemmaOf(syntax.doc, mark) === "to" && xposOf(syntax.doc, mark) !== "IN";
}

function markerOf(syntax: Syntax, verb: number): string {
  const mark = dependent(syntax, verb, "mark");
  return mark === undefined || mark > verb ? "" : wordOf(syntax.doc, mark).toLowerCase();
}

/** First token of a clause after "that", or after the marker that is given. */
function afterMarker(syntax: Syntax, verb: number, marker = "that"): number {
  const first = syntax.tree.left[verb]!;
  return wordOf(syntax.doc, first).toLowerCase() === marker ? first + 1 : first;
}
