/**
 * HTML to a tree, in linear time and with a limit on depth. The tokenizer is htmlparser2's; the tree follows the HTML
 * standard's rules on optional and implied end tags (section 13.1.2.4) and is lenient with the rest. What is nested
 * deeper than the limit is hung on its last allowed ancestor, so that no later step can run out of stack.
 */
import { Tokenizer } from "htmlparser2";
import type { Element, Node } from "./element.ts";

export interface Page {
  readonly root: Element;
  /** True where elements were nested deeper than the limit. */
  readonly tooDeep: boolean;
}

interface Open extends Element {
  readonly children: Node[];
  /** Its end tag came while other elements were open in it. */
  ended?: true;
}

const DEEPEST = 250;
const VOID = words(
  "area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen",
);
const INLINE = words(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var nobr",
);
/** Block elements that end an open paragraph. */
const ENDS_PARAGRAPH = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul",
);
/** Elements whose end is implied by the start of certain siblings, and the elements that they do not reach out of. */
const IMPLIED: Readonly<
  Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { ends: words("li"), within: words("ul ol menu dir table") },
  dt: { ends: words("dt dd"), within: words("dl table") },
  dd: { ends: words("dt dd"), within: words("dl table") },
  tr: { ends: words("tr td th caption colgroup"), within: words("table tbody thead tfoot") },
  td: { ends: words("td th"), within: words("tr table") },
  th: { ends: words("td th"), within: words("tr table") },
  tbody: { ends: words("tbody thead tfoot tr td th caption colgroup"), within: words("table") },
  thead: { ends: words("tbody thead tfoot tr td th caption colgroup"), within: words("table") },
  tfoot: { ends: words("tbody thead tfoot tr td th caption colgroup"), within: words("table") },
  option: { ends: words("option"), within: words("select optgroup datalist") },
  optgroup: { ends: words("option optgroup"), within: words("select") },
  a: { ends: words("a"), within: words("td th table") },
  body: { ends: words("head"), within: words("html") },
};
/** An end tag does not reach out of these. */
const WALLS = words("td th table template button object");
const HEADINGS = words("h1 h2 h3 h4 h5 h6");

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** The tree of a page; any text is a page. */
export function parseHtml(source: string): Page {
  const builder = new Builder(source);
  const tokenizer = new Tokenizer({ decodeEntities: true, xmlMode: false }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return { root: builder.root, tooDeep: builder.tooDeep };
}

class Builder {
  readonly root: Open = { name: "#page", attributes: {}, parent: undefined, children: [] };
  tooDeep = false;
  private readonly source: string;
  private readonly stack: Open[] = [this.root];
  private name = "";
  private attributes: Record<string, string> = {};
  private attribute = "";
  private value = "";
  private text = "";
  /** Elements left out of the tree because of their depth and not ended yet. */
  private beyond: string[] = [];

  constructor(source: string) {
    this.source = source;
  }

  ontext(start: number, end: number): void {
    this.text += this.source.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    this.text += String.fromCodePoint(codepoint);
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (!Object.hasOwn(this.attributes, this.attribute)) this.attributes[this.attribute] = this.value;
  }

  onopentagend(): void {
    this.open(false);
  }

  onselfclosingtag(): void {
    // The slash means nothing in HTML; only in pictures drawn in SVG or formulas does it end the element.
    this.open(this.isForeign());
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).trim().toLowerCase();
    this.flush();
    if (this.beyond.length > 0) {
      const start = this.beyond.lastIndexOf(name, this.beyond.length - 1);
      if (start >= 0 && this.beyond.length - start < 20) this.beyond.length = start;
      return;
    }
    if (name === "br") this.append({ name, attributes: {}, parent: this.top, children: [] });
    else this.close(name);
  }

  onend(): void {
    this.flush();
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isForeign()) this.text += this.source.slice(start, end - offset);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  private get top(): Open {
    return this.stack.at(-1) ?? this.root;
  }

  private isForeign(): boolean {
    return this.stack.some(({ name }) => name === "svg" || name === "math");
  }

  private flush(): void {
    if (this.text === "") return;
    this.append({ text: this.text });
    this.text = "";
  }

  private append(node: Node): void {
    this.top.children.push(node);
  }

  private open(isEnded: boolean): void {
    this.flush();
    const { name } = this;
    this.endImplied(name);
    const element: Open = { name, attributes: this.attributes, parent: this.top, children: [] };
    if (VOID.has(name) || isEnded) {
      this.append(element);
      return;
    }
    if (this.stack.length >= DEEPEST) {
      this.tooDeep = true;
      if (this.beyond.length < 100_000) this.beyond.push(name);
      return;
    }
    this.append(element);
    this.stack.push(element);
  }

  /** Ends what the start of an element implies to have ended. */
  private endImplied(name: string): void {
    if (ENDS_PARAGRAPH.has(name)) this.endUpTo((open) => open === "p", WALLS);
    if (HEADINGS.has(name) && HEADINGS.has(this.top.name)) this.stack.pop();
    const implied = Object.hasOwn(IMPLIED, name) ? IMPLIED[name] : undefined;
    if (implied === undefined) return;
    const { ends, within } = implied;
    // The outermost of the elements that end, as a row ends with the cells in it.
    let cut = 0;
    for (let i = this.stack.length - 1; i > 0; i--) {
      const open = this.stack[i]?.name ?? "";
      if (within.has(open)) break;
      if (ends.has(open)) cut = i;
    }
    if (cut > 0) this.stack.length = cut;
  }

  /** Ends the nearest open element that a test takes, unless a wall stands between. */
  private endUpTo(isIt: (name: string) => boolean, walls: ReadonlySet<string>): boolean {
    for (let i = this.stack.length - 1; i > 0; i--) {
      const name = this.stack[i]?.name ?? "";
      if (isIt(name)) {
        this.stack.length = i;
        this.popEnded();
        return true;
      }
      if (walls.has(name)) return false;
    }
    return false;
  }

  private close(name: string): void {
    if (!INLINE.has(name)) {
      this.endUpTo(
        HEADINGS.has(name) ? (open) => HEADINGS.has(open) : (open) => open === name,
        wallsFor(name),
      );
      return;
    }
    // The end of an inline element does not end blocks inside it: it waits until they have ended.
    for (let i = this.stack.length - 1; i > 0; i--) {
      const open = this.stack[i];
      if (open === undefined || (WALLS.has(open.name) && open.name !== name)) return;
      if (open.name !== name || open.ended) continue;
      const hasBlocks = this.stack.slice(i + 1).some((inner) => !INLINE.has(inner.name));
      if (hasBlocks) open.ended = true;
      else this.stack.length = i;
      this.popEnded();
      return;
    }
  }

  private popEnded(): void {
    while (this.top.ended && this.stack.length > 1) this.stack.pop();
  }
}

/** The end of a table or of its parts reaches out of cells; that of anything else does not. */
function wallsFor(name: string): ReadonlySet<string> {
  if (name === "td" || name === "th") return words("table template");
  return /^(?:table|t(?:r|body|head|foot)|template|button|object)$/.test(name)
    ? words(name === "table" ? "template" : "table template")
    : WALLS;
}
