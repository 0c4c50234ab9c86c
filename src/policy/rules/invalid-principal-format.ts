import { principalTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "INVALID_PRINCIPAL_FORMAT",
  findingType: "ERROR",
  title: "Invalid principal format",
  origin: "access-analyzer",
  appliesTo: principalTypes,
  why: 'A principal says of which kind it is; only "*" may stand alone.',
  fix: 'Write { "AWS": … }, { "Service": … }, { "Federated": … } or { "CanonicalUser": … }.',
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": ⟦"arn:aws:iam::111122223333:root"⟧, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal, notPrincipal } of policy.statements)
      for (const element of [principal, notPrincipal])
        if (element?.everyone && element.everyone.value !== "*")
          yield {
            at: element.everyone,
            message: 'A principal other than "*" stands in an object with its kind.',
          };
  },
});
