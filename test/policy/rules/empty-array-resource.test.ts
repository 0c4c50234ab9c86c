import rule from "../../../src/policy/rules/empty-array-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "the negation": policy(`"Effect": "Allow", "Action": "s3:*", "NotResource": ⟦[]⟧`),
    "an empty list with spaces": policy(`"Effect": "Allow", "Action": "s3:*", "Resource": ⟦[ ]⟧`),
  },
  passes: {
    "a string": policy(`"Effect": "Allow", "Action": "s3:*", "Resource": "s3:*"`),
    "a list": policy(`"Effect": "Allow", "Action": "s3:*", "Resource": ["s3:*"]`),
    none: policy(`"Effect": "Allow"`),
  },
});
