/** Names found in a text, before anybody asks whom they mean. */

/** Kinds as `record.md` uses them; `work` and `event` are found so that they are not taken for actors. */
export const NAME_KINDS = [
  "person",
  "organisation",
  "body",
  "state",
  "place",
  "group",
  "outlet",
  "work",
  "event",
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One occurrence of a name. Offsets are half-open UTF-16 code units. */
export interface Name {
  /** The bare name: "Vera Lindqvist" in "Belmark's Foreign Minister Vera Lindqvist said". */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** First token and one past the last. */
  readonly first: number;
  readonly last: number;
  /** Title or role words that stand with the name ("Belmark's Foreign Minister", ", the chief negotiator"), if any. */
  readonly title?: { readonly start: number; readonly end: number };
  /** Key into the gazetteer, where the name is listed: "state:FRA", "organisation:NATO", "city:3143244". */
  readonly entry?: string;
  /** How sure the recogniser is, 0..1. */
  readonly score: number;
}
