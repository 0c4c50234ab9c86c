/**
 * What is known about a request: condition keys in lower case. A key that is not listed may have any value;
 * `undefined` says that the request does not carry the key.
 */
export type Context = ReadonlyMap<string, string | undefined>;

/** True, false, or not to be told from the documents alone. */
export type Verdict = "yes" | "no" | "unknown";

/** No where one is no, yes where all are yes. */
export function every(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = "yes";
  for (const verdict of verdicts) {
    if (verdict === "no") return "no";
    if (verdict === "unknown") result = "unknown";
  }
  return result;
}

/** Yes where one is yes, no where all are no. */
export function some(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = "no";
  for (const verdict of verdicts) {
    if (verdict === "yes") return "yes";
    if (verdict === "unknown") result = "unknown";
  }
  return result;
}

export function not(verdict: Verdict): Verdict {
  if (verdict === "unknown") return "unknown";
  return verdict === "yes" ? "no" : "yes";
}
