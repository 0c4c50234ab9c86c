/** The parts of an ARN; the resource is all that follows the account, colons included. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Takes an ARN apart. Colons inside `${…}` do not separate. Undefined if a part is missing. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = splitFields(text);
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || rest.length === 0) return undefined;
  return { partition, service, region, account, resource: rest.join(":") };
}

/** The parts between the colons outside of `${…}`. */
export function splitFields(text: string): string[] {
  if (!text.includes("${")) return text.split(":");
  const fields: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.startsWith("${", at)) depth += 1;
    else if (text[at] === "}" && depth > 0) depth -= 1;
    else if (text[at] === ":" && depth === 0) {
      fields.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...fields, text.slice(start)];
}

/** A variable may become any text, as a `*` does. */
export function variablesAsWildcards(text: string): string {
  return text.replace(/\$\{[^{}]*\}/g, "*");
}

/** Whether a part is fixed text: without wildcard and variable. */
export function isLiteral(field: string): boolean {
  return field !== "" && !/[*?]|\$\{/.test(field);
}

export function arnText({ partition, service, region, account, resource }: Arn): string {
  return ["arn", partition, service, region, account, resource].join(":");
}
