import { joinUnits, stepInto, type Unit } from "./render-units.ts";

/** A stretch of a page that fits the caller's limit. */
export interface Part {
  readonly markdown: string;
  /** Index of the first unit that is not in it; undefined at the end of the page. */
  readonly next: number | undefined;
}

/** Takes as many units from `start` on as fit into `maxChars`, and at least one. */
export function takePart(units: readonly Unit[], start: number, maxChars: number): Part {
  let chars = 0;
  let end = start;
  for (; end < units.length; end++) {
    const added = stepInto(units, end, end === start).length;
    const close = units[end]?.frame?.close.length ?? 0;
    if (end > start && chars + added + close > maxChars) break;
    chars += added;
  }
  // A heading at the very end of a part belongs to what follows it.
  if (end < units.length) while (end - 1 > start && isHeading(units[end - 1])) end -= 1;
  return { markdown: joinUnits(units, start, end), next: end < units.length ? end : undefined };
}

function isHeading(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.frame && /^#{1,6} /.test(unit.text);
}
