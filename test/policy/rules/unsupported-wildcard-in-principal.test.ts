import rule from "../../../src/policy/rules/unsupported-wildcard-in-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "every service": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "Service": ⟦"*"⟧ }, "Action": "sts:AssumeRole"`),
    },
    "an account in NotPrincipal": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": ["111122223333", ⟦"arn:aws:iam::*:root"⟧] }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    everyone: {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "everyone by kind": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["*"] }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a kind that is none, which has its own code": {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "Principal": { "aws": "*" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "an ARN": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "an RCP": {
      type: "rcp",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Service": "*" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
});
