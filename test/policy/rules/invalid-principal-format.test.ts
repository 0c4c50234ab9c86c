import rule from "../../../src/policy/rules/invalid-principal-format.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a service in a trust policy": {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": ⟦"ec2.amazonaws.com"⟧, "Action": "sts:AssumeRole"`),
    },
    NotPrincipal: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": ⟦"111122223333"⟧, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
  passes: {
    everyone: {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "an object": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "a list, which has its own code": {
      type: "resource",
      policy: policy(`"Effect": "Allow", "Principal": ["*"], "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
});
