/** Where an element stands: how far above it the elements are that tell what it belongs to. */
import lexicon from "../../../data/lexicon/page-classes.json" with { type: "json" };
import type { Element } from "./element.ts";

type Group = keyof typeof lexicon.groups;
const GROUPS = Object.keys(lexicon.groups) as Group[];
const ANCESTORS = [
  "article",
  "main",
  "aside",
  "nav",
  "footer",
  "header",
  "form",
  "figure",
  "li",
  "table",
  "blockquote",
  "section",
];

export const PLACE_FEATURES = [
  ...ANCESTORS.map((name) => `in ${name}`),
  ...GROUPS.map((group) => `class ${group}`),
  "articleBodyProp",
  "depth",
];

/** Levels to an ancestor that is not there. */
const FAR = 30;
/** A class speaks for what stands at most so many levels below it. */
const REACH = 12;
const DEEPEST = 60;
const BODY_PROP = ANCESTORS.length + GROUPS.length;
const DEPTH = BODY_PROP + 1;

const GROUP_OF: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap((group, g) => lexicon.groups[group].map((word) => [word, g] as const)),
);

/** Levels up to the nearest ancestor of each kind, for the elements of one page; every element is looked at once. */
export class TreePlaces {
  private readonly places = new Map<Element, Uint8Array>();
  private readonly groups = new Map<string, number>();

  /** The features of an element, in the order of `PLACE_FEATURES`. */
  of(element: Element): Uint8Array {
    const known = this.places.get(element);
    if (known !== undefined) return known;
    const above = element.parent === undefined ? undefined : this.of(element.parent);
    const place = new Uint8Array(DEPTH + 1);
    for (let i = 0; i < DEPTH; i++) place[i] = Math.min(FAR, (above?.[i] ?? FAR) + 1);
    for (let i = ANCESTORS.length; i < BODY_PROP; i++) if ((place[i] as number) >= REACH) place[i] = FAR;
    const ancestor = ANCESTORS.indexOf(element.name);
    if (ancestor >= 0) place[ancestor] = 0;
    const groups = this.groupsOf(element);
    for (let g = 0; g < GROUPS.length; g++) if ((groups >> g) & 1) place[ANCESTORS.length + g] = 0;
    if (/articlebody/i.test(element.attributes.itemprop ?? "")) place[BODY_PROP] = 0;
    place[DEPTH] = Math.min(DEEPEST, (above?.[DEPTH] ?? 0) + 1);
    this.places.set(element, place);
    return place;
  }

  /** The groups that the words in an element's class, id, role and the like belong to, one bit a group. */
  private groupsOf({ attributes }: Element): number {
    const names = namesIn(attributes);
    if (names === "") return 0;
    const known = this.groups.get(names);
    if (known !== undefined) return known;
    let bits = 0;
    for (const [word] of names.matchAll(/[A-Z]?[a-z]+|[A-Z]+/g)) {
      const group = GROUP_OF.get(word.toLowerCase());
      if (group !== undefined) bits |= 1 << group;
    }
    this.groups.set(names, bits);
    return bits;
  }
}

const TELLING = ["class", "id", "role", "itemprop", "data-component", "data-testid"];
const LONGEST = 300;

function namesIn(attributes: Element["attributes"]): string {
  let names = "";
  for (const key of TELLING) {
    const value = attributes[key];
    if (value !== undefined) names += `${value} `;
  }
  return names.slice(0, LONGEST);
}
