/** The content of verbs that say what something is: "described the offer as historic", "called it a “trap”". */
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { isInfinitive, OBJECT, type Option } from "./content.ts";
import { afterPreposition, dependent, prepositionOf, rangeOf, type Syntax } from "./syntax.ts";

/** What a verb calls what, best first. */
export function* naming(syntax: Syntax, verb: number): Iterable<Option> {
  yield* named(syntax, verb);
  yield* dubbed(syntax, verb);
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

/** "called the offer a “trap”": a noun phrase and a quotation right behind it, whatever the syntax made of them. */
function* dubbed(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc } = syntax;
  if (!NAMING.has(lemmaOf(doc, verb))) return;
  yield* calledSo(syntax, verb);
  const end = Math.min(doc.sentences[doc.sentence[verb]! + 1]!, verb + 40);
  let opens = verb + 1;
  while (opens < end && /^(?:PRON|DET|ADJ|NOUN|PROPN|NUM)$/u.test(uposOf(doc, opens))) opens++;
  if (opens === end || !/^["“‘„«`]/u.test(wordOf(doc, opens))) return;
  const noun = /^(?:DET|ADJ)$/u.test(uposOf(doc, opens - 1)) ? opens - 2 : opens - 1;
  if (noun <= verb || !/^(?:PRON|NOUN|PROPN)$/u.test(uposOf(doc, noun))) return;
  let closes = opens + 1;
  while (closes < end && !/^(?:["”’“»]|'')$/u.test(wordOf(doc, closes))) closes++;
  if (closes < end) yield { ...rangeOf(doc, verb + 1, closes + 1), frame: "as", head: noun };
}
