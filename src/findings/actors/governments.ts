/** "His government", "the government of Norvia": what a state acts through is the state, not an actor beside it. */
import { addRange, type Draft } from "./cast.ts";
import type { Bearer } from "./roles.ts";

/** Takes the governments out of the cast whose state is in it; what they were is referred to there. */
export function withoutGovernments(text: string, cast: readonly Draft[], bearer: Bearer): Draft[] {
  const byName = new Map(cast.map((one) => [one.name, one]));
  return cast.filter((one) => {
    if (one.by !== "description" || one.kind !== "body" || !GOVERNMENT.test(one.name)) return true;
    const state = byName.get(stateOf(text, one, cast, bearer) ?? "");
    if (state === undefined || state === one || !/^(?:state|organisation|body)$/.test(state.kind))
      return true;
    for (const range of [...one.mentions, ...one.references]) addRange(state.references, range);
    return false;
  });
}

/** The noun itself, with the state behind it at most. */
const GOVERNMENT = /\bgovernment(?: of (?:the )?\p{Lu}\S*(?: \p{Lu}\S*)*)?$/iu;

/** Whose government it is: a state's by name or adjective, else that of the person or thing it belongs to. */
function stateOf(text: string, one: Draft, cast: readonly Draft[], bearer: Bearer): string | undefined {
  if (one.represents !== undefined) return one.represents;
  const [, named] = /\bof (?:the )?(\p{Lu}.*)$/u.exec(one.name) ?? [];
  if (named !== undefined) return bearer(named);
  const owners = one.mentions.flatMap((range) => {
    const phrase = text.slice(range.start, range.end);
    const [pronoun] = /^(?:his|her|its|their)\b/i.exec(phrase) ?? [];
    return cast.filter(
      (other) =>
        other !== one &&
        (pronoun === undefined
          ? other.mentions.some(({ start, end }) => start >= range.start && end < range.end)
          : other.references.some(
              ({ start, end }) => start === range.start && end === start + pronoun.length,
            )),
    );
  });
  const [known, another] = new Set(owners);
  if (another !== undefined) return undefined;
  const owner = known ?? personBefore(text, one, cast);
  if (owner === undefined) return undefined;
  return owner.kind === "person" || owner.kind === "unnamed" ? owner.represents : owner.name;
}

/** Characters in which somebody is named before "his" or "her". */
const REACH = 300;

/** Whom "his" and "her" mean where no reference was found: the person named last, in the same paragraph. */
function personBefore(text: string, one: Draft, cast: readonly Draft[]): Draft | undefined {
  const { start } = one.mentions[0]!;
  if (!/^(?:his|her)\b/i.test(text.slice(start, start + 4))) return undefined;
  const floor = Math.max(start - REACH, text.lastIndexOf("\n", start));
  let last = floor;
  let found: Draft | undefined;
  for (const other of cast) {
    if (other.kind !== "person") continue;
    for (const range of [...other.mentions, ...other.references])
      if (range.start > last && range.end <= start) {
        last = range.start;
        found = other;
      }
  }
  return found;
}
