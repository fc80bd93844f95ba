/** What a user may replace: the agenda of issues and the list of aliases. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Agenda, agendaSchema } from "../record/agenda.ts";
import { UserError } from "../record/diagnostic.ts";
import type { Aliases } from "./extractor.ts";

const aliasesSchema = z.array(z.tuple([z.string()], z.string()));

function checked<T>(text: string, file: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    throw new UserError(`${file}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new UserError(
    `${file}: ${first?.path.join(".") ?? ""}: ${first?.message ?? "not of the right form"}`,
  );
}

/**
 * The agenda in a YAML or JSON text.
 * @throws UserError naming the file and the entry that is wrong
 */
export function loadAgenda(text: string, file: string): Agenda {
  const agenda = checked(text, file, agendaSchema);
  return agenda.some((issue) => issue.name === "other")
    ? agenda
    : [...agenda, { name: "other", definition: "What fits none of the issues above.", terms: [] }];
}

/**
 * The aliases in a YAML or JSON text: a list of lists, the name to show first.
 * @throws UserError naming the file and the entry that is wrong
 */
export function loadAliases(text: string, file: string): Aliases {
  return checked(text, file, aliasesSchema);
}

const SHIPPED = new URL("../../data/agenda.yaml", import.meta.url);
let shipped: Agenda | undefined;

/** The agenda that ships: `data/agenda.yaml`. */
export function defaultAgenda(): Agenda {
  shipped ??= loadAgenda(readFileSync(SHIPPED, "utf8"), "data/agenda.yaml");
  return shipped;
}
