/** Names as words in plain letters, whatever their script. */
import anyAscii from "any-ascii";
import { HONORIFICS, LEGAL_FORMS, LONG_FORMS } from "./forms.ts";

/** Lower-case plain letters; marks inside a word fall away, all others part words. */
export function plainText(name: string): string {
  return anyAscii(name.normalize("NFC"))
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’‘`ʼ]/g, "")
    .replace(/\b((?:[a-z]\.)+[a-z]?)(?![a-z])/g, (initials) => initials.replaceAll(".", ""))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Words of a person's name, given name first: "Last, First" is turned round. */
export function personWords(name: string): readonly string[] {
  const [last, first, ...rest] = name.split(/[,،]/);
  const turned = first !== undefined && rest.length === 0 && first.trim() !== "" ? `${first} ${last}` : name;
  const all = plainText(turned).split(" ").filter(Boolean);
  const bare = all.filter((word) => !HONORIFICS.has(word));
  return bare.length > 0 ? bare : all;
}

export interface OrganisationWords {
  /** Everything but legal forms, articles left out. */
  readonly core: readonly string[];
  /** Legal forms, each by its key. */
  readonly forms: ReadonlySet<string>;
}

export function organisationWords(name: string): OrganisationWords {
  const text = LONG_FORMS.reduce(
    (plain, [long, short]) => plain.replace(new RegExp(`\\b${long}\\b`, "g"), short),
    plainText(name),
  );
  const all = text.split(" ").filter((word) => word !== "" && word !== "the" && word !== "and");
  const core = all
    .filter((word) => !LEGAL_FORMS.has(word))
    .map((word) => word.replace(/is(e|ation|ing)/, "iz$1"));
  const forms = new Set(all.flatMap((word) => LEGAL_FORMS.get(word) ?? []));
  return { core: core.length > 0 ? core : all, forms };
}

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|sch|sh|ch|zh|dzh|dj/g, "s"],
  [/kh|gh|q|ck|c|g|x/g, "k"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/ts|tz|z|j(?=[aeiou])/g, "s"],
  [/[yj]/g, "i"],
  [/ou|oo|o/g, "u"],
  [/ae|ee|e/g, "i"],
  [/h/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A key that spellings of one name share across romanisations. */
export function skeleton(word: string): string {
  const key = FOLDS.reduce((text, [from, to]) => text.replace(from, to), word);
  return key.replace(/i+$/, "") || key;
}
