import { attribute, classesOf, type Element, isElement } from "./html-tree.ts";

/** Elements of a page that are not its text: navigation, feedback, scripts, what the reader cannot see. */

const TAGS = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "svg",
  "canvas",
  "audio",
  "video",
  "nav",
  "footer",
  "button",
  "input",
  "select",
  "textarea",
  "head",
  "meta",
  "link",
  "title",
  "awsui-icon",
  "awsdocs-language-banner",
  "awsdocs-filter-selector",
  "awsdocs-copyright",
  "awsdocs-thumb-feedback",
  "awsdocs-page-header",
  "awsdocs-breadcrumb-container",
  "awsdocs-cookie-banner",
  "awsdocs-page-footer",
]);

const CLASSES = new Set([
  "awsdocs-page-header-container",
  "awsdocs-page-banner",
  "awsdocs-page-utilities",
  "code-btn-container",
  "btn-copy-code",
  "copybtn",
  "headerlink",
  "viewcode-link",
  "highlights",
  "prev-next",
  "page-loading-indicator",
  "doc-cookie-banner",
  "related-pages",
  "sphinxsidebar",
  "toc-drawer",
  "breadcrumbs",
  "hidden",
  "sr-only",
  "visually-hidden",
  "awsui-util-hide",
]);

const IDS = new Set([
  "inline-topiclist",
  "main-col-footer",
  "quick-feedback-yes",
  "quick-feedback-no",
  "tools-panel",
  "breadcrumbs",
  "page-toc-src",
]);

const HIDING_STYLES = ["display:none", "visibility:hidden", "font-size:0", "opacity:0;"];

export function isFurniture(element: Element): boolean {
  if (TAGS.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  const id = attribute(element, "id");
  if (id !== undefined && IDS.has(id)) return true;
  if (classesOf(element).some((name) => CLASSES.has(name))) return true;
  return isHidden(element) && !isTabContent(element);
}

function isHidden(element: Element): boolean {
  if (attribute(element, "hidden") !== undefined || attribute(element, "aria-hidden") === "true") return true;
  const style = attribute(element, "style");
  if (style === undefined) return false;
  const flat = `${style.toLowerCase().replace(/\s+/g, "")};`;
  return HIDING_STYLES.some((hiding) => flat.includes(hiding)) && !/font-size:0?\.\d/.test(flat);
}

/** Tabs hide all but one of their parts until a script runs: they are content all the same. */
function isTabContent(element: Element): boolean {
  if (attribute(element, "role") === "tabpanel" || attribute(element, "tab-id") !== undefined) return true;
  if (classesOf(element).includes("tab-content")) return true;
  const { parentNode } = element;
  return (
    element.tagName === "dl" &&
    parentNode !== null &&
    isElement(parentNode) &&
    parentNode.tagName === "awsdocs-tabs"
  );
}
