import type { Catalog } from "../catalog/catalog.ts";
import type { Context } from "./context.ts";

/** What the caller may choose: AWS's administrator policy, or some policy of the account's own. */
const policies = ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::000000000000:policy/any"];

/** Keys that the caller of an IAM action chooses a value for. A boundary may also be left out. */
const choices: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "iam:policyarn": policies,
  "iam:permissionsboundary": [undefined, ...policies],
};

/** The contexts of requests, one object for all actions that carry the same keys: answers about them are remembered. */
export class RequestContexts {
  readonly #catalog: Catalog;
  readonly #iamKeys: readonly string[];
  readonly #known = new Map<string, readonly Context[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const keys = catalog.service("iam")?.conditionKeys.map(({ name }) => name.toLowerCase()) ?? [];
    this.#iamKeys = keys.filter((key) => !key.includes("${"));
  }

  /**
   * The requests by which a caller could use an action to gain rights. `services` are those to which a role
   * could be passed. A key of IAM that the action does not carry is missing from its requests.
   */
  of(actionName: string, services: readonly string[]): readonly Context[] {
    const names = this.#catalog.action(actionName)?.conditionKeys.map(({ name }) => name.toLowerCase()) ?? [];
    const carried = names.filter((key) => this.#iamKeys.includes(key)).sort();
    const key = [...carried, ...services].join(" ");
    const known = this.#known.get(key);
    if (known) return known;
    const contexts = this.#make(new Set(carried), services);
    this.#known.set(key, contexts);
    return contexts;
  }

  #make(carried: ReadonlySet<string>, services: readonly string[]): readonly Context[] {
    const missing = this.#iamKeys.filter((key) => !carried.has(key));
    let contexts: Map<string, string | undefined>[] = [
      new Map<string, string | undefined>([
        ["aws:principalisawsservice", "false"],
        ["aws:principalservicename", undefined],
        ...missing.map((key): [string, undefined] => [key, undefined]),
      ]),
    ];
    for (const [key, values] of Object.entries({ ...choices, "iam:passedtoservice": services })) {
      if (!carried.has(key) || values.length === 0) continue;
      contexts = contexts.flatMap((context) => values.map((value) => new Map([...context, [key, value]])));
    }
    return contexts;
  }
}
