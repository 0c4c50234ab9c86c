import rule from "../../../src/policy/rules/redundant-principal-in-role-trust-policy.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a role with a path": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": [⟦"arn:aws:sts::111122223333:assumed-role/a/s"⟧, "arn:aws:iam::111122223333:role/x/y/a"] }, "Action": "sts:AssumeRole"`,
      ),
    },
    "two sessions": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/a", ⟦"arn:aws:sts::111122223333:assumed-role/a/s"⟧, ⟦"arn:aws:sts::111122223333:assumed-role/a/t"⟧] }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
  passes: {
    "a session of another role": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/b", "arn:aws:sts::111122223333:assumed-role/a/s"] }, "Action": "sts:AssumeRole"`,
      ),
    },
    "a session alone": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:sts::111122223333:assumed-role/a/s" }, "Action": "sts:AssumeRole"`,
      ),
    },
    "the account": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["111122223333", "arn:aws:sts::111122223333:assumed-role/a/s"] }, "Action": "sts:AssumeRole"`,
      ),
    },
  },
});
