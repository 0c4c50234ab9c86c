import rule from "../../../src/policy/rules/mismatched-action-for-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a SAML provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:saml-provider/p"⟧ }, "Action": [⟦"sts:AssumeRoleWithWebIdentity"⟧, "sts:TagSession"]`,
      ),
    },
    "a service": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": ⟦"ec2.amazonaws.com"⟧ }, "Action": ⟦"sts:AssumeRoleWithSAML"⟧`,
      ),
    },
  },
  passes: {
    "the right action": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/p" }, "Action": ["STS:AssumeRoleWithSAML", "sts:TagSession"]`,
      ),
    },
    "two kinds with an action each": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333", "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"]`,
      ),
    },
    "a wildcard": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:*"`,
      ),
    },
    "no action of assuming": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:TagSession"`),
    },
  },
});
