/** A page as a tree of elements and text: the least that extraction needs. */

export interface Text {
  readonly text: string;
}

export interface Element {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly children: readonly Node[];
}

export type Node = Element | Text;

export function isElement(node: Node): node is Element {
  return "name" in node;
}

/** Every element under a root, the root first, in document order. Trees are no deeper than the parser lets them be. */
export function* elementsOf(root: Element): Generator<Element> {
  const stack: Element[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child !== undefined && isElement(child)) stack.push(child);
    }
  }
}

/** All text under a node, as it stands in the source. */
export function textOf(node: Node): string {
  if (!isElement(node)) return node.text;
  let text = "";
  for (const child of node.children) text += textOf(child);
  return text;
}

/** The text with white space as a browser shows it. */
export function shownText(node: Node): string {
  return textOf(node).replace(/\s+/g, " ").trim();
}

/** The shown text of an element that holds no more than a line; `undefined` for a longer or an empty one. */
export function lineOf(element: Element, longest = 120): string | undefined {
  // Source text has more white space than is shown; an element with far more is not read to its end.
  const most = longest * 20;
  const stack: Node[] = [element];
  let text = "";
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) text += node.text;
    else if (node.children.length >= most) return undefined;
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Node);
    if (text.length >= most || stack.length >= most * 2) return undefined;
  }
  const shown = text.replace(/\s+/g, " ").trim();
  return shown !== "" && shown.length < longest ? shown : undefined;
}
