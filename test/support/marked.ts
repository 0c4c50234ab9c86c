/** A place in a text, as offsets; `end` is exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Takes the marks `⟦` and `⟧` out of a text and says where they stood. Marks do not nest. */
export function readMarks(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  for (const piece of marked.split(/(⟦[^⟧]*⟧)/)) {
    if (!piece.startsWith("⟦")) {
      text += piece;
      continue;
    }
    const inner = piece.slice(1, -1);
    marks.push({ start: text.length, end: text.length + inner.length });
    text += inner;
  }
  return { text, marks };
}
