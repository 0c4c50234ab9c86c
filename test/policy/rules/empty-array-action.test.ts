import rule from "../../../src/policy/rules/empty-array-action.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "the negation": policy(`"Effect": "Allow", "NotAction": ⟦[]⟧, "Resource": "*"`),
    "an empty list with spaces": policy(`"Effect": "Allow", "Action": ⟦[ ]⟧, "Resource": "*"`),
  },
  passes: {
    "a string": policy(`"Effect": "Allow", "Action": "s3:*", "Resource": "*"`),
    "a list": policy(`"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"`),
    none: policy(`"Effect": "Allow"`),
  },
});
