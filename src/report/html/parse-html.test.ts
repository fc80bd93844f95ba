import { describe, expect, test } from "vitest";
import { type Element, elementsOf, isElement } from "./element.ts";
import { parseHtml } from "./parse-html.ts";

/** A tree in one line: `p[one b[two]]`. */
function outline(element: Element): string {
  const inner = element.children
    .map((child) => (isElement(child) ? outline(child) : child.text.trim()))
    .filter((part) => part !== "");
  return element.name === "#page" ? inner.join(" ") : `${element.name}[${inner.join(" ")}]`;
}
const tree = (html: string): string => outline(parseHtml(html).root);

describe("ends that are implied", () => {
  test.each([
    ["<p>one<p>two", "p[one] p[two]"],
    ["<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul[li[a] li[b ul[li[c]]] li[d]]"],
    ["<table><tr><td>a<td>b<tr><td>c</table>d", "table[tr[td[a] td[b]] tr[td[c]]] d"],
    ["<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a] dd[b] dt[c]]"],
    ["<p>a<div>b</div>c", "p[a] div[b] c"],
    ["<h2>a<h3>b</h3>", "h2[a] h3[b]"],
    ["<a href=x>a<a href=y>b</a>", "a[a] a[b]"],
  ])("%s", (html, expected) => expect(tree(html)).toBe(expected));
});

describe("wrong nesting", () => {
  test.each([
    ["<div><b>a</div>b", "div[b[a]] b"],
    ["<a><div>b</a></div>c", "a[div[b]] c"],
    ["</div>a</p>", "a"],
    ["<table><tr><td>a</div>b</td></tr></table>", "table[tr[td[a b]]]"],
    ["<br/>a</br>", "br[] a br[]"],
  ])("%s", (html, expected) => expect(tree(html)).toBe(expected));
});

test("entities, attributes and scripts", () => {
  const { root } = parseHtml(
    `<p title='a &amp; "b"' Class=x class=y>&lt;&eacute;&#8212;</p><script>if (a < b) "</p>"</script>`,
  );
  const [, p, script] = [...elementsOf(root)];
  expect(p?.attributes).toEqual({ title: 'a & "b"', class: "x" });
  expect(p?.children).toEqual([{ text: "<é—" }]);
  expect(script?.children).toEqual([{ text: 'if (a < b) "</p>"' }]);
});

describe("hostile input", () => {
  test.each([
    ["a million nested tables", "<table><tr><td>".repeat(333_000)],
    ["a million ends", `<div>${"</b></p></table>".repeat(333_000)}`],
    ["open tags", "<a b".repeat(500_000)],
    ["attributes", `<p ${"a=b ".repeat(300_000)}>`],
    ["unclosed comments", "<!--".repeat(500_000)],
  ])(
    "%s",
    (_, html) => {
      const { root } = parseHtml(html);
      let deepest = 0;
      for (const element of elementsOf(root)) {
        let depth = 0;
        for (let at = element.parent; at !== undefined; at = at.parent) depth++;
        deepest = Math.max(deepest, depth);
        if (deepest > 300) break;
      }
      expect(deepest).toBeLessThan(300);
    },
    30_000,
  );
});
