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
  if (!edgesAgree(a, b)) return false;
  if (a.length * b.length > MAX_PRODUCT) return true;
  // shared[j]: the part of `a` read so far and the first j characters of `b` match a common text.
  let shared = [true];
  for (let j = 1; j <= b.length; j += 1) shared[j] = shared[j - 1] === true && b[j - 1] === "*";
  for (const char of a) shared = nextRow(shared, char, b);
  return shared[b.length] === true;
}

function nextRow(shared: readonly boolean[], char: string, b: string): boolean[] {
  const next = [char === "*" && shared[0] === true];
  for (let j = 1; j <= b.length; j += 1) {
    const other = b[j - 1];
    const star = char === "*" || other === "*";
    const same = char === other || char === "?" || other === "?";
    next[j] = star ? shared[j] === true || next[j - 1] === true : same && shared[j - 1] === true;
  }
  return next;
}

/** A quick no: the characters before the first wildcards, and after the last ones, have to agree. */
function edgesAgree(a: string, b: string): boolean {
  return (
    edgeAgrees(a, b, (text, at) => text[at]) && edgeAgrees(a, b, (text, at) => text[text.length - 1 - at])
  );
}

function edgeAgrees(a: string, b: string, charAt: (text: string, at: number) => string | undefined): boolean {
  for (let at = 0; ; at += 1) {
    const one = charAt(a, at);
    const other = charAt(b, at);
    if (isWild(one) || isWild(other)) return true;
    if (one !== other) return false;
    if (one === undefined) return true;
  }
}

function isWild(char: string | undefined): boolean {
  return char === "*" || char === "?";
}
