/** "The commission", "the movement", "the rebels": bare words for what the text has named, where no reference was found. */
import { classBits, NAME_CLASSES } from "../../language/names/classes.ts";
import { fitsOf } from "../../language/references/descriptions.ts";
import type { Range } from "../../record/span.ts";
import { absorb, addRange, type Draft } from "./cast.ts";

const bitsOf = (names: readonly string[]): number =>
  names.reduce((bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)), 0);
const MOVEMENTS = bitsOf(["party", "group"]);
const OFFICES = bitsOf(["organisation", "body", "company", "outlet"]);
/** Who fights a government: a movement has a name. */
const REBELS =
  /^(?:rebels|insurgents|separatists|secessionists|guerrillas|militants|insurgency|rebellion|fighters|militiamen)$/;

/** Takes bare descriptions out of the cast that stand for somebody named in it; what they were is referred to there. */
export function withoutStandIns(text: string, cast: readonly Draft[]): Draft[] {
  const named = cast.filter(
    ({ kind, by }) =>
      by !== "description" && (kind === "organisation" || kind === "body" || kind === "group"),
  );
  const people = cast.filter(({ kind }) => kind === "person");
  return cast.filter((one) => {
    if (one.by !== "description" || one.kind === "person") return true;
    const stood = one.kind === "unnamed" ? officeHolder(text, one, people) : standsFor(text, one, named);
    if (stood === undefined) return true;
    for (const range of [...one.mentions, ...one.references]) addRange(stood.references, range);
    return false;
  });
}

/** Characters before a name in which its post stands. */
const POST_REACH = 80;

/** "The minister" after "the Minister of Trade and Government Spokesperson, Mr Odo Lund": whoever was named with that post last. */
function officeHolder(text: string, one: Draft, people: readonly Draft[]): Draft | undefined {
  if (one.name.includes(" ") || !isDefinite(text, one)) return undefined;
  const { start } = one.mentions[0]!;
  // "The minister of agriculture" is another.
  if (one.mentions.some(({ end }) => /^\s(?:of|for)\s/.test(text.slice(end, end + 6)))) return undefined;
  const post = one.name.toLowerCase();
  const holders = people.filter(({ mentions, roles }) =>
    mentions.some(
      (range) =>
        range.start < start &&
        (roles.some(({ title }) => title.toLowerCase().endsWith(post)) ||
          postBefore(text, range.start).toLowerCase().includes(post)),
    ),
  );
  return holders.length === 0 ? undefined : nearest(holders, one.mentions[0]!);
}

/** The words of the sentence right before a name. */
function postBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - POST_REACH), start);
  return before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ")) + 1);
}

/** "The members of the Harbour League", "the League's nine members": all of them together are the League. */
function wholeOf(text: string, one: Draft, named: readonly Draft[]): Draft | undefined {
  const isWhole = one.mentions.some(({ start, end }) => {
    const phrase = text.slice(start, end);
    return (
      /^the (?:\p{L}+ )?(?:members|countries|states|nations|governments) of the \p{Lu}/iu.test(phrase) ||
      /^the \p{Lu}.*['’]s? (?:\p{L}+ )?(?:members|countries|states)$/u.test(phrase)
    );
  });
  if (!isWhole) return undefined;
  const [range] = one.mentions;
  const held = named.filter(
    ({ kind, mentions }) =>
      kind !== "body" && mentions.some(({ start, end }) => start > range!.start && end <= range!.end),
  );
  return held.length === 1 ? held[0] : undefined;
}

function standsFor(text: string, one: Draft, named: readonly Draft[]): Draft | undefined {
  const whole = wholeOf(text, one, named);
  if (whole !== undefined) return whole;
  const words = one.name.toLowerCase().split(" ");
  const noun = words.at(-1)!;
  if (REBELS.test(noun)) {
    const movements = named.filter(isMovement);
    if (words.length === 1) return movements.length === 1 ? movements[0] : undefined;
    // "Sarvel rebels" beside "the Sarvel People's Front".
    return movements.find(({ name }) =>
      words.slice(0, -1).some((word) => name.toLowerCase().split(" ").includes(word)),
    );
  }
  // "The exiled government" is the one government with a name of its own.
  if (words.length === 2 && STYLED.test(words[0]!) && isDefinite(text, one)) {
    const ends = named.filter(({ name }) => name.toLowerCase().endsWith(` ${noun}`));
    return ends.length === 1 ? ends[0] : undefined;
  }
  if (words.length > 1) return undefined;
  // "His coalition" may be "the Dawn Coalition", "its party" is another than "the Front".
  const isOwn = !isDefinite(text, one);
  if (isOwn && !isOwned(text, one)) return undefined;
  const fits = isOwn ? new Set([noun]) : fitsOf(noun);
  if (fits === undefined) return undefined;
  const fitting = named.filter((other) =>
    other.name
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word) => fits.has(word)),
  );
  if (fitting.length > 0) return nearest(fitting, one.mentions[0]!);
  if (isOwn || !GENERIC.test(noun)) return undefined;
  const parties = named.filter(({ kind, entry }) => kind !== "body" && entry === undefined);
  const movements = parties.filter(({ name }) => (classBits(name.split(" ").at(-1)!) & MOVEMENTS) !== 0);
  return nearest(movements.length > 0 ? movements : parties, one.mentions[0]!);
}

/** How a text styles whoever rules only in name, or for a time. */
const STYLED = /^(?:exiled|rival|interim|provisional|transitional|breakaway|self-declared|parallel)$/;

/** Words for parties of any sort. */
const GENERIC = /^(?:bloc|movement|group|alliance|coalition|organisation|organization|party)$/;

function isDefinite(text: string, { mentions }: Draft): boolean {
  return mentions.some(({ start, end }) => /^the\s/i.test(text.slice(start, end)));
}

function isOwned(text: string, { mentions }: Draft): boolean {
  return mentions.some(({ start, end }) => /^(?:his|her|their)\s/i.test(text.slice(start, end)));
}

/** "The Dawn Brigades", "the Sons of the River"; no council, bank or union of states. */
function isMovement({ name, kind, entry }: Draft): boolean {
  const bits = classBits(name.split(" ").at(-1)!);
  if (kind === "body" || (entry !== undefined && (bits & MOVEMENTS) === 0)) return false;
  return (bits & MOVEMENTS) !== 0 || (bits & OFFICES) === 0;
}

/** Whoever was named last before, else first after. */
function nearest(fitting: readonly Draft[], { start }: Range): Draft | undefined {
  const distance = ({ mentions }: Draft): number =>
    Math.min(...mentions.map((range) => (range.start < start ? start - range.start : 1e6 + range.start)));
  return [...fitting].sort((a, b) => distance(a) - distance(b))[0];
}

/** "The inspectors" after "inspectors of the Atomic Office": one group, unless another of that noun stands nearer. */
export function withoutRepeats(text: string, cast: readonly Draft[]): Draft[] {
  const described = cast.filter(({ by, kind }) => by === "description" && kind !== "person");
  return cast.filter((one) => {
    if (!described.includes(one) || one.name.includes(" ") || !isDefinite(text, one)) return true;
    const fuller = described.filter(
      (other) => other !== one && headWord(text, other) === one.name.toLowerCase() && isBefore(other, one),
    );
    if (fuller.length === 0) return true;
    absorb(nearest(fuller, one.mentions[0]!)!, one);
    return false;
  });
}

const isBefore = (a: Draft, b: Draft): boolean => a.mentions[0]!.start < b.mentions[0]!.start;

/** The noun of a description: the last word of its shortest mention. */
function headWord(text: string, { mentions }: Draft): string {
  const [shortest] = [...mentions].sort((a, b) => a.end - a.start - (b.end - b.start));
  return text.slice(shortest!.start, shortest!.end).split(/\s+/).at(-1)!.toLowerCase();
}
