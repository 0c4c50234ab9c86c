import rule from "../../../src/policy/rules/invalid-principal-key.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "another case": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "service": ⟦"ec2.amazonaws.com"⟧ }, "Action": "sts:AssumeRole"`,
      ),
    },
    NotPrincipal: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "IAM": ⟦["x"]⟧, "AWS": "*" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "the four kinds": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "*", "Service": "s3.amazonaws.com", "Federated": "x", "CanonicalUser": "y" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    everyone: {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
    none: {
      type: "identity",
      policy: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
