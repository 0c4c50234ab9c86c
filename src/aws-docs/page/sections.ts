import type { Block, Definition, Group, PageDocument, Table, TableRow } from "./document.ts";

/** A part of a page that can be named: what stands below a heading, or one entry, row, item or note. */
export interface Section {
  readonly title: string;
  /** The id that links use; a slug of the title when the page gives none. */
  readonly anchor: string;
  /** Level of the heading; 7 for what has no heading of its own. */
  readonly level: number;
  readonly blocks: readonly Block[];
}

/** How a section was found, from the surest way to the weakest. */
export type SectionMatch = "anchor" | "heading" | "partial";

export interface FoundSection {
  readonly section: Section;
  readonly by: SectionMatch;
  /** The section below a heading in which an entry, row or item stands; the section itself for a heading. */
  readonly around: Section;
}

const ENTRY_LEVEL = 7;
/** Expandable parts are sections below those with headings. */
const GROUP_LEVEL = 6;
const MAX_PATH = 6;

/** The sections below headings, in the order of the page, those within tabs and expandable parts included. */
export function listSections(document: PageDocument): readonly Section[] {
  const sections: Section[] = [];
  collect(document.blocks, sections);
  return sections;
}

function collect(blocks: readonly Block[], sections: Section[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading") sections.push(sectionAt(blocks, index));
    if (block.kind === "group") {
      if (block.style === "expandable" && block.title.plain !== "") sections.push(groupSection(block));
      collect(block.blocks, sections);
    }
  }
}

/** The heading at `index` with everything up to the next heading of its level or above. */
function sectionAt(blocks: readonly Block[], index: number): Section {
  const heading = blocks[index];
  if (heading?.kind !== "heading") throw new RangeError("no heading stands there");
  let end = index + 1;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (block?.kind === "heading" && block.level <= heading.level) break;
  }
  const title = heading.text.plain;
  return {
    title,
    anchor: heading.anchors[0] ?? slug(title),
    level: heading.level,
    blocks: blocks.slice(index, end),
  };
}

function groupSection(group: Group): Section {
  const title = group.title.plain;
  return { title, anchor: group.anchors[0] ?? slug(title), level: GROUP_LEVEL, blocks: [group] };
}

/**
 * Finds a section by anchor (as it stands, then without regard to case), by heading, by the heading that ends a
 * path such as "Quotas > Roles", or by the only heading or term that holds the name.
 */
export function findSection(document: PageDocument, name: string): FoundSection | undefined {
  const wanted = name.trim().replace(/^#+/, "").trim();
  if (wanted === "") return undefined;
  return findByAnchor(document, wanted) ?? findByTitle(document, wanted) ?? findByPath(document, wanted);
}

export function findByAnchor(document: PageDocument, anchor: string): FoundSection | undefined {
  const places = indexAnchors(document);
  const place = places.get(anchor) ?? places.get(decode(anchor));
  if (place) return place;
  const folded = anchor.toLowerCase();
  for (const [id, found] of places) if (id.toLowerCase() === folded) return found;
  return undefined;
}

export function findByTitle(document: PageDocument, title: string): FoundSection | undefined {
  const wanted = normalise(title);
  if (wanted === "") return undefined;
  const named = [...listSections(document), ...listEntries(document)];
  const exact = named.find((section) => normalise(section.title) === wanted || slug(section.title) === title);
  if (exact) return { section: exact, by: "heading", around: exact };
  const holding = named.filter((section) => ` ${normalise(section.title)} `.includes(` ${wanted} `));
  const [only] = holding;
  return only && holding.length === 1 ? { section: only, by: "partial", around: only } : undefined;
}

/** "AssumeRole - Request Parameters - Tags" names a place from the outside in; a remark in brackets names none. */
function findByPath(document: PageDocument, path: string): FoundSection | undefined {
  const parts = path
    .replace(/\s*\([^()]*\)$/, "")
    .split(/\s+[-–—>›→»|/]\s+/)
    .slice(0, MAX_PATH);
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return first === path ? undefined : findByTitle(document, first);
  let found: FoundSection | undefined;
  for (const part of parts) {
    const within = found?.section.blocks ?? document.blocks;
    const next = findByTitle({ ...document, blocks: within }, part);
    if (!next && part === parts.at(-1)) return undefined;
    if (next)
      found = { ...next, around: found && next.section.level === ENTRY_LEVEL ? found.section : next.around };
  }
  return found;
}

/** Names that a caller may have meant, the likeliest first. */
export function nearSections(document: PageDocument, name: string, limit: number): readonly Section[] {
  const asked = normalise(name.replace(/[-_]/g, " ")).split(" ").filter(Boolean);
  const words = new Set(asked.slice(0, 20));
  return [...listSections(document), ...listEntries(document)]
    .map((section, index) => ({ section, index, score: overlap(words, section) }))
    .sort((a, b) => b.score - a.score || a.section.level - b.section.level || a.index - b.index)
    .slice(0, limit)
    .map(({ section }) => section);
}

function overlap(words: ReadonlySet<string>, section: Section): number {
  const own = normalise(`${section.title} ${section.anchor}`.replace(/[-_]/g, " ")).split(" ");
  const alike = own.filter((word) => [...words].some((wanted) => isAlike(word, wanted)));
  return alike.length / Math.sqrt(own.length);
}

/** The same word, or one that only ends otherwise: "quota" and "quotas". */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short));
}

/** Terms of definition lists, which the site links to as it links to headings. */
function listEntries(document: PageDocument): readonly Section[] {
  const entries: Section[] = [];
  visit(document.blocks, (block) => {
    if (block.kind === "definitions") for (const entry of block.entries) entries.push(entrySection(entry));
  });
  return entries;
}

function entrySection(entry: Definition): Section {
  return {
    title: entry.term.plain,
    anchor: entry.anchors[0] ?? slug(entry.term.plain),
    level: ENTRY_LEVEL,
    blocks: [{ kind: "definitions", anchors: [], entries: [entry] }],
  };
}

/** Every id of the page with the part that it names. The first bearer of an id wins, as in a browser. */
function indexAnchors(document: PageDocument): ReadonlyMap<string, FoundSection> {
  const places = new Map<string, FoundSection>();
  const whole: Section = { title: document.title, anchor: "", level: 1, blocks: document.blocks };
  indexBlocks(document.blocks, whole, places);
  return places;
}

function indexBlocks(blocks: readonly Block[], outer: Section, places: Map<string, FoundSection>): void {
  let around = outer;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "heading") {
      around = sectionAt(blocks, index);
      add(places, block.anchors, around, around);
      continue;
    }
    const title = block.kind === "group" ? block.title.plain : around.title;
    add(
      places,
      block.anchors,
      { title, anchor: block.anchors[0] ?? "", level: ENTRY_LEVEL, blocks: [block] },
      around,
    );
    indexParts(block, around, places);
  }
}

function indexParts(block: Block, around: Section, places: Map<string, FoundSection>): void {
  switch (block.kind) {
    case "note":
    case "group":
      indexBlocks(block.blocks, around, places);
      break;
    case "list":
      for (const item of block.items) {
        const blocks = [{ ...block, anchors: [], items: [item] }];
        add(
          places,
          item.anchors,
          { title: around.title, anchor: item.anchors[0] ?? "", level: ENTRY_LEVEL, blocks },
          around,
        );
        indexBlocks(item.blocks, around, places);
      }
      return;
    case "definitions":
      for (const entry of block.entries) {
        add(places, entry.anchors, entrySection(entry), around);
        indexBlocks(entry.blocks, around, places);
      }
      return;
    case "table":
      indexRows(block, around, places);
      break;
    default:
      return;
  }
}

/** A row is shown below the header, with the rows that share its first cell. */
function indexRows(table: Table, around: Section, places: Map<string, FoundSection>): void {
  const groups = new Map<number, TableRow[]>();
  for (const row of table.rows) {
    const group = groups.get(row.group);
    if (group) group.push(row);
    else groups.set(row.group, [row]);
  }
  for (const row of table.rows) {
    if (row.anchors.length === 0) continue;
    const rows = (groups.get(row.group) ?? [row]).map((one) => ({ ...one, group: 0 }));
    const title = row.cells[0]?.plain || around.title;
    const blocks = [{ ...table, anchors: [], rows }];
    add(places, row.anchors, { title, anchor: row.anchors[0] ?? "", level: ENTRY_LEVEL, blocks }, around);
  }
}

function add(
  places: Map<string, FoundSection>,
  anchors: readonly string[],
  section: Section,
  around: Section,
): void {
  for (const anchor of anchors)
    if (!places.has(anchor)) places.set(anchor, { section, by: "anchor", around });
}

function visit(blocks: readonly Block[], see: (block: Block) => void): void {
  for (const block of blocks) {
    see(block);
    if (block.kind === "note" || block.kind === "group") visit(block.blocks, see);
    if (block.kind === "list") for (const item of block.items) visit(item.blocks, see);
    if (block.kind === "definitions") for (const entry of block.entries) visit(entry.blocks, see);
  }
}

function normalise(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function slug(title: string): string {
  return normalise(title).replaceAll(" ", "-").slice(0, 80);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
