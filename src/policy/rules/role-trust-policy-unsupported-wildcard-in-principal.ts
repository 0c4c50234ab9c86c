import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
  findingType: "ERROR",
  title: "Role trust policy unsupported wildcard in principal",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: 'The plain "*" as Principal is refused in a trust policy.',
  fix: 'Name the trusted accounts, roles or services; { "AWS": "*" } with a condition, if it has to be everyone.',
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": ⟦"*"⟧, "Action": "sts:AssumeRole" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal } of policy.statements)
      if (principal?.everyone?.value === "*")
        yield { at: principal.everyone, message: 'A trust policy cannot have the plain "*" as Principal.' };
  },
});
