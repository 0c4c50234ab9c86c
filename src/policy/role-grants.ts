import { globMatches, hasWildcard } from "./glob.ts";
import type { Place } from "./location.ts";
import type { Condition, Policy, Statement } from "./model.ts";
import { scalarText } from "./model.ts";
import type { JsonNode, JsonString } from "./parse/json-tree.ts";
import type { Problem } from "./rule.ts";

/** An IAM action that hands out power by the role it is used on, and what limits it. */
export interface RoleAction {
  /** Full name, in AWS's spelling. */
  readonly name: string;
  restricts(condition: Condition): boolean;
}

/** How the action and the resource of a statement come to cover too much: the six forms of AWS's checks. */
export interface GrantForm {
  readonly action: "named" | "wildcard" | "not-action";
  readonly resource: "star" | "not-resource";
}

export const passRole: RoleAction = {
  name: "iam:PassRole",
  restricts(condition) {
    const key = condition.key.toLowerCase();
    if (key === "iam:associatedresourcearn") return isTest(condition);
    if (key !== "iam:passedtoservice" || !isTest(condition)) return false;
    // AWS takes an ...IfExists test for a limit with these services alone; its reason is not documented.
    return !condition.operator.ifExists || condition.values.some(isTrustedWithoutKey);
  },
};

export const createServiceLinkedRole: RoleAction = {
  name: "iam:CreateServiceLinkedRole",
  restricts(condition) {
    return condition.key.toLowerCase() === "iam:awsservicename" && isTest(condition);
  },
};

const trustedWithoutKey: ReadonlySet<string> = new Set([
  "lambda.amazonaws.com",
  "cloudformation.amazonaws.com",
]);

function isTrustedWithoutKey(value: Condition["values"][number]): boolean {
  return trustedWithoutKey.has(scalarText(value).toLowerCase());
}

/** A comparison with values that leave something out: not Null, and no value that begins with a wildcard. */
function isTest({ operator, values }: Condition): boolean {
  return operator.family !== "any" && !values.some((value) => scalarText(value).startsWith("*"));
}

/** The statements that allow an action in one of the forms, each with its actions first and then the resource. */
export function* unrestrictedGrants(policy: Policy, action: RoleAction, form: GrantForm): Iterable<Problem> {
  for (const statement of policy.statements) {
    if (statement.effect !== "Allow") continue;
    const actions = actionPlaces(statement, action.name.toLowerCase(), form.action);
    const resource = resourcePlace(statement, form.resource);
    if (actions.length === 0 || !resource) continue;
    if (statement.conditions.some((condition) => action.restricts(condition))) continue;
    yield { at: [...actions, resource], message: messageOf(action.name, actions, form) };
  }
}

function actionPlaces(statement: Statement, name: string, form: GrantForm["action"]): readonly JsonNode[] {
  const matches = ({ value }: JsonString): boolean => globMatches(value.toLowerCase(), name);
  if (form === "not-action") {
    const { notAction } = statement;
    return notAction && !notAction.values.some(matches) ? [notAction.member.value] : [];
  }
  const wanted = form === "wildcard";
  return (statement.action?.values ?? []).filter(
    (entry) => hasWildcard(entry.value) === wanted && matches(entry),
  );
}

function resourcePlace(statement: Statement, form: GrantForm["resource"]): Place | undefined {
  if (form === "not-resource") return statement.notResource?.member.value;
  return statement.resource?.values.find(({ value }) => value === "*");
}

function messageOf(name: string, actions: readonly JsonNode[], form: GrantForm): string {
  const [first] = actions;
  const written = first?.type === "string" ? first.value : "NotAction";
  const what = {
    named: `${name} is allowed`,
    wildcard: `${written} allows ${name} too,`,
    "not-action": `NotAction leaves ${name} allowed,`,
  }[form.action];
  const where = form.resource === "star" ? "on every role" : "on every role that NotResource does not name";
  return `${what} ${where}, and no condition limits it.`;
}
