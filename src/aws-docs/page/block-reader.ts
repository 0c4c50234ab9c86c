import { cleanText } from "./clean-text.ts";
import { type Block, type Definition, type ListItem, noText, type Text } from "./document.ts";
import {
  attribute,
  classesOf,
  type Element,
  hasClass,
  isElement,
  isText,
  type Node,
  textOf,
  walkElements,
} from "./html-tree.ts";
import { codeSpan, InlineWriter } from "./inline-writer.ts";
import { isFurniture } from "./page-furniture.ts";
import { readTable } from "./read-table.ts";

/** Where on the page a run of nodes stands. */
interface Place {
  /** Headings below lists, notes, cells and definitions are labels: they begin no section of the page. */
  readonly nested: boolean;
}

const BLOCK_TAGS = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr legend li main ol p pre search section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const EMPHASIS = new Map([
  ["b", "**"],
  ["strong", "**"],
  ["i", "*"],
  ["em", "*"],
]);
const CODE_TAGS = new Set(["code", "tt", "kbd", "samp", "var"]);
const MAX_LINK_CHARS = 2000;

/** Turns the content of an HTML page into blocks. One reader serves one page. */
export class BlockReader {
  readonly #base: string;
  /** Ids of elements that have no text of their own: they belong to the next block. */
  #pending: string[] = [];
  readonly #labels = new Map<string, Text>();
  readonly #blocky = new Map<Element, boolean>();

  constructor(base: string) {
    this.#base = base;
  }

  read(root: Element): readonly Block[] {
    return this.#blocks(root.childNodes, { nested: false });
  }

  /** Blocks below an element that stands within another block: a cell, an item, a note. */
  readNested(element: Element): readonly Block[] {
    return this.#blocks(element.childNodes, { nested: true });
  }

  /** The element's own words, in one run. */
  readInline(element: Element): Text {
    const writer = new InlineWriter();
    this.#inline(element.childNodes, writer, []);
    return writer.finish();
  }

  #blocks(nodes: readonly Node[], place: Place): Block[] {
    const blocks: Block[] = [];
    let writer = new InlineWriter();
    let ids: string[] = [];
    const flush = () => {
      const text = writer.finish();
      if (text.md === "") this.#pending.push(...ids);
      else blocks.push({ kind: "paragraph", anchors: this.#take(ids), text });
      writer = new InlineWriter();
      ids = [];
    };
    for (const node of nodes) {
      if (isElement(node) && isFurniture(node)) continue;
      if (isElement(node) && this.#isBlock(node)) {
        flush();
        append(blocks, this.#block(node, place));
      } else this.#inline([node], writer, ids);
    }
    flush();
    return blocks;
  }

  #block(element: Element, place: Place): readonly Block[] {
    const special = this.#special(element, place);
    if (special) return special;
    switch (element.tagName) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.#heading(element, place);
      case "pre":
        return this.#code(element);
      case "ul":
      case "ol":
        return this.#list(element);
      case "dl":
        return this.#definitions(element);
      case "table":
        return [readTable(element, this, this.#take(idsOf(element)))];
      case "blockquote":
        return this.#note(element, "", () => false);
      case "details":
        return this.#details(element, place);
      case "hr":
        return [];
      default:
        this.#pending.push(...idsOf(element));
        return this.#blocks(element.childNodes, place);
    }
  }

  /** The site's own components, and Sphinx's. */
  #special(element: Element, place: Place): readonly Block[] | undefined {
    const { tagName } = element;
    if (tagName === "awsdocs-tabs") return this.#tabs(element, place);
    if (tagName.endsWith("-expandable-section"))
      return this.#group("expandable", element, plainText(attribute(element, "header") ?? ""), place);
    if (element.attrs.length === 0) return undefined;
    const role = attribute(element, "role");
    if (role === "tablist") return this.#tabLabels(element);
    if (role === "tabpanel") return this.#tabPanel(element, place);
    const classes = classesOf(element);
    if (classes.includes("awsdocs-note") || classes.includes("admonition")) {
      const title = childWith(element, ["awsdocs-note-title", "admonition-title"]);
      const label = title ? cleanText(textOf(title)).trim().replace(/\s+/g, " ") : "Note";
      return this.#note(element, label, (child) => child === title);
    }
    if (classes.includes("tab-set")) return this.#tabSet(element, place);
    if (classes.includes("table-container") || classes.includes("table"))
      return this.#captioned(element, place);
    return undefined;
  }

  #heading(element: Element, place: Place): readonly Block[] {
    const ids = idsOf(element);
    const text = this.#textWithIds(element, ids);
    if (text.md === "") {
      this.#pending.push(...ids);
      return [];
    }
    const anchors = this.#take(ids);
    const level = Number(element.tagName.slice(1));
    // The site uses h6 for labels ("To create a role", "Topics"), never for sections.
    if (place.nested || level === 6)
      return [{ kind: "paragraph", anchors, text: { md: bold(text.md), plain: text.plain } }];
    return [
      {
        kind: "heading",
        anchors,
        level,
        text: { md: text.md.replaceAll("<br>", " "), plain: oneLine(text.plain) },
      },
    ];
  }

  #code(pre: Element): readonly Block[] {
    const raw = cleanText(textOf(pre, isFurniture)).replace(/^\n/, "");
    const code = raw
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
    if (code.trim() === "") return [];
    return [{ kind: "code", anchors: this.#take(idsOf(pre)), language: languageOf(pre), code }];
  }

  #list(element: Element): readonly Block[] {
    const anchors = this.#take(idsOf(element));
    const items: { anchors: readonly string[]; blocks: Block[] }[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child) || isFurniture(child)) continue;
      if (child.tagName === "li") {
        this.#pending.push(...idsOf(child));
        const own = this.#take([]);
        items.push({ anchors: own, blocks: [...this.readNested(child)] });
        continue;
      }
      // A list that stands right within a list belongs to the item before it.
      const blocks = this.#blocks([child], { nested: true });
      const last = items.at(-1);
      if (last) append(last.blocks, blocks);
      else if (blocks.length > 0) items.push({ anchors: [], blocks });
    }
    const filled: readonly ListItem[] = items.filter(({ blocks }) => blocks.length > 0);
    if (filled.length === 0) return [];
    const start = Number.parseInt(attribute(element, "start") ?? "1", 10);
    return [
      {
        kind: "list",
        anchors,
        ordered: element.tagName === "ol",
        start: Number.isSafeInteger(start) && start >= 0 && start < 1_000_000 ? start : 1,
        items: filled,
      },
    ];
  }

  #definitions(element: Element): readonly Block[] {
    const anchors = this.#take(idsOf(element));
    const entries: { anchors: readonly string[]; term: Text; blocks: Block[] }[] = [];
    for (const child of definitionParts(element)) {
      if (child.tagName === "dt") {
        const ids = idsOf(child);
        const term = this.#term(child, ids);
        entries.push({ anchors: this.#take(ids), term, blocks: [] });
        continue;
      }
      this.#pending.push(...idsOf(child));
      const own = this.#take([]);
      const blocks = this.readNested(child);
      const last = entries.at(-1);
      if (last) {
        last.anchors = [...last.anchors, ...own];
        append(last.blocks, blocks);
      } else entries.push({ anchors: own, term: noText, blocks: [...blocks] });
    }
    const filled: readonly Definition[] = entries.filter(
      ({ term, blocks }) => term.md !== "" || blocks.length > 0,
    );
    return filled.length === 0 ? [] : [{ kind: "definitions", anchors, entries: filled }];
  }

  /** A Sphinx signature is code, whatever its marks; other terms are words. */
  #term(dt: Element, ids: string[]): Text {
    const text = this.#textWithIds(dt, ids);
    if (!hasClass(dt, "sig")) return text;
    const signature = oneLine(cleanText(textOf(dt, isFurniture))).trim();
    return { md: codeSpan(signature), plain: signature };
  }

  #note(element: Element, label: string, isTitle: (child: Element) => boolean): readonly Block[] {
    const anchors = this.#take(idsOf(element));
    const content = element.childNodes.filter((child) => !(isElement(child) && isTitle(child)));
    const blocks = this.#blocks(content, { nested: true });
    return blocks.length === 0 ? [] : [{ kind: "note", anchors, label, blocks }];
  }

  #group(style: "tab" | "expandable", element: Element, title: Text, place: Place): readonly Block[] {
    const anchors = this.#take(idsOf(element));
    const blocks = this.#blocks(element.childNodes, place);
    return blocks.length === 0 && title.md === "" ? [] : [{ kind: "group", anchors, style, title, blocks }];
  }

  #details(element: Element, place: Place): readonly Block[] {
    const anchors = this.#take(idsOf(element));
    const summary = element.childNodes.filter(isElement).find(({ tagName }) => tagName === "summary");
    const title = summary ? this.readInline(summary) : noText;
    const rest = element.childNodes.filter((child) => child !== summary);
    return [{ kind: "group", anchors, style: "expandable", title, blocks: this.#blocks(rest, place) }];
  }

  /** `<awsdocs-tabs><dl><dt>label</dt><dd>content</dd>…`; anything else in it is read as it stands. */
  #tabs(element: Element, place: Place): readonly Block[] {
    this.#pending.push(...idsOf(element));
    const list = element.childNodes.filter(isElement).find(({ tagName }) => tagName === "dl");
    if (!list) return this.#blocks(element.childNodes, place);
    const groups: Block[] = [];
    let title = noText;
    for (const part of definitionParts(list)) {
      if (part.tagName === "dt") title = this.readInline(part);
      else groups.push(...this.#group("tab", part, title, place));
    }
    return groups;
  }

  /** Older tabs: the labels stand together, and each panel names its own. */
  #tabLabels(element: Element): readonly Block[] {
    for (const tab of walkElements(element)) {
      const id = attribute(tab, "id");
      if (attribute(tab, "role") === "tab" && id) this.#labels.set(id, this.readInline(tab));
    }
    return [];
  }

  #tabPanel(element: Element, place: Place): readonly Block[] {
    const title = this.#labels.get(attribute(element, "aria-labelledby") ?? "") ?? noText;
    return this.#group("tab", element, title, place);
  }

  /** sphinx-inline-tabs: `<input><label class="tab-label"><div class="tab-content">…`. */
  #tabSet(element: Element, place: Place): readonly Block[] {
    const groups: Block[] = [];
    let title = noText;
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === "label") title = this.readInline(child);
      else if (hasClass(child, "tab-content")) groups.push(...this.#group("tab", child, title, place));
    }
    return groups;
  }

  /** A table whose title stands before it, in the same container. */
  #captioned(element: Element, place: Place): readonly Block[] | undefined {
    const title = childWith(element, ["title"]);
    if (!title) return undefined;
    const caption = this.readInline(title);
    this.#pending.push(...idsOf(element), ...idsOf(title));
    const rest = element.childNodes.filter((child) => child !== title);
    const blocks = this.#blocks(rest, place);
    const at = blocks.findIndex(({ kind }) => kind === "table");
    const table = blocks[at];
    if (table?.kind !== "table")
      return [{ kind: "paragraph", anchors: this.#take([]), text: caption }, ...blocks];
    return blocks.with(at, { ...table, caption });
  }

  #textWithIds(element: Element, ids: string[]): Text {
    const writer = new InlineWriter();
    this.#inline(element.childNodes, writer, ids);
    return writer.finish();
  }

  #inline(nodes: readonly Node[], writer: InlineWriter, ids: string[], inLink = false): void {
    for (const node of nodes) {
      if (isText(node)) writer.text(node.value, { inLink });
      else if (isElement(node) && !isFurniture(node)) {
        ids.push(...idsOf(node));
        this.#inlineElement(node, writer, ids, inLink);
      }
    }
  }

  #inlineElement(element: Element, writer: InlineWriter, ids: string[], inLink: boolean): void {
    const { tagName } = element;
    const mark = EMPHASIS.get(tagName);
    if (CODE_TAGS.has(tagName)) {
      this.#inlineCode(element, writer, ids);
      return;
    }
    if (mark !== undefined) {
      const inner = new InlineWriter();
      this.#inline(element.childNodes, inner, ids, inLink);
      // Code keeps its own form, and a mark around a mark would be read as another mark.
      const plainMark = inner.isEmpty || inner.finish().md.startsWith(mark.charAt(0)) ? "" : mark;
      writer.part(inner, plainMark, plainMark);
      return;
    }
    switch (tagName) {
      case "br":
        writer.lineBreak();
        break;
      case "img":
        this.#image(element, writer);
        break;
      case "a":
        this.#link(element, writer, ids);
        break;
      case "sup":
        writer.text(superscript(textOf(element)), { inLink });
        break;
      default:
        // A block that stands within a run of words is set apart from them.
        if (this.#isBlock(element)) writer.text(" ");
        this.#inline(element.childNodes, writer, ids, inLink);
        if (this.#isBlock(element)) writer.text(" ");
    }
  }

  #inlineCode(element: Element, writer: InlineWriter, ids: string[]): void {
    const link = element.childNodes.length === 1 ? element.childNodes[0] : undefined;
    if (link && isElement(link) && link.tagName === "a") {
      const href = this.#href(link);
      ids.push(...idsOf(link));
      const inner = new InlineWriter();
      inner.code(textOf(link, isFurniture));
      writer.part(inner, href ? "[" : "", href ? `](${href})` : "");
      return;
    }
    for (const child of element.childNodes) if (isElement(child)) ids.push(...idsOf(child));
    writer.code(textOf(element, isFurniture));
  }

  #link(element: Element, writer: InlineWriter, ids: string[]): void {
    const name = attribute(element, "name");
    if (name) ids.push(name);
    const href = this.#href(element);
    const inner = new InlineWriter();
    this.#inline(element.childNodes, inner, ids, href !== undefined);
    const { plain } = inner.finish();
    if (href === undefined || plain === "") {
      writer.part(inner, "", "");
      return;
    }
    writer.part(inner, "[", `](${href})`);
    return;
  }

  #image(element: Element, writer: InlineWriter): void {
    const alt = attribute(element, "alt")?.trim();
    const source = absoluteUrl(attribute(element, "src"), this.#base);
    if (!alt || !source) return;
    const inner = new InlineWriter();
    inner.text(alt, { inLink: true });
    writer.part(inner, "![", `](${source})`);
  }

  #href(element: Element): string | undefined {
    return absoluteUrl(attribute(element, "href"), this.#base);
  }

  #take(ids: readonly string[]): readonly string[] {
    const anchors = [...new Set([...this.#pending, ...ids])];
    this.#pending = [];
    return anchors;
  }

  /** Block elements, and unknown ones that hold a block. */
  #isBlock(element: Element): boolean {
    if (BLOCK_TAGS.has(element.tagName)) return true;
    const known = this.#blocky.get(element);
    if (known !== undefined) return known;
    const role = attribute(element, "role");
    const custom =
      role === "tablist" ||
      role === "tabpanel" ||
      element.tagName === "awsdocs-tabs" ||
      element.tagName.endsWith("-expandable-section");
    const blocky =
      custom ||
      element.childNodes.some((child) => isElement(child) && !isFurniture(child) && this.#isBlock(child));
    this.#blocky.set(element, blocky);
    return blocky;
  }
}

/** An http, https or mailto address that Markdown can carry, or undefined. */
export function absoluteUrl(href: string | undefined, base: string): string | undefined {
  if (href === undefined || href.length > MAX_LINK_CHARS) return undefined;
  let url: URL;
  try {
    url = new URL(href, base);
  } catch {
    return undefined;
  }
  if (!/^(?:https?|mailto):$/.test(url.protocol)) return undefined;
  return url.href.replace(/[()<>\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A page may hold more blocks than a call takes arguments. */
function append(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) blocks.push(block);
}

function definitionParts(list: Element): Element[] {
  return list.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === "div" ? child.childNodes.filter(isElement) : [child]))
    .filter(({ tagName }) => tagName === "dt" || tagName === "dd");
}

function idsOf(element: Element): string[] {
  const id = attribute(element, "id");
  return id ? [id] : [];
}

function childWith(element: Element, classes: readonly string[]): Element | undefined {
  return element.childNodes.filter(isElement).find((child) => classes.some((name) => hasClass(child, name)));
}

function bold(md: string): string {
  return md.startsWith("**") && md.endsWith("**") ? md : `**${md}**`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function plainText(raw: string): Text {
  const writer = new InlineWriter();
  writer.text(raw);
  return writer.finish();
}

const SUPERSCRIPT = new Map([..."0123456789"].map((digit, index) => [digit, "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(index)]));

/** Footnote marks stay apart from the word that they follow: `setting²`, not `setting2`. */
function superscript(text: string): string {
  return /^\s*\d{1,3}\s*$/.test(text)
    ? [...text.trim()].map((digit) => SUPERSCRIPT.get(digit)).join("")
    : text;
}

/** The language of a sample, from the class of its `code`, of itself or of the container that Sphinx makes. */
function languageOf(pre: Element): string {
  const inner = pre.childNodes.filter(isElement).find(({ tagName }) => tagName === "code");
  const around: Element[] = [];
  let { parentNode } = pre;
  while (parentNode !== null && isElement(parentNode) && around.length < 2) {
    around.push(parentNode);
    parentNode = parentNode.parentNode;
  }
  for (const element of [inner, pre]) {
    const name = classesOf(element ?? pre).find((item) => LANGUAGE.test(item) && !NO_LANGUAGE.has(item));
    if (name !== undefined) return name.replace(/^(?:language|lang|highlight)-/, "");
  }
  const wrapped = around.flatMap(classesOf).find((name) => /^highlight-[a-z0-9+#-]{1,20}$/.test(name));
  const language = wrapped?.slice("highlight-".length) ?? "";
  return NO_LANGUAGE.has(language) ? "" : language;
}

const LANGUAGE = /^(?:(?:language|lang|highlight)-)?[a-z][a-z0-9+#-]{0,20}$/;
const NO_LANGUAGE = new Set([
  "",
  "programlisting",
  "nohighlight",
  "none",
  "default",
  "text",
  "code",
  "literal",
  "literal-block",
  "highlight",
  "hljs",
  "screen",
  "notranslate",
  "userinput",
  "replaceable",
  "prettyprint",
  "linenums",
]);
