import rule from "../../../src/policy/rules/confirm-audience-claim-type.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "another case": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "forallvalues:stringlike": { ⟦"accounts.google.com:AUD"⟧: "x*" } }`,
      ),
    },
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAllValues:StringNotEquals": { ⟦"example.com/id:aud"⟧: "x" } }`,
      ),
    },
  },
  passes: {
    "no qualifier": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEqualsIfExists": { "example.com/id:aud": "x" } }`,
      ),
    },
    "another claim": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { "example.com/id:amr": "x" } }`,
      ),
    },
    "a global key": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "x" } }`,
      ),
    },
  },
});
