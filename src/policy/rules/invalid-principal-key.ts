import { principalKinds, principalTypes } from "../grammar.ts";
import { nearestName } from "../near-name.ts";
import type { JsonObject } from "../parse/json-tree.ts";
import { defineRule, type Problem } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_PRINCIPAL_KEY",
  findingType: "ERROR",
  title: "Invalid principal key",
  origin: "access-analyzer",
  appliesTo: principalTypes,
  why: "There are four kinds of principals, and their names are case-sensitive.",
  fix: "Use AWS, Service, Federated or CanonicalUser.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Account": ⟦"111122223333"⟧ }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const { value } of [principal?.member, notPrincipal?.member].filter(
        (member) => member !== undefined,
      ))
        if (value.type === "object") yield* unknownKinds(value);
  },
});

function* unknownKinds(principals: JsonObject): Iterable<Problem> {
  for (const { key, value } of principals.members) {
    if (principalKinds.includes(key)) continue;
    const near = nearestName(key, principalKinds);
    const hint = near === undefined ? "" : ` Did you mean ${near}?`;
    yield { at: value, message: `The kinds of principals are ${principalKinds.join(", ")}.${hint}` };
  }
}
