/** For tests of extractors: sentences with their expected findings, in plain files that anybody can extend. */
import { readFileSync } from "node:fs";
import { analyse } from "../language/analyse.ts";
import type { Actor } from "../record/actor.ts";
import type { Report } from "../record/report.ts";
import { spanAt } from "../record/span.ts";
import type { Statement } from "../record/statement.ts";
import { type Context, finding } from "./extractor.ts";
import { defaultAgenda } from "./settings.ts";
import { statements } from "./statements/statements.ts";

export interface Case {
  readonly sentence: string;
  readonly expected: readonly string[];
}

/** Cases of a file: a sentence, then a line with "= " for each finding, or "-" for none. */
export function readCases(file: URL): Case[] {
  const cases: { sentence: string; expected: string[] }[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (line.startsWith("= ")) cases.at(-1)?.expected.push(line.slice(2));
    else if (line !== "-") cases.push({ sentence: line, expected: [] });
  }
  return cases;
}

/** A cast for the cases: who is a state, who a person, and for whom they speak. */
const CAST = [
  { name: "Belmark", kind: "state" },
  { name: "Agron", kind: "state" },
  { name: "Kastro", kind: "person", represents: "Belmark" },
  { name: "Lindqvist", kind: "person", represents: "Agron" },
] as const;

export interface Stage {
  readonly context: Context;
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
}

/** A text as extractors see it, with the cast of the cases for actors. */
export function stageFor(text: string): Stage {
  const report: Report = {
    id: "0000000000000000",
    text,
    language: "en",
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    published: { basis: "unknown" },
    diagnostics: [],
  };
  const context: Context = { report, language: analyse(text), agenda: defaultAgenda(), aliases: [] };
  const made = new Map<string, Actor>();
  for (const { name, kind, ...rest } of CAST) {
    const mentions = [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))].map(({ index }) =>
      spanAt(text, index, index + name.length),
    );
    const [first] = mentions;
    if (first === undefined) continue;
    const principal = "represents" in rest ? made.get(rest.represents) : undefined;
    const references =
      kind === "state"
        ? [...text.matchAll(/\b[Ii]ts\b/g)]
            .map(({ index }) => spanAt(text, index, index + 3))
            .slice(0, made.size === 0 ? undefined : 0)
        : [];
    made.set(
      name,
      finding(context, "actors", [first], name, {
        kind,
        name,
        mentions,
        references,
        roles: [],
        ...(principal ? { represents: { id: principal.id, name: principal.name } } : {}),
        modality: "asserted",
        by: "cast",
        score: 1,
      }),
    );
  }
  const actors = [...made.values()];
  return { context, actors, statements: [...statements.extract(context, { actors, times: [] })] };
}
