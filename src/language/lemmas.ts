/** Lemmas: a list of exceptions learnt from treebanks first, then endings by Penn tag. */
import { FOLD } from "../text/characters.ts";

export interface LemmaModel {
  /** `TAG form` → lemma, where the endings would give another. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Base forms of verbs, singulars of nouns and positives that were seen. */
  readonly bases: ReadonlySet<string>;
}

/** Tags whose lemma keeps its capitals. */
const PROPER = new Set(["NNP", "NNPS"]);
/** Clitics that lost their apostrophe or stand with it, by tag. */
const CLITICS: ReadonlyMap<string, string> = new Map([
  ["VBZ s", "be"],
  ["VBP m", "be"],
  ["VBP re", "be"],
  ["VBP ve", "have"],
  ["MD ll", "will"],
  ["MD d", "would"],
  ["POS s", "'s"],
]);
/** Longer tokens are their own lemma. */
const LONGEST = 48;

function fold(word: string, keepCase: boolean): string {
  let out = "";
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const folded = FOLD[code]!;
    if (folded === 0) continue;
    out += String.fromCharCode(keepCase && folded !== 39 && folded !== 34 && folded !== 45 ? code : folded);
  }
  return out;
}

/** Lemma of a word as it stands in the text, given its Penn tag. */
export function lemmatise(model: LemmaModel, word: string, xpos: string): string {
  if (word.length > LONGEST) return word;
  const low = fold(word, false);
  const exception = model.exceptions.get(`${xpos} ${low}`) ?? CLITICS.get(`${xpos} ${low}`);
  if (exception !== undefined) return isCutShort(model, low, exception) ? `${exception}e` : exception;
  const irregular = /^VB[DN]$/.test(xpos) && !low.endsWith("ed") ? prefixed(model, low, xpos) : undefined;
  if (irregular !== undefined) return irregular;
  if (PROPER.has(xpos)) return xpos === "NNPS" ? singular(model, fold(word, true)) : fold(word, true);
  return byEnding(model, low, xpos);
}

/** A treebank may have "fre" for "freed": no base form, where one with e is known. */
function isCutShort({ bases }: LemmaModel, low: string, lemma: string): boolean {
  return low === `${lemma}ed` && !bases.has(lemma) && bases.has(`${lemma}e`);
}

/** "underwent" by way of "went". */
function prefixed(model: LemmaModel, low: string, xpos: string): string | undefined {
  const prefix = PREFIX.exec(low)?.[0];
  const rest = prefix && model.exceptions.get(`${xpos} ${low.slice(prefix.length)}`);
  return rest && prefix + rest;
}

/** Lemma of a folded word without the list of exceptions. */
export function byEnding(model: LemmaModel, low: string, xpos: string): string {
  switch (xpos) {
    case "NNS":
    case "NNPS":
      return singular(model, low);
    case "VBZ":
      return /[^aeiou]ises$/.test(low) ? low.slice(0, -1) : thirdPerson(model, low);
    case "VBD":
    case "VBN":
      return low.endsWith("ied") && low.length > 4
        ? `${low.slice(0, -3)}y`
        : low.endsWith("ed")
          ? stemmed(model, low, 2)
          : low;
    case "VBG":
      return low.endsWith("ing") && low.length > 4 ? stemmed(model, low, 3) : low;
    case "JJR":
    case "RBR":
      return low.endsWith("ier") ? `${low.slice(0, -3)}y` : low.endsWith("er") ? stemmed(model, low, 2) : low;
    case "JJS":
    case "RBS":
      return low.endsWith("iest")
        ? `${low.slice(0, -4)}y`
        : low.endsWith("est")
          ? stemmed(model, low, 3)
          : low;
    default:
      return low;
  }
}

function singular(model: LemmaModel, low: string): string {
  if (!low.endsWith("s") || low.length < 3 || low.endsWith("ss") || low.endsWith("us") || low.endsWith("is"))
    return low;
  if (low === "series" || low === "species") return low;
  if (low.endsWith("ies") && low.length > 4) return `${low.slice(0, -3)}y`;
  return thirdPerson(model, low);
}

function thirdPerson(model: LemmaModel, low: string): string {
  if (!low.endsWith("s") || low.length < 3) return low;
  if (low.endsWith("ies") && low.length > 4) return `${low.slice(0, -3)}y`;
  if (model.bases.has(low.slice(0, -1))) return low.slice(0, -1);
  if (
    /(?:ss|x|[cs]h|zz|[^aeiou]o)es$/.test(low) ||
    (low.endsWith("ses") && model.bases.has(low.slice(0, -2)))
  ) {
    return low.slice(0, -2);
  }
  return low.slice(0, -1);
}

/** Prefixes of verbs whose base may be known without them. */
const PREFIX = /^(?:under|re|un|over|out|mis|dis|de|co|with|fore|up)(?=[a-z]{3})/;

/** Verbs of news that the treebanks do not show, with endings that would give another base. */
const UNSEEN: ReadonlySet<string> = new Set(
  "accede adhere airdrop avenge brag cede coalesce converge convene countenance decree delineate denounce deplore deride dissuade divulge drone drum enforce espouse evade expedite expel extradite forge gauge gazette hinge hone hurl implore infringe intercede intervene intone kidnap lambaste mine mortar murmur nudge oversee pierce pounce precede rape recede reconvene refer reinforce renounce reunite ridge ridicule rile route sever shelve shun slam soothe spell stockpile supersede surcharge unite".split(
    " ",
  ),
);

function isBase(model: LemmaModel, word: string): boolean {
  return model.bases.has(word) || UNSEEN.has(word);
}

/** "planning" → plan, "making" → make: the stem, bare, with e, or with its last consonant single. */
function stemmed(model: LemmaModel, low: string, ending: number): string {
  const bare = low.slice(0, -ending);
  const long = `${bare}e`;
  const isDouble = bare.length > 2 && bare.at(-1) === bare.at(-2);
  const short = bare.slice(0, -1);
  const prefix = PREFIX.exec(bare)?.[0];
  if (prefix !== undefined && !isBase(model, bare) && !isBase(model, long)) {
    const rest = stemmed(model, low.slice(prefix.length), ending);
    if (isBase(model, rest)) return prefix + rest;
  }
  // "emphasised" is no form of "emphasis": no verb ends like that.
  if (bare.endsWith("is") && bare.length > 4) return long;
  if (isBase(model, bare) && !(isDouble && isBase(model, short))) return bare;
  if (isDouble && isBase(model, short)) return short;
  if (isBase(model, long)) return long;
  if (isDouble) return /[lsfz]$/.test(bare) ? bare : short;
  if (/(?:[cvu]|[^aeiou][aeiou]d|[^aeiou]ul|plor|gnor|dor|stor)$/.test(bare)) return long;
  if (
    /(?:[^aeiou][aiou][tvrnkcpdm]|[cvuzgs]|[^aeiou]l|at|ur|ir|in)$/.test(bare) &&
    !/(?:ng|[ws]s|ain|oin|en|on|er|or|el|al|it|ow|[aeo][aeou].|nt|ct|rt|st|[^aeiou][^aeiouslz])$/.test(bare)
  )
    return long;
  return bare;
}
