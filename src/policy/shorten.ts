const MAX_SHOWN = 80;

/** A text from the policy, cut to a length that a message can bear. */
export function shorten(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
