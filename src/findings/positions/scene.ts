/** What every rule for positions looks at, with the questions they all ask. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { contentOf } from "../../language/clauses/query.ts";
import { type Doc, lemmaOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import { contains, type Range } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import { actorsOf } from "../who.ts";
import { stanceLexicon } from "./stances.ts";

export interface Scene {
  readonly doc: Doc;
  readonly clauses: readonly Clause[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
}

/** Actors that can want something: media report, they do not hold positions. */
export function holdersOf(scene: Scene, phrases: readonly Phrase[]): readonly Reference[] {
  const found = phrases.flatMap((phrase) => actorsOf(phrase, scene.doc, scene.actors));
  return parties(scene, found);
}

export function parties(scene: Scene, references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return scene.actors.find((actor) => actor.id === id)?.kind !== "outlet";
  });
}

/** The innermost statement whose content holds a range. */
export function statementAround(scene: Scene, range: Range): Statement | undefined {
  let best: Statement | undefined;
  for (const statement of scene.statements) {
    if (!contains(statement.content, range)) continue;
    const length = statement.content.end - statement.content.start;
    if (best === undefined || length < best.content.end - best.content.start) best = statement;
  }
  return best;
}

/** Whether two sets of actors speak for the same side: the same actor, or one that represents the other. */
export function sameSide(scene: Scene, some: readonly Reference[], others: readonly Reference[]): boolean {
  const sides = (references: readonly Reference[]) =>
    references.flatMap(({ id }) => {
      const represents = scene.actors.find((actor) => actor.id === id)?.represents?.id;
      return represents ? [id, represents] : [id];
    });
  const own = new Set(sides(some));
  return sides(others).some((id) => own.has(id));
}

const LEADING = /^[\s,;:–—]+/u;
const TRAILING = /[\s,;:–—]+(?:and|or|but|that)?[\s,;:–—]*$/u;

/** A range without the marks and conjunctions at its edges. */
export function trimmed(text: string, range: Range): Range {
  const quote = text.slice(range.start, range.end);
  const start = range.start + (LEADING.exec(quote)?.[0].length ?? 0);
  const end = range.end - (TRAILING.exec(quote.slice(start - range.start))?.[0].length ?? 0);
  return start < end ? { start, end } : range;
}

/** Each part of a list of ranges ends where the next begins. */
export function parted(text: string, ranges: readonly Range[]): readonly Range[] {
  return ranges.map((range, i) => {
    const next = ranges[i + 1];
    return trimmed(
      text,
      next && range.start < next.start && next.start < range.end
        ? { start: range.start, end: next.start }
        : range,
    );
  });
}

/** What a stance verb is about: its content clauses, its objects, or what stands behind its preposition; one range an item of a list. */
export function contentsOf(scene: Scene, clause: Clause, preposition: string): readonly Range[] {
  const { text } = scene.doc;
  if (preposition !== "") {
    const behind = clause.obliques
      .filter((oblique) => oblique.preposition === preposition)
      .map(({ phrase }) => phrase);
    if (behind.length > 0) return parted(text, behind);
    if (preposition !== "to") return [];
    return parted(
      text,
      contentOf(scene.clauses, clause).filter(({ mood }) => mood === "infinitive"),
    );
  }
  const content = contentOf(scene.clauses, clause).filter(
    (each) => each.start > (scene.doc.start[clause.predicate] ?? 0),
  );
  if (content.length > 0) return parted(text, content);
  return parted(text, clause.patients);
}

/** From the one who acts to the end of the content, where they stand in that order in one sentence; else the content. */
export function quoteOf(scene: Scene, clause: Clause, content: Range): Range {
  const verb = scene.doc.start[clause.predicate]!;
  const [first] = clause.inherited ? [] : clause.agents;
  const start = Math.min(first && first.start < verb ? first.start : verb, content.start);
  const end = Math.max(content.end, scene.doc.end[clause.predicate]!);
  return trimmed(scene.doc.text, { start, end });
}

/** Whether the clause tells of an earlier time: a past perfect, or a word that says so before its content. */
export function isEarlier(scene: Scene, clause: Clause, contentStart: number): boolean {
  if (clause.tense === "past" && clause.aspect.startsWith("perfect")) return true;
  const before = scene.doc.text.slice(Math.min(clause.start, contentStart), contentStart).toLowerCase();
  return stanceLexicon().past.some((word) => new RegExp(`\\b${word}\\b`).test(before));
}

export function lemmaAt(scene: Scene, token: number): string {
  return lemmaOf(scene.doc, token).toLowerCase();
}
