/** Whom a person speaks for, by the words right beside the name: "the Brigades' political chief, Sami Oro", "Oro, who leads the League's team". */
import type { Range } from "../../record/span.ts";
import type { Draft } from "./cast.ts";

/** Characters before a name in which its post begins. */
const REACH = 80;
/** From the owner of a post to the name: "'s chief negotiator, ". */
const POST = /^['’]s?\s+(?:[\p{L}-]+\s+){0,4}[\p{L}-]+,?\s+$/u;
/** From "its" to the name: " defence secretary, ". */
const OWN_POST = /^\s+(?:[\p{L}-]+\s+){0,3}[\p{L}-]+,\s+$/u;
/** Behind a name, up to what the person leads. */
const LEADING =
  /^,\s+(?:who\s+(?:leads|heads|chairs|runs|represents|speaks\s+for)|(?:the\s+)?(?:leader|head|chief|chair|chairman|chairwoman|founder|commander)\s+of)\s+(?:the\s+)?/u;

/** Gives persons who speak for nobody yet the state, organisation or group that their post beside the name is of. */
export function addPostsBeside(text: string, cast: readonly Draft[]): void {
  const owners = cast.filter(({ kind }) => kind !== "person" && kind !== "outlet" && kind !== "unnamed");
  const names = endsAndStarts(owners, ({ mentions }) => mentions);
  const pronouns = endsAndStarts(owners, ({ references }) => references);
  for (const one of cast) {
    if (one.kind !== "person" || one.represents !== undefined) continue;
    for (const mention of one.mentions) {
      const owner = before(text, mention, names, pronouns) ?? behind(text, mention, names);
      if (owner === undefined) continue;
      one.represents = owner.represents ?? owner.name;
      break;
    }
  }
}

interface Places {
  readonly byEnd: ReadonlyMap<number, Draft>;
  readonly byStart: ReadonlyMap<number, Draft>;
}

function endsAndStarts(owners: readonly Draft[], of: (one: Draft) => readonly Range[]): Places {
  const places = owners.flatMap((one) => of(one).map((range) => ({ ...range, one })));
  return {
    byEnd: new Map(places.map(({ end, one }) => [end, one])),
    byStart: new Map(places.map(({ start, one }) => [start, one])),
  };
}

function before(text: string, { start }: Range, names: Places, pronouns: Places): Draft | undefined {
  for (let end = start - 2; end >= Math.max(0, start - REACH); end--) {
    const owner = names.byEnd.get(end);
    if (owner && POST.test(text.slice(end, start))) return owner;
    const own = pronouns.byEnd.get(end);
    if (
      own &&
      /\bits$/iu.test(text.slice(Math.max(0, end - 4), end)) &&
      OWN_POST.test(text.slice(end, start))
    )
      return own;
  }
  return undefined;
}

function behind(text: string, { end }: Range, names: Places): Draft | undefined {
  const lead = LEADING.exec(text.slice(end, end + REACH));
  if (lead === null) return undefined;
  const at = end + lead[0].length;
  return names.byStart.get(at) ?? names.byStart.get(at - "the ".length);
}
