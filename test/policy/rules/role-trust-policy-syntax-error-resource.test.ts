import rule from "../../../src/policy/rules/role-trust-policy-syntax-error-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    NotResource: {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "NotResource": ⟦[]⟧`,
      ),
    },
    "the ARN of the role": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Resource": ⟦["arn:aws:iam::111122223333:role/a"]⟧`,
      ),
    },
  },
  passes: {
    none: {
      type: "trust",
      policy: policy(`"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"`),
    },
    "a resource policy": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "an identity policy": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
  },
});
