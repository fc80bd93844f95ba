import type { ClauseRole } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../doc.ts";
import { connectiveClass, verbClass } from "./lexicon.ts";
import { caseOf, fixedWord, prepositionOf } from "./phrase.ts";
import { hasChild, hasTo, isConditionalParticiple } from "./predicates.ts";
import type { Tree } from "./tree.ts";

const roles: readonly (readonly [ClauseRole, ReadonlySet<string>])[] = [
  ["condition", connectiveClass("condition")],
  ["time", connectiveClass("time")],
  ["cause", connectiveClass("cause")],
  ["concession", connectiveClass("concession")],
  ["purpose", connectiveClass("purpose")],
];

const reporting = verbClass("reporting");

/** Prepositions and conjunctions that begin a condition: "if", "unless", "in exchange for", "only after". */
export const conditionMarkers: ReadonlySet<string> = connectiveClass("condition");

/** The role that a joining word gives to its clause, if it gives one. */
function roleOfMarker(marker: string): ClauseRole | undefined {
  for (const [role, markers] of roles) if (markers.has(marker)) return role;
  return undefined;
}

/** The word or words that introduce a clause, lower case, without articles; "" where there are none. */
export function markerOf(doc: Doc, tree: Tree, top: number, nominal: boolean): string {
  if (nominal) return withLimiter(doc, tree, top, prepositionOf(doc, tree, top));
  const inverted = invertedAuxiliary(doc, tree, top);
  if (inverted !== "") return inverted;
  const own = ownMarker(doc, tree, top);
  // "for the troops to leave": the subject stands between the two words.
  return withLimiter(doc, tree, top, introducedBy(doc, tree, top, own === "for to" ? "to" : own));
}

/** "should they leave", "had they left": the auxiliary before its subject stands for "if"; "" where there is none. */
function invertedAuxiliary(doc: Doc, tree: Tree, top: number): string {
  const relation = deprelOf(doc, top);
  if (relation !== "advcl" && relation !== "acl:relcl" && relation !== "parataxis" && relation !== "ccomp")
    return "";
  const first = tree.firstChild[top]!;
  if (first < 0 || first > top || !deprelOf(doc, first).startsWith("aux")) return "";
  const word = wordOf(doc, first).toLowerCase();
  if (word !== "should" && word !== "had" && word !== "were") return "";
  const second = tree.nextSibling[first]!;
  const asked = doc.text.slice(doc.end[top]!, doc.end[tree.right[top]! - 1]).includes("?");
  return second >= 0 && second < top && deprelOf(doc, second).startsWith("nsubj") && !asked ? word : "";
}

function ownMarker(doc: Doc, tree: Tree, top: number): string {
  let own = "";
  for (let child = tree.firstChild[top]!; child >= 0 && child < top; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    const joins = relation === "mark" || (relation === "case" && uposOf(doc, child) !== "PART");
    if (joins) own += `${own === "" ? "" : " "}${fixedWord(doc, tree, child)}`;
    else if (own === "" && relation === "advmod" && xposOf(doc, child) === "WRB")
      own = fixedWord(doc, tree, child);
  }
  // "As to whether or not they come" asks no more than "whether they come".
  return /^(?:as )?(?:to )?whether(?: or)?(?: not)?$/.test(own) ? "whether" : own;
}

/** "only after", "even if": the limiting adverb counts where the pair is known to mean something of its own. */
function withLimiter(doc: Doc, tree: Tree, top: number, marker: string): string {
  if (marker === "") return marker;
  for (let child = tree.firstChild[top]!; child >= 0 && child < top; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) !== "advmod") continue;
    const limited = `${wordOf(doc, child).toLowerCase()} ${marker}`;
    if (roleOfMarker(limited) !== undefined) return limited;
  }
  return marker;
}

/** Markers that lie above the clause: "as long as", "in exchange for lifting", "on condition that". */
function introducedBy(doc: Doc, tree: Tree, top: number, own: string): string {
  const above = doc.head[top]!;
  if (above < 0 || above > top) return own;
  const relation = deprelOf(doc, top);
  if (relation !== "acl" && relation !== "advcl" && relation !== "ccomp") return own;
  const word = lemmaOf(doc, above);
  if (uposOf(doc, above) === "ADV") {
    const prior = above > 0 ? wordOf(doc, above - 1).toLowerCase() : "";
    const whole = `${prior} ${word} ${own}`;
    return roleOfMarker(whole) === undefined ? own : whole;
  }
  if (relation === "ccomp" && isConditionalParticiple(doc, tree, above)) {
    return `${wordOf(doc, above).toLowerCase()} ${own}`.trim();
  }
  return joinedMarker(doc, tree, above, own) || own;
}

/** "in exchange for", "on condition that" before a clause below the noun; "" where the words mean nothing together. */
function joinedMarker(doc: Doc, tree: Tree, noun: number, own: string): string {
  const preposition = caseOf(doc, tree, noun);
  if (preposition === "") return "";
  const whole = `${preposition} ${lemmaOf(doc, noun)} ${own}`.trim();
  return roleOfMarker(whole) === undefined ? "" : whole;
}

/** Whether a noun with its preposition only introduces the clause below it: "in return for lifting sanctions". */
export function introducesClause(doc: Doc, tree: Tree, noun: number): boolean {
  for (let child = tree.firstChild[noun]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (child < noun || (relation !== "acl" && relation !== "advcl" && relation !== "ccomp")) continue;
    if (joinedMarker(doc, tree, noun, ownMarker(doc, tree, child)) !== "") return true;
  }
  return false;
}

/** The role of a clause, from its relation to its head and the word that introduces it. */
export function roleOf(doc: Doc, tree: Tree, top: number, nominal: boolean, marker: string): ClauseRole {
  if (nominal) return "nominal";
  if (marker === "should" || marker === "had" || marker === "were") return "condition";
  if (marker === "as" && isQuotedAs(doc, top)) return "content";
  switch (deprelOf(doc, top)) {
    case "root":
      return "root";
    case "ccomp":
    case "csubj":
    case "csubj:pass":
    case "xcomp": {
      const role = marker.includes(" ") ? roleOfMarker(marker) : undefined;
      return role ?? "content";
    }
    case "acl:relcl":
    case "advcl:relcl":
      if (isFrame(doc, tree, top)) return "parenthesis";
      return isMainClause(doc, tree, top) ? "root" : "relative";
    case "conj":
      return isFrame(doc, tree, top) ? "parenthesis" : "conjunct";
    case "parataxis":
      return "parenthesis";
    case "acl":
      if (isFrame(doc, tree, top)) return "parenthesis";
      return roleOfNounClause(doc, tree, top, marker);
    case "advcl":
      return roleOfAdverbial(doc, tree, top, marker);
    default:
      return doc.head[top]! < 0 ? "root" : "parenthesis";
  }
}

/** "The two leaders are …" read as a noun with a relative clause: nothing relative about it, and nothing above it. */
function isMainClause(doc: Doc, tree: Tree, top: number): boolean {
  const noun = doc.head[top]!;
  if (noun < 0 || doc.head[noun]! >= 0 || deprelOf(doc, noun) !== "root" || noun > top) return false;
  if (hasChild(doc, tree, noun, "cop") || hasChild(doc, tree, noun, "nsubj")) return false;
  for (let token = noun + 1; token < top; token += 1) {
    if (/^W[DPR]/u.test(xposOf(doc, token)) || wordOf(doc, token) === "that") return false;
  }
  return /^(?:VB[DPZ]|MD)$/u.test(firstFinite(doc, tree, top));
}

function firstFinite(doc: Doc, tree: Tree, top: number): string {
  for (let child = tree.firstChild[top]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation.startsWith("aux") || relation === "cop") return xposOf(doc, child);
  }
  return xposOf(doc, top);
}

/**
 * "…, three officials said …": a verb of saying right after its subject, the two set off by a comma or a quotation
 * mark, with nothing that joins them to the rest, wherever the tree hangs them.
 */
function isFrame(doc: Doc, tree: Tree, top: number): boolean {
  if (!reporting.has(lemmaOf(doc, top)) || !/^VB[DNPZ]$/u.test(xposOf(doc, top))) return false;
  for (const relation of ["cc", "mark", "ccomp", "obj", "aux", "aux:pass", "obl:agent"]) {
    if (hasChild(doc, tree, top, relation)) return false;
  }
  if (deprelOf(doc, top) === "conj") return hasChild(doc, tree, top, "nsubj");
  const subject = frameSubject(doc, tree, top);
  if (subject < 0 || /^W[DP]/u.test(xposOf(doc, subject))) return false;
  const before = tree.left[subject]! - (uposOf(doc, tree.left[subject]!) === "PUNCT" ? 0 : 1);
  return before >= 0 && uposOf(doc, before) === "PUNCT";
}

function frameSubject(doc: Doc, tree: Tree, top: number): number {
  for (let child = tree.firstChild[top]!; child >= 0 && child < top; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child).startsWith("nsubj")) return child;
  }
  const noun = doc.head[top]!;
  return noun === top - 1 && deprelOf(doc, noun) === "appos" ? noun : -1;
}

/** "was quoted as saying": what follows "as" is what is quoted. */
function isQuotedAs(doc: Doc, top: number): boolean {
  const above = doc.head[top]!;
  return above >= 0 && lemmaOf(doc, above) === "quote" && xposOf(doc, top) === "VBG";
}

function roleOfNounClause(doc: Doc, tree: Tree, top: number, marker: string): ClauseRole {
  const joinedRole = marker.includes(" ") ? roleOfMarker(marker) : undefined;
  if (joinedRole !== undefined) return joinedRole;
  if (marker === "that" || marker === "whether" || hasTo(doc, tree, top)) return "content";
  const tag = xposOf(doc, top);
  if (tag === "VBG" && marker === "") return "participle";
  return tag === "VBG" || tag === "VBN" ? "participle" : "content";
}

function roleOfAdverbial(doc: Doc, tree: Tree, top: number, marker: string): ClauseRole {
  const known = roleOfMarker(marker);
  if (known !== undefined) return known;
  if (hasTo(doc, tree, top)) return "purpose";
  const tag = xposOf(doc, top);
  if (tag === "VBG" || tag === "VBN") return "participle";
  return "parenthesis";
}
