import rule from "../../../src/policy/rules/missing-condition-key-for-oidc-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a condition on another provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/example.com/id"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "example.org:aud": "x" } }`,
      ),
    },
    "a provider that AWS knows": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"accounts.google.com"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
  },
  passes: {
    "another case of the key": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "EXAMPLE.com/id:sub": "x" } }`,
      ),
    },
    "a SAML provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/p" }, "Action": "sts:AssumeRoleWithSAML"`,
      ),
    },
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
  },
});
