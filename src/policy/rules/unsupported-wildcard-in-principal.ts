import { hasWildcard } from "../glob.ts";
import { principalKinds, resourceTypes } from "../grammar.ts";
import { hasVariable } from "../policy-variables.ts";
import { namedPrincipals } from "../principals.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  findingType: "ERROR",
  title: "Unsupported wildcard in principal",
  origin: "access-analyzer",
  appliesTo: resourceTypes,
  why: 'IAM knows the lone "*" for everyone; inside a name or an ARN a wildcard is not replaced.',
  fix: 'Name the principals, or use "*" with a condition such as ArnLike on aws:PrincipalArn.',
  facts: ["respol-no-partial-wildcards-in-principal"],
  otherFacts: ["respol-service-star-not-allowed"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws:iam::111122223333:role/app-*"⟧ }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const { kind, value } of namedPrincipals(statement))
        if (isWild(kind, value.value))
          yield {
            at: value,
            message: "A wildcard cannot stand for a part of a principal, nor for every service or provider.",
            ...(kind === "Service" && value.value === "*" && { facts: ["respol-service-star-not-allowed"] }),
          };
  },
});

/** Of a kind such as "aws", which is meant to be "AWS", INVALID_PRINCIPAL_KEY says what is wrong. */
function isWild(kind: string, name: string): boolean {
  if (!hasWildcard(name) || hasVariable(name) || !principalKinds.includes(kind)) return false;
  return kind !== "AWS" || name !== "*";
}
