/** What is merged: an actor or a place of one reading, and the keys under which its like is looked for. */
import { nameWords, skeleton } from "../../compare/names.ts";
import type { Actor } from "../../record/actor.ts";
import type { Place } from "../../record/place.ts";
import type { Reading } from "../../record/reading.ts";

export interface Item {
  readonly of: "actor" | "place";
  readonly report: string;
  readonly finding: Actor | Place;
}

export function itemsOf(readings: readonly Reading[]): Item[] {
  return readings.flatMap(({ report, actors, places }) => [
    ...actors.map((finding): Item => ({ of: "actor", report: report.id, finding })),
    ...places.map((finding): Item => ({ of: "place", report: report.id, finding })),
  ]);
}

/** Names of persons as far as they are the person's own: "Ral Tenn of Lorvia" is kept under Tenn. */
export function ownWords({ of, finding }: Item): readonly string[] {
  const isPerson = of === "actor" && finding.kind === "person";
  return nameWords(isPerson ? finding.name.replace(/(?<=\S)\s+(?:of|from)\s.*$/, "") : finding.name);
}

/** Person names fold to the last word, others to all words and to their initials. */
export function blockKeys(item: Item): string[] {
  const { of, finding } = item;
  const keys: string[] = finding.entry ? [`entry ${finding.entry}`] : [];
  const words = ownWords(item);
  const last = words.at(-1);
  if (last === undefined) return keys;
  // The adjective of a state begins as its name does.
  if (of === "actor" && words.length === 1 && last.length >= 4) keys.push(`root ${last.slice(0, 4)}`);
  if (of === "actor" && finding.kind === "person") {
    // A slip may stand anywhere in the last name, so first names are a key too.
    return [
      ...keys,
      `name ${words.map(skeleton).join(" ")}`,
      `last ${skeleton(last)}`,
      ...(words.length > 1 ? [`first ${skeleton(words[0]!)}`] : []),
    ];
  }
  const initials = words.map((word) => word[0]).join("");
  return [
    ...keys,
    `name ${words.map(skeleton).join(" ")}`,
    `initials ${words.length === 1 ? last : initials}`,
  ];
}

/** Items that nothing tells apart: of one kind, entry and spelling. What has no name of its own stands for itself. */
export function signatureOf({ of, finding }: Item): string {
  const isNameless = finding.kind === "unnamed" || nameWords(finding.name).length === 0;
  return JSON.stringify([
    finding.entry ?? "~",
    of,
    finding.kind,
    finding.name,
    ...(isNameless ? [finding.id] : []),
  ]);
}

/** Offices as they are compared: the last word of the title, and whose it is. */
export function officesOf({ finding }: Item): string[] {
  if (!("roles" in finding)) return [];
  return finding.roles.map(
    ({ title, of }) => `${title.toLowerCase().split(" ").at(-1)} ${(of ?? "").toLowerCase()}`,
  );
}
