// A second, simple-minded reading of policies for tests: it shares no code with src, and reads what is invalid
// as its author meant it (names and effects in any case, an unknown Version as the current one).

export interface TestRequest {
  readonly action: string;
  readonly resource: string;
  /** Context keys in lower case. A list is a multivalued key; what is not here is not in the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

type Json = Readonly<Record<string, unknown>>;

/** Whether some statement allows the request and none denies it. */
export function allows(policy: string, request: TestRequest): boolean {
  const document: unknown = JSON.parse(policy);
  if (!isObject(document)) return false;
  const version = member(document, "version");
  const expands = version !== undefined && version !== "2008-10-17";
  const effects = list(member(document, "statement"))
    .filter(isObject)
    .filter((statement) => applies(statement, request, expands))
    .map((statement) => String(member(statement, "effect")).toLowerCase());
  return effects.includes("allow") && !effects.includes("deny");
}

function applies(statement: Json, request: TestRequest, expands: boolean): boolean {
  const actions = (name: string): boolean =>
    texts(member(statement, name)).some((entry) =>
      matches(entry.toLowerCase(), request.action.toLowerCase()),
    );
  const resources = (name: string): boolean =>
    texts(member(statement, name)).some((entry) =>
      matches(entry, request.resource, expands ? request.context : {}),
    );
  const action = member(statement, "action") === undefined ? !actions("notaction") : actions("action");
  const resource =
    member(statement, "resource") === undefined ? !resources("notresource") : resources("resource");
  return action && resource && conditionsHold(member(statement, "condition"), request);
}

function conditionsHold(block: unknown, request: TestRequest): boolean {
  if (!isObject(block)) return true;
  return Object.entries(block).every(
    ([operator, keys]) =>
      !isObject(keys) ||
      Object.entries(keys).every(([key, values]) =>
        holds(operator.toLowerCase(), key, texts(values), request),
      ),
  );
}

function holds(operator: string, key: string, wanted: readonly string[], request: TestRequest): boolean {
  const found = request.context[key.toLowerCase()];
  if (operator === "null") return wanted.includes(String(found === undefined));
  const [, set = "", name = "", ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(operator) ?? [];
  const compare = comparisons[name];
  if (!compare) return opaque(`${operator} ${key} ${wanted.join()}`, request);
  if (found === undefined) return set === "forallvalues" || ifExists !== undefined;
  const test = (value: string): boolean => wanted.some((each) => compare(value, each));
  const values = typeof found === "string" ? [found] : found;
  return set === "forallvalues" ? values.every(test) : values.some(test);
}

const comparisons: Readonly<Record<string, ((found: string, wanted: string) => boolean) | undefined>> = {
  stringequals: (found, wanted) => found === wanted,
  stringlike: (found, wanted) => matches(wanted, found),
  bool: (found, wanted) => found === wanted.toLowerCase(),
  numericlessthan: (found, wanted) => Number(found) < Number(wanted),
  numericgreaterthanequals: (found, wanted) => Number(found) >= Number(wanted),
  ipaddress: inNetwork,
};

/** An operator that is not modelled: some truth that stays the same as long as the condition does. */
function opaque(condition: string, { action, resource }: TestRequest): boolean {
  const text = `${condition} ${action} ${resource}`;
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % 2 === 0;
}

function inNetwork(found: string, wanted: string): boolean {
  const [address = "", bits = "32"] = wanted.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(found) / size) === Math.floor(numberOf(address) / size);
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Wildcards by way of a regular expression; variables stand for their values when a context is given. */
function matches(pattern: string, text: string, context: TestRequest["context"] = {}): boolean {
  const parts = pattern.split(/(\$\{[^}]*\}|\*|\?)/).map((part) => {
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    if (/^\$\{[*?$]\}$/.test(part)) return literal(part.slice(2, 3));
    const value = part.startsWith("${") ? context[part.slice(2, -1).toLowerCase()] : undefined;
    return literal(typeof value === "string" ? value : part);
  });
  return new RegExp(`^${parts.join("")}$`).test(text);
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function member(object: Json, name: string): unknown {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1];
}

function texts(value: unknown): string[] {
  return list(value).map(String);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
