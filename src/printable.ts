/** The sequences that the command line writes itself: bold, dim, colours, and their ends. */
const STYLES = new Set([1, 2, 22, 31, 32, 33, 34, 35, 36, 37, 39].map((code) => `\u001b[${code}m`));

/**
 * A text that cannot steer a terminal. What is shown comes from policies, pages and names of files, and a terminal
 * obeys some characters: it moves its cursor, changes its title, answers as if the user had typed. All but these styles,
 * line breaks and tabs become the pictures of control characters, of one column each.
 */
export function printable(text: string): string {
  return text.replaceAll(/\r\n|\p{Cc}(?:\[\d+m)?/gu, (found) =>
    found === "\r\n" || STYLES.has(found) ? found : Array.from(found, pictureOf).join(""),
  );
}

function pictureOf(char: string): string {
  const code = char.charCodeAt(0);
  if (char === "\n" || char === "\t") return char;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return code < 0xa0 && code > 0x7f ? "\ufffd" : char;
}
