const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** The words of a documentation comment: without its frame, tags, markup and line breaks. */
export function plainText(comment: string): string {
  return comment
    .replace(/^\s*\/?\*+\/?/gm, "")
    .replace(/@(?:public|internal|deprecated|enum)\b/g, "")
    .replace(/\{@link (\w+)\}/g, "$1")
    .replace(/<\/(?:p|li|dt|dd|note|important)>/g, " ")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll("\\{", "{")
    .replaceAll("\\}", "}")
    .replaceAll("\\/", "/")
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .trim();
}
