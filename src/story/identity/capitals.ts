/**
 * Of which state a town is the capital, where reports say so: "Drell, the Lorvian capital", "Lorvia's capital, Drell".
 * A capital that acts does so for its state. Who is told beside whom shows nothing: talks are held in capitals of others.
 */
import { nameWords } from "../../compare/names.ts";
import type { Reading } from "../../record/reading.ts";
import { namedAmong, principalsOf } from "../principals.ts";

const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?";
/** A town and whose capital it is; `town` and `state` are named groups. */
const SAID: readonly RegExp[] = [
  new RegExp(`(?<town>${NAME}),? the (?<state>${NAME}) capital\\b`, "gu"),
  new RegExp(`(?<town>${NAME}),? (?:the )?capital of (?:the )?(?<state>${NAME})`, "gu"),
  new RegExp(`\\b(?<state>${NAME}) capital,? (?<town>${NAME})`, "gu"),
  new RegExp(`\\b[Tt]he capital of (?:the )?(?<state>${NAME}), (?<town>${NAME})`, "gu"),
];

const known = new WeakMap<Reading, ReadonlyMap<string, ReadonlySet<string>>>();

/** Towns of which a reading says whose capital they are: their name in plain letters, and the ids of the states. */
export function capitalsIn(reading: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(reading);
  if (before) return before;
  const states = new Set(reading.actors.flatMap(({ id, kind }) => (kind === "state" ? [id] : [])));
  const principals = principalsOf(reading).filter(({ id }) => states.has(id));
  const found = new Map<string, Set<string>>();
  for (const pattern of principals.length > 0 ? SAID : [])
    for (const { groups } of reading.report.text.matchAll(pattern)) {
      const town = nameWords(groups!.town!).join(" ");
      for (const id of namedAmong(principals, groups!.state!.replace(/['’]s$/, "")))
        if (!principals.some((one) => one.id === id && one.words.join(" ") === town))
          found.set(town, (found.get(town) ?? new Set()).add(id));
    }
  known.set(reading, found);
  return found;
}
