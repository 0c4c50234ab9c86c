import type { Catalog } from "../catalog/catalog.ts";
import type { Context } from "./context.ts";

/** What the caller may choose: AWS's administrator policy, or some policy of the account's own. */
const policies = ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::000000000000:policy/any"];

/** Keys that the caller of an IAM action chooses a value for. A boundary may also be left out. */
const choices: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "iam:policyarn": policies,
  "iam:permissionsboundary": [undefined, ...policies],
};

/**
 * The requests by which a caller could use an action to gain rights. `services` are those to which a role
 * could be passed. A key of IAM that the action does not carry is missing from its requests.
 */
export function requestContexts(
  actionName: string,
  services: readonly string[],
  catalog: Catalog,
): readonly Context[] {
  const carried = new Set(catalog.action(actionName)?.conditionKeys.map(({ name }) => name.toLowerCase()));
  const iamKeys = catalog.service("iam")?.conditionKeys.map(({ name }) => name.toLowerCase()) ?? [];
  const missing = iamKeys.filter((key) => !carried.has(key) && !key.includes("${"));
  let contexts: Map<string, string | undefined>[] = [
    new Map<string, string | undefined>([
      ["aws:principalisawsservice", "false"],
      ["aws:principalservicename", undefined],
      ...missing.map((key): [string, undefined] => [key, undefined]),
    ]),
  ];
  const chosen = { ...choices, "iam:passedtoservice": services };
  for (const [key, values] of Object.entries(chosen)) {
    if (!carried.has(key) || values.length === 0) continue;
    contexts = contexts.flatMap((context) => values.map((value) => new Map([...context, [key, value]])));
  }
  return contexts;
}
