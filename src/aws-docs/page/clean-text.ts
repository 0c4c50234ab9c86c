/**
 * Characters that a reader of the page cannot see, and a model can: control and format characters (zero-width
 * spaces, soft hyphens, bidirectional marks, the tag block), fillers and variation selectors.
 */
const INVISIBLE =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/gu;
/** Nearly every run of text is of this kind, and nothing in it is to be cleaned. */
const PLAIN = /^[ -~\n\t]*$/;
const ODD_SPACE = /(?![\n\t ])[\p{Zs}\p{Zl}\p{Zp}]/gu;

/** Text without what cannot be seen, every kind of space folded into the plain one. Tabs and line feeds stay. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(ODD_SPACE, " ").replace(INVISIBLE, "");
}
