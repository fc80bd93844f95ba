/** The content of verbs that say what something is: "described the offer as historic", "called it a “trap”". */
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { isInfinitive, OBJECT, type Option } from "./content.ts";
import { afterPreposition, dependent, prepositionOf, rangeOf, type Syntax } from "./syntax.ts";

/** What a verb calls what, best first. */
export function* naming(syntax: Syntax, verb: number): Iterable<Option> {
  yield* postponed(syntax, verb);
  yield* named(syntax, verb);
  yield* dubbed(syntax, verb);
}

/** "described as unacceptable the attempts to …", "dismissed as fiction the move by …": the thing behind what it is called. */
function* postponed(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  if (wordOf(doc, verb + 1).toLowerCase() !== "as") return;
  const end = Math.min(doc.sentences[doc.sentence[verb]! + 1]!, verb + 9);
  for (let token = verb + 3; token < end; token++) {
    const isThing = /^(?:the|any|all|these|those|his|her|its|their)$/u.test(wordOf(doc, token));
    if (isThing && /^(?:ADJ|NOUN|ADV)$/u.test(uposOf(doc, token - 1))) {
      let head = token + 1;
      while (head < end + 4 && /^(?:ADJ|NUM|ADV)$/u.test(uposOf(doc, head))) head++;
      if (uposOf(doc, head) !== "NOUN") return;
      const last = doc.sentences[doc.sentence[verb]! + 1]!;
      let until = Math.max(head + 1, tree.right[head]!);
      // "the attempts | to place …", whatever the syntax hung that on.
      while (until < last && !/^(?:[,;:.—–]|and|but|--)$/u.test(wordOf(doc, until))) until++;
      yield { ...rangeOf(doc, token, until), frame: "as", head, cueEnd: verb + 1 };
      return;
    }
    if (!/^(?:DET|ADJ|NOUN|ADV)$/u.test(uposOf(doc, token))) return;
  }
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
      const frame = `${prepositionOf(syntax, about)} as`;
      yield { ...rangeOf(doc, first, tree.right[child]!), frame, head: child, cueEnd: first };
    }
  }
}

/** Verbs that give a name without "as". */
const NAMING = new Set(["call", "label", "brand", "dub", "term"]);

/** "…, which she called a matter of trust": what it is called, where what is called so stands before. */
function* calledSo(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const children = childrenOf(tree, verb);
  const called = children.find((child) => child < verb && /^W/u.test(xposOf(doc, child)));
  const name = children.find(
    (child) =>
      child > verb && tree.left[child] === verb + 1 && /^(?:NOUN|ADJ|PROPN)$/u.test(uposOf(doc, child)),
  );
  if (called === undefined || name === undefined || deprelOf(doc, verb) !== "acl:relcl") return;
  if (!/^which$/iu.test(wordOf(doc, called))) return;
  yield { ...rangeOf(doc, verb + 1, tree.right[name]!), frame: "as", head: name };
}

/** "called the delay a breach of faith", "called that insufficient": what a bare phrase right behind another says of it. */
function* renamed(syntax: Syntax, verb: number, end: number): Iterable<Option> {
  const { doc } = syntax;
  const first = verb + 1;
  if (xposOf(doc, verb) === "VBN" && !hasHave(doc, verb)) return;
  let next = first + 1;
  if (/^(?:that|this|it|them|him|her)$/iu.test(wordOf(doc, first))) {
    if (!/^(?:ADJ|DET)$/u.test(uposOf(doc, next))) return;
  } else {
    if (!/^(?:DET|PRON)$/u.test(uposOf(doc, first)) && !/^\p{Lu}/u.test(wordOf(doc, first))) return;
    while (next < end && /^(?:ADJ|NOUN|PROPN|NUM|PART)$/u.test(uposOf(doc, next))) next++;
    if (!/^(?:an?|the|another)$/u.test(wordOf(doc, next)) || uposOf(doc, next - 1) === "ADJ") return;
  }
  let last = next + 1;
  while (last < end && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP)$/u.test(uposOf(doc, last))) last++;
  while (last > next + 1 && /^(?:ADP|DET)$/u.test(uposOf(doc, last - 1))) last--;
  if (/^["“‘„«`]/u.test(wordOf(doc, last))) return;
  yield { ...rangeOf(doc, first, last), frame: "as", head: next };
}

function hasHave(doc: Syntax["doc"], verb: number): boolean {
  for (let token = verb - 1; token > verb - 4 && token >= 0; token--)
    if (lemmaOf(doc, token) === "have") return true;
  return false;
}

/** "called the offer a “trap”": a noun phrase and a quotation right behind it, whatever the syntax made of them. */
function* dubbed(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc } = syntax;
  if (!NAMING.has(lemmaOf(doc, verb))) return;
  yield* calledSo(syntax, verb);
  const end = Math.min(doc.sentences[doc.sentence[verb]! + 1]!, verb + 40);
  yield* renamed(syntax, verb, end);
  let opens = verb + 1;
  while (opens < end && /^(?:PRON|DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposOf(doc, opens))) opens++;
  if (opens === end || !/^["“‘„«`]/u.test(wordOf(doc, opens))) return;
  const noun = /^(?:DET|ADJ)$/u.test(uposOf(doc, opens - 1)) ? opens - 2 : opens - 1;
  if (noun <= verb || !/^(?:PRON|NOUN|PROPN)$/u.test(uposOf(doc, noun))) return;
  let closes = opens + 1;
  while (closes < end && !/^(?:["”’“»]|'')$/u.test(wordOf(doc, closes))) closes++;
  if (closes < end) yield { ...rangeOf(doc, verb + 1, closes + 1), frame: "as", head: noun };
}
