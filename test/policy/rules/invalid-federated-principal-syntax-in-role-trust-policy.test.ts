import rule from "../../../src/policy/rules/invalid-federated-principal-syntax-in-role-trust-policy.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "the ARN of a role": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:role/a"⟧ }, "Action": "sts:AssumeRoleWithSAML"`,
      ),
    },
    "a word in a list": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ["arn:aws:iam::111122223333:saml-provider/p", ⟦"google"⟧] }, "Action": "sts:AssumeRoleWithSAML"`,
      ),
    },
  },
  passes: {
    "a domain": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "a SAML provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/p" }, "Action": "sts:AssumeRoleWithSAML"`,
      ),
    },
    "a template": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "\${Provider}" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "another kind": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "Service": "x" }, "Action": "sts:AssumeRole"`),
    },
  },
});
