/** Whom the actors of a reading speak for, as far as their own report says it. */
import { nameWords } from "../../compare/names.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reading } from "../../record/reading.ts";
import { namedAmong, type Principal, principalsOf } from "../principals.ts";

/** Whom an actor speaks for, by signature. */
export interface Backing {
  readonly represents: string | undefined;
  readonly named: readonly string[];
  /** Where nobody is named: capitalised words beside it that may name a side of which only other reports tell. */
  readonly hints: readonly string[];
}

/** States and organisations that the offices of an actor name; where none does, those in its own name. */
function namedBy(actor: Actor, principals: readonly Principal[]): string[] {
  const offices = officesOf(actor);
  const byOffice = offices.flatMap((office) => namedAmong(principals, office));
  const found =
    byOffice.length > 0 || actor.kind === "person" ? byOffice : namedAmong(principals, actor.name);
  return [...new Set(found)].filter((id) => id !== actor.id);
}

function officesOf({ roles }: Actor): string[] {
  return roles.flatMap(({ title, of }) => [...(of ? [of] : []), title]);
}

/** Characters beside a name in which its office may stand. */
const BESIDE = 60;
const OFFICE =
  /\b(?:ministers?|president|premier|chancellor|envoy|secretary|ambassador|leader|chief|king|queen|general|negotiator|counterpart|spokes\p{L}+|official)\b/iu;
/** Words in lower case of which the name of an office is made. */
const IN_OFFICE =
  /^(?:the|of|for|foreign|prime|defen[cs]e|interior|finance|trade|energy|transport|justice|former|deputy|acting|special|senior|outgoing|caretaker|chief|head|state|staff|affairs|political|ministers?|president|premier|chancellor|envoy|secretary|secretary-general|ambassador|leader|king|queen|general|negotiator|counterpart|commander|director|spokes\p{L}+|official)$/u;
/** "Ral Tenn of Lorvia", "Mr Tenn, Minister of Foreign Affairs of Lorvia". */
const BEHIND =
  /^(?:\s+of|,\s+(?:the\s+)?(?:Foreign|Prime|Defence|Defense)?\s*(?:Minister|President|Secretary|Chancellor|Envoy|Ambassador)(?:\s+(?:of|for)\s+(?:\p{Lu}\p{L}+\s)+?)?\s*of)\s+(?:the\s+)?(?:(?:Republic|Kingdom|Union|State)\s+of\s+)?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)/u;

/** The words of an office right before a name, "the Lorvian foreign minister" before "Ral Tenn". */
function officeBefore({ text }: Reading["report"], { start, text: name }: Actor["mentions"][number]): string {
  const beside = text.slice(Math.max(0, start - BESIDE), start);
  const before = beside.replace(/,\s*$/, "");
  // "Ostmark chief Odo Lund, Lorvian Premier Anna Brell": the name before the comma is another's.
  if (before !== beside && !OFFICE.test(/\S+$/.exec(before)?.[0] ?? "")) return "";
  const words = before
    .slice(before.search(/[^.,;:()“”"\n]*$/))
    .trim()
    .split(/\s+/)
    .slice(-5);
  const breaks = words.findLastIndex((word) => /^\p{Ll}/u.test(word) && !IN_OFFICE.test(word));
  const office = words.slice(breaks + 1).join(" ");
  // The title may be part of the mention: "Lorvian | Foreign Minister Tenn".
  return OFFICE.test(`${office} ${name}`) ? `${office} ${name}` : "";
}

/** Phrases beside the mentions of a person that may name its side. */
function phrasesBeside({ report }: Reading, { mentions, name }: Actor): string[] {
  const own = new Set(nameWords(name));
  return mentions.flatMap((mention) => {
    const before = officeBefore(report, mention)
      .split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word) && !own.has(nameWords(word)[0] ?? ""))
      .join(" ");
    const behind = BEHIND.exec(report.text.slice(mention.end, mention.end + BESIDE))?.[1];
    return [...(before ? [before] : []), ...(behind ? [behind] : [])];
  });
}

/** Titles, which are written large and name nobody. */
const TITLES =
  /^(?:prime|foreign|defence|defense|interior|deputy|vice|chief|special|minister|president|secretary|general|chancellor|premier|ambassador|envoy|leader|state|affairs|mr|mrs|ms|dr|the|king|queen|spokes\w+|counterpart)$/;

function hintsIn(phrases: readonly string[]): string[] {
  const words = phrases.flatMap((phrase) => phrase.match(/\p{Lu}[\p{L}’'-]{3,}/gu) ?? []);
  const plain = words.flatMap((word) => nameWords(word)[0] ?? []);
  return [...new Set(plain)].filter((word) => !TITLES.test(word));
}

/** Works out for every actor of a reading whom it speaks for. */
export function backingsOf(
  reading: Reading,
  signatures: ReadonlyMap<string, string>,
): (actor: Actor) => Backing {
  const principals = principalsOf(reading);
  return (actor) => {
    const represents = actor.represents && signatures.get(actor.represents.id);
    const byOffice = namedBy(actor, principals);
    if (actor.kind === "state" || actor.kind === "outlet" || represents || byOffice.length > 0)
      return { represents, named: byOffice.flatMap((id) => signatures.get(id) ?? []), hints: [] };
    const phrases = actor.kind === "person" ? phrasesBeside(reading, actor) : [actor.name];
    const found = new Set(phrases.flatMap((phrase) => namedAmong(principals, phrase)));
    found.delete(actor.id);
    const named = [...found].flatMap((id) => signatures.get(id) ?? []);
    return { represents, named, hints: named.length > 0 ? [] : hintsIn([...phrases, ...officesOf(actor)]) };
  };
}
