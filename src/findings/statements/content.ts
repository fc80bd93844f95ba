import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Frame } from "./lexicon.ts";
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

const OBJECT = ["obj", "iobj"];

/** The content that syntax offers for a verb, best first. Ranges are half-open UTF-16 code units. */
export function contentOptions(syntax: Syntax, verb: number): readonly Option[] {
  return [
    ...clausal(syntax, verb),
    ...named(syntax, verb),
    ...prepositional(syntax, verb),
    ...nominal(syntax, verb),
    ...passive(syntax, verb),
    ...governing(syntax, verb),
  ];
}

/** "said that …", "claims to …", "urged them to …". */
function* clausal(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object = dependent(syntax, verb, ...OBJECT) ?? dependent(syntax, verb, "nsubj:pass");
  for (const child of childrenOf(tree, verb)) {
    const relation = deprelOf(doc, child);
    if (relation === "ccomp" || relation === "csubj") {
      const range = rangeOf(doc, afterMarker(syntax, child), tree.right[child]!);
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
    yield { ...range, frame: "whom to", head: child, recipient: plainPhrase(syntax, object) };
    return;
  }
  const whom = childrenOf(tree, verb).find(
    (other) => deprelOf(doc, other) === "obl" && verb < other && other < child,
  );
  if (whom !== undefined) {
    const range = rangeOf(doc, afterPreposition(syntax, whom), tree.right[child]!);
    const frame = `${prepositionOf(syntax, whom)} whom to`;
    yield {
      ...range,
      frame,
      head: child,
      recipient: plainPhrase(syntax, whom),
      cueEnd: afterPreposition(syntax, whom),
    };
  }
  yield { ...rangeOf(doc, tree.left[child]!, tree.right[child]!), frame: "to", head: child };
}

/** "described the offer as historic", "called it historic", "referred to the venue as logical". */
function* named(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object = dependent(syntax, verb, ...OBJECT);
  for (const child of childrenOf(tree, verb)) {
    if (child < verb) continue;
    const relation = deprelOf(doc, child);
    const isAs =
      /^(?:obl|advcl|xcomp)$/u.test(relation) && wordOf(doc, tree.left[child]!).toLowerCase() === "as";
    const isBare = relation === "xcomp" && !isInfinitive(syntax, child) && uposOf(doc, child) !== "VERB";
    if (!isAs && !isBare) continue;
    if (object !== undefined && object < child) {
      yield { ...rangeOf(doc, tree.left[object]!, tree.right[child]!), frame: "as", head: child };
    } else if (isAs) {
      const about = childrenOf(tree, verb).find(
        (other) => deprelOf(doc, other) === "obl" && verb < other && other < child,
      );
      if (about === undefined) continue;
      const first = afterPreposition(syntax, about);
      const frame = prepositionOf(syntax, about);
      yield { ...rangeOf(doc, first, tree.right[child]!), frame, head: child, cueEnd: first };
    }
  }
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
    const range = rangeOf(doc, Math.min(first, child), tree.right[child]!);
    if (object !== undefined && object < child) {
      const whole = rangeOf(doc, tree.left[object]!, tree.right[child]!);
      yield { ...whole, frame: `whom ${preposition}`, head: child, recipient: plainPhrase(syntax, object) };
    }
    yield { ...range, frame: preposition, head: child, cueEnd: first };
  }
}

/** "rejected the plan", "expressed disappointment with the outcome". */
function* nominal(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const object = dependent(syntax, verb, "obj");
  if (object === undefined) return;
  yield { ...rangeOf(doc, tree.left[object]!, tree.right[object]!), frame: "np", head: object };
  const recipient = dependent(syntax, verb, "iobj") ?? object;
  yield {
    ...rangeOf(doc, tree.left[object]!, tree.right[object]!),
    frame: "whom",
    head: object,
    recipient: plainPhrase(syntax, recipient),
  };
}

/** "the meeting, confirmed by the palace", "the plan was rejected by Belmark". */
function* passive(syntax: Syntax, verb: number): Iterable<Option> {
  const clause = syntax.clauseOf.get(verb);
  if (!clause?.passive || clause.inherited) return;
  if (!clause.obliques.some(({ preposition }) => preposition === "by") && clause.agents.length === 0) return;
  const [patient] = clause.patients;
  if (!patient) return;
  yield { start: patient.start, end: patient.end, frame: "np", head: patient.head };
}

/** "The plan, the minister said, is dead": the verb hangs on what it reports. Also "…, as the minister said". */
function* governing(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const above = doc.head[verb]!;
  if (above < 0) return;
  const relation = deprelOf(doc, verb);
  const isAs = relation === "advcl" && wordOf(doc, tree.left[verb]!).toLowerCase() === "as";
  if (relation !== "parataxis" && !isAs) return;
  const left = tree.left[verb]!;
  const right = tree.right[verb]!;
  const outerLeft = tree.left[above]!;
  const outerRight = tree.right[above]!;
  const beyond = (token: number) => token >= outerRight || onlyMarks(syntax, token, outerRight);
  if (beyond(right) && outerLeft < left) {
    yield { ...rangeOf(doc, outerLeft, left), frame: "that", head: above };
  } else if (onlyMarks(syntax, outerLeft, left) && right < outerRight) {
    yield { ...rangeOf(doc, right, outerRight), frame: "that", head: above };
  } else if (outerLeft < left && right < outerRight) {
    yield { ...rangeOf(doc, outerLeft, outerRight), frame: "that", head: above };
  }
}

function onlyMarks({ doc }: Syntax, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (uposOf(doc, token) !== "PUNCT") return false;
  return true;
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
