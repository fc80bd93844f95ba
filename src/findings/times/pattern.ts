/**
 * Rules are written as patterns over the words of a scan and compiled here.
 *
 *   last|past the? WEEKDAY     a word in lower case stands for itself, `|` parts choices, `?` makes an element optional;
 *   MONTH DAY , YEAR           capitals name a kind of element (`elements.ts`), whose value the meaning may ask for;
 *   COUNT UNIT to? -? COUNT:b  a second element of a kind takes a name after a colon.
 */
import { ELEMENTS, type ElementName, type Found } from "./elements.ts";
import type { Meaning } from "./meaning.ts";
import { indexOf, type Scan, VOCABULARY } from "./scan.ts";

/** A place where a pattern fits, and what its elements found under the name of the kind or the name after the colon. */
export interface Match {
  readonly [element: Uppercase<string>]: Found | undefined;
  readonly scan: Scan;
  /** First token and one past the last. */
  readonly at: number;
  readonly end: number;
}

/** One row of a table of rules. */
export interface Rule {
  readonly name: string;
  readonly pattern: string;
  /** `undefined` where the words, all told, are no temporal expression. */
  readonly meaning: (match: Match) => Meaning | undefined;
  /** A phrase that the rule takes whole. */
  readonly example: string;
}

interface Step {
  readonly optional: boolean;
  /** Indices of words; empty for an element. */
  readonly words: ReadonlySet<number>;
  readonly element?: ElementName;
  readonly as: string;
}

export interface Compiled {
  readonly rule: Rule;
  readonly steps: readonly Step[];
}

export function compile(rule: Rule): Compiled {
  const steps = rule.pattern.split(" ").map((source): Step => {
    const optional = source.length > 1 && source.endsWith("?");
    const bare = optional ? source.slice(0, -1) : source;
    if (!/^[A-Z]/.test(bare)) {
      return {
        optional,
        words: new Set(bare === "|" ? [indexOf("|")] : bare.split("|").map(indexOf)),
        as: "",
      };
    }
    const [name = "", as = name] = bare.split(":");
    if (!(name in ELEMENTS)) throw new Error(`rule "${rule.name}": no element is called ${name}`);
    return { optional, words: new Set(), element: name as ElementName, as };
  });
  return { rule, steps };
}

/** For each word of the vocabulary the rules that may start with it, in the order of the table. */
export function indexByStart(rules: readonly Compiled[]): readonly (readonly Compiled[])[] {
  return VOCABULARY.map((word, index) =>
    rules.filter(({ steps }) => {
      for (const step of steps) {
        const starts =
          step.element === undefined ? step.words.has(index) : ELEMENTS[step.element].starts(word, index);
        if (starts) return true;
        if (!step.optional) return false;
      }
      return false;
    }),
  );
}

/** One past the last token that a rule takes from `at` on, or -1; `found` receives what its elements found. */
export function matchRule({ steps }: Compiled, scan: Scan, at: number, found: Record<string, Found>): number {
  return matchFrom(steps, 0, scan, at, found);
}

function matchFrom(
  steps: readonly Step[],
  index: number,
  scan: Scan,
  at: number,
  found: Record<string, Found>,
): number {
  const step = steps[index];
  if (step === undefined) return at;
  const next = at < scan.size ? matchStep(step, scan, at, found) : -1;
  if (next >= 0) {
    const end = matchFrom(steps, index + 1, scan, next, found);
    if (end >= 0) return end;
    delete found[step.as];
  }
  return step.optional ? matchFrom(steps, index + 1, scan, at, found) : -1;
}

function matchStep(step: Step, scan: Scan, at: number, found: Record<string, Found>): number {
  if (step.element === undefined) return step.words.has(scan.word[at] ?? 0) ? at + 1 : -1;
  const result = ELEMENTS[step.element].match(scan, at);
  if (result === undefined) return -1;
  found[step.as] = result.value;
  return result.end;
}
