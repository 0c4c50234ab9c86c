import rule from "../../../src/policy/rules/federated-principal-not-supported.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a SAML provider": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "*", "Federated": [⟦"arn:aws:iam::111122223333:saml-provider/p"⟧] }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a Deny": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Federated": ⟦"accounts.google.com"⟧ }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "a trust policy": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "another kind": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    everyone: {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
