import { BlockReader } from "./block-reader.ts";
import { cleanText } from "./clean-text.ts";
import type { Block, PageDocument } from "./document.ts";
import {
  attribute,
  type Element,
  HtmlTooComplex,
  isElement,
  parseHtml,
  textOf,
  walkElements,
} from "./html-tree.ts";

/** What an HTML page turned out to be. */
export type HtmlPage =
  | {
      readonly kind: "topic";
      readonly document: PageDocument;
      /** False when the page has none of the site's containers, so that its whole body was read. */
      readonly recognised: boolean;
    }
  /** A page that only sends the reader on. `target` is as written: it has passed no check. */
  | { readonly kind: "refresh"; readonly target: string }
  /** An apology with status 200, or a shell without text. */
  | { readonly kind: "gone" }
  | { readonly kind: "not_a_topic" }
  | { readonly kind: "too_complex" };

/** Reads an HTML page; `base` is the address it came from, for its links. Never throws on content. */
export function readHtml(html: string, base: string): HtmlPage {
  try {
    return readTree(html, base);
  } catch (error) {
    if (error instanceof HtmlTooComplex) return { kind: "too_complex" };
    throw error;
  }
}

function readTree(html: string, base: string): HtmlPage {
  const { root, refresh, title, body } = survey(html);
  if (root === undefined && refresh !== undefined) return { kind: "refresh", target: refresh };
  const source = root ?? body;
  if (source === undefined) return { kind: "not_a_topic" };
  const blocks = new BlockReader(base).read(source);
  const document: PageDocument = { title: findTitle(blocks) ?? title, blocks, rendition: "html" };
  if (isApology(document)) return { kind: "gone" };
  if (!blocks.some((block) => block.kind !== "heading")) return { kind: root ? "gone" : "not_a_topic" };
  // Without a container of the site, only a page with a title of its own passes for a topic.
  if (root === undefined && !findTitle(blocks)) return { kind: "not_a_topic" };
  return { kind: "topic", document, recognised: root !== undefined };
}

/** Containers of the page's text, the best one first. */
const ROOTS: readonly ((element: Element) => boolean)[] = [
  (element) => attribute(element, "id") === "main-col-body",
  (element) => element.tagName === "article" && attribute(element, "role") === "main",
  (element) => attribute(element, "role") === "main",
  (element) => attribute(element, "id") === "main-content",
  (element) => element.tagName === "main",
  (element) => element.tagName === "article",
];

interface Survey {
  readonly root: Element | undefined;
  readonly body: Element | undefined;
  readonly refresh: string | undefined;
  readonly title: string;
}

function survey(html: string): Survey {
  const found: (Element | undefined)[] = ROOTS.map(() => undefined);
  let body: Element | undefined;
  let refresh: string | undefined;
  let title = "";
  for (const element of walkElements(parseHtml(html))) {
    for (const [index, matches] of ROOTS.entries())
      if (!found[index] && matches(element)) found[index] = element;
    if (element.tagName === "body") body ??= element;
    if (element.tagName === "title" && title === "") title = cleanText(textOf(element)).trim();
    if (element.tagName === "meta") refresh ??= readRefresh(element);
  }
  return {
    root: found.find((element) => element !== undefined),
    body,
    refresh,
    title: title
      .replace(/\s+/g, " ")
      .replace(/ [-–|] AWS .*$/, "")
      .slice(0, 200),
  };
}

/** The target of a `<meta http-equiv="refresh">` in the head: anywhere else it is an example or a trick. */
function readRefresh(meta: Element): string | undefined {
  const { parentNode } = meta;
  if (parentNode === null || !isElement(parentNode) || parentNode.tagName !== "head") return undefined;
  if (attribute(meta, "http-equiv")?.trim().toLowerCase() !== "refresh") return undefined;
  const content = attribute(meta, "content") ?? "";
  const target = /^\s*\d{0,6}(?:\.\d{0,6})?\s*[;,]\s*url\s*=\s*(.{1,2100})$/is.exec(content)?.[1]?.trim();
  return target?.replace(/^(['"])(.*)\1$/s, "$2");
}

function findTitle(blocks: readonly Block[]): string | undefined {
  for (const block of blocks)
    if (block.kind === "heading" && block.level === 1 && block.text.plain !== "") return block.text.plain;
  return undefined;
}

const APOLOGY = /^(?:(?:page|file) )?not found$|^(?:error )?404(?:[ :-]+(?:page )?not found)?$/i;
const APOLOGY_CHARS = 600;

/** A short page that says of itself that it is not there. A topic about the status 404 has sections or code. */
function isApology({ title, blocks }: PageDocument): boolean {
  if (!APOLOGY.test(title.trim())) return false;
  let chars = 0;
  for (const block of blocks) {
    if (block.kind === "code" || block.kind === "table" || (block.kind === "heading" && block.level > 1))
      return false;
    if (block.kind === "paragraph" || block.kind === "heading") chars += block.text.plain.length;
  }
  return chars < APOLOGY_CHARS;
}
