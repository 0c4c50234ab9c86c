import rule from "../../../src/policy/rules/invalid-effect.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    capitals: policy(`"Effect": ⟦"DENY"⟧, "Action": "s3:*", "Resource": "*"`),
    "another word": policy(`"Effect": ⟦"Permit"⟧, "Action": "s3:*", "Resource": "*"`),
    nothing: policy(`"Effect": ⟦""⟧, "Action": "s3:*", "Resource": "*"`),
  },
  passes: {
    Allow: policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    Deny: policy(`"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"`),
    "a boolean, which has its own code": policy(`"Effect": true, "Action": "s3:*", "Resource": "*"`),
    none: policy(`"Action": "s3:*", "Resource": "*"`),
  },
});
