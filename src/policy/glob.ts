/**
 * IAM wildcards: `*` stands for any run of characters, `?` for exactly one. None of these functions
 * backtracks over more than one star, so the cost is bounded by the product of the two lengths.
 */

export function hasWildcard(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/** Whether a pattern matches a plain text, to the letter: fold the case of both beforehand where IAM does. */
export function globMatches(pattern: string, text: string): boolean {
  return covers(pattern, text, false);
}

/** Whether everything that `inner` matches is matched by `outer` too (a `*` of `inner` needs a `*` in `outer`). */
export function globCovers(outer: string, inner: string): boolean {
  return covers(outer, inner, true);
}

/** The classic two-pointer match: on a mismatch only the last star has to give way. */
function covers(pattern: string, text: string, textHasWildcards: boolean): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const want = pattern[p];
    const have = text[t];
    if (want === "*") {
      star = p;
      resume = t;
      p += 1;
    } else if (matchesOne(want, have, textHasWildcards)) {
      p += 1;
      t += 1;
    } else if (star !== -1) {
      resume += 1;
      p = star + 1;
      t = resume;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}

function matchesOne(want: string | undefined, have: string | undefined, textHasWildcards: boolean): boolean {
  if (textHasWildcards && have === "*") return false;
  return want === have || want === "?";
}

/** Beyond this cost two patterns are taken to share a text if their fixed beginnings and ends allow it. */
const MAX_PRODUCT = 1_000_000;

/** Whether some text is matched by both patterns. */
export function globsIntersect(a: string, b: string): boolean {
  if (!hasWildcard(a)) return globMatches(b, a);
  if (!hasWildcard(b)) return globMatches(a, b);
  const start = sharedEdge(a, b, 0, 1);
  const end = start === undefined ? undefined : sharedEdge(a, b, -1, -1);
  if (start === undefined || end === undefined) return false;
  // Between its fixed edges each pattern still has a wildcard: nearly always one of them is a lone star.
  const one = a.slice(start, a.length - end);
  const other = b.slice(start, b.length - end);
  if (one === "*" || other === "*") return true;
  return one.length * other.length > MAX_PRODUCT || shareText(one, other);
}

/** Row by row: which beginnings of `b` match a text that the part of `a` read so far matches too. */
function shareText(a: string, b: string): boolean {
  let shared = new Uint8Array(b.length + 1);
  let next = new Uint8Array(b.length + 1);
  shared[0] = 1;
  for (let j = 1; j <= b.length && b[j - 1] === "*"; j += 1) shared[j] = 1;
  for (const char of a) {
    fillRow(next, shared, char, b);
    [shared, next] = [next, shared];
  }
  return shared[b.length] === 1;
}

function fillRow(next: Uint8Array, shared: Uint8Array, char: string, b: string): void {
  next[0] = char === "*" ? (shared[0] ?? 0) : 0;
  for (let j = 1; j <= b.length; j += 1) {
    const other = b[j - 1];
    if (char === "*" || other === "*") next[j] = (shared[j] ?? 0) | (next[j - 1] ?? 0);
    else next[j] = char === other || char === "?" || other === "?" ? (shared[j - 1] ?? 0) : 0;
  }
}

/**
 * How many characters before the first wildcard of either (or after the last one) both patterns have in
 * common, or undefined where they differ in one. Both hold a wildcard.
 */
function sharedEdge(a: string, b: string, from: number, step: 1 | -1): number | undefined {
  for (let count = 0; ; count += 1) {
    const one = a.at(from + step * count);
    const other = b.at(from + step * count);
    if (isWild(one) || isWild(other)) return count;
    if (one !== other) return undefined;
  }
}

function isWild(char: string | undefined): boolean {
  return char === "*" || char === "?";
}
