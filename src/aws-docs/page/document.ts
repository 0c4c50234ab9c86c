/**
 * A documentation page, whatever it was written in: HTML of a guide, Sphinx HTML, native Markdown. Everything
 * that shows, searches or verifies a page works on this, so that both renditions are held to the same rules.
 */
export interface PageDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly rendition: "html" | "md";
}

/** A run of text: as Markdown for showing, and as the plain words for searching and verifying. */
export interface Text {
  readonly md: string;
  readonly plain: string;
}

/** `anchors` are the ids by which links reach the thing. */
interface Anchored {
  readonly anchors: readonly string[];
}

export interface Heading extends Anchored {
  readonly kind: "heading";
  readonly level: number;
  readonly text: Text;
}

export interface Paragraph extends Anchored {
  readonly kind: "paragraph";
  readonly text: Text;
}

export interface Code extends Anchored {
  readonly kind: "code";
  /** Empty when the page names none. */
  readonly language: string;
  readonly code: string;
}

export interface List extends Anchored {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem extends Anchored {
  readonly blocks: readonly Block[];
}

export interface Note extends Anchored {
  readonly kind: "note";
  /** "Note", "Important", …; empty for a plain quotation. */
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** A tab or an expandable part: a title over blocks that stand at the level of the page. */
export interface Group extends Anchored {
  readonly kind: "group";
  readonly style: "tab" | "expandable";
  readonly title: Text;
  readonly blocks: readonly Block[];
}

export interface Definitions extends Anchored {
  readonly kind: "definitions";
  readonly entries: readonly Definition[];
}

export interface Definition extends Anchored {
  readonly term: Text;
  readonly blocks: readonly Block[];
}

/** Row and column spans are expanded: each row stands alone. */
export interface Table extends Anchored {
  readonly kind: "table";
  readonly caption: Text | undefined;
  /** One text per column; all empty when the table has no header. */
  readonly header: readonly Text[];
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Anchored {
  readonly cells: readonly Text[];
  /** Index of the row with which this one shares its first cell, its own index when it shares none. */
  readonly group: number;
}

export type Block = Heading | Paragraph | Code | List | Note | Group | Definitions | Table;

export const noText: Text = { md: "", plain: "" };
