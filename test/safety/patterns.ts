/** Every regular expression of the sources, with where it stands. */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { type Node, parse } from "acorn";
import { check } from "recheck";

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `src/report/decode.ts:42` */
  readonly where: string;
}

/** The literals in the files below a folder; types are blanked, so that lines stay where they are. */
export function patternsIn(root: string): readonly Pattern[] {
  return globSync("src/**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith(".test.ts") && !file.endsWith(".d.ts"))
    .sort()
    .flatMap((file) => {
      const code = stripTypeScriptTypes(readFileSync(join(root, file), "utf8"));
      const tree = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
      return [...literals(tree)].map(({ regex, line }) => ({
        source: regex.pattern,
        flags: regex.flags,
        where: `${file}:${line}`,
      }));
    });
}

interface Literal {
  readonly regex: { readonly pattern: string; readonly flags: string };
  readonly line: number;
}

function* literals(node: Node): Generator<Literal> {
  const { regex, loc } = node as Node & { readonly regex?: Literal["regex"] };
  if (regex !== undefined) yield { regex, line: loc?.start.line ?? 0 };
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (typeof inner?.type === "string") yield* literals(inner as Node);
    }
  }
}

/** How the time that a pattern takes grows with the text; `unknown` where the checker gave up. */
export type Verdict = "linear" | "polynomial" | "exponential" | "unknown";

/** Milliseconds that the checker may take over one pattern. */
const PATIENCE = 20_000;

export async function verdictOn({ source, flags }: Pattern): Promise<Verdict> {
  const found = await check(source, flags, { timeout: PATIENCE });
  if (found.status === "unknown") return "unknown";
  const { type } = found.complexity;
  return type === "exponential" || type === "polynomial" ? type : "linear";
}

/** What a verdict is kept under: the pattern and its flags. */
export function keyOf({ source, flags }: Pattern): string {
  return createHash("sha256").update(`/${source}/${flags}`).digest("hex").slice(0, 16);
}
