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
    if (one.kind !== "person" || cast.some(({ name }) => name === one.represents)) continue;
    for (const mention of one.mentions) {
      const owner =
        ofPreviousSentence(text, mention, owners) ??
        within(text, mention, owners) ??
        before(text, mention, names, pronouns) ??
        behind(text, mention, names);
      if (owner === undefined) continue;
      one.represents = owner.represents ?? owner.name;
      break;
    }
  }
}

/** "Its envoy, Odo Lund": of whatever the sentence before begins with, or of the one that it tells of. */
function ofPreviousSentence(text: string, mention: Range, owners: readonly Draft[]): Draft | undefined {
  const at = text.lastIndexOf("Its ", mention.start);
  const isPost = at === mention.start || OWN_POST.test(text.slice(at + "Its".length, mention.start));
  if (at < 2 || mention.start - at > REACH || !isPost || !/[.?!]["”’']?\s+$/u.test(text.slice(at - 4, at)))
    return undefined;
  const end = text.slice(0, at).trimEnd().length;
  const floor = Math.max(0, end - LONGEST, text.lastIndexOf("\n", end - 1) + 1);
  const start = lastStop(text, floor, end - 2);
  const told = owners.flatMap((one) =>
    one.mentions.filter((range) => range.start >= start && range.end <= end).map((range) => ({ one, range })),
  );
  const opening = told.find(({ range }) => range.start - start < "The ".length + 1);
  const [first, another] = new Set(told.map(({ one }) => one));
  return opening?.one ?? (another === undefined ? first : undefined);
}

/** Characters of the longest sentence that is looked at. */
const LONGEST = 600;

/** Behind the last full stop between two offsets that a new sentence follows; the first offset where there is none. */
function lastStop(text: string, from: number, until: number): number {
  for (let i = until; i > from; i--)
    if (/[.?!]/u.test(text.charAt(i)) && /^["”’']?\s+\p{Lu}/u.test(text.slice(i + 1, i + 5)))
      return i + 1 + (/^\W*/u.exec(text.slice(i + 1, i + 5))?.[0].length ?? 0);
  return from;
}

/** "Orlo Guard commander Odo Lund", "President of the Republic of Agria, Odo Lund": the last name inside the title. */
function within(text: string, mention: Range, owners: readonly Draft[]): Draft | undefined {
  const name = text.slice(mention.start, mention.end).search(/\p{Lu}[\p{L}'’-]*\s+\p{Lu}[\p{L}'’-]*$/u);
  const end = name < 0 ? mention.start : mention.start + name;
  let found: Draft | undefined;
  let last = -1;
  for (const one of owners)
    for (const range of one.mentions)
      if (range.start >= mention.start && range.end < end && range.start > last) {
        last = range.start;
        found = one;
      }
  return found;
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
