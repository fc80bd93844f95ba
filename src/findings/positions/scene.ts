/** What every rule for positions looks at. */
import type { Clause } from "../../language/clause.ts";
import type { Tree } from "../../language/clauses/tree.ts";
import { type Doc, lemmaOf, tokenAt, uposOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import { contains, type Range } from "../../record/span.ts";
import type { Statement } from "../../record/statement.ts";
import { toldBy } from "../told-by.ts";
import { stanceLexicon } from "./stances.ts";

export interface Scene {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly clauses: readonly Clause[];
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
}

/** Made once for a list of statements: for each token, one more than the index of the innermost statement told there. */
const tellings = new WeakMap<readonly Statement[], Int32Array>();

function tellingOf({ doc, statements }: Scene): Int32Array {
  const known = tellings.get(statements);
  if (known) return known;
  const innermost = new Int32Array(doc.size);
  const length = ({ start, end }: Range) => end - start;
  const stretches = statements.flatMap((one, i) => toldBy(one).map((told) => ({ told, i })));
  stretches.sort((a, b) => length(b.told) - length(a.told) || a.i - b.i);
  for (const { told, i } of stretches) {
    innermost.fill(i + 1, tokenAt(doc, told.start), tokenAt(doc, told.end - 1) + 1);
  }
  tellings.set(statements, innermost);
  return innermost;
}

/** The innermost statement that tells a clause: the one whose content holds its predicate. */
export function statementTelling(scene: Scene, clause: Clause): Statement | undefined {
  return scene.statements[tellingOf(scene)[clause.predicate]! - 1];
}

/** Made once for a list of statements: the first statement whose cue holds a token, by the token. */
const cues = new WeakMap<readonly Statement[], ReadonlyMap<number, Statement>>();

/** The statement whose cue a clause's predicate is: "said", "ruled out". */
export function statementCuedBy({ doc, statements }: Scene, clause: Clause): Statement | undefined {
  let known = cues.get(statements);
  if (known === undefined) {
    const byToken = new Map<number, Statement>();
    for (const statement of statements) {
      const { start, end } = statement.cue;
      for (let token = tokenAt(doc, start); token <= tokenAt(doc, end - 1); token++)
        if (!byToken.has(token)) byToken.set(token, statement);
    }
    cues.set(statements, byToken);
    known = byToken;
  }
  return known.get(clause.predicate);
}

/** The innermost statement that tells the beginning of a range. */
export function statementAround(scene: Scene, range: Range): Statement | undefined {
  const statement = scene.statements[tellingOf(scene)[tokenAt(scene.doc, range.start)]! - 1];
  return statement && toldBy(statement).some((told) => contains(told, range)) ? statement : undefined;
}

/** Whether the clause tells of an earlier time: a past perfect, or a word that says so before its content. */
export function isEarlier(scene: Scene, clause: Clause, contentStart: number): boolean {
  if (clause.tense === "past" && clause.aspect.startsWith("perfect")) return true;
  const before = scene.doc.text.slice(Math.min(clause.start, contentStart), contentStart).toLowerCase();
  return stanceLexicon().past.test(before);
}

const BEING =
  /\b(?:is|are|was|were|be|been|being|'s|’s|become|becomes|became|remain|remains|remained|stay|stays|seem|seems|seemed)\b/iu;

/** "Agron demands a truce" taken for a noun: what has an object and no form of "be" is a verb. */
export function isVerb(scene: Scene, clause: Clause): boolean {
  if (clause.nominal) return false;
  if (!clause.copular) return true;
  const before = scene.doc.text.slice(clause.start, scene.doc.start[clause.predicate]);
  return uposOf(scene.doc, clause.predicate) !== "ADJ" && clause.agents.length > 0 && !BEING.test(before);
}

/** Whether somebody has no name and stands for nobody: "people close to the talks" tell what others want. */
export function isUnnamed({ actors }: Scene, id: string): boolean {
  const actor = actors.find((candidate) => candidate.id === id);
  return actor?.kind === "unnamed" && actor.represents === undefined;
}

export function lemmaAt(scene: Scene, token: number): string {
  return lemmaOf(scene.doc, token).toLowerCase();
}
