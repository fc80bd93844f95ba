/** Words of names that say little about who bears them: data, own compilation from general knowledge. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Titles and forms of address before a person's name. */
export const HONORIFICS = words(
  "mr mrs ms miss dr sir dame lord lady gen col maj capt lt prof sheikh sheik shaykh prince princess king queen rev hon",
);

/** Particles of personal names: they come and go with the speller. */
export const PARTICLES = words(
  "al el ul ad as ash ar an bin ibn ben bint abu de da do dos das del della di du la le les van von der den ter ten zu af av na e y i the of",
);

/** Spellings of one legal form under one key; the key alone is compared, and weakly. */
export const LEGAL_FORMS: ReadonlyMap<string, string> = new Map(
  [
    "inc incorporated",
    "corp corporation",
    "co company companies compagnie cie",
    "ltd limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "ag aktiengesellschaft",
    "gmbh",
    "kg",
    "se",
    "sa",
    "spa",
    "srl",
    "sl",
    "bv",
    "nv",
    "bvba",
    "ab",
    "as",
    "oy oyj",
    "pt",
    "tbk",
    "pte",
    "pty",
    "ooo",
    "oao",
    "pao",
    "zao",
    "kk",
    "group gruppe grupo groupe",
    "holding holdings",
  ].flatMap((line) => line.split(" ").map((word, _, all) => [word, all[0]!] as const)),
);

/** Forms that are written as several words. */
export const LONG_FORMS: readonly (readonly [string, string])[] = [
  ["public limited company", "plc"],
  ["limited liability company", "llc"],
  ["limited liability partnership", "llp"],
  ["limited partnership", "lp"],
  ["gesellschaft mit beschrankter haftung", "gmbh"],
  ["societe anonyme", "sa"],
  ["sociedad anonima", "sa"],
  ["joint stock company", "jsc"],
  ["united states", "us"],
  ["united kingdom", "uk"],
  ["united nations", "un"],
  ["european union", "eu"],
];

/** Words that many organisations share: alike in these, two may yet be two. */
export const COMMON = words(
  "and of the for in national international global general state first bank banking financial finance capital insurance energy oil gas power steel motor motors electric electronics technologies technology systems solutions services service trust fund partners investment investments industries enterprises trading development management department ministry organization office agency council commission committee association union federal central royal american",
);
