import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/**
 * The largest reference pages have some thousand rows of a table, with ten elements each, a few dozen levels deep.
 * Unclosed tags make a parser's work grow with the square of its input, so it is stopped while it parses.
 */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 300_000;

/** Thrown by `parseHtml` for input that no documentation page looks like. */
export class HtmlTooComplex extends Error {
  override readonly name = "HtmlTooComplex";
}

/** The tree of an HTML page, at most `MAX_DEPTH` deep. */
export function parseHtml(html: string): ParentNode {
  let depth = 0;
  let elements = 0;
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        depth += 1;
        elements += 1;
        if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) throw new HtmlTooComplex();
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
}

export function isElement(node: Node | ParentNode): node is Element {
  return "tagName" in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

export function attribute(element: Element, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

export function classesOf(element: Element): readonly string[] {
  const value = attribute(element, "class");
  return value === undefined ? [] : value.split(/\s+/).filter(Boolean);
}

export function hasClass(element: Element, name: string): boolean {
  return attribute(element, "class")?.includes(name) === true && classesOf(element).includes(name);
}

/** Elements of the tree in the order of the page. Not recursive: the tree may be of any shape. */
export function* walkElements(root: ParentNode): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child) stack.push(child);
    }
  }
}

/** All text below a node, as it stands, without what `skip` names. */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (isText(node)) return node.value;
  if (!isElement(node) || skip(node)) return "";
  const parts: string[] = [];
  for (const child of node.childNodes) parts.push(textOf(child, skip));
  return parts.join("");
}
