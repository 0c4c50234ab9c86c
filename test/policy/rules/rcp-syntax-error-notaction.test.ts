import rule from "../../../src/policy/rules/rcp-syntax-error-notaction.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a list": {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "NotAction": ⟦["s3:*"]⟧, "Resource": "*"`),
    },
    "one statement of two": {
      type: "rcp",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }, { "Effect": "Deny", "Principal": "*", "NotAction": ⟦[]⟧, "Resource": "*" } ] }`,
    },
  },
  passes: {
    Action: {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"`),
    },
    "an SCP": { type: "scp", policy: policy(`"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"`) },
    NotResource: {
      type: "rcp",
      policy: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:*", "NotResource": "*"`),
    },
  },
});
