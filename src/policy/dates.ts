const ISO_8601 = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/i;

/** A date, or a date with time, in ISO 8601. */
export function isDate(text: string): boolean {
  return ISO_8601.test(text) && !Number.isNaN(Date.parse(text.toUpperCase()));
}

/** Seconds since 1970. */
export function isEpoch(text: string): boolean {
  return /^\d{1,15}$/.test(text);
}
