/** From the arguments of a command to the reports that are to be read, one by one, out of whatever holds them. */
import { basename } from "node:path";
import type { Task } from "../read-many.ts";
import { type Diagnostic, UserError } from "../record/diagnostic.ts";
import { FIELDS, type FieldMap } from "../report/article/fields.ts";
import { type Given, readMeta } from "../report/meta.ts";
import { open } from "../report/open/open.ts";
import { checkedDate, textOf } from "./arguments.ts";
import { inputsOf } from "./inputs.ts";
import { progress } from "./progress.ts";

export interface TaskOptions {
  readonly meta?: string;
  readonly published: readonly string[];
  readonly map?: readonly string[];
  readonly quiet?: true;
}

/** A report with the name that it is read under. */
export type NamedTask = Task & { readonly options: { readonly file: string; readonly url?: string } };

/**
 * The reports that the arguments name, with what is known of each. A file that cannot be read costs no other.
 * @param say called with what could not be found or opened, and with what was passed over
 */
export async function* tasksOf(
  args: readonly string[],
  options: TaskOptions,
  say: (diagnostic: Diagnostic) => void,
  doing?: string,
): AsyncGenerator<NamedTask> {
  const { sources, diagnostics } = inputsOf(args);
  for (const diagnostic of diagnostics) say(diagnostic);
  const given = givenFacts(options);
  const map = fieldMap(options.map ?? []);
  const bar = progress(sources.length, options, doing);
  try {
    for (const source of sources) {
      try {
        for await (const { bytes, ...known } of open(source, { say, map })) {
          yield { bytes, options: { ...known, map, given: given(known.file) } };
        }
      } catch (error) {
        say(unreadable(source.file, error));
      }
      bar?.increment();
    }
  } finally {
    bar?.stop();
  }
}

/** @throws UserError where a pair names no field */
function fieldMap(pairs: readonly string[]): FieldMap {
  const entries = pairs.map((pair) => {
    const [name = "", path = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    const field = FIELDS.find((known) => known === name);
    if (field === undefined || path === "") {
      throw new UserError(`'${pair}' is not FIELD=PATH; the fields are ${FIELDS.join(", ")}`);
    }
    return [field, path] as const;
  });
  return Object.fromEntries(entries);
}

/** What the user says of each file, by full name and by bare name. */
function givenFacts(options: TaskOptions): (file: string) => Given {
  const facts = new Map<string, Given>(options.meta ? readMeta(textOf(options.meta), options.meta) : []);
  for (const pair of options.published) {
    const at = pair.lastIndexOf("=");
    if (at < 1) throw new UserError(`'${pair}' is not FILE=DATE`);
    const file = pair.slice(0, at);
    facts.set(file, { ...facts.get(file), published: checkedDate(pair.slice(at + 1)) });
  }
  return (file) => ({ ...facts.get(basename(file)), ...facts.get(file) });
}

function unreadable(file: string, error: unknown): Diagnostic {
  const reason =
    error instanceof Error && "code" in error ? `cannot be read (${String(error.code)})` : String(error);
  return { code: "unreadable", severity: "error", message: reason, where: { file } };
}
