/**
 * Rules are written as patterns over the words of a scan and compiled here.
 *
 *   last|past the? WEEKDAY     a word in lower case stands for itself, `|` parts choices, `?` makes an element optional;
 *   MONTH DAY , YEAR           capitals name a kind of element (`elements.ts`), whose value the meaning may ask for;
 *   COUNT UNIT to? -? COUNT:b  a second element of a kind takes a name after a colon.
 */
import { ELEMENTS, type Element, type ElementName, type Found } from "./elements.ts";
import type { Meaning } from "./meaning.ts";
import { indexOf, type Scan, VOCABULARY } from "./scan.ts";
import type { Word } from "./words.ts";

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

/** The rules that may fit where two words stand, in the order of the table; worked out once for each pair. */
export class RuleIndex<R extends Compiled> {
  readonly #rules: readonly R[];
  readonly #pairs = new Map<number, readonly R[]>();
  readonly #starts: readonly boolean[];

  constructor(rules: readonly R[]) {
    this.#rules = rules;
    this.#starts = VOCABULARY.map((_, word) => rules.some(({ steps }) => mayFit(steps, 0, [word])));
  }

  /** @param first index of the word at hand, @param second of the one after it */
  rulesAt(first: number, second: number): readonly R[] {
    if (!this.#starts[first]) return NO_RULES;
    const key = first * VOCABULARY.length + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const rules = this.#rules.filter(({ steps }) => mayFit(steps, 0, [first, second]));
    this.#pairs.set(key, rules);
    return rules;
  }
}

const NO_RULES: readonly never[] = [];

/** Whether steps from `index` on may take the words; false only where they surely cannot. */
function mayFit(steps: readonly Step[], index: number, words: readonly number[]): boolean {
  const [word, ...rest] = words;
  const step = steps[index];
  if (word === undefined || step === undefined) return true;
  if (step.optional && mayFit(steps, index + 1, words)) return true;
  if (step.element === undefined) return step.words.has(word) && mayFit(steps, index + 1, rest);
  const element: Element = ELEMENTS[step.element];
  if (!element.starts(VOCABULARY[word] ?? OTHER_WORD, word)) return false;
  const [next] = rest;
  const goesOn = next === undefined || (element.continues?.(VOCABULARY[next] ?? OTHER_WORD, next) ?? true);
  return goesOn || mayFit(steps, index + 1, rest);
}

const OTHER_WORD: Word = { text: "" };

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
