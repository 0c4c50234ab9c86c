import rule from "../../../src/policy/rules/unsupported-sid.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a hyphen": policy(
      `"Sid": ⟦"read-objects"⟧, "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`,
    ),
    "nothing but signs": policy(
      `"Sid": ⟦"--"⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
    ),
    "an SCP": {
      type: "scp",
      policy: policy(`"Sid": ⟦"a_b"⟧, "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    },
  },
  passes: {
    "letters and digits": policy(
      `"Sid": "Read1", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
    ),
    "a resource policy": {
      type: "resource",
      policy: policy(
        `"Sid": "read objects", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    "an empty one, which has its own code": policy(
      `"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
    ),
    none: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
  },
});
