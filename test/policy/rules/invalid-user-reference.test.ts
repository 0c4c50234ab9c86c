import rule from "../../../src/policy/rules/invalid-user-reference.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "one in a list of a trust policy": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["111122223333", ⟦"AIDAX1"⟧] }, "Action": "sts:AssumeRole"`,
      ),
    },
    NotPrincipal: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": ⟦"AIDAX1"⟧ }, "Action": "s3:*", "Resource": "*"`,
      ),
    },
  },
  passes: {
    "an account": {
      type: "resource",
      policy: policy(
        `"Principal": { "AWS": "111122223333" }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
    everyone: {
      type: "resource",
      policy: policy(`"Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    },
    "the other kind of id": {
      type: "resource",
      policy: policy(
        `"Principal": { "AWS": "AROAX1" }, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`,
      ),
    },
  },
});
